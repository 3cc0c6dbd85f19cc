import BenefitLedger
import Foundation
import GRDBSQLite
import LedgerCore

/// What the seals of a ledger cost by themselves: its lines hashed into their roots once more.
///
/// The lines are read back and held in memory, some thousands at a time; only the hashing is timed.
/// The roots have to be those of the batches, so it is the work that a posting does.
struct Sealing {
  /// The ledger.
  let source: String

  /// Hashes the lines of the first `due` batch, and of all `paid` batches.
  func measure() throws -> SealingAnswer {
    let ledger = try FloorDatabase(source)
    let due = try ledger.integer("SELECT min(batch_no) FROM batch WHERE event_id = 8")
    let sites = try codes(ledger)
    return SealingAnswer(
      due: try hash("batch_no = \(due)", sites, ledger),
      paid: try hash("event_id = 9 AND line_count > 0", sites, ledger))
  }

  private func codes(_ ledger: FloorDatabase) throws -> [UnitCode?] {
    var codes: [UnitCode?] = []
    let query = try ledger.prepare("SELECT unit_id, code FROM unit_version ORDER BY unit_id")
    while try query.step() {
      let unit = Int(query.integer(0))
      while codes.count <= unit { codes.append(nil) }
      codes[unit] = UnitCode(query.text(1))
    }
    return codes
  }

  private func hash(
    _ batches: String, _ sites: [UnitCode?], _ ledger: FloorDatabase
  ) throws -> SealingFigures {
    let headers = try ledger.prepare(
      "SELECT first_line_no, line_count, hex(merkle_root) FROM batch WHERE \(batches)")
    let query = try ledger.prepare(
      """
      SELECT file_line, person, benefit_id, month, occurrence, amount, fund_id, channel_id, unit_id,
        account, name, document, reason
      FROM line WHERE line_no >= ?1 AND line_no < ?2 ORDER BY line_no
      """)
    var figures = SealingFigures()
    var buffer = SealingBuffer()
    while try headers.step() {
      let first = headers.integer(0)
      let count = headers.integer(1)
      sqlite3_bind_int64(query.pointer, 1, first)
      sqlite3_bind_int64(query.pointer, 2, first + count)
      var tree = MerkleTree()
      var left = Int(count)
      while left > 0 {
        let taken = try buffer.fill(from: query, most: left)
        guard taken > 0 else { throw StageFailure("A batch lacks lines.") }
        left -= taken
        let watch = Stopwatch()
        buffer.hash(into: &tree, sites)
        figures.microseconds += watch.microseconds
      }
      query.reset()
      figures.lines += Int(count)
      let watch = Stopwatch()
      let root = tree.root
      figures.microseconds += watch.microseconds
      guard root.description.uppercased() == headers.text(2) else {
        throw StageFailure("The lines from \(first) do not make the root of their batch.")
      }
    }
    return figures
  }
}

/// Lines in memory, as a posting has them when it seals them.
private struct SealingBuffer {
  private static let capacity = 65_536

  private var lines: ContiguousArray<PaymentLine> = []
  private var text: ContiguousArray<UInt8> = []
  private var canonical = CanonicalBuffer()

  /// Reads the next lines of a query.
  mutating func fill(from query: FloorStatement, most: Int) throws -> Int {
    lines.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
    // A query at its end must not be asked again: it would begin anew.
    while lines.count < min(most, Self.capacity), try query.step() {
      var line = PaymentLine()
      line.fileLine = UInt32(query.integer(0))
      line.person = query.integer(1)
      line.benefit = UInt8(query.integer(2))
      line.month = Int32(query.integer(3))
      line.occurrence = UInt8(query.integer(4))
      line.amount = query.integer(5)
      line.fund = UInt8(query.integer(6))
      line.channel = UInt8(query.integer(7))
      line.unit = Int32(query.integer(8))
      line.textStart = UInt32(text.count)
      line.accountLength = append(9, of: query)
      line.nameLength = append(10, of: query)
      line.documentLength = append(11, of: query)
      line.reasonLength = append(12, of: query)
      lines.append(line)
    }
    return lines.count
  }

  private mutating func append(_ column: Int32, of query: FloorStatement) -> UInt16 {
    guard let start = sqlite3_column_blob(query.pointer, column) else { return 0 }
    let count = Int(sqlite3_column_bytes(query.pointer, column))
    text.append(contentsOf: UnsafeRawBufferPointer(start: start, count: count))
    return UInt16(count)
  }

  /// What is timed.
  func hash(into tree: inout MerkleTree, _ sites: [UnitCode?]) {
    text.withUnsafeBytes { text in
      for line in lines {
        guard let site = sites[Int(line.unit)] else { continue }
        tree.append(
          Leaf.payment(
            line, site: site, text: UnsafeRawBufferPointer(rebasing: text[Int(line.textStart)...]),
            using: &canonical.bytes))
      }
    }
  }
}

/// The buffer that leaves are put together in, kept from one block of lines to the next.
private final class CanonicalBuffer {
  var bytes = CanonicalBytes()
}

/// How long the seals of one event's lines took.
struct SealingFigures: Codable {
  /// How many lines.
  var lines = 0
  /// Hashing them into their roots, on one core.
  var microseconds = 0

  /// What it may add to a posting at most, in thousandths of the time without it: as if nothing else
  /// went on at the same time.
  func permille(of posting: Int) -> Int {
    microseconds * 1_000 / max(1, posting - microseconds)
  }
}

/// The seals of a month.
struct SealingAnswer: Codable {
  /// The lines of `post due`.
  var due: SealingFigures
  /// The lines of `post paid`.
  var paid: SealingFigures
}
