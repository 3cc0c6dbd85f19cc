import LedgerCore

/// A step on its way into the ledger.
///
/// What `step` keeps of a line, laid side by side in key order: millions of steps are inserted in an
/// order in which their lines lie scattered all over a chunk.
public struct NewStep: Sendable, BitwiseCopyable {
  /// The obligation, as in ``ObligationKey/packed``.
  public var key: UInt64
  /// Whole đồng.
  public var amount: Int64
  /// What the state holds after the step, in đồng.
  public var remainder: Int64
  /// The position of its line in the chunk.
  public var position: UInt32
  /// The unit of the latest instruction.
  public var unit: Int32
  /// The number of the step within the obligation, from 1.
  public var number: Int32
  /// The channel of the latest instruction.
  public var channel: UInt8
  /// The fund.
  public var fund: UInt8
  /// The state the step leaves.
  public var fromState: UInt8
  /// The state the step leads to.
  public var toState: UInt8
  /// The number of the step that it undoes, or 0.
  public var corrects: Int32 = 0

  /// The step of a line whose states and step number are filled in.
  @inlinable
  public init(_ line: PaymentLine, key: UInt64, position: UInt32) {
    self.key = key
    amount = line.amount
    remainder = line.remainder
    self.position = position
    unit = line.unit
    number = line.stepNumber
    channel = line.channel
    fund = line.fund
    fromState = line.fromState
    toState = line.toState
  }
}
