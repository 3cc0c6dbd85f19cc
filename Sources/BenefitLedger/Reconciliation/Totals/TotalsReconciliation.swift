import LedgerCore

/// What comparing the ledger's totals among themselves, and with the other side's, came to.
public struct TotalsReconciliation: Sendable {
  /// How many batches were compared.
  public var batches: Int64 = 0
  /// How many lines were compared.
  public var lines: Int64 = 0
  /// How many of the other side's totals were compared; nil if there is no other side.
  public var theirTotals: Int?
  /// What could not be compared, because it says neither date nor batch: the accounts' counters of a
  /// ledger that is not looked at as it is now.
  public internal(set) var notCompared: [TotalsDifference.Kind] = []
  /// Where the two sides differ: the first ``listed``.
  public private(set) var differences: [TotalsDifference] = []
  /// How many differences there are, listed or not.
  public private(set) var total = 0

  /// The cash that should be at each site that has or had any, by its code.
  public internal(set) var cash: [SiteCash] = []
  /// The 25th after which what a site still has of a period is left over; nil if it is not over yet.
  public internal(set) var lastPayingDay: CivilDate?
  /// The sites that had money left after ``lastPayingDay`` and did not give it back.
  public var cashLeft: [SiteCash] { cash.filter { $0.left > 0 } }

  /// How many differences are listed one by one.
  public static let listed = 10_000

  /// Whether everything agrees.
  public var agrees: Bool { total == 0 }

  /// Adds a difference.
  mutating func add(_ difference: TotalsDifference) {
    if differences.count < Self.listed { differences.append(difference) }
    total += 1
  }
}

/// A count and an amount.
public struct Tally: Sendable, Hashable {
  /// How many; nil where only the amount is compared.
  public var count: Int64?
  /// Whole đồng.
  public var amount: Int64

  /// Makes a tally.
  public init(count: Int64?, amount: Int64) {
    self.count = count
    self.amount = amount
  }

  /// Makes a tally of an amount that may be too large to be written; it saturates.
  init(clamping amount: Int128, count: Int64? = nil) {
    self.init(count: count, amount: Int64(clamping: amount))
  }
}

/// One total on which two sides differ.
public struct TotalsDifference: Sendable, Hashable {
  /// The stable kinds of differences, as `reconcile totals --json` writes them.
  public enum Kind: String, CaseIterable, Sendable {
    /// The vouchers of a batch (ours) do not add up to its envelope (theirs).
    case envelope
    /// The lines (theirs) do not add up to the vouchers (ours).
    case lines
    /// The steps (theirs) do not add up to the vouchers (ours).
    case steps
    /// An account's debit by its vouchers (ours) is not its counter (theirs).
    case debit
    /// An account's credit by its vouchers (ours) is not its counter (theirs).
    case credit
    /// What is owed (ours: due − cancelled) is not what became of it (theirs: paid + reissued −
    /// returned + unclaimed + payable).
    case owed
    /// A site has paid out more cash than it was given.
    case cashNegative = "cash-negative"
    /// An account stands on the side where it cannot: more was taken out than was put in (ours: debit less
    /// credit).
    case wrongSide = "wrong-side"
    /// The other side has a total that we do not have.
    case missingHere = "missing-here"
    /// We have a total that the other side does not have.
    case missingThere = "missing-there"
    /// Both sides have a total, and the two differ.
    case differs
  }

  /// What kind it is.
  public var kind: Kind
  /// The batch, if it is about one.
  public var batch: Int64?
  /// The account, if it is about one.
  public var account: String?
  /// The unit's code, if it is about one.
  public var site: String?
  /// The fund, if it is about one.
  public var fund: Fund?
  /// The benefit, if it is about one.
  public var benefit: Benefit?
  /// The month of entitlement, if it is about one.
  public var month: Month?
  /// The event, if it is about one.
  public var event: Event?
  /// Our side.
  public var ours: Tally?
  /// The other side.
  public var theirs: Tally?

  init(
    _ kind: Kind, batch: Int64? = nil, account: String? = nil, site: String? = nil,
    fund: Fund? = nil, benefit: Benefit? = nil, month: Month? = nil, event: Event? = nil,
    ours: Tally?, theirs: Tally?
  ) {
    self.kind = kind
    self.batch = batch
    self.account = account
    self.site = site
    self.fund = fund
    self.benefit = benefit
    self.month = month
    self.event = event
    self.ours = ours
    self.theirs = theirs
  }
}
