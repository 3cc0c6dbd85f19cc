import BenefitLedger
import Foundation
import Testing

/// Lists of persons who are not payable, as the register takes them in.
@Suite struct HoldListTests {
  private let books = Result { try TestLedger() }

  @Test func `a list is taken in once, row by row`() throws {
    let books = try books.get()
    let list = """
      person,reason,from,to,kind
      \(Person.an),TB 12,2026-02-10,,deceased
      \(Person.binh),abroad,2026-03-01,2026-08-31,

      """
    let first = try books.hold(list)
    #expect(first.added == 2 && first.known == 0 && first.record == 3)
    let again = try books.hold(list, name: "again.csv")
    #expect(again.alreadyImported && again.record == 3 && again.added == 0)
    let longer = try books.hold(list + "\(Person.chi),court,2026-04-01,,\n")
    #expect(longer.added == 1 && longer.known == 2)
    let same = try books.hold(
      "person,reason,from,to\n\(Person.binh),abroad,2026-03-01,2026-08-31\n")
    #expect(same.added == 0 && same.known == 1 && same.record == nil)
    let holds = try books.ledger.holds()
    #expect(holds.map(\.kind) == [.deceased, .suspended, .suspended])
    #expect(holds.map(\.fileLine) == [2, 3, 4])
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `the same row twice in a list is one hold`() throws {
    let books = try books.get()
    let row = "\(Person.an),TB 12,2026-02-10\n"
    let answer = try books.hold("person,reason,from\n" + row + row)
    #expect(answer.added == 1 && answer.known == 1)
  }

  @Test func `every mistake of a list is reported with its place, and nothing is taken in`() throws
  {
    let books = try books.get()
    let answer = try books.hold(
      """
      person,reason,from,to,kind
      \(Person.an),x,2026-02-30,,
      07906000001,x,2026-02-01,2026-01-01,
      \(Person.binh),,2026-02-01,,gone
      \(Person.chi),x,10/02/2026,,
      person,reason,from,to,kind
      \(Person.chi),x
      """)
    #expect(
      answer.diagnosis.diagnostics.map { "\($0.code.text) \($0.line):\($0.column)" } == [
        "L0543 2:16", "L0403 3:1", "L0544 3:26", "L0401 4:14", "L0545 4:27", "L0543 5:16",
        "L0213 6:1", "L0204 7:15", "L0290 7:15",
      ])
    #expect(answer.added == 0)
    #expect(!"\(answer.diagnosis)".contains(Person.an))
    #expect(try books.ledger.holds().isEmpty)
  }

  @Test(arguments: [
    ("person,from\n079060000011,2026-02-10\n", Code.columnMissing),
    ("person,reason,from,until\n079060000011,x,2026-02-10,\n", .columnUnknown),
    ("", .fileEmpty), ("person,reason,from\n", .noRows),
  ])
  func `a list that is no list of holds is refused`(_ text: String, _ code: Code) throws {
    let answer = try books.get().hold(text)
    #expect(answer.diagnosis.diagnostics.first?.code == code)
  }

  @Test func `a list that is not there is refused`() throws {
    let books = try books.get()
    let answer = try books.ledger.importHolds(from: books.folder + "/nowhere.csv")
    #expect(answer.diagnosis.diagnostics.map(\.code) == [.fileMissing])
  }

  @Test func `a release ends every hold of the person from its day on`() throws {
    let books = try books.get()
    let an = try books.number(Person.an)
    let request = RecordRequest(maker: "clerk", date: try books.day())
    for month in ["03", "04"] {
      _ = try books.ledger.addHold(
        of: an, reason: "x", from: try books.day("2026-\(month)-01"), request)
    }
    let released = try books.ledger.release(
      .person(an), reason: "is back", from: try books.day("2026-09-01"), request)
    #expect(released.added == 2)
    #expect(try books.ledger.holds(asAt: try books.day("2026-08-31")).count == 2)
    #expect(try books.ledger.holds(asAt: try books.day("2026-09-01")).isEmpty)
    #expect(try books.ledger.holds(asAt: try books.day("2026-03-31")).count == 1)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `a hold is released again only to end it earlier`() throws {
    let books = try books.get()
    let an = try books.number(Person.an)
    _ = try books.ledger.addHold(of: an, reason: "x", from: try books.day("2026-03-01"))
    func release(_ day: String) throws {
      _ = try books.ledger.release(.number(1), reason: "is back", from: try books.day(day))
    }
    try release("2026-09-01")
    for day in ["2026-09-01", "2026-10-01"] {
      #expect { try release(day) } throws: { ($0 as? LedgerError)?.code == .holdReleasedBefore }
    }
    try release("2026-03-01")
    #expect(try books.ledger.holds().first?.released == books.day("2026-03-01"))
    #expect { try books.ledger.release(.number(7), reason: "x", from: try books.day()) } throws: {
      ($0 as? LedgerError)?.code == .notFound
    }
    #expect {
      try books.ledger.release(
        .person(try books.number(Person.binh)), reason: "x", from: try books.day())
    } throws: {
      ($0 as? LedgerError)?.code == .notFound
    }
  }

  /// What somebody does to the register behind the program's back.
  static let changes = [
    "UPDATE hold SET valid_from = 20270101", "UPDATE hold SET person = person + 1",
    "DELETE FROM hold_release; DELETE FROM hold",
    "UPDATE hold SET reason = 'y'", "UPDATE hold_release SET released_from = 20260301",
    "DELETE FROM hold_release", "UPDATE person_link SET number_new = number_new + 1",
    "DELETE FROM person_link",
    "INSERT INTO hold SELECT 2, record_no, 1, 1, 'x', 20260101, NULL, NULL FROM hold",
    "INSERT INTO hold_release SELECT record_no, 1, 20260401 FROM person_link",
    "INSERT INTO person_link SELECT record_no, 2, 1, 2, NULL FROM person_link",
  ]

  @Test(arguments: changes)
  func `a hold, a release or a link that was changed is found`(_ sql: String) throws {
    let books = try books.get()
    try books.hold("person,reason,from\n\(Person.an),x,2026-03-01\n")
    _ = try books.ledger.release(.number(1), reason: "y", from: try books.day("2026-05-01"))
    try books.link(Person.binh, Person.dung)
    #expect(try books.ledger.verify().isIntact)
    try TamperedBooks.edit(books.folder + "/ledger.db", sql)
    #expect(try books.ledger.verify().kinds.contains(.registerChanged))
  }
}
