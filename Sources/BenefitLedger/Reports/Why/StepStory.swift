import LedgerCore

/// A record of the register, as a batch names it.
public struct RecordEntry: Hashable, Sendable {
  /// The number of the record.
  public let number: Int64
  /// What it is, such as a submission.
  public let kind: RecordKind
  /// The business date.
  public let date: CivilDate
  /// Who made it.
  public let maker: String
  /// Why, as written.
  public let reason: String?
  /// The file it was made of.
  public let file: String?
  /// The digest that the register's chain has for it.
  public let digest: Digest
}

/// A batch, and the record of its submission.
public struct PostingStory: Sendable {
  /// The batch; `reversedBy` is what was known at the time that is asked for.
  public let batch: BatchEntry
  /// The record of its submission; nil where one person alone posts.
  public let submission: RecordEntry?
}

/// One step of an obligation, and everything it rests on: from the bytes of a file to a voucher.
public struct StepStory: Sendable {
  /// The step: what happened, in which line of which file.
  public let step: PersonStatement.Step
  /// The batch: the file's digest, maker, approvers, seal.
  public let posting: PostingStory
  /// The voucher, with both accounts.
  public let voucher: VoucherEntry
}

/// One obligation, and why it is what it is.
public struct ObligationStory: Sendable {
  /// The obligation.
  public let obligation: PersonStatement.Obligation
  /// Its steps, from the first.
  public let steps: [StepStory]
}

/// Why a person was paid what they were paid.
public struct PersonStory: Sendable {
  /// The person; prints masked.
  public let person: PersonNumber
  /// The obligations, by month, benefit and occurrence.
  public let obligations: [ObligationStory]
}
