import BenefitLedger
import Foundation
import Testing

/// The pages that say what verify does, held to what it does.
@Suite struct SealScriptTests {
  private static let docs = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../../docs/reference")

  /// Wherever the shell would find it.
  static let python = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin")
    .split(separator: ":").map { "\($0)/python3" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// A machine without Python skips the script at a desk; on the build machine it is a failure.
  static let isDue = python != nil || ProcessInfo.processInfo.environment["CI"] != nil

  /// The script of `docs/reference/seals.md`.
  private func script() throws -> String {
    let page = try String(
      contentsOf: Self.docs.appending(path: "seals.md"), encoding: .utf8)
    let parts = page.components(separatedBy: "```python\n")
    return try #require(parts.last?.components(separatedBy: "```").first)
  }

  /// Runs the script; its output and exit code.
  private func run(on ledger: String) throws -> (output: String, code: Int32) {
    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.python))
    process.arguments = ["-c", try script(), ledger]
    // A locale that is not installed would make the interpreter warn.
    process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C.UTF-8"]) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (
      String(decoding: output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines),
      process.terminationStatus
    )
  }

  @Test(.enabled(if: isDue))
  func `the script of the page comes to the head that verify comes to`() throws {
    try TamperedBooks.withCopy { path in
      let head = try Ledger.open(path, readOnly: true).verify().head
      let (output, code) = try run(on: path)
      #expect(code == 0 && output == head.description, "\(output)")
    }
  }

  @Test(.enabled(if: isDue))
  func `the script of the page goes through changes of the organisation`() throws {
    let books = try TestLedger()
    try books.due(Person.an, 5_000_000, at: "79-S1", on: "2026-09-30")
    try books.take(
      "79-S1,Điểm chi trả số 1,site,79-C01,,2026-09-30,,79-S2\n"
        + "40-S9,Điểm chi trả Vinh,site,79,2026-10-01,,40-S1,\n")
    try books.due(Person.binh, 3_000_000, at: "40-S9", on: "2026-10-01")
    let path = books.folder + "/ledger.db"
    let (output, code) = try run(on: path)
    #expect(try code == 0 && output == books.ledger.verify().head.description, "\(output)")
    try TamperedBooks.edit(path, "UPDATE unit_version SET successor_unit_id = 7 WHERE unit_id = 5")
    #expect(try books.ledger.verify().kinds.contains(.registerChanged))
    #expect(try run(on: path).code == 1)
  }

  @Test(.enabled(if: isDue))
  func `the script of the page follows periods and a year end that was undone`() throws {
    let books = try TestLedger()
    let path = books.folder + "/ledger.db"
    try books.fund(on: "2025-01-05")
    try books.pensions([Person.an: 100], month: "2025-11", on: "2025-12-05")
    try books.change(.softClose, "2025-01")
    try books.change(.close, "2025-01")
    let end = try #require(try books.closeYear(2025).receipt?.batch)
    try books.undo(end)
    try books.closeYear(2025)
    let head = try books.ledger.verify().head
    let (output, code) = try run(on: path)
    #expect(code == 0 && output == head.description, "\(output)")
    try TamperedBooks.edit(path, "UPDATE period_change SET state = 'closed' WHERE record_no = 3")
    #expect(try run(on: path).code != 0)
  }

  @Test(.enabled(if: isDue))
  func `the script of the page reads the lines of an archived year`() throws {
    let books = try ArchiveBooks()
    try books.archive()
    let head = try books.ledger.verify().head
    let (output, code) = try run(on: books.path)
    #expect(code == 0 && output == head.description, "\(output)")
    chmod(books.archive, 0o600)
    try TamperedBooks.edit(books.archive, "UPDATE line SET name = 'x' WHERE line_no = 2")
    #expect(try run(on: books.path).code == 1)
  }

  @Test(.enabled(if: isDue))
  func `the script of the page knows holds, releases and links`() throws {
    let books = try TestLedger()
    try books.post(.due, TestLedger.dues([(Person.dung, "2026-10")]))
    try books.hold(
      "person,reason,from,to\n\(Person.chi),x,2026-03-01,\n\(Person.binh),y,2026-03-01,2026-04-01\n"
    )
    _ = try books.ledger.release(.number(1), reason: "back", from: try books.day("2026-05-01"))
    try books.link(Person.dung, Person.an)
    try books.post(.paid, TestLedger.steps([(Person.an, "2026-10")]))
    let path = books.folder + "/ledger.db"
    let (output, code) = try run(on: path)
    #expect(try code == 0 && output == books.ledger.verify().head.description, "\(output)")
    // The register is sealed with the next batch, so a hold that is changed changes its seal.
    try TamperedBooks.edit(path, "UPDATE hold SET valid_to = 20260402 WHERE hold_no = 2")
    let (said, failure) = try run(on: path)
    #expect(failure != 0, "\(said)")
  }

  @Test(.enabled(if: isDue))
  func `the script of the page knows counts of cash`() throws {
    let books = try TestLedger()
    _ = try books.ledger.countCash(
      CashCountRequest(
        try #require(UnitCode("79-S1")), 5, on: try books.day(), reason: "found", maker: "lan"))
    try books.due([Person.an])
    let path = books.folder + "/ledger.db"
    let (output, code) = try run(on: path)
    #expect(try code == 0 && output == books.ledger.verify().head.description, "\(output)")
    try TamperedBooks.edit(path, "UPDATE cash_count SET counted = 6")
    #expect(try run(on: path).code != 0)
  }

  @Test(.enabled(if: isDue))
  func `the script of the page goes through a closed site's balances, and their reversal`() throws {
    let books = try TestLedger()
    try books.post(.advance, "unit,fund,amount\n79-S1,retirement,9000000\n")
    try books.due([Person.an])
    try books.take("79-S1,Điểm chi trả số 1,site,79-C01,,2026-10-31,,79-S2\n")
    let request = SiteTransferRequest(
      from: try #require(UnitCode("79-S1")), reason: "QD 12",
      date: try #require(CivilDate("2026-11-02")))
    #expect(try books.ledger.transferSite(request).receipts.compactMap(\.batch) == [3, 4])
    let path = books.folder + "/ledger.db"
    let moved = try run(on: path)
    #expect(try moved.code == 0 && moved.output == books.ledger.verify().head.description)
    #expect(try books.reverse(4).state == .posted)
    let (output, code) = try run(on: path)
    #expect(try code == 0 && output == books.ledger.verify().head.description, "\(output)")
    #expect(try books.ledger.verify().isIntact)
  }

  @Test(.enabled(if: isDue))
  func `the script of the page finds a changed line`() throws {
    try TamperedBooks.withCopy { path in
      try TamperedBooks.edit(path, "UPDATE line SET name = 'x' WHERE line_no = 2")
      let (output, code) = try run(on: path)
      #expect(code == 1 && output == "batch 3 is not what was sealed", "\(output)")
    }
  }

  @Test(.enabled(if: isDue))
  func `the script of the page knows the records of users, submissions and decisions`() throws {
    let books = try FourEyesBooks()
    try books.book(.due, FourEyesBooks.due([Person.an, Person.binh]))
    try books.post(.due, FourEyesBooks.due([Person.chi]))
    try books.reject(2, by: "minh")
    try books.book(.advance, "unit,fund,amount\n79-S1,retirement,5000000\n")
    let head = try books.ledger.verify().head
    let (output, code) = try run(on: books.path)
    #expect(code == 0 && output == head.description, "\(output)")
    try books.edit("UPDATE decision SET outcome = 'void' WHERE outcome = 'rejected'")
    #expect(try run(on: books.path).code != 0)
  }

  @Test(.enabled(if: isDue))
  func `the script of the page knows proposals and agreements`() throws {
    let books = try FourEyesBooks()
    try books.contribute(1_000, on: "2025-12-05")
    try books.hold(Person.an)
    for user in ["hoa", "minh"] {
      try books.release(by: user)
      try books.chart(by: user)
      try books.closeYear(2025, by: user)
    }
    let head = try books.ledger.verify().head
    let (output, code) = try run(on: books.path)
    #expect(code == 0 && output == head.description, "\(output)")
    try books.edit("UPDATE proposal SET user_name = 'lan' WHERE subject = 'release'")
    #expect(try run(on: books.path).code != 0)
  }

  @Test func `every kind of finding and of difference is in the manual`() throws {
    let page = try String(
      contentsOf: Self.docs.appending(path: "commands.md"), encoding: .utf8)
    for kind in Finding.Kind.allCases.map(\.rawValue)
      + TotalsDifference.Kind.allCases.map(\.rawValue)
    {
      #expect(page.contains("`\(kind)`"), "\(kind)")
    }
  }
}
