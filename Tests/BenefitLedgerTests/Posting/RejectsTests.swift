import Foundation
import Testing

@testable import BenefitLedger

/// The file of the rows at fault of a list that was refused.
@Suite struct RejectsTests {
  private let books = Result { try TestLedger() }

  private func post(
    _ event: Event, _ text: String, _ rejects: String, dryRun: Bool = false
  ) throws -> PostingAnswer {
    let books = try books.get()
    var request = PostingRequest(
      event, [.memory(name: "list.csv", bytes: Array(text.utf8))], maker: "clerk",
      today: try books.day())
    request.rejects = books.folder + "/" + rejects
    request.isDryRun = dryRun
    return try books.ledger.post(request)
  }

  private func rows(_ name: String) throws -> [String] {
    try String(contentsOfFile: books.get().folder + "/" + name, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test(arguments: [false, true])
  func `the rows at fault are written as they were, with code and reason, in file order`(
    _ isDryRun: Bool
  ) throws {
    let books = try books.get()
    try books.due([Person.an, Person.binh])
    try books.post(.paid, TestLedger.list([Person.binh]))
    let list =
      "#batch count=5 total=25000000\r\nperson,name,benefit,month,amount\r\n"
      + "\(Person.an),\"An, Nguyễn\",pension,2026-10,5000000\r\n"
      + "\(Person.chi),\"Chi \"\"C\"\"\",pension,2026-10,5000000\r\n"
      + "\(Person.an),again,pension,2026-10,5000000\r\n"
      + "\(Person.dung),D,pension,2026-13,5.000.000\r\n"
      + "\(Person.binh),B,pension,2026-10,5000000\r\n"
    let receipt = try #require(post(.paid, list, "out.csv", dryRun: isDryRun).receipts.first)
    #expect(receipt.state == .refused && receipt.rejected == 4)
    #expect(receipt.rejects == books.folder + "/out.csv")
    let rows = try rows("out.csv")
    #expect(rows.count == 6 && rows[5].isEmpty)
    #expect(rows[0] == "person,name,benefit,month,amount,reject_code,reject_reason")
    #expect(
      rows[1].hasPrefix(
        "\(Person.chi),\"Chi \"\"C\"\"\",pension,2026-10,5000000,L0511,\"The pension"))
    #expect(rows[2].hasPrefix("\(Person.an),again,pension,2026-10,5000000,L0501,\""))
    #expect(
      rows[3].hasPrefix("\(Person.dung),D,pension,2026-13,5.000.000,L0432,\"There is no month"))
    #expect(rows[3].contains("“5.000.000”"))
    #expect(rows[4].hasPrefix("\(Person.binh),B,pension,2026-10,5000000,L0513,\""))
    let reasons = rows.map { $0.split(separator: ",L0").last.map(String.init) ?? "" }
    #expect(!reasons.dropFirst().contains { $0.contains(Person.chi) || $0.contains(Person.binh) })
    let mode = try FileManager.default.attributesOfItem(atPath: books.folder + "/out.csv")
    #expect((mode[.posixPermissions] as? NSNumber)?.intValue == 0o600)
  }

  @Test func `a rejects file is corrected and posted as it is, and rejected again without growing`()
    throws
  {
    let books = try books.get()
    let list =
      "person,benefit,month,amount,site,channel\n"
      + [Person.an, Person.binh].map { "\($0),pension,2026-1,5000000,79-S1,cash\n" }.joined()
    _ = try post(.due, list, "one.csv")
    let one = try rows("one.csv").joined(separator: "\n")
    _ = try post(.due, one, "two.csv")
    #expect(try rows("two.csv").joined(separator: "\n") == one)
    let corrected = one.replacing("pension,2026-1,", with: "pension,2026-10,")
    let posted = try #require(post(.due, corrected, "three.csv").receipts.first)
    #expect(posted.state == .posted && posted.lines == 2 && posted.rejects == nil)
    #expect(!FileManager.default.fileExists(atPath: books.folder + "/three.csv"))
    #expect(try books.balance("payable/retirement/79-S1") == -10_000_000)
  }

  @Test(arguments: [
    "\"An", String(repeating: "a", count: 70_000), "\"" + String(repeating: "a\n", count: 40_000),
  ])
  func `a row that was cut is in no rejects file, and those before it are`(_ name: String) throws {
    let columns = "person,benefit,month,amount,name\n"
    let wrong = "\(Person.an),pension,2026-1,5000000,A\n"
    let cut = "\(Person.binh),pension,2026-10,5000000,\(name)\n"
    let receipt = try #require(post(.paid, columns + wrong + cut, "cut.csv").receipts.first)
    #expect(receipt.state == .refused && receipt.codes.count == 2 && receipt.rejected == 1)
    let rows = try rows("cut.csv")
    #expect(rows.count == 3 && rows[1].hasPrefix(wrong.dropLast() + ",L0431,\""))
  }

  @Test func `movements and opening balances have their rows written too`() throws {
    let books = try books.get()
    try books.post(.opening, "account,fund,amount\nbank,retirement,5\n")
    let again = "account,fund,amount\nbank,retirement,7\nbank,health,8\nbank,none,9\n"
    #expect(try post(.opening, again, "open.csv").receipts.first?.rejected == 2)
    let opened = try rows("open.csv")
    #expect(
      opened[1].hasPrefix("bank,retirement,7,L0602,\"Account bank/retirement has its opening"))
    #expect(opened[2].hasPrefix("bank,none,9,L0453,\""))
    let twice = "unit,fund,amount\n79-A,retirement,1\n79-A,retirement,1\n"
    #expect(try post(.contribution, twice, "moved.csv").receipts.first?.rejected == 1)
    #expect(try rows("moved.csv")[1].hasPrefix("79-A,retirement,1,L0601,\""))
  }

  @Test func `a file that exists is left as it is, and nothing is posted`() throws {
    let books = try books.get()
    let taken = try books.file("taken.csv", "mine\n")
    let good = "unit,fund,amount\n79-A,retirement,1\n"
    for isDryRun in [false, true] {
      let error = try #require(throws: LedgerError.self) {
        try post(.contribution, good, "taken.csv", dryRun: isDryRun)
      }
      #expect(error.code == .outputExists)
    }
    #expect(try String(contentsOfFile: taken, encoding: .utf8) == "mine\n")
    #expect(try books.balance("bank/retirement") == 0)
  }

  @Test func `what is wrong with a file as a whole makes no file of rows`() throws {
    let books = try books.get()
    for list in [
      "", "person,benefit\n1,2\n", "#batch count=9\n" + TestLedger.dues([(Person.an, "2026-10")]),
    ] {
      let receipt = try #require(post(.due, list, "none.csv").receipts.first)
      #expect(receipt.state == .refused && receipt.rejects == nil && receipt.rejected == 0)
      #expect(!FileManager.default.fileExists(atPath: books.folder + "/none.csv"))
    }
  }

  /// The last size makes one window of the file.
  @Test(arguments: [1, 7, 250, 1 << 19])
  func `every row at fault is written, also beyond those that are listed`(_ window: Int) throws {
    let books = try books.get()
    // Each window reads the list anew.
    let count = window < 100 ? 60 * window : 3_000
    let rows = (0..<count).map { number in
      "0791\(String(10_000_000 + number)),pension,2026-10,\(number % 2 == 0 ? "5000000" : "x")\n"
    }
    var request = PostingRequest(
      .paid,
      [
        .memory(
          name: "list.csv", bytes: Array(("person,benefit,month,amount\n" + rows.joined()).utf8))
      ], maker: "clerk", today: try books.day())
    request.rejects = books.folder + "/all.csv"
    request.rejectsWindow = window
    let receipt = try #require(books.ledger.post(request).receipts.first)
    #expect(
      receipt.diagnosis.total == count && receipt.diagnosis.diagnostics.count == min(count, 1_000))
    #expect(receipt.rejected == count)
    let written = try self.rows("all.csv").dropFirst().dropLast()
    #expect(written.count == count)
    for (row, line) in zip(rows, written) {
      #expect(line.hasPrefix(row.dropLast() + (row.hasSuffix("x\n") ? ",L0418," : ",L0511,")))
    }
  }

  // MARK: Held rows

  @Test func `a row whose amount the chart holds is left out like one whose person is held`() throws
  {
    let books = try books.get()
    try books.hold("person,reason,from\n\(Person.an),x,2026-03-01\n")
    let columns = "person,benefit,month,amount,site,channel\n"
    let high = "\(Person.binh),funeral,2026-10,30000000,79-S1,cash\n"
    let held = "\(Person.an),pension,2026-10,5000000,79-S1,cash\n"
    let good = "\(Person.chi),pension,2026-10,5000000,79-S1,cash\n"
    #expect(try books.post(.due, columns + high + good).codes == [.amountHeld])
    let posted = try #require(
      books.postLeavingOut(
        columns + held + high + good, envelope: Envelope(count: 3, total: 40_000_000)
      )
      .receipts.first)
    #expect(posted.state == .posted && posted.lines == 1 && posted.leftOut == 2)
    let report = try rows("due.held.csv")
    #expect(report[0].hasSuffix(",reject_code,reject_reason"))
    #expect(report[1].hasPrefix(held.dropLast() + ",L0541,"))
    #expect(report[2].hasPrefix(high.dropLast() + ",L0551,"))
    let nothing = try #require(
      books.postLeavingOut(columns + high, report: books.folder + "/none.csv").receipts.first)
    #expect(nothing.codes == [.everyRowHeld])
    #expect(
      try #require(nothing.diagnosis.diagnostics.first).message.hasSuffix("its one row is held."))
    let broken = high.replacing("79-S1", with: "79-S9")
    #expect(
      try #require(books.postLeavingOut(columns + broken).receipts.first).codes
        == [.amountHeld, .unitUnknown])
  }

  @Test func `a cell that is not to be trusted is refused again unless somebody corrects it`()
    throws
  {
    let books = try books.get()
    let list = try PackedFile.workbook(
      "person,benefit,month,amount,site,channel\n\(Person.an),pension,2026-10,5000000,79-S1,cash\n",
      numbers: ["person", "amount"])
    var request = PostingRequest(
      .due, [.memory(name: "due.xlsx", bytes: list)], maker: "clerk", today: try books.day())
    request.rejects = books.folder + "/cells.csv"
    let receipt = try #require(books.ledger.post(request).receipts.first)
    #expect(receipt.state == .refused && receipt.rejected == 1)
    let row = try #require(try rows("cells.csv").dropFirst().first)
    let number = try #require(Int64(Person.an))
    #expect(row.hasPrefix("?\(number),pension,2026-10,5000000,79-S1,cash,L0238,"))
  }
}
