import LedgerCore
import LedgerStore
import Testing

@testable import BenefitLedger

/// Steps of a file's parts, sorted in longer runs.
@Suite struct StepRunsTests {
  private func step(_ key: UInt64, _ position: Int) -> NewStep {
    var line = PaymentLine()
    line.amount = Int64(position)
    return NewStep(line, key: key, position: UInt32(position))
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `every step is handed out once, and a run in order`(_ seed: UInt64) throws {
    print("seed of the runs: \(seed)")
    var random = SeededGenerator(seed)
    let capacity = Int.random(in: 1...400, using: &random)
    var runs = StepRuns(capacity: capacity)
    var given: [UInt64] = []
    var pieces: [[NewStep]] = []
    var sizes: [Int] = []
    for _ in 0..<Int.random(in: 1...30, using: &random) {
      let keys = (0..<Int.random(in: 0...100, using: &random)).map { _ in
        UInt64.random(in: 0...100_000, using: &random)
      }.sorted()
      let part = keys.enumerated().map { step($1, given.count + $0) }
      given += keys
      sizes.append(keys.count)
      pieces.append(Array(runs.exchange(ContiguousArray(part))))
    }
    #expect(given.count - pieces.reduce(0) { $0 + $1.count } <= 2 * capacity + 2 * (sizes.max() ?? 0))
    while case let rest = runs.rest(50), !rest.isEmpty { pieces.append(Array(rest)) }
    #expect(runs.rest(50).isEmpty)
    let out = pieces.flatMap { $0 }
    #expect(out.map(\.position).sorted() == (0..<given.count).map(UInt32.init))
    #expect(out.allSatisfy { given[Int($0.position)] == $0.key })
    // The order begins anew only with a run, and runs get longer.
    let descents = zip(out, out.dropFirst()).count { $0.key > $1.key }
    #expect(descents <= sizes.count, "\(descents) of \(sizes)")
    #expect(pieces.allSatisfy { piece in zip(piece, piece.dropFirst()).allSatisfy { $0.key <= $1.key } })
  }
}
