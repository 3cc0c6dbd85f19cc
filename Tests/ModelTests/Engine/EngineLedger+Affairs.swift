import BenefitLedger

extension EngineLedger {
  /// Deaths, and what becomes of sites.
  func affairs(_ command: Command) throws -> Outcome {
    switch command {
    case .deaths(let rows, let date, let isDryRun, _):
      let text =
        "person,date,document\n"
        + rows.map { "\($0.person),\($0.month),\($0.document)\n" }.joined()
      var request = DeathRequest(path: try file("deaths.csv", text), maker: "clerk", today: today)
      request.date = CivilDate(date)
      request.isDryRun = isDryRun
      return outcome(try ledger.recordDeaths(request))
    case .units(let rows, let isDryRun, _):
      let text = LedgerTemplate.unitColumns + rows.map { $0.text + "\n" }.joined()
      let answer = try ledger.importUnits(
        from: try file("units.csv", text), isDryRun: isDryRun, maker: "clerk", today: today)
      let faults = answer.diagnosis.diagnostics.filter { !$0.isWarning }
      return Outcome(
        done: [faults.isEmpty ? "units \(answer.units) versions=\(answer.versions)" : "refused"],
        faults: faults.map { "\($0.code.text)@\($0.line)" })
    case .transferSite(let from, let to, let date, _):
      var request = SiteTransferRequest(
        from: try unit(from), reason: "the site is closed", maker: "clerk", date: try day(date))
      request.to = to.isEmpty ? nil : try unit(to)
      return outcome(try ledger.transferSite(request))
    case .count(let site, let amount, let date, let reason, _):
      var request = CashCountRequest(
        try unit(site), amount, on: try day(date), maker: "clerk", today: today)
      request.reason = reason.isEmpty ? nil : reason
      let answer = try ledger.countCash(request)
      return Outcome(done: ["count expected=\(answer.count.expected) new=\(answer.isNew)"])
    default: throw HarnessFault("no affair: \(command)")
    }
  }

  /// Compares what became due with the other side's list.
  func reconcileDue(_ rows: [Row]) throws -> Outcome {
    let bytes = Array(ListKind.payments.text(rows).utf8)
    let answer = try ledger.reconcileLines(
      LinesRequest(.due, [.memory(name: folder + "/theirs.csv", bytes: bytes)], today: today))
    let found = answer.found.map { "\($0.kind.code) \($0.tally.count ?? 0)" }
    return Outcome(
      done: (found + ["matched \(answer.matched.count ?? 0)"]).sorted(),
      faults: answer.diagnosis.diagnostics.map { "\($0.code.text)@\($0.line)" })
  }

  private func outcome(_ answer: DeathAnswer) -> Outcome {
    if answer.diagnosis.total > 0 {
      return Outcome(
        done: ["refused"],
        faults: answer.diagnosis.diagnostics.map { "\($0.code.text)@\($0.line)" })
    }
    let deaths = answer.deaths.map { entry in
      "death cancelled \(entry.cancelled.count) \(entry.cancelled.amount)"
        + " overpaid \(entry.overpaid.count) \(entry.overpaid.amount)"
        + " inherited \(entry.inherited.count) \(entry.inherited.amount)"
        + " released=\(entry.isReleased)"
    }
    var posted = outcome(answer.posting)
    posted.done = deaths + posted.done
    return posted
  }

  private func unit(_ code: String) throws -> UnitCode {
    guard let code = UnitCode(code) else { throw HarnessFault("no code \(code)") }
    return code
  }
}
