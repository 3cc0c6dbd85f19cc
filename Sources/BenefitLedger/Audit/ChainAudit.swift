import LedgerCore
import LedgerStore

/// Goes over the headers of all batches, and divides the batches into parts whose rows can be gone
/// over at the same time.
struct ChainAudit {
  /// What is wrong with the chain.
  private(set) var findings = FindingList()
  /// The parts, ascending; none if there is nothing but seals to check.
  private(set) var parts: [AuditedPart] = []
  /// How far the register was when each batch was posted.
  private(set) var records = RecordsByBatch()

  private let scope: AuditScope
  private let share: Int64
  private var weight: Int64 = 0
  private var previousNextLine: Int64 = 1

  /// Into about how many parts the rows are divided: enough that both threads end together.
  private static let wanted: Int64 = 48
  /// A part that has no more rows than this is not worth a part of its own.
  private static let least: Int64 = 1 << 16

  init(_ scope: AuditScope) {
    self.scope = scope
    let rows = scope.lastLine - scope.lineBefore + scope.lastVoucher - scope.voucherBefore
    share = max(Self.least, rows / Self.wanted)
  }

  /// Reads the batches; a part of the file that cannot be read ends it.
  mutating func run(_ snapshot: any LedgerSnapshot, _ register: AuditedRegister) throws {
    var chain = BatchChain()
    var last: Int64 = 0
    while true {
      let batches = try AuditedBatch.window(
        snapshot, after: last, through: scope.lastBatch, vouchers: .max)
      guard let end = batches.last else { return }
      for batch in batches {
        records.note(chain.take(batch, register, &findings), from: batch.number)
        if batch.number > scope.since { add(batch) }
        previousNextLine = batch.nextLine
      }
      last = end.number
    }
  }

  private mutating func add(_ batch: AuditedBatch) {
    if parts.isEmpty || weight >= share {
      // A line between two batches belongs to the part of the later one, which says so.
      let before = min(previousNextLine, batch.firstLine) - 1
      if !parts.isEmpty { parts[parts.count - 1].lastLine = before }
      parts.append(
        AuditedPart(
          batchBefore: batch.number - 1, lastBatch: batch.number,
          lineBefore: parts.isEmpty ? scope.lineBefore : before, lastLine: scope.lastLine))
      weight = 0
    }
    parts[parts.count - 1].lastBatch = batch.number
    weight += min(batch.lineCount + batch.voucherCount, AuditedBatch.most)
  }
}

/// Batches that follow one another, and their lines.
struct AuditedPart: Sendable, Equatable {
  /// The number before its first batch.
  var batchBefore: Int64
  /// Its last batch.
  var lastBatch: Int64
  /// The number before its first line.
  var lineBefore: Int64
  /// Its last line.
  var lastLine: Int64
}

/// How many records the register had when a batch was posted, batch by batch.
struct RecordsByBatch: Sendable {
  private var changes: [(batch: Int64, records: Int)] = []

  /// Notes how many there were from a batch on; batches come ascending.
  mutating func note(_ records: Int, from batch: Int64) {
    if changes.last?.records != records { changes.append((batch, records)) }
  }

  /// How many there were when a batch was posted.
  subscript(batch: Int64) -> Int {
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].batch <= batch { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : changes[low - 1].records
  }
}
