import LedgerCore

/// A link of two numbers as reports show it.
public struct LinkEntry: Hashable, Sendable {
  /// The record of the register.
  public let record: Int64
  /// The business date of the record.
  public let date: CivilDate
  /// The number that another took the place of; prints masked.
  public let old: PersonNumber
  /// The number that took its place; prints masked.
  public let new: PersonNumber
  /// Why, if it was linked by hand.
  public let reason: String?
  /// The list it comes from; nil if it was linked by hand.
  public let file: String?
  /// The line of that list.
  public let fileLine: Int64?
}

/// What a person with several numbers was owed twice: the same obligation under two of them.
public struct DoubleObligation: Hashable, Sendable {
  /// One of the two.
  public struct Side: Hashable, Sendable {
    /// The number it is kept under; prints masked.
    public let person: PersonNumber
    /// Where it stands.
    public let state: ObligationState
    /// What is open in that state, in đồng.
    public let amount: Int64
    /// The batch of its latest step.
    public let batch: Int64
    /// The file of that batch.
    public let file: String
    /// The line of that file.
    public let fileLine: Int64
  }

  /// The month of entitlement.
  public let month: Month
  /// The benefit.
  public let benefit: Benefit
  /// Which of several such obligations in that month, from 1.
  public let occurrence: Int
  /// The two, or more.
  public let sides: [Side]
}

/// What became of links.
public struct LinksAnswer: Sendable {
  /// The record, and how many links are new.
  public var record = RecordAnswer()
  /// What the links show to be owed twice: the first ``FindingList/listed``.
  public var doubles: [DoubleObligation] = []
  /// How many such obligations there are, listed or not.
  public var doubleCount = 0

  /// Nothing yet.
  public init() {}
}
