import Foundation
import Testing

@testable import BenefitLedger

/// Random books against random lists, beside a comparison that is nothing but plain dictionaries.
@Suite struct RandomLinesTests {
  @Test(
    arguments: [20_261_122, 7, 99, 1_234_567, 42, 3] as [UInt64], [Event.due, .paid])
  func `what differs is what a plain comparison says`(_ seed: UInt64, _ event: Event) throws {
    print("seed of the random lines: \(seed)")
    var books = try RandomLines(seed: seed, event: event)
    for round in 0..<6 {
      let theirs = books.theirs()
      for (scope, change) in try books.scopes() {
        let naive = NaiveLines(books.ours(scope), theirs, site: scope.site)
        let found = try books.ledger.lines(event, books.lists(theirs), change)
        let place: Comment = "seed \(seed), round \(round), \(scope)"
        #expect(found.differences.map(\.words).sorted() == naive.differences.sorted(), place)
        #expect(found.matched.count == Int64(naive.matched), place)
        #expect(found.matched.amount == naive.matchedAmount, place)
        try Self.check(found, naive, place)
      }
    }
    #expect(books.isVaried, "The lists met too little.")
  }

  /// A group's lines are all that there is of what it names, and no line is of two groups.
  private static func check(
    _ found: LinesReconciliation, _ naive: NaiveLines, _ place: Comment
  ) throws {
    var counts = [Int64](repeating: 0, count: found.groups.count)
    var amounts = counts
    for difference in found.differences {
      guard let number = difference.group else { continue }
      let group = found.groups[number]
      counts[number] += 1
      amounts[number] += difference.ours ?? difference.theirs ?? 0
      #expect(group.kind == difference.kind, place)
      #expect(group.benefit.map { $0 == difference.benefit } ?? true, place)
      #expect(group.month.map { $0 == difference.month } ?? true, place)
      #expect(group.batch.map { $0 == difference.batch } ?? true, place)
      #expect(group.file.map { $0 == difference.file } ?? true, place)
      let isOurs = difference.kind != .missingOurs && difference.kind != .duplicate
      let site = isOurs ? difference.ourSite : difference.theirSite
      #expect(group.site.map { $0 == site } ?? true, place)
    }
    #expect(counts == found.groups.map(\.count), place)
    #expect(amounts == found.groups.map(\.amount), place)
    #expect(counts.allSatisfy { $0 > 1 }, place)
    #expect(found.singleCount == Int64(found.differences.filter { $0.group == nil }.count), place)
    // Nothing of ours that they do not have at all is left in pieces.
    let sites = Dictionary(grouping: found.singles.filter { $0.kind == .missingTheirs }) {
      $0.ourSite ?? ""
    }
    for (site, lines) in sites where lines.count > 1 {
      #expect(naive.matchedSites.contains(site), "\(place): \(site) is missing as a whole")
    }
  }

  @Test(
    arguments: [20_261_122, 8, 77, 31_337] as [UInt64], [Event.due, .paid])
  func `the lists that are written, posted, leave what they say they leave`(
    _ seed: UInt64, _ event: Event
  ) throws {
    print("seed of the corrected lines: \(seed)")
    var books = try RandomLines(seed: seed, event: event)
    for round in 0..<4 {
      let lists = books.lists(books.theirs())
      let path = books.ledger.folder + "/correct-\(round).csv"
      let before = try books.ledger.lines(event, lists) { $0.correct = path }
      let correction = try #require(before.correction)
      let left = correction.left.reduce(0) { $0 + $1.count }
      try books.ledger.post(correction)
      let after = try books.ledger.lines(event, lists)
      #expect(after.total == left, "seed \(seed), round \(round): \(after.counts)")
      #expect(before.total > left || before.total == 0, "seed \(seed), round \(round)")
    }
    let verified = try books.ledger.ledger.verify()
    #expect(verified.isIntact, "\(verified.findings)")
  }

  @Test(arguments: [1, 7, 64, 1_000])
  func `runs in a file come out in one order, equal keys as they came`(_ runLength: Int) throws {
    var random = SeededGenerator(5)
    let folder = NSTemporaryDirectory() + "lines-"
    let sorter = LineSorter(beside: folder, runLength: runLength)
    var plain: [(key: UInt64, line: UInt32)] = []
    for number in 0..<500 {
      let key = UInt64.random(in: 0..<200, using: &random) << 20
      plain.append((key, UInt32(number)))
      try sorter.append(
        ComparedLine(key: key, amount: 1, unit: 1, source: 0, line: UInt32(number), channel: 1))
    }
    plain.sort { ($0.key, $0.line) < ($1.key, $1.line) }
    var sorted = try sorter.sorted()
    for expected in plain {
      #expect(sorted.next?.key == expected.key && sorted.next?.line == expected.line)
      try sorted.advance()
    }
    #expect(sorted.next == nil)
  }

  @Test func `the greatest of falling counts comes first`() {
    var random = SeededGenerator(11)
    var counts = (0..<60).map { _ in Int64.random(in: 0..<20, using: &random) }
    var queue = CellQueue(counts)
    var left = Set(counts.indices)
    while let next = queue.next({ counts[$0] }) {
      #expect(next == left.min { (-counts[$0], $0) < (-counts[$1], $1) })
      left.remove(next)
      for place in left where Bool.random(using: &random) && counts[place] > 0 {
        counts[place] -= Int64.random(in: 0...counts[place], using: &random)
      }
    }
    #expect(left.isEmpty)
  }

  @Test func `too many profiles are told apart by less`() {
    var fine = LineTallies(most: 1_000)
    var coarse = LineTallies(most: 10)
    var sum: Int64 = 0
    for number in 0..<300 {
      let line = ComparedLine(
        key: UInt64(number % 12) << 52 | UInt64(1 + number % 3) << 8, amount: Int64(number),
        unit: Int32(number % 9), source: Int32(number % 2), line: 0, channel: 1)
      sum += line.amount
      fine.add(line, alone: true)
      coarse.add(line, alone: true)
    }
    #expect(coarse.tallies.count == 9 && coarse.kept != fine.kept)
    for tallies in [fine, coarse] {
      #expect(tallies.tallies.values.reduce(0) { $0 + $1.lines } == 300)
      #expect(tallies.tallies.values.reduce(0) { $0 + $1.alone.amount } == sum)
    }
  }
}
