import LedgerCore
import LedgerStore

/// The obligations that a site still has to pay, keep for somebody or recover.
///
/// A step says its unit and not the other way round, so every step of the ledger is read once; what is
/// kept in memory is no more than one site's obligations.
struct SiteHoldings {
  /// One obligation, by its last step.
  struct Held {
    let key: ObligationKey
    let state: ObligationState
    let amount: Int64
    let channel: Channel
    let fund: UInt8
  }

  /// The obligations, by key.
  private(set) var obligations: [Held] = []

  /// Finds the obligations whose latest instruction is a unit, and whose state holds money.
  ///
  /// - Throws: `LedgerError`: `ledgerDamaged`, and what the store did.
  init(of unit: Int32, _ snapshot: any LedgerSnapshot) throws {
    var last: StoredStep?
    for month in try snapshot.entitlementMonths() {
      try snapshot.scanSteps(
        from: ObligationKey(month: month, person: 0, benefit: 0, occurrence: 0),
        through: ObligationKey(
          month: month, person: PersonNumber.encodedRange.upperBound - 1, benefit: 15,
          occurrence: 255)
      ) { step in
        if let last, last.key != step.key { try keep(last, unit) }
        last = step
      }
    }
    if let last { try keep(last, unit) }
  }

  private mutating func keep(_ last: StoredStep, _ unit: Int32) throws {
    guard last.unit == unit, last.remainder > 0 else { return }
    let state = try promised(ObligationState(rawValue: last.toState), "state")
    guard StateTable.state(after: .transferred, from: state) != nil else { return }
    obligations.append(
      Held(
        key: last.key, state: state, amount: last.remainder,
        channel: try promised(Channel(rawValue: last.channel), "channel"), fund: last.fund))
  }

  /// What they add up to, in đồng.
  ///
  /// - Throws: `LedgerError` with code `totalTooLarge` if it does not fit 64 bits.
  func total() throws -> Int64 { try exact(obligations.reduce(0) { $0 + Int128($1.amount) }) }

  /// The list by which they go to another site.
  func list(to site: UnitCode, _ envelope: Envelope) throws -> [UInt8] {
    var text = envelope.line + "person,benefit,month,occurrence,amount,site\n"
    for held in obligations {
      let person = try promised(PersonNumber(encoded: held.key.person), "person")
      let benefit = try promised(Benefit(rawValue: held.key.benefit), "benefit")
      text += "\(person.digits),\(benefit.code),\(held.key.month),\(held.key.occurrence),"
      text += "\(held.amount),\(site.text)\n"
    }
    return Array(text.utf8)
  }
}

extension Envelope {
  /// What it declares, as the first line of a file.
  var line: String {
    let declared: [(String, String?)] = [
      ("reference", reference), ("event", event?.code), ("period", period?.description),
      ("date", date?.description), ("count", count.map { String($0) }),
      ("total", total.map { String($0) }),
    ]
    return "#batch "
      + declared.compactMap { name, value in value.map { "\(name)=\($0)" } }.joined(separator: " ")
      + "\n"
  }
}
