import LedgerCore

/// What comparing our lines with the other side's, one by one, came to.
public struct LinesReconciliation: Sendable {
  /// What is wrong with their files; if anything is, nothing was compared.
  public internal(set) var diagnosis = Diagnosis()
  /// Pairs that agree.
  public internal(set) var matched = Tally(count: 0, amount: 0)
  /// Our lines.
  public internal(set) var ours = Tally(count: 0, amount: 0)
  /// Their lines.
  public internal(set) var theirs = Tally(count: 0, amount: 0)
  /// How many differences there are of each kind that there are any of, and their amount: ours, or
  /// theirs where we have none.
  public internal(set) var found: [(kind: LineDifferenceKind, tally: Tally)] = []
  /// Differences that are one: a site that is missing, a month that is missing.
  public internal(set) var groups: [LinesGroup] = []
  /// The differences in the order of month, person, benefit and occurrence: the first ``listed``.
  public internal(set) var differences: [LineDifference] = []
  /// Those of them that are of no group: the first ``listed``.
  public internal(set) var singles: [LineDifference] = []
  /// How many are of no group, listed or not.
  public internal(set) var singleCount: Int64 = 0
  /// What would make the two sides agree; nil if it was not asked for.
  public internal(set) var correction: LinesCorrection?

  /// How many differences are listed one by one.
  public static let listed = 10_000

  /// How many differences there are, listed or not.
  public var total: Int64 { found.reduce(0) { $0 + ($1.tally.count ?? 0) } }

  /// Whether every line of each side is one of the other.
  public var agrees: Bool { diagnosis.total == 0 && total == 0 }
}

/// One line on which the two sides differ.
public struct LineDifference: Sendable, Hashable {
  /// How.
  public var kind: LineDifferenceKind
  /// The person, under the first of their numbers.
  public var person: PersonNumber
  /// The benefit.
  public var benefit: Benefit
  /// The month of entitlement.
  public var month: Month
  /// Which of several such obligations of the month.
  public var occurrence: UInt8
  /// Our amount in đồng; nil if we do not have it.
  public var ours: Int64?
  /// Their amount in đồng; nil if they do not have it.
  public var theirs: Int64?
  /// Our unit's code.
  public var ourSite: String?
  /// Their unit's code, if their row names one.
  public var theirSite: String?
  /// Our channel.
  public var ourChannel: Channel?
  /// Their channel, if their row names one.
  public var theirChannel: Channel?
  /// The number of our batch.
  public var batch: Int64?
  /// Their file.
  public var file: String?
  /// The line of their file.
  public var line: Int64?
  /// The place of its group, from 0; nil if it stands alone.
  public var group: Int?
}

/// Lines that are one difference.
public struct LinesGroup: Sendable, Hashable {
  /// How they differ.
  public var kind: LineDifferenceKind
  /// How many lines.
  public var count: Int64
  /// What they come to in đồng, ours or theirs.
  public var amount: Int64
  /// Whether nothing else is there of what they have in common.
  public var isWhole: Bool
  /// The unit's code they have in common; of another site, ours.
  public var site: String?
  /// The benefit they have in common.
  public var benefit: Benefit?
  /// The month they have in common.
  public var month: Month?
  /// The channel they have in common; of another channel, ours.
  public var channel: Channel?
  /// Our batch they have in common.
  public var batch: Int64?
  /// Their file they have in common.
  public var file: String?
  /// The site that they have instead of ours.
  public var theirSite: String?
  /// The channel that they have instead of ours.
  public var theirChannel: Channel?
}

/// The lists that would make the two sides agree, and what none can.
public struct LinesCorrection: Sendable {
  /// A list that was written.
  public struct List: Sendable, Hashable {
    /// The file.
    public var path: String
    /// The event of its rows.
    public var event: Event
    /// Whether it undoes such events.
    public var undoes: Bool
    /// How many rows it has.
    public var count: Int64
    /// What they come to in đồng.
    public var total: Int64
  }

  /// The lists, in the order in which they are to be posted.
  public internal(set) var lists: [List] = []
  /// How many differences no list corrects, by why.
  public internal(set) var left: [(why: Why, count: Int64)] = []

  /// Why a difference is left to a person.
  public enum Why: Hashable, Sendable {
    /// They have it twice: it is theirs to strike out.
    case theirs
    /// The ledger would refuse the step, with this code.
    case refused(Code)
    /// Another difference of the same obligation is corrected first.
    case afterAnother
  }
}
