import BenefitLedger
import Foundation
import GRDB
import Testing

/// A disk that forgets: bits that turn, pages that are gone, a file that is cut.
@Suite struct BitRotTests {
  /// Everything that is kept, row by row.
  private func contents(_ path: String) throws -> [String] {
    let queue = try DatabaseQueue(path: path)
    return try queue.read { database in
      let tables = try String.fetchAll(
        database, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
      return try tables.flatMap { table in
        try Row.fetchAll(database, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" }
      }
    }
  }

  @Test(arguments: 0..<4)
  func `whatever rots is found, or changes nothing that is kept`(_ part: Int) throws {
    let desk = try FaultDesk()
    for number in 0..<3 {
      let list = try desk.list("list\(number).csv", 150, from: number * 150)
      #expect(try desk.run(FaultDesk.due(list)).exit == 0)
    }
    // What is in the log is written back, so that one file has everything.
    try DatabaseQueue(path: desk.ledger).writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
    let whole = try Data(contentsOf: URL(filePath: desk.ledger))
    let before = try contents(desk.ledger)
    var randomness = Faults.randomness(10 + UInt64(part))
    var found = 0
    let rounds = 125 * Faults.factor
    for _ in 0..<rounds {
      var rotten = whole
      let page = Int.random(in: 0..<rotten.count / 8_192, using: &randomness) * 8_192
      var what = "page \(page / 8_192 + 1)"
      switch Int.random(in: 0..<20, using: &randomness) {
      case 0: rotten = rotten.prefix(page)
      case 1: rotten.replaceSubrange(page..<page + 8_192, with: Data(count: 8_192))
      case 2: rotten.replaceSubrange(page..<page + 512, with: Data(repeating: 0xFF, count: 512))
      default:
        let byte = page + Int.random(in: 0..<8_192, using: &randomness)
        let bit = UInt8.random(in: 0..<8, using: &randomness)
        rotten[byte] ^= 1 << bit
        what = "bit \(bit) of byte \(byte)"
      }
      for suffix in ["-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: desk.ledger + suffix)
      }
      try rotten.write(to: URL(filePath: desk.ledger))
      do {
        let books = try desk.books()
        if books.findings.isEmpty {
          #expect(try contents(desk.ledger) == before, "\(what) is not found")
        } else {
          found += 1
        }
      } catch let error as LedgerError {
        #expect([69, 74].contains(error.code.exit.rawValue), "\(what): \(error)")
        found += 1
      }
    }
    print("bit rot: \(found) of \(rounds) found, the rest changed nothing that is kept")
    // Some 36 in 100 strike something that is kept; the least is far enough below that chance alone
    // does not come there.
    #expect(found > rounds / 8)
  }

  /// A ledger of many rows in one file, after a change of its bytes.
  private func findings(after change: (inout Data, _ pages: UInt32) -> Void) throws -> [String] {
    let desk = try FaultDesk()
    #expect(try desk.run(FaultDesk.due(desk.list("list.csv", 5_000, from: 0))).exit == 0)
    try DatabaseQueue(path: desk.ledger).writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
    #expect(try desk.books().findings.isEmpty)
    var file = try Data(contentsOf: URL(filePath: desk.ledger))
    let pages = UInt32(file.count / 8_192)
    #expect(pages > 50)
    change(&file, pages)
    try file.write(to: URL(filePath: desk.ledger))
    return try desk.books().findings
  }

  /// No row shows it, and SQLite says so after all pages and before it would come to the rows.
  @Test func `a page that belongs to nothing is found`() throws {
    let findings = try findings { file, pages in
      withUnsafeBytes(of: (pages + 1).bigEndian) { file.replaceSubrange(28..<32, with: $0) }
      file.append(Data(count: 8_192))
    }
    #expect(findings.count == 1)
    #expect(findings.first?.contains("is never used") == true, "\(findings)")
  }

  /// The next posting would write over the rows of that page.
  @Test func `a list of free pages that names a page in use is found`() throws {
    let findings = try findings { file, pages in
      // The first page of the list, and how many there are.
      withUnsafeBytes(of: (pages - 1).bigEndian) { file.replaceSubrange(32..<36, with: $0) }
      withUnsafeBytes(of: UInt32(1).bigEndian) { file.replaceSubrange(36..<40, with: $0) }
    }
    #expect(
      findings.contains { $0.contains("2nd reference to page") || $0.contains("freelist") },
      "\(findings)")
  }
}
