/// What a batch's header says of its control: whether it corrects, and who agreed to it.
public struct BatchControl: Sendable, Equatable {
  /// Whether its lines and vouchers correct others: their amounts are negative.
  public var isCorrection = false
  /// The batch that it undoes as a whole.
  public var reversesBatch: Int64?
  /// Why it corrects, as written.
  public var reason: String?
  /// The record of its submission, under four eyes.
  public var submission: Int64?
  /// Who approved it, in order, with commas between; nil if nobody had to.
  public var approvers: String?
  /// How many rows of the file were left out because the person is held.
  public var leftOut: Int64 = 0

  /// An ordinary posting.
  public init() {}
}
