import Foundation
import LedgerCore
import LedgerStore
import Testing

@testable import BenefitLedger

/// The steps of a file's parts, sorted as a whole.
@Suite struct FileStepsTests {
  private func step(_ key: UInt64, _ position: Int) -> NewStep {
    var line = PaymentLine()
    line.amount = Int64(position)
    return NewStep(line, key: key, position: UInt32(position))
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `every step comes once, in the order of the obligations`(_ seed: UInt64) throws {
    print("seed of the parts: \(seed)")
    var random = SeededGenerator(seed)
    var steps = try FileSteps(beside: NSTemporaryDirectory() + "ledger.db")
    var given: [UInt64] = []
    for _ in 0..<Int.random(in: 0...20, using: &random) {
      let keys = (0..<Int.random(in: 0...longest(seed), using: &random)).map { _ in
        UInt64.random(in: 0...100_000, using: &random)
      }.sorted()
      try steps.keep(
        ContiguousArray(keys.enumerated().map { step($1, given.count + $0) }))
      given += keys
      #expect(steps.count == Int64(given.count))
    }
    var out: [NewStep] = []
    while case let piece = try steps.next(50), !piece.isEmpty { out += piece }
    #expect(out.map(\.key) == given.sorted())
    #expect(out.map(\.position).sorted() == (0..<given.count).map(UInt32.init))
    #expect(out.allSatisfy { given[Int($0.position)] == $0.key })
  }

  /// Some parts are longer than a block of the file.
  private func longest(_ seed: UInt64) -> Int { seed.isMultiple(of: 8) ? 20_000 : 100 }
}
