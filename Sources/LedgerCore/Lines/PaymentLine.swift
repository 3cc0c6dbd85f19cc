/// One row of a payment list, its texts kept beside it in the chunk's ``LineChunk/text``.
///
/// Plain integers of fixed width: a national month passes through here, and nothing in it may cost
/// an allocation.
public struct PaymentLine: Sendable {
  /// The person, encoded as in ``PersonNumber/encoded``.
  public var person: Int64 = 0
  /// Whole đồng, at least 1.
  public var amount: Int64 = 0
  /// The month of entitlement, as in ``Month/number``.
  public var month: Int32 = 0
  /// The unit; 0 while the row does not name one.
  public var unit: Int32 = 0
  /// The unit of the instruction before this line; differs from `unit` after a reissue elsewhere.
  public var previousUnit: Int32 = 0
  /// The line of the file the row begins on, from 1.
  public var fileLine: UInt32 = 0
  /// Which file of the call, from 0.
  public var file: Int32 = 0
  /// The voucher within the batch, from 0.
  public var voucher: Int32 = 0
  /// The number of the step within its obligation, from 1.
  public var stepNumber: Int32 = 0
  /// Where the row's texts begin in the chunk's text; they follow one another in the order below.
  public var textStart: UInt32 = 0
  /// The lengths of bank account, name, document and reason in bytes; 0 if absent.
  public var accountLength: UInt16 = 0
  /// See ``accountLength``.
  public var nameLength: UInt16 = 0
  /// See ``accountLength``.
  public var documentLength: UInt16 = 0
  /// See ``accountLength``.
  public var reasonLength: UInt16 = 0
  /// The benefit's number.
  public var benefit: UInt8 = 0
  /// Which of several such obligations, from 1.
  public var occurrence: UInt8 = 1
  /// The channel's number; 0 while the row does not name one.
  public var channel: UInt8 = 0
  /// The fund's number; 0 while the row does not name one.
  public var fund: UInt8 = 0
  /// The state the step leaves.
  public var fromState: UInt8 = 0
  /// The state the step leads to.
  public var toState: UInt8 = 0

  /// An empty line, to be filled in by a reader.
  public init() {}

  /// The obligation's key.
  @inlinable
  public var key: ObligationKey {
    guard let month = Month(number: month) else { preconditionFailure("a line's month exists") }
    return ObligationKey(month: month, person: person, benefit: benefit, occurrence: occurrence)
  }
}

/// A run of lines in file order, with their texts: what is read, resolved and posted at a time.
public final class LineChunk {
  /// The lines, in file order; several small files may follow one another.
  public var lines: ContiguousArray<PaymentLine> = []
  /// The texts of all lines.
  public var text: ContiguousArray<UInt8> = []

  /// An empty chunk.
  public init() {}

  /// Forgets the lines but keeps the memory, so that a chunk can be filled again.
  public func removeAll() {
    lines.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
  }
}
