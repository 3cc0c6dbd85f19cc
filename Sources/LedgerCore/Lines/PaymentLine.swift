/// One row of a payment list, its texts kept beside it in the chunk's ``LineChunk/text``.
///
/// Plain integers of fixed width: a national month passes through here, and nothing in it may cost
/// an allocation.
public struct PaymentLine: Sendable {
  /// The person, encoded as in ``PersonNumber/encoded``.
  public var person: Int64 = 0
  /// The number of the person under which the obligation is kept: the same, or one linked to it.
  public var obligor: Int64 = 0
  /// Whole đồng, at least 1; negative if and only if the line corrects another.
  public var amount: Int64 = 0
  /// What is open after the step, in đồng: to be paid, paid, or to be recovered.
  public var remainder: Int64 = 0
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
  /// The hold of the person on the business date, if the step would send money; 0 if there is none.
  public var hold: Int32 = 0
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
  /// Whether the obligation became due in a year that is closed.
  public var isPriorYear = false

  /// An empty line, to be filled in by a reader.
  public init() {}

  /// The obligation's key.
  @inlinable
  public var key: ObligationKey {
    guard let month = Month(number: month) else { preconditionFailure("a line's month exists") }
    return ObligationKey(month: month, person: obligor, benefit: benefit, occurrence: occurrence)
  }
}

/// A run of lines in file order, with their texts: what is read, resolved and posted at a time.
public final class LineChunk {
  /// The lines, in file order; several small files may follow one another.
  public var lines: ContiguousArray<PaymentLine> = []
  /// The texts of all lines.
  public var text: ContiguousArray<UInt8> = []
  /// What each line corrects, for a list that corrects; otherwise empty.
  public var corrections: ContiguousArray<LineCorrection> = []

  /// An empty chunk.
  public init() {}

  /// Forgets the lines but keeps the memory, so that a chunk can be filled again.
  public func removeAll() {
    lines.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
    corrections.removeAll(keepingCapacity: true)
  }
}

/// What a line with a negative amount undoes.
public struct LineCorrection: Sendable, Hashable {
  /// The number of the step within the obligation.
  public var step: Int32 = 0
  /// The unit of the line that is undone; its own step may say another, which is in force again.
  public var unit: Int32 = 0
  /// The channel of the line that is undone.
  public var channel: UInt8 = 0
  /// The unit that the row names, or 0.
  public var writtenUnit: Int32 = 0
  /// The channel that the row names, or 0.
  public var writtenChannel: UInt8 = 0
  /// The number of the line.
  public var line: Int64 = 0
  /// The number of the voucher the line is attached to.
  public var voucher: Int64 = 0

  /// Nothing yet.
  public init() {}
}
