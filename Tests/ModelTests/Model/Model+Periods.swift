extension Model {
  /// The state of a period: what was last said of it, or closed because a later one is.
  func periodState(_ month: String) -> String {
    periods[month] ?? (isClosedByLater(month) ? "closed" : "open")
  }

  private func isClosedByLater(_ month: String) -> Bool {
    periods[month] == nil && periods.contains { $0.key > month && $0.value == "closed" }
  }

  /// Why a period takes no batch.
  func periodFault(_ month: String, correction: Bool) -> String? {
    switch periodState(month) {
    case "closed": "L0321"
    case "soft-closed": correction ? nil : "L0322"
    default: nil
    }
  }

  func isUsed(_ month: String) -> Bool {
    periods[month] != nil || batches.contains { $0.period == month }
  }

  /// The standing year end of a year.
  func yearEnd(_ year: String) -> ModelBatch? {
    batches.last { $0.year == year && $0.reversedBy == nil }
  }

  mutating func change(
    _ change: String, _ month: String, date: String, reason: String, by user: String
  ) -> Outcome {
    if let refusal = control?.refusal(user, "controller", "approver") { return refusal }
    if reason.isEmpty, change == "open" || change == "reopen" {
      var given = self
      let codes = given.change(change, month, date: date, reason: "given", by: user).refused
      return Outcome(refused: codes.union(["L0534"]))
    }
    let state = periodState(month)
    let now: String
    switch change {
    case "soft-close":
      if isClosedByLater(month) { return .refused("L0323", "L0330") }
      if state == "closed" { return .refused("L0323") }
      if state == "open",
        control?.open.contains(where: { $0.period == month && !$0.undoes }) ?? false
      {
        return .refused("L0326")
      }
      now = "soft-closed"
    case "open":
      if isClosedByLater(month) { return .refused("L0323", "L0330") }
      if state != "soft-closed" { return .refused("L0323") }
      now = "open"
    case "reopen":
      if state != "closed" { return .refused("L0323") }
      var codes: Set<String> = []
      if isClosedByLater(month) { codes.insert("L0330") }
      if yearEnd(Terms.year(month)) != nil { codes.insert("L0327") }
      if !codes.isEmpty { return Outcome(refused: codes) }
      if control != nil {
        let first = control?.asksToReopen(month)
        if first == user { return .refused("L0329") }
        records += 1
        if first == nil {
          control?.reopening[month] = FourEyes.Request(user: user, record: records)
          return Outcome(done: ["period \(month) reopen-requested asked by \(user)"])
        }
        control?.reopening[month] = nil
      }
      now = "open"
    default:
      if control?.reopening.removeValue(forKey: month) != nil {
        records += 1
        return Outcome(done: ["period \(month) closed true"])
      }
      if state != "closed" {
        let codes = closingFaults(month, date: date)
        if !codes.isEmpty { return Outcome(refused: codes) }
        if !differences(through: month, of: month).isEmpty {
          return Outcome(done: ["period \(month) \(state) differs"])
        }
      }
      now = "closed"
    }
    let isChanged = now != state
    if isChanged {
      periods[month] = now
      records += 1
    }
    return Outcome(done: ["period \(month) \(now) \(isChanged)"])
  }

  /// Why a period cannot be closed on a day.
  private func closingFaults(_ month: String, date: String) -> Set<String> {
    var codes: Set<String> = []
    if date < Terms.lastDay(month) { codes.insert("L0324") }
    let used = Set(batches.map(\.period)).union(periods.keys)
    if used.contains(where: { $0 < month && periodState($0) != "closed" }) { codes.insert("L0325") }
    if control?.open.isEmpty == false { codes.insert("L0326") }
    return codes
  }

  /// Carries income and expense of a year to the funds and closes its December; under four eyes two
  /// persons do.
  mutating func closeYear(
    _ year: String, date asked: String, _ command: Command, by user: String
  ) -> Outcome {
    if let refusal = control?.refusal(user, "controller", "approver") { return refusal }
    let december = year + "-12"
    let date = asked.isEmpty ? december + "-31" : asked
    if let first = yearEnd(year) {
      return Outcome(done: [again(first) + results(of: first.number)])
    }
    var codes = closingFaults(december, date: asked.isEmpty ? today : asked)
    let isClosed = periodState(december) == "closed"
    let isNothing = !balances(through: december).contains {
      ["income", "expense"].contains($0.key.code) && $0.value != 0
    }
    if isClosed, isNothing, !codes.contains("L0325") {
      return Outcome(done: ["year \(year) nothing"])
    }
    if isClosed { codes.formUnion(periods[december] == nil ? ["L0323", "L0330"] : ["L0323"]) }
    let before = balances(through: "\((Int(year) ?? 0) - 1)-12")
    if before.contains(where: { ["income", "expense"].contains($0.key.code) && $0.value != 0 }) {
      codes.insert("L0328")
    }
    if !codes.isEmpty { return Outcome(refused: codes) }
    if !differences(through: december, of: december).isEmpty {
      return Outcome(done: ["year \(year) differs"])
    }
    let carried = carried(december, date)
    if !carried.isEmpty {
      let meaning = carried.map { "\(name($0.debit)) \(name($0.credit)) \($0.amount)" }
      let asked = consent(to: "year \(year) \(date) \(meaning)", command, by: user)
      if let asked { return asked }
    }
    periods[december] = "closed"
    records += 1
    guard !carried.isEmpty else { return Outcome(done: ["year \(year) nothing"]) }
    var batch = ModelBatch(
      number: batches.count + 1, event: "year-end", date: date, period: december,
      rows: carried.count, total: carried.reduce(0) { $0 + $1.amount })
    batch.vouchers = Array(vouchers.count..<vouchers.count + carried.count)
    vouchers += carried
    batch.year = year
    batches.append(batch)
    return Outcome(done: [receipt(batch.number) + results(of: batch.number)])
  }

  /// What a year end moves from income and expense to the funds.
  private func carried(_ december: String, _ date: String) -> [ModelVoucher] {
    let sums = balances(through: december)
    var carried: [ModelVoucher] = []
    for fund in Terms.allFunds.sorted() {
      let result = ModelAccount(code: "fund", fund: fund)
      for code in ["income", "expense"] {
        let account = ModelAccount(code: code, fund: fund)
        let amount = (sums[account] ?? 0) * (code == "income" ? -1 : 1)
        guard amount != 0 else { continue }
        carried.append(
          ModelVoucher(
            batch: batches.count + 1, debit: code == "income" ? account : result,
            credit: code == "income" ? result : account, amount: amount, lines: 0, benefit: "",
            channel: "", month: "", event: "year-end", period: december, date: date))
      }
    }
    return carried
  }

  /// What a year end says it carried.
  private func results(of batch: Int) -> String {
    var income: Int64 = 0
    var expense: Int64 = 0
    for voucher in vouchers where voucher.batch == batch {
      if voucher.debit.code == "income" {
        income += voucher.amount
      } else {
        expense += voucher.amount
      }
    }
    return " income=\(income) expense=\(expense)"
  }

  /// Why a year end cannot be undone in a period.
  func yearEndFault(_ batch: ModelBatch, period: String) -> String? {
    let isLast = !batches.contains {
      $0.year ?? "" > batch.year ?? "" && $0.reversedBy == nil
    }
    return period == batch.period && isLast ? nil : "L0327@0"
  }
}
