import LedgerCore
import LedgerStore

/// Reading the `step` table in the order of its keys.
enum StepLoop {
  /// Every step from a key on.
  static let sql = """
    SELECT month, person, benefit_id, occurrence, step_no, event_id, from_state_id, to_state_id,
      amount, unit_id, channel_id, fund_id, line_no
    FROM step WHERE (month, person, benefit_id, occurrence) >= (?1, ?2, ?3, ?4)
    ORDER BY month, person, benefit_id, occurrence, step_no
    """

  /// Binds the key to begin at.
  static func seek(_ loop: StatementLoop, _ key: ObligationKey) {
    loop.bind(1, Int64(key.month.number))
    loop.bind(2, key.person)
    loop.bind(3, Int64(key.benefit))
    loop.bind(4, Int64(key.occurrence))
  }

  /// The current row.
  ///
  /// Values that cannot be are damage, not a reason to trap.
  @inline(__always)
  static func read(_ loop: StatementLoop) throws -> StoredStep {
    let line = loop.integer(12)
    let person = loop.integer(1)
    guard let month = Month(number: try loop.narrow(0, "step", line)),
      PersonNumber.encodedRange.contains(person),
      case let benefit = loop.integer(2), benefit >= 0, benefit <= 15
    else { throw loop.damaged("step", line) }
    return StoredStep(
      key: ObligationKey(
        month: month, person: person, benefit: UInt8(benefit),
        occurrence: try loop.narrow(3, "step", line)),
      number: try loop.narrow(4, "step", line), event: try loop.narrow(5, "step", line),
      fromState: try loop.narrow(6, "step", line), toState: try loop.narrow(7, "step", line),
      amount: loop.integer(8), unit: try loop.narrow(9, "step", line),
      channel: try loop.narrow(10, "step", line), fund: try loop.narrow(11, "step", line),
      line: line)
  }
}
