import Foundation
import Testing

@testable import BenefitLedger

/// Our lines against the other side's, one by one.
@Suite struct LinesTests {
  private let books = Result { try TestLedger() }
  private static let columns = "person,benefit,month,amount,site,channel\n"

  /// A row of a pension in cash.
  private static func row(
    _ person: String, _ amount: Int64 = 5_000_000, site: String = "79-S1", channel: String = "cash"
  ) -> String { "\(person),pension,2026-10,\(amount),\(site),\(channel)\n" }

  /// Four pensions that are due at 79-S1, three of them paid.
  private func paid() throws -> TestLedger {
    let books = try books.get()
    try books.due([Person.an, Person.binh, Person.chi, Person.dung])
    try books.post(.paid, TestLedger.list([Person.an, Person.binh, Person.chi]))
    return books
  }

  @Test func `the same lines in any order agree`() throws {
    let books = try paid()
    let result = try books.lines(
      .paid,
      [
        TestLedger.list([Person.chi]),
        Self.columns + Self.row(Person.binh) + Self.row(Person.an),
      ])
    #expect(result.agrees && result.total == 0 && result.differences == [])
    #expect(result.matched == Tally(count: 3, amount: 15_000_000))
    #expect(result.ours == result.theirs)
  }

  @Test func `every kind of difference is told apart`() throws {
    let books = try paid()
    try books.due(Person.an.asOther, 1_000_000, at: "79-S2", on: "2026-10-05")
    try books.post(
      .paid, "person,benefit,month,amount\n\(Person.an.asOther),pension,2026-10,1000000\n")
    let result = try books.lines(
      .paid,
      [
        Self.columns + Self.row(Person.an) + Self.row(Person.an) + Self.row(Person.binh, 4_999_999)
          + Self.row(Person.dung)
          + Self.row(Person.an.asOther, 1_000_000, site: "79-S1")
          + Self.row(Person.chi, channel: "agency")
      ])
    #expect(
      result.differences.map(\.words) == [
        "channel \(Person.chi) pension 2026-10 5000000 5000000 79-S1 79-S1 cash agency 2 "
          + "theirs-1.csv 7",
        "duplicate \(Person.an) pension 2026-10 - 5000000 - 79-S1 - cash - theirs-1.csv 3",
        "site \(Person.an.asOther) pension 2026-10 1000000 1000000 79-S2 79-S1 cash cash 4 "
          + "theirs-1.csv 6",
        "amount \(Person.binh) pension 2026-10 5000000 4999999 79-S1 79-S1 cash cash 2 "
          + "theirs-1.csv 4",
        "missing-ours \(Person.dung) pension 2026-10 - 5000000 - 79-S1 - cash - theirs-1.csv 5",
      ])
    #expect(result.matched == Tally(count: 1, amount: 5_000_000))
    let less = try books.lines(.paid, [TestLedger.list([Person.an, Person.binh])])
    #expect(less.counts == ["missing-theirs": 2])
  }

  @Test func `a site that is missing is one difference, in both directions`() throws {
    let books = try books.get()
    let here = (0..<6).map { "0790600001\(10 + $0)" }
    let there = (0..<5).map { "0790600002\(10 + $0)" }
    try books.due(here)
    try books.due(there, site: "79-S2")
    try books.due([Person.an], site: "79-S2", amount: 1_000_000)
    let theirs = Self.columns + here.dropLast().map { Self.row($0) }.joined()
    let result = try books.lines(.due, [theirs])
    #expect(result.counts == ["missing-theirs": 7])
    #expect(
      result.groups == [
        LinesGroup(
          kind: .missingTheirs, count: 6, amount: 26_000_000, isWhole: true, site: "79-S2")
      ])
    #expect(result.singles.map(\.person.digits) == [here[5]])
    let more = theirs + (0..<4).map { Self.row("0400600001\(10 + $0)", site: "40-S1") }.joined()
    let both = try books.lines(.due, [more])
    #expect(
      both.groups.map { "\($0.kind.code) \($0.site ?? "-") \($0.count)" } == [
        "missing-ours 40-S1 4", "missing-theirs 79-S2 6",
      ])
  }

  @Test func `nothing of theirs, and the whole list twice, are one difference each`() throws {
    let books = try paid()
    let list = TestLedger.list([Person.an, Person.binh, Person.chi])
    let twice = try books.lines(.paid, [list, list])
    #expect(twice.counts == ["duplicate": 3])
    #expect(twice.groups.map(\.count) == [3] && twice.singles == [])
    let other = try books.lines(.unpaid, [list])
    #expect(other.counts == ["missing-ours": 3])
    #expect(
      other.groups == [
        LinesGroup(kind: .missingOurs, count: 3, amount: 15_000_000, isWhole: true)
      ])
  }

  @Test func `a site that has another one's lines is one difference`() throws {
    let books = try books.get()
    let persons = (0..<5).map { "0790600001\(10 + $0)" }
    try books.due(persons)
    let result = try books.lines(
      .due, [Self.columns + persons.map { Self.row($0, site: "40-S1") }.joined()])
    #expect(
      result.groups == [
        LinesGroup(
          kind: .site, count: 5, amount: 25_000_000, isWhole: true, site: "79-S1",
          theirSite: "40-S1")
      ])
  }

  @Test func `what was undone is not there, unless it was not known then`() throws {
    let books = try paid()
    try books.post(.paid, TestLedger.list([Person.binh]), today: "2026-10-09", undoing: "not paid")
    let theirs = TestLedger.list([Person.an, Person.chi])
    #expect(try books.lines(.paid, [theirs]).agrees)
    let all = TestLedger.list([Person.an, Person.binh, Person.chi])
    #expect(try books.lines(.paid, [all]).counts == ["missing-ours": 1])
    #expect(try books.lines(.paid, [all]) { $0.asKnownAt = 2 }.agrees)
    #expect(try books.lines(.paid, [all]) { $0.asAt = CivilDate("2026-10-08") }.agrees)
    #expect(try books.lines(.paid, [theirs]) { $0.asAt = CivilDate("2026-10-09") }.agrees)
    #expect(try books.lines(.paid, [all]) { $0.asKnownAt = 1 }.counts == ["missing-ours": 3])
  }

  @Test func `a payment that came back was paid all the same, and came back`() throws {
    let books = try paid()
    try books.post(.returned, TestLedger.list([Person.an]))
    let list = TestLedger.list([Person.an, Person.binh, Person.chi])
    #expect(try books.lines(.paid, [list]).agrees)
    #expect(try books.lines(.returned, [TestLedger.list([Person.an])]).agrees)
  }

  @Test func `a period or a site is looked at by itself`() throws {
    let books = try paid()
    try books.due([Person.an.asOther], site: "79-S2")
    try books.post(
      .paid, TestLedger.list([Person.an.asOther]), envelope: Envelope(period: Month("2026-11")))
    let first = TestLedger.list([Person.an, Person.binh, Person.chi])
    #expect(try books.lines(.paid, [first]) { $0.period = Month("2026-10") }.agrees)
    #expect(try books.lines(.paid, [first]) { $0.site = UnitCode("79-S1") }.agrees)
    let other = TestLedger.list([Person.an.asOther])
    #expect(try books.lines(.paid, [other]) { $0.site = UnitCode("79-S2") }.agrees)
    // A row that names no site is of the site that is asked for.
    #expect(
      try books.lines(.paid, [other]) { $0.site = UnitCode("79-S1") }.counts
        == ["missing-theirs": 3, "site": 1])
    #expect(code { try books.lines(.paid, [other]) { $0.site = UnitCode("79-X") } } == .notFound)
  }

  @Test func `linked numbers are one person on both sides`() throws {
    let books = try books.get()
    try books.due([Person.dung, Person.binh])
    try books.link(Person.dung, Person.an)
    try books.post(.paid, TestLedger.list([Person.an, Person.binh]))
    for number in [Person.dung, Person.an] {
      let result = try books.lines(.paid, [TestLedger.list([number, Person.binh])])
      #expect(result.agrees, "\(result.differences)")
    }
    #expect(
      try books.lines(.paid, [TestLedger.list([Person.dung, Person.an, Person.binh])]).counts
        == ["duplicate": 1])
    #expect(
      try books.lines(.paid, [TestLedger.list([Person.binh])]).differences.map(\.person.digits)
        == [Person.dung])
  }

  @Test func `a list with mistakes is not compared, and every mistake is named`() throws {
    let books = try paid()
    let result = try books.lines(
      .paid,
      [
        "person,benefit,month,amount\n\(Person.an),pension,2026-10,5.000.000\n",
        Self.columns + Self.row(Person.binh, site: "99-X") + "x,pension,2026-10,5,79-S1,cash\n",
      ])
    #expect(!result.agrees && result.matched.count == 0)
    #expect(
      result.diagnosis.diagnostics.map { "\($0.file) \($0.code)" } == [
        "theirs-1.csv amountThousands", "theirs-2.csv unitUnknown", "theirs-2.csv personNotDigits",
      ])
    #expect(result.diagnosis.diagnostics.allSatisfy { !"\($0)".contains(Person.binh) })
  }

  @Test func `every difference goes into a file of its owner's, and none is overwritten`() throws {
    let books = try paid()
    let path = books.folder + "/differences.csv"
    let theirs = Self.columns + Self.row(Person.an) + Self.row(Person.dung)
    let result = try books.lines(.paid, [theirs]) { $0.csv = path }
    #expect(result.total == 3)
    #expect(
      try books.text("differences.csv") == """
        group,kind,person,benefit,month,occurrence,ours,theirs,our_site,their_site,our_channel,\
        their_channel,batch,file,line
        ,missing-theirs,\(Person.chi),pension,2026-10,1,5000000,,79-S1,,cash,,2,,
        ,missing-theirs,\(Person.binh),pension,2026-10,1,5000000,,79-S1,,cash,,2,,
        ,missing-ours,\(Person.dung),pension,2026-10,1,,5000000,,79-S1,,cash,,theirs-1.csv,3

        """)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(code { try books.lines(.paid, [theirs]) { $0.csv = path } } == .outputExists)
    let agreeing = TestLedger.list([Person.an, Person.binh, Person.chi])
    _ = try books.lines(.paid, [agreeing]) { $0.csv = books.folder + "/none.csv" }
    #expect(try books.text("none.csv").split(separator: "\n").count == 1)
  }
}

extension String {
  /// The personal number after this one.
  fileprivate var asOther: String { String(dropLast()) + "9" }
}
