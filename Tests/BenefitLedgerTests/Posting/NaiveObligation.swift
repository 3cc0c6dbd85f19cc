import BenefitLedger

/// What is owed to one person, told in amounts alone: the plain book an accountant would keep.
///
/// Written from the table of events in `docs/reference/file-formats.md`, not from the engine's own.
struct NaiveObligation {
  /// Where the money of an obligation stands, in đồng.
  struct Amounts: Equatable {
    var due: Int64 = 0
    var open: Int64 = 0
    var unclaimed: Int64 = 0
    var heirs: Int64 = 0
    var discharged: Int64 = 0
    var withheld: Int64 = 0
    var cancelled: Int64 = 0
    var overpaid: Int64 = 0
    var receivable: Int64 = 0
    /// Withheld money that made good an overpayment.
    var offset: Int64 = 0
    var recovered: Int64 = 0
    var site = ""
  }

  private(set) var now = Amounts()
  /// What was before each step that still counts.
  private var before: [(event: Event, amount: Int64, amounts: Amounts)] = []
  private var wasEverDue = false

  /// Whether no money can be lost: every part is at least nothing, and all add up.
  var isWhole: Bool {
    let parts = [
      now.open, now.unclaimed, now.heirs, now.discharged, now.withheld, now.cancelled,
      now.receivable,
    ]
    return parts.allSatisfy { $0 >= 0 }
      && now.due
        == now.open + now.unclaimed + now.heirs + now.discharged + now.withheld + now.cancelled
      && now.overpaid == now.receivable + now.recovered + now.offset
  }

  /// Why an event is refused as the obligation stands, or nil.
  func refusal(_ event: Event, _ amount: Int64, site: String) -> Code? {
    if event == .due { return now.due == 0 ? nil : .alreadyPosted }
    if !wasEverDue { return .neverDue }
    if now.due == 0 { return .alreadyReversed }
    if now.cancelled > 0 { return .alreadyCancelled }
    if now.overpaid > 0 {
      guard now.receivable > 0 else { return .alreadyRecovered }
      switch event {
      case .recovered, .offset: return amount <= now.receivable ? nil : .moreThanOpen
      case .transferred: return transferRefusal(amount, now.receivable, site)
      default: return .alreadyOverpaid
      }
    }
    if now.discharged > 0 {
      switch event {
      case .returned: return amount == now.discharged ? nil : .otherAmount
      case .overpaid: return amount <= now.discharged ? nil : .moreThanOpen
      default: return .alreadyPaid
      }
    }
    if now.heirs > 0 {
      switch event {
      case .paid, .cancelled: return amount == now.heirs ? nil : .otherAmount
      case .transferred: return transferRefusal(amount, now.heirs, site)
      default: return .alreadyInherited
      }
    }
    if now.unclaimed > 0 {
      switch event {
      case .paid, .reissued, .cancelled, .inherited:
        return amount == now.unclaimed ? nil : .otherAmount
      case .transferred: return transferRefusal(amount, now.unclaimed, site)
      default: return .alreadyUnclaimed
      }
    }
    switch event {
    case .paid, .unpaid, .cancelled, .inherited: return amount == now.open ? nil : .otherAmount
    case .withheld: return amount < now.open ? nil : .moreThanOpen
    case .transferred: return transferRefusal(amount, now.open, site)
    default: return .stillDue
    }
  }

  private func transferRefusal(_ amount: Int64, _ whole: Int64, _ site: String) -> Code? {
    if amount != whole { return .otherAmount }
    return site == now.site ? .transferSameSite : nil
  }

  /// Why the last such event cannot be undone, or nil.
  func undoRefusal(_ event: Event, _ amount: Int64) -> Code? {
    guard wasEverDue else { return .neverDue }
    guard let last = before.last else { return .alreadyReversed }
    if last.event != event { return .notLatest }
    return last.amount == amount ? nil : .otherAmount
  }

  /// The event and amount that can be undone, if any.
  var lastStep: (event: Event, amount: Int64)? { before.last.map { ($0.event, $0.amount) } }

  /// Takes an event that is not refused.
  mutating func take(_ event: Event, _ amount: Int64, site: String) {
    before.append((event, amount, now))
    wasEverDue = true
    switch event {
    case .due:
      now = Amounts()
      now.due = amount
      now.open = amount
      now.site = site
    case .paid, .reissued:
      now.open = 0
      now.unclaimed = 0
      now.heirs = 0
      now.discharged = amount
    case .unpaid:
      now.open = 0
      now.unclaimed = amount
    case .returned:
      now.discharged = 0
      now.unclaimed = amount
    case .cancelled:
      now.open = 0
      now.unclaimed = 0
      now.heirs = 0
      now.cancelled = amount
    case .inherited:
      now.open = 0
      now.unclaimed = 0
      now.heirs = amount
    case .withheld:
      now.open -= amount
      now.withheld += amount
    case .overpaid:
      now.overpaid = amount
      now.receivable = amount
    case .recovered:
      now.receivable -= amount
      now.recovered += amount
    case .offset:
      now.receivable -= amount
      now.offset += amount
    case .transferred: now.site = site
    default: break
    }
  }

  /// Undoes the last step.
  mutating func undo() {
    if let last = before.popLast() { now = last.amounts }
  }
}
