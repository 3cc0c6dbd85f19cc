import BenefitLedger
import Foundation
import GRDB
import LedgerCore
import LedgerStore
import TestSupport
import Testing

@testable import SQLiteStore

/// The table by which a connection reads the lines of a ledger and of its archives as one.
@Suite struct SpannedLinesTests {
  /// A ledger of two archived years whose lines stand between one another, and a third year's.
  final class Books {
    let folder: String
    var path: String { folder + "/a ledger & 100%.db" }

    /// The numbers of the lines of each year.
    static let years = [2023: [1, 2, 5, 6, 9], 2024: [3, 4, 8], 2025: [7, 10]] as [Int: [Int]]

    init() throws {
      folder = NSTemporaryDirectory() + "benefit-ledger-\(UUID().uuidString)"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let sites = folder + "/sites.csv"
      try Data("code,name,kind,parent\n79,Sài Gòn,province,\n79-S1,Điểm số 1,site,79\n".utf8)
        .write(to: URL(filePath: sites))
      let made = try Ledger.create(at: path, sites: sites)
      #expect(made.diagnosis.total == 0)
      let ledger = try Ledger.open(path)
      var next = 1
      let lists = [
        (2023, 2), (2024, 2), (2023, 2), (2025, 1), (2024, 1), (2023, 1), (2025, 1),
      ]
      for (year, lines) in lists {
        var text = "person,benefit,month,amount,site,channel\n"
        for _ in 0..<lines {
          let person = "0790000000\(String(format: "%02d", next))"
          text += "\(person),pension,\(year)-12,\(next),79-S1,cash\n"
          next += 1
        }
        var request = PostingRequest(
          .due, [.memory(name: "due.csv", bytes: Array(text.utf8))], maker: "clerk",
          today: try #require(CivilDate("\(year)-12-05")))
        request.envelope = Envelope()
        #expect(try ledger.post(request).receipts.first?.state == .posted)
      }
      for year in [2023, 2024] {
        let today = try #require(CivilDate("2026-02-01"))
        let request = YearEndRequest(year: year, maker: "clerk", today: today)
        #expect(try ledger.closeYear(request).isChanged)
      }
      for year in [2024, 2023] {
        let today = try #require(CivilDate("2026-02-01"))
        let answer = try ledger.archive(ArchiveRequest(year: year, maker: "clerk", today: today))
        #expect(answer.state == .archived)
      }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func integers(_ sql: StaticString, _ arguments: [BoundValue] = []) throws -> [Int64] {
      var numbers: [Int64] = []
      try SQLiteLedgerStore.open(path, readOnly: true).read {
        try $0.query(sql, arguments) { numbers.append($0.integer(0)) }
      }
      return numbers
    }
  }

  @Test func `lines come in the order of their numbers, whatever file they are in`() throws {
    let books = try Books()
    #expect(try books.integers("SELECT line_no FROM line ORDER BY line_no") == Array(1...10))
    #expect(try books.integers("SELECT amount FROM line ORDER BY line_no") == Array(1...10))
    #expect(try books.integers("SELECT line_no FROM main.line ORDER BY 1") == [7, 10])
    for (year, lines) in Books.years where year < 2025 {
      let file = books.folder + "/a ledger & 100%-\(year).archive.db"
      let found = try ArchiveFile(file).read { snapshot in
        var numbers: [Int64] = []
        try snapshot.query("SELECT line_no FROM line ORDER BY 1", []) {
          numbers.append($0.integer(0))
        }
        return numbers
      }
      #expect(found == lines.map { Int64($0) })
    }
  }

  @Test func `every range has the lines that are in it, and no other`() throws {
    let books = try Books()
    for first in 0...11 as ClosedRange<Int64> {
      for last in 0...11 as ClosedRange<Int64> {
        let expected = Array((1...10 as ClosedRange<Int64>).filter { $0 >= first && $0 <= last })
        let bounds: [BoundValue] = [.integer(first), .integer(last)]
        for sql in [
          "SELECT line_no FROM line WHERE line_no BETWEEN ?1 AND ?2 ORDER BY line_no",
          "SELECT line_no FROM line WHERE line_no > ?1 - 1 AND line_no < ?2 + 1 ORDER BY line_no",
          "SELECT line_no FROM line WHERE line_no >= ?1 AND line_no <= ?2 ORDER BY line_no",
          "SELECT line_no FROM line WHERE line_no > ?1 - 0.5 AND line_no < ?2 + 0.5 ORDER BY line_no",
        ] as [StaticString] {
          #expect(try books.integers(sql, bounds) == expected, "\(sql) \(first) \(last)")
        }
      }
      let one = try books.integers("SELECT amount FROM line WHERE line_no = ?1", [.integer(first)])
      #expect(one == ((1...10).contains(first) ? [first] : []))
    }
    #expect(try books.integers("SELECT 1 FROM line WHERE line_no = ?1", [.null]) == [])
    #expect(
      try books.integers("SELECT line_no FROM line WHERE line_no > 3 ORDER BY line_no DESC LIMIT 2")
        == [10, 9])
    #expect(
      try books.integers("SELECT count(*) FROM line WHERE line_no > ?1", [.integer(4)]) == [6])
    #expect(try books.integers("SELECT min(line_no) FROM line WHERE line_no > 4") == [5])
    #expect(
      try books.integers("SELECT b.line_no FROM line a JOIN line b ON b.line_no = a.line_no + 1")
        == Array(2...10))
  }

  @Test func `the table is not written to`() throws {
    let books = try Books()
    let store = try SQLiteLedgerStore.open(books.path, readOnly: false)
    for sql in ["DELETE FROM line WHERE line_no = 1", "UPDATE line SET amount = 5"]
      as [StaticString]
    {
      #expect(throws: LedgerError.self) {
        try store.exclusively(wait: 5) { try store.write { try $0.execute(sql, []) } }
      }
    }
  }

  private struct GivenUp: Error {}

  @Test func `a transaction that is given up takes nothing of it along`() throws {
    let books = try Books()
    let reader = try SQLiteLedgerStore.open(books.path, readOnly: true)
    let writer = try SQLiteLedgerStore.open(books.path, readOnly: false)
    for _ in 0..<3 {
      #expect(throws: GivenUp.self) { try reader.read { _ in throw GivenUp() } }
      #expect(throws: GivenUp.self) {
        try writer.exclusively(wait: 5) { try writer.write { _ in throw GivenUp() } }
      }
      for store in [reader, writer] {
        let sum = try store.read {
          try $0.integer("SELECT sum(amount) FROM line WHERE line_no > 0")
        }
        #expect(sum == 55)
      }
      let written = try writer.exclusively(wait: 5) {
        try writer.write { try $0.integer("SELECT amount FROM line WHERE line_no = 4") }
      }
      #expect(written == 4)
    }
  }

  @Test func `a link to a ledger finds the archives of the ledger`() throws {
    let books = try Books()
    let elsewhere = books.folder + "/elsewhere"
    try FileManager.default.createDirectory(atPath: elsewhere, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: elsewhere + "/link.db", withDestinationPath: books.path)
    let verification = try Ledger.open(elsewhere + "/link.db", readOnly: true).verify()
    #expect(verification.isIntact && verification.lines == 10, "\(verification.findings)")
    let answer = try Ledger.open(elsewhere + "/link.db")
    let today = try #require(CivilDate("2026-02-01"))
    #expect(
      try answer.closeYear(YearEndRequest(year: 2025, maker: "clerk", today: today)).isChanged)
    #expect(
      try answer.archive(ArchiveRequest(year: 2025, maker: "clerk", today: today)).state
        == .archived)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: elsewhere)
        .allSatisfy { !$0.contains("archive") })
    #expect(try Ledger.open(books.path, readOnly: true).verify().isIntact)
  }

  @Test func `a ledger without archives reads its own table`() throws {
    let folder = NSTemporaryDirectory() + "benefit-ledger-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    _ = try Ledger.create(at: folder + "/ledger.db")
    let store = try SQLiteLedgerStore.open(folder + "/ledger.db", readOnly: true)
    #expect(try store.read { try $0.integer("SELECT count(*) FROM temp.sqlite_master") } == 0)
  }

  /// The texts of queries that stand in a source file: what is between quotes and reads lines.
  static func queries(_ text: String) -> [String] {
    var found: [String] = []
    for (index, part) in text.components(separatedBy: "\"\"\"").enumerated() {
      if index % 2 == 1 {
        found.append(part)
      } else {
        for line in part.split(separator: "\n") {
          found += line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
        }
      }
    }
    return found.filter { $0.firstMatch(of: /\b(FROM|JOIN) line\b/) != nil }
  }

  /// Reads of a table of hundreds of millions of lines are look-ups or ranges of numbers, never all.
  @Test func `no query of the program reads every line to find some`() throws {
    let books = try Books()
    let store = try SQLiteLedgerStore.open(books.path, readOnly: true)
    // A store that nobody has any more closes its connections.
    defer { withExtendedLifetime(store) {} }
    var plans = 0
    let folders = ["Sources/BenefitLedger", "Sources/LedgerStore", "Sources/SQLiteStore"]
    let files = try folders.flatMap { try Repository.files(under: $0, suffix: ".swift") }
    for path in files where !path.contains("Archive") {
      for query in Self.queries(try Repository.text(path)) {
        let plan = try store.pool.read { database in
          try SQLiteLedgerStore.spanArchives(database)
          let statement = try database.makeStatement(sql: "EXPLAIN QUERY PLAN " + query)
          statement.setUncheckedArguments(StatementArguments())
          return try Row.fetchAll(statement).map { $0["detail"] as String }
        }
        let scans = plan.filter { $0.contains("VIRTUAL TABLE INDEX") }
        #expect(!scans.isEmpty, "\(path): \(plan)")
        #expect(scans.allSatisfy { !$0.contains("INDEX 0:") }, "\(path): \(plan)\n\(query)")
        plans += 1
      }
    }
    #expect(plans >= 20)
  }
}
