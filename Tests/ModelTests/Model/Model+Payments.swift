/// What a row of a payment list does, or why it cannot.
struct RowCheck {
  var faults: [String] = []
  var warnings: [String] = []
  var name: ObligationName?
  var step: ModelStep?
  var debit: ModelAccount?
  var credit: ModelAccount?
  /// The date of the step it rests on, if there is one.
  var restsOn: String?
  var isHeld = false
  var paysElsewhere = false
}

extension Model {
  /// The faults of a row's fields by themselves.
  func fieldFaults(_ row: Row, _ event: String, undoes: Bool, date: String) -> [String] {
    var faults: [String] = []
    if ![10, 12].contains(row.person.count) { faults.append("L0404") }
    if Terms.funds[row.benefit] == nil { faults.append("L0451") }
    if row.month.hasSuffix("-13") { faults.append("L0432") }
    if row.value == nil {
      faults.append(row.amount.isEmpty ? "L0401" : row.amount == "0" ? "L0411" : "L0412")
    }
    let isDue = event == "due" && !undoes
    let isInstruction = ["due", "reissued", "transferred"].contains(event)
    if row.site.isEmpty {
      if isDue { faults.append("L0401") }
    } else {
      faults += siteFaults(row.site, on: date)
    }
    if row.channel.isEmpty {
      if isDue { faults.append("L0401") }
    } else if !Terms.channels.contains(row.channel) {
      faults.append("L0452")
    }
    if isInstruction, !undoes, row.channel == "bank", row.account.isEmpty {
      faults.append("L0461")
    }
    if !row.account.isEmpty, !row.account.contains(":") {
      faults.append("L0462")
    } else if isInstruction, !row.account.isEmpty, row.channel != "bank",
      Terms.channels.contains(row.channel)
    {
      faults.append("L0525")
    }
    if !row.fund.isEmpty {
      if !Terms.allFunds.contains(row.fund) {
        faults.append("L0453")
      } else if isDue, let own = Terms.funds[row.benefit], own != row.fund {
        faults.append("L0454")
      }
    }
    return faults
  }

  /// What a row would do to its obligation on a business date.
  func check(_ row: Row, _ event: String, date: String, period: String) -> RowCheck {
    var check = RowCheck(faults: fieldFaults(row, event, undoes: false, date: date))
    guard check.faults.isEmpty, let amount = row.value else {
      if event == "due", !check.faults.isEmpty { check.faults += ["L0541", "L0551"] }
      return check
    }
    let name = name(of: row)
    check.name = name
    return event == "due"
      ? due(row, name, amount, date: date, period: period)
      : later(row, event, name, amount, date: date, period: period)
  }

  private func due(
    _ row: Row, _ name: ObligationName, _ amount: Int64, date: String, period: String
  ) -> RowCheck {
    var check = RowCheck(name: name)
    let state = state(name)
    if Terms.steps["due"]?[state] == nil { check.faults.append("L0502") }
    if isHeld(row.person, on: Terms.firstDay(row.month)) {
      check.faults.append("L0541")
      check.isHeld = true
    }
    if let limit = Terms.limit(row.benefit, row.month), amount > limit {
      check.faults.append("L0551")
      check.isHeld = true
    } else if let limit = Terms.warnings[row.benefit], amount > limit {
      check.warnings.append("L0590")
    }
    let fund = row.fund.isEmpty ? Terms.funds[row.benefit] ?? "" : row.fund
    let site = unit(row.site, on: date) ?? 0
    let after = Instruction(site: site, channel: row.channel, fund: fund, account: row.account)
    check.step = ModelStep(
      event: "due", from: state, to: "due", amount: amount, open: amount, openBefore: 0,
      before: nil, after: after, batch: 0, line: 0, date: date, period: period, voucher: 0)
    check.debit = ModelAccount(code: "expense", fund: fund)
    check.credit = ModelAccount(code: "payable", fund: fund, unit: site)
    check.restsOn = obligations[name]?.last?.date
    return check
  }

  private func later(
    _ row: Row, _ event: String, _ name: ObligationName, _ amount: Int64, date: String,
    period: String
  ) -> RowCheck {
    var check = RowCheck(name: name)
    let state = state(name)
    guard var to = Terms.steps[event]?[state], let last = lastCounting(name),
      let before = instruction(name), let latest = obligations[name]?[last]
    else {
      check.faults.append(Terms.stateCodes[state] ?? "")
      return check
    }
    let open = latest.open
    check.restsOn = obligations[name]?.last?.date
    let moves = event == "reissued" || event == "transferred"
    var after = before
    if !row.site.isEmpty {
      let site = unit(row.site, on: date) ?? 0
      if moves { after.site = site } else if site != before.site { check.faults.append("L0522") }
    } else if event == "paid" || event == "reissued", version(before.site, on: date) == nil {
      check.faults.append("L0443")
    }
    if !row.channel.isEmpty, row.channel != before.channel {
      if moves { after.channel = row.channel } else { check.faults.append("L0523") }
    }
    if !row.fund.isEmpty, row.fund != before.fund { check.faults.append("L0524") }
    if moves, !row.account.isEmpty, after.channel != "bank" { check.faults.append("L0525") }
    if !row.account.isEmpty {
      check.paysElsewhere =
        ["paid", "reissued"].contains(event) && !before.account.isEmpty
        && row.account != before.account
      if moves { after.account = row.account }
    } else if after.channel == "bank" {
      if event == "reissued" || event == "transferred" && before.channel != "bank" {
        check.faults.append("L0461")
      }
    } else if moves {
      after.account = ""
    }
    if event == "transferred", row.site.isEmpty {
      check.faults.append("L0527")
    } else if event == "transferred", after.site == before.site {
      check.faults.append("L0528")
    }
    if event == "paid" && state != "inherited" || event == "reissued", isHeld(row.person, on: date)
    {
      check.faults.append("L0541")
    }
    if Terms.partial.contains(event) {
      let tooMuch = event == "withheld" ? amount >= open : amount > open
      if tooMuch { check.faults.append("L0526") }
    } else if amount != open {
      check.faults.append("L0521")
    }
    // A closed site is told once nothing else is wrong.
    if check.faults.count > 1 { check.faults.removeAll { $0 == "L0443" } }
    var left = open
    switch event {
    case "withheld", "recovered", "offset": left = open - amount
    case "overpaid": left = amount
    case "cancelled": left = 0
    default: break
    }
    if event == "recovered" || event == "offset", left == 0 { to = "recovered" }
    check.step = ModelStep(
      event: event, from: state, to: to, amount: amount, open: left, openBefore: open,
      before: before, after: after, batch: 0, line: 0, date: date, period: period, voucher: 0)
    (check.debit, check.credit) = accounts(event, state, before, after, isOfClosedYear(name))
    return check
  }

  /// The accounts of a later step.
  private func accounts(
    _ event: String, _ state: String, _ before: Instruction, _ after: Instruction, _ closed: Bool
  ) -> (ModelAccount, ModelAccount) {
    let fund = before.fund
    func at(_ code: String, _ site: Int? = nil) -> ModelAccount {
      ModelAccount(
        code: code, fund: fund,
        unit: Terms.unitAccounts.contains(code) ? site ?? before.site : nil)
    }
    func money(_ by: Instruction) -> ModelAccount {
      ["cash", "agency"].contains(by.channel) ? at("advance", by.site) : at("bank")
    }
    let held = at(Terms.stateAccounts[state] ?? "")
    let result = at(closed ? "income" : "expense")
    return switch event {
    case "paid": (held, money(before))
    case "unpaid": (held, at("unclaimed"))
    case "returned": (money(before), at("unclaimed"))
    case "reissued": (held, money(after))
    case "cancelled": (held, result)
    case "withheld": (held, at("withheld"))
    case "inherited": (held, at("heirs"))
    case "overpaid": (at("receivable"), result)
    case "recovered": (at("bank"), held)
    case "offset": (at("withheld"), held)
    default:
      state == "overpaid"
        ? (at("receivable", after.site), held) : (held, at(held.code, after.site))
    }
  }
}
