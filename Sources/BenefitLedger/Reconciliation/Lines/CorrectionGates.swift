import BatchFiles
import LedgerCore

/// What stops a row of a list whatever became of its obligation: a hold, a limit, a site that is closed.
struct CorrectionGates {
  let tree: UnitTree
  let holds: HeldPersons
  let chart: PaymentChart
  let today: CivilDate

  /// The hold that keeps money from being sent to a person today; 0 if there is none.
  func hold(of person: Int64) -> Int32 { holds.hold(of: person, on: today.number)?.number ?? 0 }

  /// What stops the rows of a correction; nil if nothing does.
  func refusal(of plan: PlannedCorrection, _ event: Event, _ finding: LineFinding) -> Code? {
    for row in [plan.transferred, plan.posted].compactMap({ $0 }) where row.unit > 0 {
      guard isOpen(row.unit) else { return .unitNotValid }
    }
    guard event == .due, let row = plan.posted else { return nil }
    let key = ObligationKey(packed: finding.key)
    // A month is held if its first day is.
    if holds.hold(of: key.person, on: key.month.number * 100 + 1) != nil { return .personHeld }
    let verdict = chart.limits.check(
      benefit: key.benefit, month: key.month.number, amount: row.amount)
    return verdict == .hold ? .amountHeld : nil
  }

  private func isOpen(_ unit: Int32) -> Bool {
    guard let place = tree.version(of: unit, on: today) else { return false }
    let version = tree.versions[place]
    return version.validFrom <= today && version.validTo.map { $0 >= today } ?? true
      && (version.kind == .site || version.kind == .agency)
  }
}
