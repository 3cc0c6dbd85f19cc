import LedgerCore
import LedgerStore

/// Looks up the obligations of lines and checks that each line is an allowed next step.
struct ObligationLookup {
  let event: Event
  let isCorrection: Bool
  /// The units that send nobody money any more.
  let closed: ClosedUnits
  /// The business date of the line at a position of the chunk.
  let date: (Int) -> CivilDate

  /// Checks lines in the order of their obligations.
  ///
  /// - Parameters:
  ///   - chunk: The lines; each is filled in from its obligation.
  ///   - keys: Their keys, ascending.
  ///   - order: The position in the chunk of the line of each key.
  ///   - snapshot: The ledger.
  ///   - body: Gets the position among the keys, that in the chunk, what forbids the step, and the
  ///     obligation's last step so far.
  /// - Throws: What `body` throws; `LedgerError` for what the database did.
  func check(
    _ chunk: LineChunk, _ keys: [UInt64], _ order: [UInt32], _ snapshot: any LedgerSnapshot,
    _ body: (Int, Int, Code?, StoredStep?) throws -> Void
  ) throws {
    if isCorrection && chunk.corrections.count != chunk.lines.count {
      chunk.corrections = ContiguousArray(repeating: LineCorrection(), count: chunk.lines.count)
    }
    let closedYears = event.givesBack ? try ClosedYears(snapshot) : ClosedYears()
    try keys.withUnsafeBufferPointer { keys in
      if isCorrection {
        try snapshot.histories(of: keys) { sorted, steps in
          let position = Int(order[sorted])
          let code = ObligationCheck.undo(
            &chunk.lines[position], &chunk.corrections[position], event, steps)
          try body(sorted, position, code, steps.last)
        }
      } else if closedYears.isEmpty {
        try snapshot.lastSteps(of: keys) { sorted, step in
          let position = Int(order[sorted])
          try body(sorted, position, complete(chunk, position, after: step), step)
        }
      } else {
        try snapshot.histories(of: keys) { sorted, steps in
          let position = Int(order[sorted])
          let due = StepsInForce(steps).due
          chunk.lines[position].isPriorYear =
            due.map { closedYears.contains(line: $0.line) } ?? false
          try body(sorted, position, complete(chunk, position, after: steps.last), steps.last)
        }
      }
    }
  }

  /// Completes a line; what a closed unit owes is not paid out of its cash any more.
  private func complete(
    _ chunk: LineChunk, _ position: Int, after last: StoredStep?
  ) -> Code? {
    let code = ObligationCheck.complete(&chunk.lines[position], event, after: last)
    guard code == nil, event.sendsMoney, !closed.isEmpty,
      closed.hasEnded(chunk.lines[position].unit, by: date(position))
    else { return code }
    return .unitNotValid
  }
}
