import LedgerCore

/// A column of a list, by the name in the header.
public enum Field: UInt8, CaseIterable, Sendable {
  /// The person, always masked.
  case person
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
  /// The bank account, always masked; in opening balances the account of the chart.
  case account
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
  /// The code of a unit.
  case code
  /// The kind of a unit.
  case kind
  /// The unit above.
  case parent
  /// The first day a unit is valid.
  case validFrom
  /// The last day a unit is valid.
  case validTo
  /// The code a unit had before.
  case formerly
  /// The unit that takes the place of one that ends.
  case successor
  /// The event of a total.
  case event
  /// How many payments a total is of.
  case count
  /// The first day of a hold.
  case from
  /// The last day of a hold.
  case to
  /// A number of a person that another takes the place of, always masked.
  case old
  /// The number that takes its place, always masked.
  case new
  /// The day of a death.
  case date
  /// Why a row was refused when it was posted before, as a code; ignored.
  case rejectCode
  /// The same in words; ignored.
  case rejectReason
  /// The day from which a booking of a bank bears interest.
  case valueDate
  /// What went out of a bank account.
  case debit
  /// What came into a bank account.
  case credit
  /// What is in a bank account after a booking.
  case balance
  /// The end-to-end id of a bank payment, always masked: it holds the person.
  case endToEnd
  /// What the bank tells of a booking, always masked.
  case description
  /// The bank's own reference.
  case reference

  /// The name in the header.
  public var name: String {
    switch self {
    case .validFrom: "valid_from"
    case .validTo: "valid_to"
    case .rejectCode: "reject_code"
    case .rejectReason: "reject_reason"
    case .valueDate: "value_date"
    case .endToEnd: "end_to_end"
    default: String(describing: self)
    }
  }
}

/// Which columns a list has.
struct ListLayout {
  /// Those without which it cannot be read.
  let required: [Field]
  /// Those it may have.
  let optional: [Field]
  /// The columns that are masked whatever they hold.
  let personal: [Field]
  /// What the report of refused rows adds: taken and ignored, so that it can be corrected and posted.
  private(set) var ignored: [Field] = []

  init(required: [Field], optional: [Field], personal: [Field] = []) {
    self.required = required
    self.optional = optional
    self.personal = personal
  }

  /// The list of units.
  static let units = ListLayout(
    required: [.code, .name, .kind, .parent],
    optional: [.validFrom, .validTo, .formerly, .successor])

  /// The other side's totals.
  static let totals = ListLayout(
    required: [.site, .event, .count, .amount], optional: [.benefit, .month])

  /// A list of persons who are not payable.
  static let holds = ListLayout(
    required: [.person, .reason, .from], optional: [.to, .kind], personal: [.person])

  /// A list of numbers of the same persons.
  static let links = ListLayout(required: [.old, .new], optional: [], personal: [.old, .new])

  /// A list of deaths.
  static let deaths = ListLayout(
    required: [.person, .date], optional: [.document], personal: [.person])

  /// A bank's statement.
  static let statement = ListLayout(
    required: [.date, .balance],
    optional: [
      .valueDate, .amount, .debit, .credit, .endToEnd, .reference, .account, .description, .reason,
    ],
    personal: [.endToEnd, .account, .description])

  /// The list of an event, or of what is undone of it.
  init(event: Event, isCorrection: Bool = false) {
    switch event.list {
    case .payments:
      let always: [Field] = [.person, .benefit, .month, .amount]
      let never: [Field] = [.occurrence, .account, .fund, .name, .document, .reason]
      let mostly: [Field] = [.site, .channel]
      self.init(
        required: event == .due && !isCorrection ? always + mostly : always,
        optional: event == .due && !isCorrection ? never : mostly + never,
        personal: [.person, .account])
    case .unitMovements:
      self.init(required: [.unit, .fund, .amount], optional: [.channel, .benefit, .document])
    case .openingBalances:
      self.init(required: [.account, .fund, .amount], optional: [.unit])
    case .internalMovements:
      preconditionFailure("the program makes these movements itself")
    }
    ignored = [.rejectCode, .rejectReason]
  }

  var known: [Field] { required + optional }
}
