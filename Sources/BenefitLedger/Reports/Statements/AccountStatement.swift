import LedgerCore

/// The statement of one account (sổ chi tiết tài khoản): opening, movements, closing.
///
/// Balances are debit less credit, so a liability's is negative while something is owed.
public struct AccountStatement: Sendable {
  /// One voucher that moved the account.
  public struct Movement: Hashable, Sendable {
    /// The voucher's number.
    public let voucher: Int64
    /// The batch's number.
    public let batch: Int64
    /// The business date.
    public let date: CivilDate
    /// What the batch records.
    public let event: Event
    /// The account on the other side.
    public let counterAccount: String
    /// The benefit, if the voucher has one.
    public let benefit: Benefit?
    /// The month of entitlement, if the voucher has one.
    public let month: Month?
    /// How many lines are attached; 0 for a movement, negative for a correction.
    public let lineCount: Int64
    /// The document of a movement, as written.
    public let document: String?
    /// The voucher it corrects, if it does.
    public let corrects: Int64?
    /// Debited (Nợ); negative if it takes back a debit.
    public let debit: Int64
    /// Credited (Có); negative if it takes back a credit.
    public let credit: Int64
    /// The balance after it.
    public let balance: Int64
  }

  /// The account's written name.
  public let account: String
  /// The accounting period, if one was asked for.
  public let period: Month?
  /// The balance before the first movement.
  public let opening: Int64
  /// The movements, in the order of posting.
  public let movements: [Movement]
  /// What they debited.
  public let debit: Int64
  /// What they credited.
  public let credit: Int64
  /// The balance after the last.
  public let closing: Int64
}
