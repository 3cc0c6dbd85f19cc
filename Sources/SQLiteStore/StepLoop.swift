import LedgerCore
import LedgerStore

/// Reading the `step` table in the order of its keys.
enum StepLoop {
  /// Every step from a key on.
  static let sql = """
    SELECT month, person, benefit_id, occurrence, step_no, event_id, from_state_id, to_state_id,
      amount, unit_id, channel_id, fund_id, line_no, remainder, corrects_step_no
    FROM step WHERE (month, person, benefit_id, occurrence) >= (?1, ?2, ?3, ?4)
    ORDER BY month, person, benefit_id, occurrence, step_no
    """

  /// Every step of one obligation.
  static let ofObligation = """
    SELECT month, person, benefit_id, occurrence, step_no, event_id, from_state_id, to_state_id,
      amount, unit_id, channel_id, fund_id, line_no, remainder, corrects_step_no
    FROM step WHERE month = ?1 AND person = ?2 AND benefit_id = ?3 AND occurrence = ?4
    ORDER BY step_no
    """

  /// Binds the key to begin at.
  static func seek(_ loop: StatementLoop, _ key: ObligationKey) {
    loop.bind(1, Int64(key.month.number))
    loop.bind(2, key.person)
    loop.bind(3, Int64(key.benefit))
    loop.bind(4, Int64(key.occurrence))
  }

  /// Moves to the next row; the key it has, or nil at the end.
  @inline(__always)
  static func next(_ loop: StatementLoop) throws -> ObligationKey? {
    try loop.step() ? try key(loop) : nil
  }

  /// The key of the current row.
  ///
  /// Values that cannot be are damage, not a reason to trap.
  @inline(__always)
  static func key(_ loop: StatementLoop) throws -> ObligationKey {
    let person = loop.integer(1)
    let benefit = loop.integer(2)
    guard let month = Int32(exactly: loop.integer(0)).flatMap(Month.init(number:)),
      PersonNumber.encodedRange.contains(person), (0...15).contains(benefit),
      let occurrence = UInt8(exactly: loop.integer(3))
    else { throw loop.damaged("step", loop.integer(12)) }
    return ObligationKey(
      month: month, person: person, benefit: UInt8(benefit), occurrence: occurrence)
  }

  private static func narrow(
    _ corrects: Int64, _ loop: StatementLoop, _ line: Int64
  ) throws -> Int32 {
    guard let corrects = Int32(exactly: corrects) else { throw loop.damaged("step", line) }
    return corrects
  }

  /// The current row.
  @inline(__always)
  static func read(_ loop: StatementLoop) throws -> StoredStep {
    let line = loop.integer(12)
    let amount = loop.integer(8)
    return StoredStep(
      key: try key(loop),
      number: try loop.narrow(4, "step", line), event: try loop.narrow(5, "step", line),
      fromState: try loop.narrow(6, "step", line), toState: try loop.narrow(7, "step", line),
      amount: amount, unit: try loop.narrow(9, "step", line),
      channel: try loop.narrow(10, "step", line), fund: try loop.narrow(11, "step", line),
      line: line, remainder: try loop.integer(13, orNull: amount, "step", line),
      corrects: try narrow(try loop.integer(14, orNull: 0, "step", line), loop, line))
  }
}
