/// What a ledger takes from law and from its agency: names, numbers, accounts, funds and limits.
///
/// It is a value: read from a chart file, kept by the ledger as ``canonicalText``. Each table keeps
/// the order of the file.
public struct ChartFile: Hashable, Sendable {
  /// What the chart is called.
  public var name: String
  /// Who set it down, and from what.
  public var source: String
  /// The names of accounts for people.
  public var accounts: [ChartAccount] = []
  /// The ministry's numbers of accounts.
  public var mappings: [AccountMapping] = []
  /// The accounts of events where they are not the built-in ones.
  public var rules: [ChartRule] = []
  /// The funds that may pay a benefit where they are not the built-in one.
  public var funds: [BenefitFunds] = []
  /// The dated amounts of the law.
  public var parameters: [ChartParameter] = []
  /// The amounts above which a payment is warned of or held.
  public var limits: [LimitRow] = []
  /// How many persons approve a batch.
  public var approvals: [ApprovalThreshold] = []
  /// Whether a period is not closed while bookings of the bank up to its end are unexplained.
  public var exceptionsBlockClosing = false

  /// Makes a chart that changes nothing yet.
  public init(name: String, source: String) {
    self.name = name
    self.source = source
  }
}
