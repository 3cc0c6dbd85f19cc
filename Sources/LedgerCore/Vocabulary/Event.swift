/// What a batch records: every line of a batch is the same event.
public enum Event: UInt8, CaseIterable, Sendable {
  /// Opening balance of an account.
  case opening = 1
  /// Contributions received (thu).
  case contribution = 2
  /// State budget money received.
  case budget = 3
  /// Cash advanced to a site or agency (tạm ứng).
  case advance = 4
  /// Cash a site gives back.
  case refund = 5
  /// Cash missing at a site.
  case shortage = 6
  /// Missing cash made good.
  case shortageRecovered = 7
  /// An obligation arises: the payment list is approved.
  case due = 8
  /// The person has the money.
  case paid = 9
  /// The period ended and nobody came for the money.
  case unpaid = 10
  /// The bank or the site gave the money back.
  case returned = 11
  /// The money is sent again after it was unclaimed.
  case reissued = 12
  /// The obligation is void (for instance, a month after death).
  case cancelled = 13
  /// It turns out that some of what was paid was not owed (chi sai).
  case overpaid = 14
  /// Overpaid money comes back to the bank, at once or in parts (thu hồi).
  case recovered = 15
  /// Another site has to pay what is open.
  case transferred = 16
  /// A part of what is due is kept back: a court's order, or an overpayment (khấu trừ).
  case withheld = 17
  /// The person died; what is open is owed to the heirs.
  case inherited = 18
  /// Overpaid money is recovered out of money kept back from another payment.
  case offset = 19
  /// A fund pays the health premium of those it pays: owed to the health fund.
  case premium = 20
  /// The bank transfer that settles premiums between two funds.
  case premiumSettled = 21
  /// Money kept back is paid to the third party it is owed to.
  case remitted = 22
  /// Balances of a site that closed move to the site that takes its place (bàn giao số dư).
  case handover = 23
  /// Income and expense of a year are carried to the fund (kết chuyển).
  case yearEnd = 24

  /// Whether files of this event are posted; others the program makes itself.
  public var isPostedFromFiles: Bool { list != .internalMovements }

  /// Whether its steps send money to the person, by whatever channel.
  public var sendsMoney: Bool { self == .paid || self == .reissued }

  /// What a file of this event lists.
  public var list: ListKind {
    switch self {
    case .opening: .openingBalances
    case .contribution, .budget, .advance, .refund, .shortage, .shortageRecovered, .premium,
      .premiumSettled, .remitted:
      .unitMovements
    case .handover, .yearEnd: .internalMovements
    case .due, .paid, .unpaid, .returned, .reissued, .cancelled, .overpaid, .recovered,
      .transferred, .withheld, .inherited, .offset:
      .payments
    }
  }

  /// The order in which a night's files are posted, so that what is owed comes before what is paid.
  public static let nightlyOrder: [Event] = [
    .opening, .contribution, .budget, .advance, .due, .transferred, .withheld, .paid, .unpaid,
    .returned, .inherited, .reissued, .cancelled, .overpaid, .recovered, .offset, .shortage,
    .shortageRecovered, .refund, .premium, .premiumSettled, .remitted,
  ]
}

/// The kinds of lists that are posted.
public enum ListKind: Sendable {
  /// Rows are obligations of persons.
  case payments
  /// Rows are money that moves without a person.
  case unitMovements
  /// Rows are accounts with their opening balance.
  case openingBalances
  /// Rows move balances between accounts; the program makes them itself.
  case internalMovements
}
