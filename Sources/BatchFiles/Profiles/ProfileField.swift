import LedgerCore

/// What a profile makes of an agency's table.
public enum ProfileList: UInt8, CaseIterable, Sendable, Coded {
  /// A payment list.
  case payments = 1
  /// A movement list, or opening balances.
  case movements
  /// The other side's totals.
  case totals
  /// A bank's statement.
  case statement

  /// The fields that its columns may be.
  var fields: [ProfileField] {
    switch self {
    case .payments:
      [
        .number, .person, .name, .benefit, .month, .amount, .site, .channel, .occurrence, .account,
        .bank, .fund, .document, .reason,
      ]
    case .movements:
      [.number, .unit, .account, .fund, .amount, .channel, .benefit, .document]
    case .totals: [.number, .site, .benefit, .month, .event, .count, .amount]
    case .statement:
      [
        .number, .date, .valueDate, .amount, .debit, .credit, .balance, .description, .reference,
        .account,
      ]
    }
  }

  /// The field without which a row is none of the list.
  var key: ProfileField {
    switch self {
    case .payments: .person
    case .movements: .unit
    case .totals: .site
    case .statement: .date
    }
  }

  /// The fields that hold amounts.
  var amounts: [ProfileField] { self == .statement ? [.amount, .debit, .credit, .balance] : [.amount] }

  /// Whether it is the list of an event.
  func fits(_ event: Event) -> Bool {
    switch event.list {
    case .payments: self == .payments
    case .unitMovements, .openingBalances: self == .movements
    case .internalMovements: false
    }
  }
}

/// What a column of an agency's table is.
public enum ProfileField: UInt8, CaseIterable, Sendable, Coded {
  /// The rows' own numbers (STT); read to find rows that are missing, and not kept.
  case number = 1
  /// The person, always masked.
  case person
  /// The person's name.
  case name
  /// The kind of benefit.
  case benefit
  /// The month of entitlement.
  case month
  /// Whole đồng.
  case amount
  /// The unit that pays.
  case site
  /// How the money reaches the person.
  case channel
  /// Which of several such obligations of the month.
  case occurrence
  /// The number of the bank account, always masked.
  case account
  /// The bank of the account.
  case bank
  /// The fund.
  case fund
  /// The document.
  case document
  /// Why money came back or an obligation is void.
  case reason
  /// The unit of a movement.
  case unit
  /// The event of a total.
  case event
  /// How many payments a total is of.
  case count
  /// The day of a statement's row.
  case date
  /// The day from which the bank counts it.
  case valueDate
  /// What the bank paid out.
  case debit
  /// What the bank took in.
  case credit
  /// What the account held afterwards.
  case balance
  /// What the row says.
  case description
  /// The bank's number of it.
  case reference

  /// The name in profiles.
  public var code: String { self == .valueDate ? "value_date" : String(describing: self) }

  /// The column of the program's own list that it becomes; nil if it becomes none.
  var column: Field? {
    switch self {
    case .person: .person
    case .name: .name
    case .benefit: .benefit
    case .month: .month
    case .amount: .amount
    case .site: .site
    case .channel: .channel
    case .occurrence: .occurrence
    case .account: .account
    case .fund: .fund
    case .document: .document
    case .reason: .reason
    case .unit: .unit
    case .event: .event
    case .count: .count
    case .number, .bank, .date, .valueDate, .debit, .credit, .balance, .description, .reference:
      nil
    }
  }

  /// Whether what it holds is masked in messages.
  var isPersonal: Bool { self == .person || self == .account }

  /// Whether it identifies something, so that a number cell may have lost digits of it.
  var isIdentifier: Bool {
    switch self {
    case .person, .account, .site, .unit, .document, .reference: true
    default: false
    }
  }
}
