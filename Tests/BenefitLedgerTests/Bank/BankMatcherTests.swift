import LedgerCore
import Testing

@testable import BenefitLedger

/// The matcher against one that tries everything, on small made-up months.
@Suite struct BankMatcherTests {
  /// Movements of a month and nothing else, in memory.
  struct Movements: OpenItems {
    var vouchers: [BankItem]
    func lines(of _: ObligationKey) -> [BankItem] { [] }
    func lines(ofOrder _: String) -> [BankItem] { [] }
    func lines(_: Set<Int64>, from _: CivilDate, through _: CivilDate) -> [BankItem] { [] }
    func notExecuted() -> [Int64: [BankItem]] { [:] }
  }

  /// A match by what it is made of.
  struct Found: Hashable, Comparable {
    var rule: MatchRule
    var entries: [Int64]
    var vouchers: [Int64]

    static func < (one: Found, other: Found) -> Bool {
      one.entries.lexicographicallyPrecedes(other.entries)
    }
  }

  static let window = 2

  private static func day(_ number: Int) throws -> CivilDate {
    try #require(CivilDate(year: 2026, month: 10, day: number))
  }

  private func month(
    _ random: inout SeededGenerator
  ) throws -> (entries: [BankEntry], vouchers: [BankItem]) {
    var vouchers: [BankItem] = []
    for number in 1...Int64.random(in: 2...9, using: &random) {
      // Some batches have several vouchers.
      let batch = vouchers.last.map { $0.batch + Int64.random(in: 0...2, using: &random) / 2 } ?? 1
      let same = vouchers.last { $0.batch == batch }
      vouchers.append(
        BankItem(
          voucher: number, batch: batch,
          date: try same?.date ?? Self.day(Int.random(in: 1...9, using: &random)),
          amount: Int64.random(in: 1...4, using: &random) * (Bool.random(using: &random) ? 1 : -1),
          isMovement: true))
    }
    let entries = try (1...Int64.random(in: 1...9, using: &random)).map { number in
      BankEntry(
        number: number, booked: try Self.day(Int.random(in: 1...9, using: &random)),
        amount: Int64.random(in: 1...6, using: &random) * (Bool.random(using: &random) ? 1 : -1))
    }
    return (entries, vouchers)
  }

  private static func isNear(_ one: CivilDate, _ other: CivilDate) -> Bool {
    abs(one.days(since: other)) <= window
  }

  /// A batch, or part of it in one direction: its number and its vouchers.
  private typealias Group = [BankItem]

  private static func groups(_ open: [BankItem]) -> [Group] {
    var groups: [Group] = []
    for batch in Set(open.map(\.batch)) {
      for isIn in [false, true] {
        let group = open.filter { $0.batch == batch && ($0.amount > 0) == isIn }
        if group.count > 1 { groups.append(group) }
      }
    }
    return groups
  }

  /// Every rule by its words, trying all pairs.
  private static func naive(_ entries: [BankEntry], _ vouchers: [BankItem]) -> Set<Found> {
    var open = entries
    var left = vouchers
    var found: Set<Found> = []
    func total(_ group: Group) -> Int64 { group.reduce(0) { $0 + $1.amount } }
    func take(_ matches: [Found]) {
      for match in matches {
        found.insert(match)
        open.removeAll { match.entries.contains($0.number) }
        left.removeAll { match.vouchers.contains($0.voucher) }
      }
    }
    // One booking, one batch, and no other of either.
    let batches = groups(left)
    take(
      open.compactMap { entry in
        let near = batches.filter { total($0) == entry.amount && isNear($0[0].date, entry.booked) }
        guard near.count == 1 else { return nil }
        let rivals = open.filter { $0.amount == entry.amount && isNear(near[0][0].date, $0.booked) }
        guard rivals.count == 1 else { return nil }
        return Found(
          rule: .batchTotal, entries: [entry.number], vouchers: near[0].map(\.voucher).sorted())
      })
    // All bookings of a day in one direction, one batch or voucher.
    for number in 1...9 {
      for isIn in [false, true] {
        let day = open.filter { $0.booked.number % 100 == number && ($0.amount > 0) == isIn }
        guard day.count > 1 else { continue }
        let sum = day.reduce(0) { $0 + $1.amount }
        let batches = groups(left).filter { total($0) == sum && isNear($0[0].date, day[0].booked) }
        let singles = left.filter { voucher in
          voucher.amount == sum && isNear(voucher.date, day[0].booked)
            && !batches.contains { $0.contains(voucher) }
        }
        let all = batches + singles.map { [$0] }
        guard all.count == 1 else { continue }
        take([
          Found(
            rule: .severalEntries, entries: day.map(\.number).sorted(),
            vouchers: all[0].map(\.voucher).sorted())
        ])
      }
    }
    // One booking, one voucher, and no other of either.
    take(
      open.compactMap { entry in
        let near = left.filter { $0.amount == entry.amount && isNear($0.date, entry.booked) }
        guard near.count == 1 else { return nil }
        let rivals = open.filter { $0.amount == entry.amount && isNear(near[0].date, $0.booked) }
        guard rivals.count == 1 else { return nil }
        return Found(
          rule: .amountAndDate, entries: [entry.number], vouchers: [near[0].voucher])
      })
    return found
  }

  private func matched(
    _ entries: [BankEntry], _ vouchers: [BankItem]
  ) throws -> (found: Set<Found>, open: [Int64]) {
    var matcher = BankMatcher(Movements(vouchers: vouchers), window: Self.window)
    let open = try matcher.run(entries)
    for match in matcher.matches {
      #expect(
        match.entries.reduce(0) { $0 + $1.amount } == match.items.reduce(0) { $0 + $1.amount })
    }
    let all = matcher.matches.flatMap { $0.items.map(\.voucher) }
    #expect(Set(all).count == all.count, "a voucher is matched twice")
    let found = matcher.matches.map { match in
      Found(
        rule: match.rule, entries: match.entries.map(\.number).sorted(),
        vouchers: match.items.map(\.voucher).sorted())
    }
    return (Set(found), open.map(\.entry.number).sorted())
  }

  @Test(arguments: [UInt64.random(in: 0 ... .max), 7, 20_261_122])
  func `it finds what one finds who tries everything, in any order`(_ seed: UInt64) throws {
    print("seed of the bank months: \(seed)")
    var random = SeededGenerator(seed)
    var rules: [MatchRule: Int] = [:]
    for _ in 0..<600 {
      let (entries, vouchers) = try month(&random)
      let (found, open) = try matched(entries, vouchers)
      #expect(found == Self.naive(entries, vouchers), "\(entries) \(vouchers)")
      let taken = found.flatMap(\.entries)
      #expect((taken + open).sorted() == entries.map(\.number).sorted(), "an entry is lost")
      let again = try matched(entries.shuffled(using: &random), vouchers.shuffled(using: &random))
      #expect(again.found == found)
      for match in found { rules[match.rule, default: 0] += 1 }
    }
    #expect(Set(rules.keys) == [.batchTotal, .severalEntries, .amountAndDate])
  }

  @Test func `two that could be it are told, and neither is taken`() throws {
    let vouchers = try [1, 2].map {
      BankItem(voucher: $0, batch: $0, date: try Self.day(3), amount: -5, isMovement: true)
    }
    var matcher = BankMatcher(Movements(vouchers: vouchers), window: Self.window)
    let open = try matcher.run([BankEntry(number: 1, booked: try Self.day(3), amount: -5)])
    #expect(matcher.matches.isEmpty)
    #expect(open.map(\.candidates) == [["voucher 1", "voucher 2"]])
  }

  @Test func `a document names the voucher, and what else it could have been is kept`() throws {
    var vouchers = try [1, 2].map {
      BankItem(voucher: $0, batch: $0, date: try Self.day(3), amount: -5, isMovement: true)
    }
    vouchers[1].document = "UNC 0042"
    var entry = BankEntry(number: 1, booked: try Self.day(3), amount: -5)
    entry.text = "Tam ung UNC 0042 cho 79-S1"
    var matcher = BankMatcher(Movements(vouchers: vouchers), window: Self.window)
    #expect(try matcher.run([entry]).isEmpty)
    #expect(matcher.matches.map(\.rule) == [.document])
    #expect(matcher.matches[0].items.map(\.voucher) == [2])
    #expect(matcher.matches[0].instead == ["voucher 1"])
  }

  @Test(arguments: [
    ("2026-10-06", "2026-10-01", 5), ("2026-03-01", "2026-02-28", 1),
    ("2024-03-01", "2024-02-28", 2),
    ("2026-01-01", "2025-12-31", 1), ("2100-03-01", "2100-02-28", 1),
    ("2000-03-01", "2000-02-28", 2),
    ("2026-10-01", "2026-10-06", -5), ("2199-12-31", "1900-01-01", 109_572),
  ])
  func `days are counted by the calendar`(_ later: String, _ earlier: String, _ days: Int) throws {
    let one = try #require(CivilDate(later))
    #expect(one.days(since: try #require(CivilDate(earlier))) == days)
  }
}
