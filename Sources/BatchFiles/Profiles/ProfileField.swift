import LedgerCore

/// What a profile makes of an agency's table.
public enum ProfileList: UInt8, CaseIterable, Sendable, Coded {
  /// A payment list.
  case payments = 1
  /// A movement list, or opening balances.
  case movements
  /// The other side's totals.
  case totals
  /// Persons who are not payable.
  case holds
  /// Deaths.
  case deaths
  /// Numbers of the same persons.
  case links

  /// The fields that its columns may be.
  var fields: [ProfileField] {
    switch self {
    case .payments:
      [
        .person, .name, .benefit, .month, .amount, .site, .channel, .occurrence, .account, .bank,
        .fund, .document, .reason,
      ]
    case .movements: [.unit, .account, .fund, .amount, .channel, .benefit, .document]
    case .totals: [.site, .benefit, .month, .event, .count, .amount]
    case .holds: [.person, .reason, .from, .to, .kind]
    case .deaths: [.person, .date, .document]
    case .links: [.old, .new]
    }
  }

  /// The field without which a row is none of the list.
  var key: ProfileField {
    switch self {
    case .payments, .holds, .deaths: .person
    case .links: .old
    case .movements: .unit
    case .totals: .site
    }
  }

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
  /// The person, always masked.
  case person = 1
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
  /// The person's name.
  case name
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
  /// The first day of a hold.
  case from
  /// The last day of a hold.
  case to
  /// The kind of a hold.
  case kind
  /// The day of a death.
  case date
  /// A number that another takes the place of, always masked.
  case old
  /// The number that takes its place, always masked.
  case new

  /// The column of the program's own list that it becomes; nil for the bank, which becomes the first
  /// part of the account.
  var column: Field? {
    switch self {
    case .person: .person
    case .benefit: .benefit
    case .month: .month
    case .amount: .amount
    case .site: .site
    case .channel: .channel
    case .occurrence: .occurrence
    case .account: .account
    case .bank: nil
    case .fund: .fund
    case .name: .name
    case .document: .document
    case .reason: .reason
    case .unit: .unit
    case .event: .event
    case .count: .count
    case .from: .from
    case .to: .to
    case .kind: .kind
    case .date: .date
    case .old: .old
    case .new: .new
    }
  }

  /// How its cells are read.
  var form: Form {
    switch self {
    case .amount: .amount
    case .month: .month
    case .from, .to, .date: .day
    case .person, .old, .new: .digits
    case .account, .bank: .compact
    case .count, .occurrence: .number
    case .site, .unit: .code
    case .benefit, .channel, .fund, .event, .kind: .term
    case .name, .document, .reason: .words
    }
  }

  /// The ways in which cells are read.
  enum Form {
    /// Whole đồng.
    case amount
    /// A month, or a day of it.
    case month
    /// A day.
    case day
    /// A number that identifies somebody.
    case digits
    /// Letters and digits that people write in groups.
    case compact
    /// A small whole number.
    case number
    /// A code of the register.
    case code
    /// One of the program's terms, under whatever name.
    case term
    /// Words, kept as written.
    case words
  }
}
