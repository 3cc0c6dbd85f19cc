extension Model {
  /// Debit less credit of every account that ever moved, up to the end of a period.
  func balances(through period: String = "9999") -> [ModelAccount: Int64] {
    var sums: [ModelAccount: Int64] = [:]
    for voucher in vouchers where voucher.period <= period {
      sums[voucher.debit, default: 0] += voucher.amount
      sums[voucher.credit, default: 0] -= voucher.amount
    }
    return sums
  }

  /// The name of an account in reports.
  func name(_ account: ModelAccount) -> String {
    account.code + "/" + account.fund + (account.unit.map { "/" + code($0) } ?? "")
  }

  /// The trial balance, account by account.
  func trialBalance(asAt date: String = "9999") -> [String] {
    var turnover: [ModelAccount: (Int64, Int64)] = [:]
    for voucher in vouchers where voucher.date <= date {
      turnover[voucher.debit, default: (0, 0)].0 += voucher.amount
      turnover[voucher.credit, default: (0, 0)].1 += voucher.amount
    }
    return turnover.map { account, sums in
      "\(name(account)) \(sums.0) \(sums.1) \(sums.0 - sums.1)"
    }.sorted()
  }

  /// What money went through, by event, fund, benefit, channel, month and period.
  func totals(asAt date: String = "9999") -> [String] {
    var sums: [String: (Int, Int64)] = [:]
    for voucher in vouchers where voucher.date <= date {
      let words: [String] = [
        voucher.event, voucher.debit.fund, voucher.benefit, voucher.month, voucher.period,
      ]
      let key = words.map { $0.isEmpty ? "-" : $0 }.joined(separator: " ")
      let count = max(voucher.lines, 1)
      sums[key, default: (0, 0)].0 += voucher.corrects == nil ? count : -count
      sums[key, default: (0, 0)].1 += voucher.amount
    }
    return sums.map { "\($0.key) \($0.value.0) \($0.value.1)" }.sorted()
  }

  /// What is told of every obligation of a person.
  func statement(_ person: String) -> [String] {
    let all = numbers(of: person)
    return obligations.filter { all.contains($0.key.person) }.sorted { $0.key < $1.key }
      .flatMap { name, steps in
        lines(name, steps)
      }
  }

  private func lines(_ name: ObligationName, _ steps: [ModelStep]) -> [String] {
    let state = state(name)
    let isOpen = Terms.stateAccounts[state] != nil
    let head: [String] = [
      name.person, name.month, name.benefit, "\(name.occurrence)", state,
      "open=\(isOpen ? steps.last?.open ?? 0 : 0)",
    ]
    var lines = [head.joined(separator: " ")]
    for (place, step) in steps.enumerated() {
      let corrects = (step.corrects ?? -1) + 1
      let undone = (step.undoneBy ?? -1) + 1
      let batch = batches[step.batch - 1]
      let line = batch.isMade || batch.reverses != nil ? "-" : "\(step.line)"
      let words: [String] = [
        "  \(place + 1)", step.event, "\(step.from)>\(step.to)", "\(step.amount)",
        code(step.after.site, on: step.date), step.after.channel, step.after.fund,
        "batch=\(step.batch):\(line)", "corrects=\(corrects)", "undone=\(undone)",
      ]
      lines.append(words.joined(separator: " "))
    }
    return lines
  }

  /// The batches, in the order of posting.
  func batchList() -> [String] {
    batches.map { batch in
      "\(batch.number) \(batch.event) \(batch.date) \(batch.period) \(batch.rows) \(batch.total)"
        + " \(batch.vouchers.count) reverses=\(batch.reverses ?? 0) by=\(batch.reversedBy ?? 0)"
    }
  }

  func periodList() -> [String] {
    Set(batches.map(\.period)).union(periods.keys).sorted().map { month in
      let state = control?.reopening[month] == nil ? periodState(month) : "reopen-requested"
      return "\(month) \(state) \(batches.filter { $0.period == month }.count)"
    }
  }

  /// The vouchers of a batch, as accounts and amounts.
  func vouchers(of batch: Int) -> [String] {
    vouchers.filter { $0.batch == batch }
      .map { voucher in
        let lines = voucher.corrects == nil ? voucher.lines : -voucher.lines
        return "\(name(voucher.debit)) \(name(voucher.credit)) \(voucher.amount) \(lines)"
      }.sorted()
  }

  /// Accounts that `reconcile totals` finds fault with: sites without the cash they paid out, and
  /// what is on its wrong side.
  func differences(through period: String, of: String? = nil) -> [String] {
    balances(through: period).compactMap { account, balance in
      if account.code == "advance" { return balance < 0 ? "cash-negative \(name(account))" : nil }
      guard Terms.sidedAccounts.contains(account.code) else { return nil }
      let isWrong = Terms.debitAccounts.contains(account.code) ? balance < 0 : balance > 0
      return isWrong ? "wrong-side \(name(account))" : nil
    }.sorted()
  }
}
