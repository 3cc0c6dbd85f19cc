import BenefitLedger
import Foundation
import TestSupport
import Testing

/// Workbooks that other programs wrote are the lists that their users see.
@Suite struct SpreadsheetTests {
  private let books = Result { try TestLedger() }

  private static func path(_ file: String) -> String {
    Repository.root.appending(path: "Tests/BenefitLedgerTests/Profiles/Workbooks/" + file).path
  }

  private func post(_ file: String, _ profile: Profile) throws -> Receipt {
    var request = PostingRequest(
      .due, [.file(Self.path(file))], maker: "clerk",
      today: try #require(CivilDate("2026-10-01")))
    request.reading = ListReading(profile)
    return try #require(try books.get().ledger.post(request).receipts.first)
  }

  @Test(arguments: [
    "libreoffice-list.xlsx", "openpyxl-list.xlsx", "libreoffice-formulas.xlsx",
    "xlsxwriter-formulas.xlsx",
  ])
  func `a list with titles, sums and signatures is posted as it is`(_ file: String) throws {
    let books = try books.get()
    let receipt = try post(file, try Profiles.profile("c72a-hd").get())
    #expect(receipt.state == .posted && receipt.diagnosis.total == 0, "\(receipt.diagnosis)")
    #expect(receipt.lines == 3 && receipt.total == 10_400_000)
    #expect(receipt.period?.description == "2026-10")
    #expect(try books.balance("payable/retirement/79-S1") == -9_500_000)
    #expect(try books.balance("payable/retirement/79-S2") == -900_000)
    let guess = try Profiles.guess(Self.path(file)).get()
    #expect(guess.isBuiltIn && guess.profile.name == "c72a-hd" && guess.rows.count == 3)
  }

  @Test(arguments: ["libreoffice-styled.xlsx", "xlsxwriter-styled.xlsx"])
  func `letters in formats are text, a day of a month is the month, what is hidden is read`(
    _ file: String
  ) throws {
    let books = try books.get()
    var profile = try Profiles.profile("c72a-hd").get()
    profile.ignored.append("Ngày chi")
    let receipt = try post(file, profile)
    #expect(receipt.codes == [.rowsHidden])
    #expect(receipt.state == .posted && receipt.lines == 2 && receipt.total == 9_500_000)
    let story = try books.ledger.personStatement(try #require(PersonNumber("0123456789")))
    #expect(story.obligations.map(\.month.description) == ["2026-10"])
  }

  @Test func `numbers of persons that became numbers are refused, cell by cell`() throws {
    let books = try books.get()
    let receipt = try post("libreoffice-csv.xlsx", try Profiles.profile("c72a-hd").get())
    #expect(receipt.state == .refused)
    #expect(receipt.diagnosis.diagnostics.map(\.code) == Array(repeating: .cellIsNumber, count: 3))
    #expect(receipt.diagnosis.diagnostics.map(\.line) == [7, 8, 11])
    #expect(try books.balance("payable/retirement/79-S1") == 0)
  }
}
