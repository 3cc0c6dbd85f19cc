import LedgerCore
import LedgerStore

/// Reading the `step` table in the order of its keys.
///
/// Comparing whole keys as row values would say the same in one statement, but SQLite then compares
/// each row it has found once more, column by column; a first column that is given, or at least as
/// large, needs no second look.
enum StepRow {
  /// The steps of a month from a person on.
  static let ofMonth = """
    SELECT 0 FROM step WHERE month = ?1 AND person >= ?2 AND sink(?3, month, person, benefit_id,
      occurrence, step_no, event_id, from_state_id, to_state_id, amount, unit_id, channel_id, fund_id,
      line_no, remainder, corrects_step_no)
    ORDER BY month, person, benefit_id, occurrence, step_no
    """

  /// Every step from a month on.
  static let fromMonth = """
    SELECT 0 FROM step WHERE month >= ?1 AND sink(?2, month, person, benefit_id,
      occurrence, step_no, event_id, from_state_id, to_state_id, amount, unit_id, channel_id, fund_id,
      line_no, remainder, corrects_step_no)
    ORDER BY month, person, benefit_id, occurrence, step_no
    """

  /// The columns in which nothing may stand: the remainder, and the step that is undone.
  static let optional: UInt32 = 0b11 << 13

  /// The line of a row.
  @inline(__always)
  static func line(_ row: RowCells) -> Int64 { row.integer(12) }

  /// The key of a row.
  ///
  /// Values that cannot be are damage, not a reason to trap.
  @inline(__always)
  static func key(_ row: RowCells) throws -> ObligationKey {
    let person = row.integer(1)
    let benefit = row.integer(2)
    guard let month = Int32(exactly: row.integer(0)).flatMap(Month.init(number:)),
      PersonNumber.encodedRange.contains(person), (0...15).contains(benefit),
      let occurrence = UInt8(exactly: row.integer(3))
    else { throw row.damaged(line(row)) }
    return ObligationKey(
      month: month, person: person, benefit: UInt8(benefit), occurrence: occurrence)
  }

  /// The step of a row.
  @inline(__always)
  static func step(_ row: RowCells, _ key: ObligationKey) throws -> StoredStep {
    let line = line(row)
    let amount = row.integer(8)
    guard let corrects = Int32(exactly: try row.integer(14, orNull: 0, line)) else {
      throw row.damaged(line)
    }
    return StoredStep(
      key: key, number: try row.narrow(4, line), event: try row.narrow(5, line),
      fromState: try row.narrow(6, line), toState: try row.narrow(7, line),
      amount: amount, unit: try row.narrow(9, line), channel: try row.narrow(10, line),
      fund: try row.narrow(11, line), line: line,
      remainder: try row.integer(13, orNull: amount, line), corrects: corrects)
  }
}

/// Takes the steps of a range of keys.
struct StepRange: RowTaker {
  static let table: StaticString = "step"
  static let optional = StepRow.optional
  static let callback: RowCallback = { StepRange.takeRow($0, $1, $2, $3) }

  let first: ObligationKey
  let last: ObligationKey
  let body: (StoredStep) throws -> Void
  var error: (any Error)?

  func number(of row: RowCells) -> Int64 { StepRow.line(row) }

  @inline(__always)
  mutating func take(_ row: RowCells) throws -> ScanStep {
    let key = try StepRow.key(row)
    guard key <= last else { return .stop }
    if key >= first { try body(try StepRow.step(row, key)) }
    return .goOn
  }
}

/// Walks the steps beside many keys, and takes the last step of each.
struct LastSteps: RowTaker {
  static let table: StaticString = "step"
  static let optional = StepRow.optional
  static let callback: RowCallback = { LastSteps.takeRow($0, $1, $2, $3) }

  /// So many rows are walked over before it is cheaper to search.
  private static let mostWalked = 24

  let keys: UnsafeBufferPointer<UInt64>
  let body: (Int, StoredStep?) throws -> Void
  var error: (any Error)?
  /// The first key that is not done.
  private(set) var position = 0
  private var found: StoredStep?
  private var walked = 0
  /// Whether the walk was left because the next key is far.
  private(set) var isFar = false

  init(keys: UnsafeBufferPointer<UInt64>, body: @escaping (Int, StoredStep?) throws -> Void) {
    self.keys = keys
    self.body = body
  }

  /// The key to search for next; nil if all are done.
  mutating func start() -> ObligationKey? {
    walked = 0
    isFar = false
    return position < keys.count ? ObligationKey(packed: keys[position]) : nil
  }

  func number(of row: RowCells) -> Int64 { StepRow.line(row) }

  @inline(__always)
  mutating func take(_ row: RowCells) throws -> ScanStep {
    let key = try StepRow.key(row)
    try finish(before: key.packed)
    guard position < keys.count else { return .stop }
    if keys[position] == key.packed {
      found = try StepRow.step(row, key)
      walked = 0
      return .goOn
    }
    // A search finds the person, so rows of the same person are no way that it would save.
    if key.person < ObligationKey(packed: keys[position]).person { walked += 1 }
    isFar = walked > Self.mostWalked
    return isFar ? .stop : .goOn
  }

  /// Says of the keys before one what was found of them.
  @inline(__always)
  mutating func finish(before end: UInt64) throws {
    while position < keys.count, keys[position] < end {
      let isFound = found?.key.packed == keys[position]
      try body(position, isFound ? found : nil)
      position += 1
    }
  }
}
