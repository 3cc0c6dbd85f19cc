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

  /// What a file of this event lists.
  public var list: ListKind {
    switch self {
    case .opening: .openingBalances
    case .contribution, .budget, .advance, .refund, .shortage, .shortageRecovered: .unitMovements
    case .due, .paid, .unpaid, .returned, .reissued, .cancelled: .payments
    }
  }

  /// The order in which a night's files are posted, so that what is owed comes before what is paid.
  public static let nightlyOrder: [Event] = [
    .opening, .contribution, .budget, .advance, .due, .paid, .unpaid, .returned, .reissued,
    .cancelled, .shortage, .shortageRecovered, .refund,
  ]
}

/// The three kinds of files that are posted.
public enum ListKind: Sendable {
  /// Rows are obligations of persons.
  case payments
  /// Rows are money that moves without a person.
  case unitMovements
  /// Rows are accounts with their opening balance.
  case openingBalances
}
