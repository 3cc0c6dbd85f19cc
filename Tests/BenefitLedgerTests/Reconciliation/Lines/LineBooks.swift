import Foundation
import Testing

@testable import BenefitLedger

/// A ledger with lists of the other side, and what comparing them came to.
extension TestLedger {
  /// Compares our lines with lists made in memory.
  func lines(
    _ event: Event, _ lists: [String], _ change: (inout LinesRequest) -> Void = { _ in }
  ) throws -> LinesReconciliation {
    var request = LinesRequest(
      event,
      lists.enumerated().map { .memory(name: "theirs-\($0 + 1).csv", bytes: Array($1.utf8)) },
      today: try day())
    change(&request)
    return try ledger.reconcileLines(request)
  }

  /// Posts the lists that a comparison wrote, in their order.
  func post(_ correction: LinesCorrection) throws {
    for list in correction.lists {
      var request = PostingRequest(
        list.event, [.file(list.path)],
        envelope: Envelope(count: list.count, total: list.total), maker: "clerk",
        today: try day())
      request.isCorrection = list.undoes
      request.reason = list.undoes ? "they say otherwise" : nil
      let answer = try ledger.post(request)
      let receipt = try #require(answer.receipts.first)
      #expect(receipt.state == .posted, "\(list): \(receipt.diagnosis)")
    }
  }

  /// The text of a file in the ledger's folder.
  func text(_ name: String) throws -> String {
    try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
  }
}

extension LineDifference {
  /// The difference on one line, with the person's whole number.
  var words: String {
    func text(_ value: (some CustomStringConvertible)?) -> String { value?.description ?? "-" }
    return [
      kind.code, person.digits, benefit.code, text(month as Month?), text(ours), text(theirs),
      text(ourSite), text(theirSite), text(ourChannel?.code), text(theirChannel?.code),
      text(batch), text(file), text(line),
    ].joined(separator: " ")
  }
}

extension LinesReconciliation {
  /// How many differences there are of each kind, by its code.
  var counts: [String: Int64] {
    Dictionary(uniqueKeysWithValues: found.map { ($0.kind.code, $0.tally.count ?? 0) })
  }
}
