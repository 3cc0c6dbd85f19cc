import LedgerCore

/// What recomputing the ledger from nothing came to.
public struct Verification: Sendable {
  /// How many batches there are.
  public var batches: Int64
  /// How many vouchers the batches say they have.
  public var vouchers: Int64
  /// How many lines the batches say they have.
  public var lines: Int64
  /// How many files of archived years have the recorded SHA-256; 0 if their bytes were not asked for.
  public var archives: Int64 = 0
  /// How many of the lines are in those files.
  public var archivedLines: Int64 = 0
  /// The seal of the last batch; zeros if there is none.
  ///
  /// Whoever keeps a copy elsewhere can prove later that nothing up to here was changed.
  public var head: Digest
  /// The number of the register's last record.
  public var record: Int64
  /// The digest of the register after that record; zeros if there is none.
  ///
  /// The head covers the register up to the last batch only. Whoever keeps this elsewhere too can find
  /// later that records after it were cut off: a hold, a revocation.
  public var register: Digest
  /// What is wrong: the first ``FindingList/listed``.
  public var findings: [Finding]
  /// How many findings of each kind there are, listed or not, in the order of first appearance.
  public var counts: [(kind: Finding.Kind, count: Int)]
  /// The first batch that a finding names.
  public var firstBatch: Int64?
  /// What holding the ledger against checkpoints came to; nil if it was not held against any.
  public var checkpoints: CheckpointVerification?

  /// Whether everything is as it was posted.
  public var isIntact: Bool { counts.isEmpty }
  /// How many findings there are in all.
  public var total: Int { counts.reduce(0) { $0 + $1.count } }
}

/// One thing that is not as it was posted.
public struct Finding: Sendable, Hashable {
  /// The stable kinds of findings, as `verify --json` writes them.
  public enum Kind: String, CaseIterable, Sendable {
    /// A table, index, trigger or view is not the program's own.
    case schemaChanged = "schema-changed"
    /// A term, such as a benefit, is not the program's own.
    case termChanged = "term-changed"
    /// SQLite finds the file's own structure, an index or a constraint broken.
    case fileDamaged = "file-damaged"
    /// A part of the file cannot be read.
    case ledgerDamaged = "ledger-damaged"
    /// A row names another row that does not exist.
    case referenceBroken = "reference-broken"
    /// The register of units does not have the digest it had.
    case registerChanged = "register-changed"
    /// A chart is not one that the program records, or changes the rules.
    case chartChanged = "chart-changed"
    /// A number that should follow another is missing.
    case batchGap = "batch-gap"
    /// A batch's lines or vouchers do not follow those of the batch before.
    case batchNumbers = "batch-numbers"
    /// A batch names a register of units that never was, or an older one than the batch before.
    case batchRegister = "batch-register"
    /// A batch's vouchers do not add up to the total of its file.
    case batchTotal = "batch-total"
    /// A column holds what no posting writes.
    case valueImpossible = "value-impossible"
    /// A batch does not continue from the seal of the batch before.
    case previousSealDiffers = "previous-seal-differs"
    /// A batch's rows do not hash to its root.
    case rootDiffers = "root-differs"
    /// A batch's header does not hash to its seal.
    case sealDiffers = "seal-differs"
    /// A voucher's number is missing.
    case voucherMissing = "voucher-missing"
    /// A voucher belongs to no batch.
    case voucherExtra = "voucher-extra"
    /// A voucher is not what its event makes.
    case voucherDiffers = "voucher-differs"
    /// A voucher's accounts are not those its event moves money between.
    case voucherAccount = "voucher-account"
    /// A voucher's lines do not add up to it.
    case voucherSum = "voucher-sum"
    /// Lines are missing.
    case lineMissing = "line-missing"
    /// Lines belong to no batch.
    case lineExtra = "line-extra"
    /// A line is not in the batch or the voucher that it names, or differs from its voucher.
    case lineVoucher = "line-voucher"
    /// A line is kept under another number than its person's, and no link of that time joins the two.
    case lineLink = "line-link"
    /// A line is not what was sealed and posted as a step.
    case lineChanged = "line-changed"
    /// A line has no step.
    case stepMissing = "step-missing"
    /// A step has no line.
    case stepExtra = "step-extra"
    /// A step is not what its line says.
    case stepDiffers = "step-differs"
    /// A step does not continue from the step before it.
    case stepIllegal = "step-illegal"
    /// An account's counters are not the sum of its vouchers.
    case balanceDiffers = "balance-differs"
    /// The debits of a fund and period are not its credits.
    case fundUnbalanced = "fund-unbalanced"
    /// An account is not of the chart, or names a unit that does not exist.
    case accountDiffers = "account-differs"
    /// Opening balances are not those of the vouchers.
    case openingDiffers = "opening-differs"
    /// A batch was posted in a period that was closed.
    case batchPeriod = "batch-period"
    /// A year end does not carry income and expense to the fund.
    case yearEndDiffers = "year-end-differs"
    /// The ledger is controlled otherwise than was recorded when it was made.
    case controlChanged = "control-changed"
    /// A record is not signed by a key that was in force.
    case signatureInvalid = "signature-invalid"
    /// Somebody made, approved or rejected what he was not allowed to.
    case roleViolated = "role-violated"
    /// A batch is not what was submitted and approved, or was never submitted.
    case submissionDiffers = "submission-differs"
    /// What is kept for submissions is not what is open.
    case reservationDiffers = "reservation-differs"
    /// A checkpoint is not signed by the key that was named.
    case checkpointSignature = "checkpoint-signature"
    /// A checkpoint covers batches that the ledger does not have.
    case checkpointAhead = "checkpoint-ahead"
    /// The batches of a checkpoint are not those of the ledger.
    case checkpointDiffers = "checkpoint-differs"
    /// The register of a checkpoint is not the beginning of the ledger's.
    case checkpointRegister = "checkpoint-register"
    /// A file with the lines of an archived year is not the one that was archived.
    case archiveChanged = "archive-changed"
  }

  /// What kind it is.
  public var kind: Kind
  /// The batch it concerns, if one can be named.
  public var batch: Int64?
  /// The voucher it concerns, if one can be named.
  public var voucher: Int64?
  /// The line it concerns, if one can be named.
  public var line: Int64?
  /// What is wrong, in a sentence; personal numbers masked.
  public var message: Message

  /// Makes a finding.
  public init(
    _ kind: Kind, batch: Int64? = nil, voucher: Int64? = nil, line: Int64? = nil, _ message: Message
  ) {
    self.kind = kind
    self.batch = batch
    self.voucher = voucher
    self.line = line
    self.message = message
  }
}
