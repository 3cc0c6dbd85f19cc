extension Model {
  /// Money that moves without a person: each row is a voucher, or a pair of them.
  func checkMovements(_ list: inout CheckedList) {
    let event = list.posting.event
    var seen: Set<Row> = []
    for (index, row) in list.posting.rows.enumerated() {
      var faults: [String] = []
      if row.value == nil {
        faults.append(row.amount.isEmpty ? "L0401" : row.amount == "0" ? "L0411" : "L0412")
      }
      if row.site.isEmpty {
        faults.append("L0401")
      } else if Terms.siteMovements.contains(event) {
        faults += siteFaults(row.site, on: list.date)
      } else if let unit = unit(row.site, on: list.date) {
        if version(unit, on: list.date)?.code != row.site { faults.append("L0443") }
      } else {
        faults.append("L0441")
      }
      if !Terms.allFunds.contains(row.fund) { faults.append("L0453") }
      if event.hasPrefix("premium"), row.fund == "health" { faults.append("L0454") }
      if !seen.insert(row).inserted {
        if !faults.isEmpty { list.unsaid.insert("L0601@\(index + 2)") }
        faults.append("L0601")
      }
      list.faults += faults.map { "\($0)@\(index + 2)" }
      guard faults.isEmpty, let amount = row.value, let unit = unit(row.site, on: list.date) else {
        continue
      }
      for (place, pair) in (Terms.movements[event] ?? []).enumerated() {
        let fund = place == 0 ? row.fund : "health"
        func at(_ code: String) -> ModelAccount {
          ModelAccount(
            code: code, fund: fund, unit: Terms.unitAccounts.contains(code) ? unit : nil)
        }
        list.movements.append(
          ModelVoucher(
            batch: 0, debit: at(pair.debit), credit: at(pair.credit), amount: amount, lines: 0,
            unit: unit, benefit: row.benefit, channel: row.channel, month: "", event: event,
            period: list.period, date: list.date))
      }
    }
  }

  /// What accounts held when the ledger began; each is opened once.
  func checkOpenings(_ list: inout CheckedList) {
    for (index, row) in list.posting.rows.enumerated() {
      var faults: [String] = []
      if !Terms.allAccounts.contains(row.account) { faults.append("L0603") }
      if ["fund", "income", "expense"].contains(row.account) { faults.append("L0604") }
      if row.value == nil { faults.append(row.amount == "0" ? "L0411" : "L0412") }
      if !Terms.allFunds.contains(row.fund) { faults.append("L0453") }
      let isKept = Terms.unitAccounts.contains(row.account)
      if faults.isEmpty, isKept, row.site.isEmpty { faults.append("L0605") }
      if faults.isEmpty, !isKept, !row.site.isEmpty { faults.append("L0606") }
      if isKept || !Terms.allAccounts.contains(row.account), !row.site.isEmpty {
        faults += siteFaults(row.site, on: list.date).filter { $0 != "L0442" }
      }
      let unit = isKept ? unit(row.site, on: list.date) : nil
      let account = ModelAccount(code: row.account, fund: row.fund, unit: unit)
      if faults.isEmpty, opened.contains(account) { faults.append("L0602") }
      if faults.isEmpty, list.opened.contains(account) { faults.append("L0601") }
      list.faults += faults.map { "\($0)@\(index + 2)" }
      guard faults.isEmpty, let amount = row.value else { continue }
      list.opened.append(account)
      let fund = ModelAccount(code: "fund", fund: row.fund)
      let isDebit = Terms.debitAccounts.contains(row.account)
      list.movements.append(
        ModelVoucher(
          batch: 0, debit: isDebit ? account : fund, credit: isDebit ? fund : account,
          amount: amount, lines: 0, unit: unit, benefit: "", channel: "", month: "",
          event: "opening", period: list.period, date: list.date))
    }
  }
}
