import LedgerCore
import Testing

@testable import BatchFiles

struct HeaderTests {
  private func found(_ header: String, event: Event = .due) throws -> [Found] {
    let outcome = try readPayments(header + "\n" + Sample.row + "\n", event: event)
    return outcome.found
  }

  @Test func `a missing column is named for each event`() throws {
    let header = "person,benefit,month,amount,site,account,name,reason"
    #expect(try found(header) == [Found(.columnMissing, 1, 53)])
    let outcome = try readPayments(
      "person,benefit,amount\n001234567890,pension,5\n", event: .paid)
    #expect(outcome.found == [Found(.columnMissing, 1, 22)])
    #expect(!outcome.isOpen)
    #expect(outcome.faults.listed.first?.message.contains("“month”") == true)
  }

  @Test func `a column that is there twice is refused`() throws {
    #expect(try found(Sample.columns + ",name").first == Found(.columnDuplicate, 1, 55))
  }

  @Test(arguments: [
    ("nam", "name"), ("Name", "name"), (" name", "name"), ("raeson", "reason"), ("note", nil),
  ])
  func `an unknown column is refused, with the nearest name`(
    _ name: String, _ meant: String?
  ) throws {
    let outcome = try readPayments(
      "person,benefit,month,amount,site,channel,account,\(name)\n\(Sample.row)\n")
    #expect(outcome.found == [Found(.columnUnknown, 1, 50)])
    let help = try #require(outcome.faults.listed.first).help
    #expect(help.contains("Is “") == (meant != nil))
    if let meant { #expect(help.contains("Is “\(meant)” meant?")) }
    #expect(help.contains("person, benefit, month, amount"))
  }

  @Test func `rows under an unknown column are still checked`() throws {
    let outcome = try readPayments(
      "person,benefit,month,amount,site,channel,account,note\n\(Sample.row(.amount, "0"))\n")
    #expect(outcome.found.map(\.code) == [.columnUnknown, .amountZero])
  }

  @Test func `data in place of a header is masked`() throws {
    let outcome = try readPayments("001234567890,pension,2026-10,5\n")
    #expect(outcome.found.allSatisfy { $0.code == .columnMissing && $0.column == 1 })
    #expect(outcome.faults.listed.first?.excerpt == "*********890,pension,2026-10,5")
  }

  @Test(arguments: ["person;benefit;month;amount", "person\tbenefit\tmonth\tamount", "sep=;"])
  func `semicolons and tabs are named`(_ header: String) throws {
    let outcome = try readPayments(header + "\n", event: .paid)
    #expect(outcome.found.map(\.code) == [.wrongDelimiter])
    #expect(outcome.found.first?.line == 1)
  }

  @Test func `a header that is damaged is refused`() throws {
    #expect(try found("person,ben\u{1}efit") == [Found(.forbiddenCharacter, 1, 11)])
    #expect(try found("\"person,benefit") == [Found(.quoteNotClosed, 1, 1)])
  }
}
