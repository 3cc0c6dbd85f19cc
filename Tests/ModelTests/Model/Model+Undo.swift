extension Model {
  /// What a row that undoes would undo: the latest step of its obligation.
  func undo(_ row: Row, _ event: String, date: String) -> RowCheck {
    var check = RowCheck(faults: fieldFaults(row, event, undoes: true, date: date))
    guard check.faults.isEmpty, let amount = row.value else { return check }
    let name = name(of: row)
    check.name = name
    guard let steps = obligations[name], let last = lastCounting(name), steps[last].event == event
    else {
      let isEmpty = lastCounting(name) == nil
      check.faults.append(isEmpty ? Terms.stateCodes[state(name)] ?? "" : "L0531")
      return check
    }
    let step = steps[last]
    if amount != step.amount { check.faults.append("L0521") }
    if !row.site.isEmpty, unit(row.site, on: date) != step.after.site {
      check.faults.append("L0522")
    }
    if !row.channel.isEmpty, row.channel != step.after.channel { check.faults.append("L0523") }
    if !row.fund.isEmpty, row.fund != step.after.fund { check.faults.append("L0524") }
    fill(&check, name, undoing: last, date: date, period: "")
    return check
  }

  /// The step and the accounts that undo a step.
  private func fill(
    _ check: inout RowCheck, _ name: ObligationName, undoing place: Int, date: String,
    period: String
  ) {
    guard let step = obligations[name]?[place] else { return }
    let voucher = vouchers[step.voucher]
    check.debit = voucher.debit
    check.credit = voucher.credit
    check.restsOn = obligations[name]?.last?.date
    var undone = step
    undone.from = step.to
    undone.to = step.from == "none" ? "reversed" : step.from
    undone.amount = -step.amount
    undone.open = step.openBefore
    undone.openBefore = step.open
    undone.corrects = place
    undone.after = step.before ?? step.after
    undone.date = date
    undone.period = period
    check.step = undone
  }

  /// Undoes a batch as a whole.
  mutating func reverse(
    _ number: Int, reason: String, date: String, period asked: String, isDryRun: Bool,
    by user: String,
    approved: FourEyes.Submission? = nil
  ) -> Outcome {
    if !isDryRun, approved == nil, let refusal = control?.refusal(user, "clerk", "controller") {
      return refusal
    }
    guard batches.indices.contains(number - 1) else { return .refused("L0851") }
    let batch = batches[number - 1]
    var faults = reason.isEmpty ? ["L0534@0"] : []
    if batch.reverses != nil || batch.undoes {
      return Outcome(done: ["refused"], faults: faults + ["L0533@0"])
    }
    if batch.reversedBy != nil {
      return Outcome(done: ["refused"], faults: faults + ["L0532@0"])
    }
    let waiting = control?.open.first { submission in
      guard case .reverse(let other, _, _, _, _, _) = submission.command else { return false }
      return other == number
    }
    if faults.isEmpty, approved == nil, !isDryRun, let waiting {
      return Outcome(done: ["again submitted " + waiting.text])
    }
    let own = batch.year == nil ? correctionPeriod(batch.period) : batch.period
    let period = asked.isEmpty ? own : asked
    if batch.year != nil {
      if let fault = yearEndFault(batch, period: period) { faults.append(fault) }
    } else if let fault = periodFault(period, correction: true) {
      faults.append(fault + "@0")
    }
    for (name, place) in batch.steps {
      let line = obligations[name]?[place].line ?? 0
      if lastCounting(name) != place {
        faults.append("L0531@\(line)")
      } else if control?.isReserved(name) ?? false, waiting?.reserved.contains(name) != true {
        faults.append("L1011@\(line)")
      }
    }
    guard faults.isEmpty else { return Outcome(done: ["refused"], faults: faults) }
    let warnings = batch.date > date ? ["L0594@0"] : []
    if isDryRun {
      return Outcome(
        done: ["checked lines=\(batch.rows) total=\(-batch.total) out=0"], faults: warnings)
    }
    if control != nil, approved == nil {
      return submit(
        FourEyes.Submission(
          maker: user,
          command: .reverse(
            batch: number, reason: reason, date: date, period: period, isDryRun: false, by: user),
          event: batch.event, undoes: true, rows: batch.rows, total: -batch.total, date: date,
          period: period, reserved: Set(batch.steps.map(\.name))), warnings: warnings)
    }
    var undoing = ModelBatch(
      number: batches.count + 1, event: batch.event, undoes: true, reverses: number, date: date,
      period: period, rows: batch.rows, total: -batch.total)
    for place in batch.vouchers {
      var voucher = vouchers[place]
      voucher.corrects = place
      voucher.batch = undoing.number
      voucher.amount.negate()
      voucher.date = date
      voucher.period = period
      undoing.vouchers.append(vouchers.count)
      vouchers.append(voucher)
    }
    for (name, place) in batch.steps {
      var check = RowCheck()
      fill(&check, name, undoing: place, date: date, period: period)
      guard var step = check.step else { continue }
      step.batch = undoing.number
      step.voucher = undoing.vouchers.first { vouchers[$0].corrects == step.voucher } ?? 0
      add(step, to: name, &undoing)
    }
    opened.subtract(batch.opened)
    batches[number - 1].reversedBy = undoing.number
    batches.append(undoing)
    if batch.year != nil {
      periods[period] = "soft-closed"
      records += 1
    }
    return Outcome(done: [receipt(undoing.number)], faults: warnings)
  }

  /// The period of a correction that names none: its own, or the first after it that takes it.
  func correctionPeriod(_ own: String) -> String {
    if periodFault(own, correction: true) == nil { return own }
    var period = own
    while periodState(period) != "open" { period = Terms.next(period) }
    return period
  }
}
