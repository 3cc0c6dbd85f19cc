import BenefitLedger
import Foundation
import GRDB
import Testing

/// Random edits of a ledger's file: each is found, or changes nothing that is kept.
///
/// A thousand by default; `BENEFIT_LEDGER_EDITS=10000` asks for more, `BENEFIT_LEDGER_EDITS_SEED` for
/// others, or for one again.
@Suite struct RandomEditsTests {
  static let environment = ProcessInfo.processInfo.environment
  static let count = UInt64(environment["BENEFIT_LEDGER_EDITS"] ?? "") ?? 1_000
  static let first = UInt64(environment["BENEFIT_LEDGER_EDITS_SEED"] ?? "") ?? 1
  static let parts: UInt64 = 8

  @Test(arguments: 0..<parts)
  func `every random edit is found, or changes nothing that is kept`(_ part: UInt64) throws {
    let originals = try EditedLedgers.originals.get()
    let folder = NSTemporaryDirectory() + "benefit-ledger-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/ledger.db"
    let kept = try originals.map { original in
      try original.write(to: URL(filePath: path))
      return try Self.contents(path)
    }
    for seed in stride(from: Self.first + part, to: Self.first + Self.count, by: Int(Self.parts)) {
      let which = Int(seed % 2)
      for end in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
      try originals[which].write(to: URL(filePath: path))
      let edit = try RandomEdit.make(path, seed: seed)
      do {
        let verification = try Ledger.open(path, readOnly: true).verify()
        guard verification.isIntact else { continue }
        let difference = Self.difference(try? Self.contents(path), kept[which])
        #expect(difference == nil, "seed \(seed): not found: \(edit)")
      } catch let error as LedgerError {
        // A file that does not open is noticed by everybody.
        #expect([.unavailable, .inputOutput].contains(error.code.exit), "seed \(seed): \(edit)")
      }
    }
  }

  /// The first row that is another, or nil if all are the same.
  private static func difference(_ found: [String: [Row]]?, _ kept: [String: [Row]]) -> String? {
    guard let found else { return "the file cannot be read" }
    for (table, rows) in kept.sorted(by: { $0.key < $1.key }) where found[table] != rows {
      let others = found[table] ?? []
      let place = zip(rows, others).prefix { $0 == $1 }.map(\.0).count
      return "\(table): \(rows.dropFirst(place).first.map { "\($0)" } ?? "nothing") became "
        + "\(others.dropFirst(place).first.map { "\($0)" } ?? "nothing")"
    }
    return found.count == kept.count ? nil : "there is another table"
  }

  /// Every row and every definition of a ledger.
  private static func contents(_ path: String) throws -> [String: [Row]] {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { database in
      var contents = [
        "sqlite_schema": try Row.fetchAll(
          database, sql: "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")
      ]
      let tables = try String.fetchAll(
        database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
      for table in tables {
        contents[table] = try SQLRequest<Row>("SELECT * FROM \(identifier: table)")
          .fetchAll(database)
      }
      return contents
    }
  }
}
