extension Model {
  /// What follows from a list of deaths: the dead are held, later months are given back, earlier
  /// ones are owed to the heirs.
  ///
  /// Rows have `person`, the day in `month`, and `document`.
  mutating func deaths(_ rows: [Row], date: String, isDryRun: Bool) -> Outcome {
    var faults: [String] = []
    for (index, row) in rows.enumerated() where row.month > min(date, today) {
      faults.append("L0549@\(index + 2)")
    }
    guard faults.isEmpty else { return Outcome(done: ["refused"], faults: faults) }
    for (index, row) in rows.enumerated() {
      let all = numbers(of: row.person)
      let isOther = holds.contains {
        $0.isDeath && all.contains($0.person) && $0.from != row.month && $0.released == nil
      }
      if isOther { faults.append("L0548@\(index + 2)") }
    }
    guard faults.isEmpty else { return Outcome(done: ["refused"], faults: faults) }
    var lists: [String: [Row]] = [:]
    var outcome = Outcome()
    for row in rows {
      let all = numbers(of: row.person)
      let isReleased = holds.contains {
        $0.isDeath && all.contains($0.person) && $0.from == row.month
          && $0.released ?? "9999" <= $0.from
      }
      var sums: [String: (Int, Int64)] = [:]
      for name in obligations.keys.sorted() where all.contains(name.person) && !isReleased {
        guard let event = consequence(name, of: row.month) else { continue }
        let step = self.row(name, document: row.document)
        lists[event, default: []].append(step)
        sums[event, default: (0, 0)].0 += 1
        sums[event, default: (0, 0)].1 += step.value ?? 0
      }
      let said = ["cancelled", "overpaid", "inherited"].map { event in
        "\(event) \(sums[event]?.0 ?? 0) \(sums[event]?.1 ?? 0)"
      }
      outcome.done.append("death \(said.joined(separator: " ")) released=\(isReleased)")
      let isKnown = holds.contains {
        $0.isDeath && all.contains($0.person) && $0.from == row.month
          && ($0.reason == row.document || $0.released ?? "9999" <= $0.from)
      }
      if !isKnown, !isDryRun {
        records += 1
        holds.append(
          ModelHold(
            person: row.person, kind: "deceased", reason: row.document, from: row.month,
            isDeath: true))
      }
    }
    for event in ["inherited", "cancelled", "overpaid"] {
      guard let rows = lists[event] else { continue }
      let posting = Posting(
        event: event, rows: rows, reference: "death \(batches.count)", date: date,
        isDryRun: isDryRun, isMade: true)
      let posted = post(posting)
      outcome.done += posted.done
      outcome.faults += posted.faults
    }
    return outcome
  }

  /// What becomes of an obligation of somebody who died on a day.
  private func consequence(_ name: ObligationName, of day: String) -> String? {
    // The funeral grant is owed because of the death.
    if name.benefit == "funeral" { return nil }
    let state = state(name)
    if name.month <= Terms.month(day) {
      return ["due", "unclaimed"].contains(state) ? "inherited" : nil
    }
    if ["due", "unclaimed", "inherited"].contains(state) { return "cancelled" }
    return state == "paid" ? "overpaid" : nil
  }
}
