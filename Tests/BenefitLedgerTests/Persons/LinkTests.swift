import BenefitLedger
import Foundation
import Testing

@testable import BenefitLedger

/// Persons with several numbers.
@Suite struct LinkTests {
  private let books = Result { try TestLedger() }

  @Test func `what was due under the old number is not due under the new one`() throws {
    let books = try books.get()
    try books.post(.due, TestLedger.dues([(Person.dung, "2026-10")]), name: "old.csv")
    try books.link(Person.dung, Person.an)
    let list = TestLedger.dues([(Person.binh, "2026-10"), (Person.an, "2026-10")])
    for isDryRun in [true, false] {
      let again = try books.post(.due, list, name: "new.csv", dryRun: isDryRun)
      #expect(again.codes == [.alreadyPosted])
      let mistake = try #require(again.diagnosis.diagnostics.first)
      #expect(mistake.line == 3 && mistake.column == 1)
      #expect(mistake.message.contains("batch 1, file old.csv, line 2"))
      #expect(mistake.message.contains("*********011 (kept under *******344)"))
    }
    #expect(try books.balance(.payable) == -5_000_000)
  }

  @Test func `later steps name any of the numbers`() throws {
    let books = try books.get()
    try books.post(.due, TestLedger.dues([(Person.dung, "2026-09"), (Person.an, "2026-10")]))
    try books.link(Person.dung, Person.an)
    #expect(
      try books.post(
        .paid, TestLedger.steps([(Person.an, "2026-09"), (Person.dung, "2026-10")])
      ).state == .posted)
    #expect(
      try books.post(.returned, TestLedger.steps([(Person.dung, "2026-09")])).state == .posted)
    let statement = try books.ledger.personStatement(try books.number(Person.an))
    #expect(statement.others == [try books.number(Person.dung)])
    #expect(statement.obligations.map(\.state) == [.unclaimed, .paid])
    #expect(
      statement.obligations.map(\.person) == [
        try books.number(Person.dung), try books.number(Person.an),
      ])
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `new obligations are kept under the oldest number`() throws {
    let books = try books.get()
    try books.link(Person.dung, Person.an)
    try books.link(Person.an, Person.chi)
    #expect(try books.post(.due, TestLedger.dues([(Person.chi, "2026-10")])).state == .posted)
    let statement = try books.ledger.personStatement(try books.number(Person.an))
    #expect(statement.obligations.map(\.person) == [try books.number(Person.dung)])
    #expect(statement.others.count == 2)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `two numbers of one person in one list are the same obligation twice`() throws {
    let books = try books.get()
    try books.link(Person.dung, Person.an)
    let list = TestLedger.dues([(Person.an, "2026-10"), (Person.dung, "2026-10")])
    #expect(try books.post(.due, list).codes == [.twiceInFile])
    let two = try books.post(
      .due,
      [
        ("a.csv", TestLedger.dues([(Person.an, "2026-10")])),
        ("b.csv", TestLedger.dues([(Person.dung, "2026-10")])),
      ])
    #expect(two.receipts.map(\.state) == [.posted, .refused])
  }

  @Test func `a long list is seen through as a short one is`() throws {
    let books = try books.get()
    let cards = (0..<17_000).map { "79" + String(10_000_000 + $0) }
    let numbers = (0..<17_000).map { "0790600" + String(10_000 + $0) }
    #expect(
      try books.post(.due, TestLedger.dues(cards.map { ($0, "2026-10") })).state == .posted)
    let list = "old,new\n" + zip(cards, numbers).map { "\($0),\($1)\n" }.joined()
    let linked = try books.ledger.importLinks(from: try books.file("links.csv", list))
    #expect(linked.record.added == 17_000 && linked.doubleCount == 0)
    let again = try books.post(.due, TestLedger.dues(numbers.map { ($0, "2026-10") }))
    #expect(again.state == .refused)
    // Each row, and that it is the same list again.
    #expect(again.diagnosis.counts.map(\.count) == [17_001])
    #expect(
      try books.post(.paid, TestLedger.steps(numbers.map { ($0, "2026-10") })).state == .posted)
    #expect(try books.balance(.payable) == 0)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `a step can be undone under any number`() throws {
    let books = try books.get()
    try books.post(.due, TestLedger.dues([(Person.dung, "2026-10")]))
    try books.link(Person.dung, Person.an)
    var request = PostingRequest(
      .due,
      [.memory(name: "undo.csv", bytes: Array(TestLedger.steps([(Person.an, "2026-10")]).utf8))],
      maker: "clerk", today: try books.day())
    request.isCorrection = true
    request.reason = "twice"
    #expect(try books.ledger.post(request).receipts.first?.state == .posted)
    #expect(try books.balance(.payable) == 0)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `a batch under a new number is reversed as a whole`() throws {
    let books = try books.get()
    try books.post(.due, TestLedger.dues([(Person.dung, "2026-10")]))
    try books.link(Person.dung, Person.an)
    try books.post(.paid, TestLedger.steps([(Person.an, "2026-10")]))
    let answer = try books.ledger.reverse(
      ReversalRequest(batch: 2, reason: "not paid", maker: "clerk", date: try books.day()))
    #expect(answer.receipts.first?.state == .posted)
    #expect(try books.states(Person.an) == ["2026-10": .due])
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `what a link shows to be owed twice is found with both batches`() throws {
    let books = try books.get()
    try books.post(.due, TestLedger.dues([(Person.dung, "2026-10"), (Person.dung, "2026-09")]))
    try books.post(.due, TestLedger.dues([(Person.an, "2026-10")]), name: "new.csv")
    try books.post(.paid, TestLedger.steps([(Person.an, "2026-10")]), name: "paid.csv")
    let answer = try books.link(Person.dung, Person.an)
    #expect(answer.doubleCount == 1)
    let double = try #require(answer.doubles.first)
    #expect(double.month.description == "2026-10" && double.benefit == .pension)
    #expect(double.sides.map(\.batch) == [1, 3])
    #expect(double.sides.map(\.state) == [.due, .paid])
    // Each stays reachable under the number it is written with.
    #expect(
      try books.post(.cancelled, TestLedger.steps([(Person.dung, "2026-10")])).state == .posted)
    #expect(try books.post(.overpaid, TestLedger.steps([(Person.an, "2026-10")])).state == .posted)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `a due that was undone under one number is not due anew while another has it`() throws
  {
    let books = try books.get()
    try books.post(.due, TestLedger.dues([(Person.an, "2026-10")]), name: "new.csv")
    _ = try books.ledger.reverse(
      ReversalRequest(batch: 1, reason: "wrong number", maker: "clerk", date: try books.day()))
    try books.post(.due, TestLedger.dues([(Person.dung, "2026-10")]), name: "old.csv")
    #expect(try books.link(Person.dung, Person.an).doubleCount == 0)
    let again = try books.post(
      .due, TestLedger.dues([(Person.an, "2026-10")]), name: "again.csv",
      envelope: Envelope(reference: "R2"))
    #expect(again.codes == [.alreadyPosted])
    #expect(try books.post(.paid, TestLedger.steps([(Person.an, "2026-10")])).state == .posted)
    #expect(try books.balance(.payable) == 0)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `what is cancelled is not owed twice`() throws {
    let books = try books.get()
    try books.post(.due, TestLedger.dues([(Person.dung, "2026-10"), (Person.an, "2026-10")]))
    try books.post(.cancelled, TestLedger.steps([(Person.an, "2026-10")]))
    #expect(try books.link(Person.dung, Person.an).doubleCount == 0)
  }

  @Test func `a hold holds under every number`() throws {
    let books = try books.get()
    try books.hold("person,reason,from\n\(Person.dung),x,2026-03-01\n")
    try books.link(Person.dung, Person.an)
    #expect(try books.post(.due, TestLedger.dues([(Person.an, "2026-10")])).codes == [.personHeld])
    #expect(try books.ledger.holds(of: try books.number(Person.an)).count == 1)
    let dead = try books.deaths("person,date\n\(Person.an),2026-01-10\n")
    #expect(dead.holds.added == 1)
  }

  @Test func `a death settles what is kept under any number`() throws {
    let books = try books.get()
    try books.post(.due, TestLedger.dues([(Person.dung, "2026-02"), (Person.an, "2026-03")]))
    try books.link(Person.dung, Person.an)
    let answer = try books.deaths("person,date\n\(Person.an),2026-02-10\n")
    #expect(answer.posting.exit == .done && answer.deaths.count == 1)
    #expect(
      try books.states(Person.an) == ["2026-02": .inherited, "2026-03": .cancelled])
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `a list of links is taken in once, and its mistakes are reported`() throws {
    let books = try books.get()
    let request = RecordRequest(maker: "clerk", date: try books.day())
    let list = try books.file("links.csv", "old,new\n\(Person.dung),\(Person.an)\n")
    let first = try books.ledger.importLinks(from: list, request)
    #expect(first.record.added == 1)
    #expect(try books.ledger.importLinks(from: list, request).record.alreadyImported)
    let longer = try books.file(
      "more.csv", "old,new\n\(Person.an),\(Person.dung)\n\(Person.binh),\(Person.chi)\n")
    let second = try books.ledger.importLinks(from: longer, request)
    #expect(second.record.added == 1 && second.record.known == 1)
    #expect(try books.ledger.links().map(\.fileLine) == [2, 3])
    let bad = try books.file(
      "bad.csv", "old,new\n\(Person.an),\(Person.an)\n123,456\n\(Person.an),\n")
    let refused = try books.ledger.importLinks(from: bad, request).record.diagnosis
    #expect(
      refused.diagnostics.map { "\($0.code.text) \($0.line):\($0.column)" }
        == ["L0547 2:14", "L0404 3:1", "L0404 3:5", "L0401 4:14"])
    #expect(!"\(refused)".contains(Person.an))
    #expect { try books.link(Person.an, Person.an) } throws: {
      ($0 as? LedgerError)?.code == .linkedToItself
    }
    #expect(
      try books.ledger.importLinks(from: books.folder + "/none.csv").record.diagnosis.diagnostics
        .map(\.code) == [.fileMissing])
  }

  /// What somebody does to the numbers behind the program's back.
  static let changes = [
    "UPDATE line SET obligor = 40170000033 WHERE line_no = 2",
    "UPDATE line SET obligor = 40170000033 WHERE line_no = 1; "
      + "UPDATE step SET person = 40170000033 WHERE line_no = 1",
    "DELETE FROM person_link",
  ]

  @Test(arguments: changes)
  func `a line that is kept under a stranger's number is found`(_ sql: String) throws {
    let books = try books.get()
    try books.post(.due, TestLedger.dues([(Person.dung, "2026-10")]))
    try books.link(Person.dung, Person.an)
    try books.post(.paid, TestLedger.steps([(Person.an, "2026-10")]))
    try TamperedBooks.edit(books.folder + "/ledger.db", sql)
    #expect(try books.ledger.verify().kinds.contains(.lineLink))
  }

  @Test func `a link that came later joins nothing that was posted before it`() throws {
    let books = try books.get()
    try books.post(.due, TestLedger.dues([(Person.dung, "2026-10"), (Person.an, "2026-09")]))
    try books.link(Person.dung, Person.an)
    try TamperedBooks.edit(
      books.folder + "/ledger.db",
      """
      UPDATE line SET obligor = (SELECT number_old FROM person_link) WHERE line_no = 2;
      UPDATE step SET person = (SELECT number_old FROM person_link) WHERE line_no = 2
      """)
    #expect(try books.ledger.verify().kinds.contains(.lineLink))
  }

  @Test func `groups are those of a union by hand, whatever the links`() {
    var seed: UInt64 = 0x5EED_0547
    func draw(_ below: UInt64) -> Int64 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int64((seed >> 33) % below)
    }
    for _ in 0..<50 {
      var pairs: ContiguousArray<NumberPair> = []
      for _ in 0..<(1 + draw(40)) {
        let old = 1_000 + draw(60)
        let new = 1_000 + draw(60)
        if old != new { pairs.append(NumberPair(old: old, new: new)) }
      }
      var groups: [(first: Int, members: Set<Int64>)] = []
      for (link, pair) in pairs.enumerated() {
        let isTouched = { (group: (first: Int, members: Set<Int64>)) in
          group.members.contains(pair.old) || group.members.contains(pair.new)
        }
        let touched = groups.filter(isTouched)
        groups.removeAll(where: isTouched)
        groups.append(
          (
            touched.map(\.first).min() ?? link,
            touched.reduce(into: Set([pair.old, pair.new])) { $0.formUnion($1.members) }
          ))
      }
      let links = LinkedNumbers(pairs)
      for group in groups {
        for member in group.members {
          #expect(Set(links.group(of: member)) == group.members, "seed 0x5EED0547")
          #expect(links.head(of: member) == pairs[group.first].old, "seed 0x5EED0547")
        }
      }
      for number in 1_000..<1_070
      where !groups.contains(where: { $0.members.contains(Int64(number)) }) {
        #expect(links.group(of: Int64(number)) == [Int64(number)])
        #expect(!links.contains(Int64(number)))
      }
    }
  }
}
