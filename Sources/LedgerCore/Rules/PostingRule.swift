/// The two accounts that a voucher moves money between.
public struct PostingRule: Hashable, Sendable {
  /// The account debited (Nợ).
  public let debit: ChartCode
  /// The account credited (Có).
  public let credit: ChartCode

  /// Makes a rule.
  public init(debit: ChartCode, credit: ChartCode) {
    self.debit = debit
    self.credit = credit
  }

  /// The rule for a step of an obligation, by the state it leaves and the channel of the payment.
  ///
  /// The caller has checked the transition with ``StateTable``.
  public static func step(
    _ event: Event, from state: ObligationState, channel: Channel
  ) -> PostingRule {
    let owed: ChartCode = state == .unclaimed ? .unclaimed : .payable
    let money: ChartCode = channel.isCash ? .advance : .bank
    switch event {
    case .due: return PostingRule(debit: .expense, credit: .payable)
    case .paid: return PostingRule(debit: owed, credit: money)
    case .unpaid: return PostingRule(debit: .payable, credit: .unclaimed)
    case .returned: return PostingRule(debit: money, credit: .unclaimed)
    case .reissued: return PostingRule(debit: .unclaimed, credit: money)
    case .cancelled: return PostingRule(debit: owed, credit: .expense)
    case .opening, .contribution, .budget, .advance, .refund, .shortage, .shortageRecovered:
      preconditionFailure("\(event) is not a step of an obligation")
    }
  }

  /// The rule for money that moves without a person, or nil if the event is not such a movement.
  public static func movement(_ event: Event) -> PostingRule? {
    switch event {
    case .contribution, .budget: PostingRule(debit: .bank, credit: .income)
    case .advance: PostingRule(debit: .advance, credit: .bank)
    case .refund: PostingRule(debit: .bank, credit: .advance)
    case .shortage: PostingRule(debit: .shortage, credit: .advance)
    case .shortageRecovered: PostingRule(debit: .bank, credit: .shortage)
    case .opening, .due, .paid, .unpaid, .returned, .reissued, .cancelled: nil
    }
  }

  /// The rule for an opening balance: the account on its normal side, the fund on the other.
  public static func opening(_ account: ChartCode) -> PostingRule {
    account.isDebitNormal
      ? PostingRule(debit: account, credit: .fund) : PostingRule(debit: .fund, credit: account)
  }
}
