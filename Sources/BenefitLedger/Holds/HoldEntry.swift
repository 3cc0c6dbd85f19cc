import LedgerCore

/// A hold as reports show it.
public struct HoldEntry: Hashable, Sendable {
  /// The number of the hold.
  public let number: Int64
  /// The person; prints masked.
  public let person: PersonNumber
  /// Why, in one of the kinds.
  public let kind: HoldKind
  /// Why, as written.
  public let reason: String
  /// The first day.
  public let from: CivilDate
  /// The last day; nil if it is open.
  public let to: CivilDate?
  /// From which day on the person is payable again; nil if the hold was not released.
  public let released: CivilDate?
  /// The record of the register.
  public let record: Int64
  /// The list it comes from; nil if it was made by hand.
  public let file: String?
  /// The line of that list.
  public let fileLine: Int64?
}

/// What became of a list of holds or links, or of one made by hand.
public struct RecordAnswer: Sendable {
  /// The record that was made; nil if nothing was new.
  public var record: Int64?
  /// How many rows are new.
  public var added: Int64 = 0
  /// How many rows were in the register already.
  public var known: Int64 = 0
  /// True if the same bytes were taken in before; then `record` is the record of then.
  public var alreadyImported = false
  /// What is wrong with the file; then nothing was added.
  public var diagnosis = Diagnosis()
  /// What was asked for, if another person has to agree first; then `record` is that of asking.
  public var proposal: ProposalAnswer?

  /// Nothing yet.
  public init() {}
}
