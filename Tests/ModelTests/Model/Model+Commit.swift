extension Model {
  /// Posts a list that has no mistake; says the number of its batch.
  mutating func commit(_ list: CheckedList) -> Int {
    var batch = ModelBatch(
      number: batches.count + 1, event: list.posting.event, undoes: list.posting.undoes,
      reference: list.posting.reference, declaredDate: list.posting.date,
      declaredPeriod: list.posting.period, date: list.date, period: list.period,
      text: list.posting.text, rows: list.rowCount, total: list.total)
    batch.leftOut = list.leftOut
    batch.isMade = list.posting.isMade
    for (check, line) in zip(list.checks, list.lines) {
      guard let name = check.name, var step = check.step, let debit = check.debit,
        let credit = check.credit
      else { continue }
      step.batch = batch.number
      step.line = line
      var voucher = ModelVoucher(
        batch: batch.number, debit: debit, credit: credit, amount: step.amount, lines: 1,
        unit: step.after.site, benefit: name.benefit, channel: step.after.channel,
        month: name.month, event: batch.event, period: batch.period, date: batch.date)
      if let corrects = step.corrects { voucher.corrects = obligations[name]?[corrects].voucher }
      step.voucher = add(voucher, to: &batch)
      add(step, to: name, &batch)
    }
    for var voucher in list.movements {
      voucher.batch = batch.number
      batch.vouchers.append(vouchers.count)
      vouchers.append(voucher)
    }
    batch.opened = list.opened
    opened.formUnion(list.opened)
    batches.append(batch)
    remember()
    return batch.number
  }

  /// Adds a line to the voucher it shares with others of its batch, or makes one.
  private mutating func add(_ line: ModelVoucher, to batch: inout ModelBatch) -> Int {
    let same = batch.vouchers.first { place in
      let voucher = vouchers[place]
      return voucher.debit == line.debit && voucher.credit == line.credit
        && voucher.unit == line.unit && voucher.benefit == line.benefit
        && voucher.channel == line.channel && voucher.month == line.month
        && voucher.corrects == line.corrects
    }
    if let same {
      vouchers[same].amount += line.amount
      vouchers[same].lines += 1
      return same
    }
    batch.vouchers.append(vouchers.count)
    vouchers.append(line)
    return vouchers.count - 1
  }

  mutating func add(_ step: ModelStep, to name: ObligationName, _ batch: inout ModelBatch) {
    let place = obligations[name]?.count ?? 0
    if let corrects = step.corrects { obligations[name]?[corrects].undoneBy = place }
    obligations[name, default: []].append(step)
    batch.steps.append((name, place))
  }
}
