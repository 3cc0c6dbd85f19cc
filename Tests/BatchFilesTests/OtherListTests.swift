import LedgerCore
import Testing

@testable import BatchFiles

/// The wrong file, the names that are masked, and dates that are none.
struct OtherListTests {
  private func first(_ text: String, event: Event = .due) throws -> Diagnostic {
    let outcome = try readPayments(text, event: event)
    #expect(outcome.faults.faultCount == 1, "\(outcome.found)")
    return try #require(outcome.faults.listed.first)
  }

  @Test(arguments: [
    ("code,name,kind,parent", "units", "sites import"),
    ("unit,fund,amount,document", "money that moves", "post contribution"),
    ("account,fund,amount", "opening balances", "post opening"),
    ("person,reason,from,kind", "persons who are not payable", "hold import"),
    ("old,new", "numbers of the same persons", "person link"),
    ("person,date", "deaths", "death"),
    ("site,event,count,amount", "totals", "reconcile"),
  ])
  func `another kind of list is named once`(
    _ header: String, _ rows: String, _ command: String
  ) throws {
    let found = try first(header + "\n1,2\n")
    #expect(found.code == .otherList && found.line == 1)
    #expect(found.message.contains("a list of \(rows)"))
    #expect(found.help.contains(command))
  }

  @Test func `payments that lack the columns of a due are payments all the same`() throws {
    let outcome = try readPayments("person,benefit,month,amount\n", event: .due)
    #expect(outcome.found.map(\.code) == [.columnMissing, .columnMissing])
    let reader = MovementListReader(
      source: .memory(name: "x.csv", bytes: Array("\(Sample.columns)\n\(Sample.row)\n".utf8)),
      event: .contribution, options: Envelope(), today: try date("2026-11-22"), units: Register(),
      mode: .collectFaults)
    #expect(try !reader.open())
    #expect(reader.faults.listed.map(\.code) == [.otherList])
    #expect(reader.faults.listed.first?.message.contains("a list of payments") == true)
  }

  @Test func `signs between digits end a run in references and names, and nowhere else`() throws {
    #expect(maskedDigits("D-2026-10-0001") == "D-2026-10-0001")
    #expect(maskedDigits("in/079060000011.csv") == "in/*********011.csv")
    #expect(maskedDigits("20261005.csv 12345678") == "20261005.csv 12345678")
    #expect(maskedDigits("123456789") == "******789")
    let excerpt = try readPayments(
      "#batch reference=D-2026-10-0001 count=x\n\(Sample.columns)\n\(Sample.row)\n"
    ).faults.listed
    #expect(excerpt.first?.excerpt.contains("D-2026-10-0001") == true)
    let long = try readPayments(
      "#batch reference=D-079060000011 count=x\n\(Sample.columns)\n\(Sample.row)\n"
    ).faults.listed
    #expect(long.first?.excerpt.contains("D-*********011") == true)
    let differs = try readPayments(
      "#batch reference=D-2026-10-0001\n\(Sample.columns)\n\(Sample.row)\n",
      options: Envelope(reference: "D-2026-10-0002")
    ).faults.listed
    #expect(differs.first?.message.contains("“D-2026-10-0001”") == true)
  }

  @Test(arguments: [
    ("2026-02-30", "there is no such day in the calendar"), ("2026-13-01", "there is no such day"),
    ("9999-12-31", "the years go from 1900 to 2199"), ("9999-12", "the years go from"),
    ("2026-13", "there is no such month"),
  ])
  func `a date that is none is told why`(_ text: String, _ reason: String) throws {
    #expect(notInCalendar(text)?.contains(reason) == true)
    let key = text.utf8.count == 7 ? "period" : "date"
    let found = try readPayments("#batch \(key)=\(text)\n\(Sample.columns)\n\(Sample.row)\n").faults
      .listed
    #expect(found.first?.code == .envelopeValue)
    #expect(found.first?.message.contains(reason) == true)
  }

  @Test func `other texts are none of the calendar's matter`() {
    for text in ["2026-02-28", "2026-10", "1/3/2026", "2026_02_30", "", "20260230"] {
      #expect(notInCalendar(text) == nil)
    }
  }
}
