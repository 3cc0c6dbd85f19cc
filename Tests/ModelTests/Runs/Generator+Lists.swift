extension Generator {
  /// A list that could be posted as things stand.
  mutating func newPosting(_ model: Model) -> Posting {
    switch random.below(100) {
    case 0..<30: return dues(model)
    case 30..<50: return movements(model)
    case 50..<53: return openings()
    case 53..<63: return undoing(model)
    default: return later(model)
    }
  }

  /// A site by the code it has, or had when the ledger began.
  private mutating func site(_ model: Model) -> String {
    let recoded = model.units.filter { $0.count > 1 }.compactMap { $0.last?.code }
    return theme == .sites && random.chance(40)
      ? random.pick(recoded, or: "S1") : random.pick(Self.sites, or: "S1")
  }

  mutating func amount() -> String {
    String((random.below(9) + 1) * (random.chance(50) ? 1_000_000 : 1_234_567))
  }

  private mutating func dues(_ model: Model) -> Posting {
    var rows: [Row] = []
    for _ in 0...random.below(4) {
      var row = Row()
      row.person = random.pick(Self.persons, or: "")
      row.benefit = random.pick(Self.benefits, or: "pension")
      row.month = random.pick(Self.months, or: "2025-10")
      if random.chance(10) { row.occurrence = random.pick("1", "2", "3") }
      row.amount = amount()
      if random.chance(2) { row.amount = "26000000" }
      row.site = site(model)
      row.channel = random.pick("cash", "cash", "bank", "agency", "employer")
      if row.channel == "bank" { row.account = random.pick(Self.accounts, or: "") }
      if random.chance(8) { row.fund = Terms.funds[row.benefit] ?? "" }
      row.document = "D\(serial)"
      let name = model.name(of: row)
      let isNew = ["none", "reversed"].contains(model.state(name))
      if isNew && !rows.contains(where: { model.name(of: $0) == name }) || random.chance(3) {
        rows.append(row)
      }
    }
    if rows.isEmpty {
      rows = [
        Row(
          person: Self.persons[0], benefit: "support", month: Self.months[serial % 6],
          amount: "1000000", site: "S1", channel: "cash", occurrence: "\(serial % 200 + 4)")
      ]
    }
    return Posting(event: "due", rows: rows)
  }

  /// A list of a later step, of obligations that are in the right state.
  private mutating func later(_ model: Model) -> Posting {
    let events = Terms.steps.keys.filter { $0 != "due" }.sorted()
    let likely = [
      "paid", "paid", "paid", "paid", "returned", "unpaid", "overpaid", "overpaid",
      "recovered", "recovered", "recovered", "recovered",
    ]
    for _ in 0..<6 {
      let event = random.pick(random.chance(55) ? likely : events, or: "paid")
      let isAny = random.chance(8)
      let rare = model.obligations.keys.filter {
        ["recovered", "inherited"].contains(model.state($0))
      }.sorted()
      let wantsRare = !rare.isEmpty && random.chance(35)
      let names =
        wantsRare
        ? rare
        : model.obligations.keys.filter {
          isAny || Terms.steps[event]?[model.state($0)] != nil
        }.sorted()
      guard !names.isEmpty else { continue }
      var rows: [Row] = []
      for _ in 0...random.below(3) {
        let name = random.pick(names, or: names[0])
        if rows.contains(where: { model.name(of: $0) == name }) { continue }
        rows.append(row(model, event, name))
      }
      return Posting(event: event, rows: rows)
    }
    return dues(model)
  }

  private mutating func row(_ model: Model, _ event: String, _ name: ObligationName) -> Row {
    var row = Row()
    row.person = name.person
    row.benefit = name.benefit
    row.month = name.month
    row.occurrence = name.occurrence == 1 ? "" : "\(name.occurrence)"
    row.document = "D\(serial)"
    let now = model.instruction(name)
    let open = model.lastCounting(name).flatMap { model.obligations[name]?[$0].open } ?? 0
    row.amount = "\(open)"
    if Terms.partial.contains(event),
      random.chance(event == "withheld" ? 95 : event == "recovered" ? 35 : 60)
    {
      row.amount = "\(max(open / Int64(random.below(3) + 2), 1))"
    }
    if random.chance(20), let now { row.site = model.code(now.site) }
    if random.chance(20), let now { row.channel = now.channel }
    if random.chance(10), let now { row.fund = now.fund }
    if random.chance(5), event == "paid", now?.channel == "bank" {
      row.account = random.pick(Self.accounts, or: "")
    }
    if event == "transferred" || event == "reissued" && random.chance(40) {
      row.site = random.pick(Self.sites, or: "S1")
      if random.chance(40) { row.channel = random.pick("cash", "bank", "employer") }
    }
    let channel = row.channel.isEmpty ? now?.channel : row.channel
    if channel == "bank", event == "reissued" || event == "transferred" {
      row.account = random.pick(Self.accounts, or: "")
    }
    return row
  }

  /// A list that undoes the latest steps of some obligations.
  private mutating func undoing(_ model: Model) -> Posting {
    let names = model.obligations.keys.filter { model.lastCounting($0) != nil }.sorted()
    guard let first = names.isEmpty ? nil : random.pick(names, or: names[0]) else {
      return dues(model)
    }
    func last(_ name: ObligationName) -> ModelStep? {
      model.lastCounting(name).flatMap { model.obligations[name]?[$0] }
    }
    let event = last(first)?.event ?? "due"
    var rows: [Row] = []
    for name in [first] + names where last(name)?.event == event {
      if rows.count > 2 || name == first && !rows.isEmpty || !rows.isEmpty && random.chance(70) {
        continue
      }
      rows.append(
        Row(
          person: name.person, benefit: name.benefit, month: name.month,
          amount: "\(last(name)?.amount ?? 0)",
          occurrence: name.occurrence == 1 ? "" : "\(name.occurrence)", document: "D\(serial)"))
    }
    return Posting(event: event, rows: rows, undoes: true, reason: "it was wrong")
  }

  private mutating func movements(_ model: Model) -> Posting {
    let event = random.pick(
      ["contribution", "advance", "advance", "advance"] + Terms.movements.keys.sorted(),
      or: "advance")
    let funds = Terms.allFunds.sorted()
    let rows = (0...random.below(3)).map { _ in
      var row = Row()
      row.site = site(model)
      row.fund = random.chance(50) ? "retirement" : random.pick(funds, or: "retirement")
      row.amount = event == "advance" ? amount() + "0" : amount()
      if random.chance(30) { row.amount = "1000" }
      if random.chance(85) { row.document = "D\(serial)" }
      if event.hasPrefix("premium"), row.fund == "health" { row.fund = "retirement" }
      return row
    }
    var seen: Set<Row> = []
    return Posting(event: event, rows: rows.filter { seen.insert($0).inserted })
  }

  private mutating func openings() -> Posting {
    var row = Row()
    row.account = random.pick("bank", "advance", "payable", "unclaimed", "shortage", "withheld")
    row.fund = random.pick(Terms.allFunds.sorted(), or: "health")
    row.amount = amount()
    if Terms.unitAccounts.contains(row.account) { row.site = random.pick(Self.sites, or: "S1") }
    return Posting(event: "opening", rows: [row])
  }

  /// Makes one row of a list wrong.
  mutating func spoil(_ posting: inout Posting) {
    let place = random.below(posting.rows.count)
    var row = posting.rows[place]
    let isPayment = ListKind(posting.event) == .payments
    switch random.below(isPayment ? 16 : 7) {
    case 0: row.amount = "0"
    case 1: row.amount = "-5"
    case 2: row.amount = "\((row.value ?? 1) + 1)"
    case 3: row.site = random.pick("NO", "79", "OLD", "")
    case 4: row.fund = random.pick("gold", "budget", "health")
    case 5: posting.rows.append(row)
    case 6: row.account = random.pick("fund", "cash", "bank", "970415:105000000001")
    case 7: row.person = random.pick(Self.persons, or: "")
    case 8: row.month = random.pick("2025-13", "2025-10", "2026-01")
    case 9: row.benefit = random.pick("pensions", "sickness", "medical")
    case 10: row.channel = random.pick("post", "cash", "bank", "")
    case 11: row.account = ""
    case 12: row.site = random.pick(Self.sites, or: "S1")
    case 13: row.person = "12345"
    case 14:
      let events = Terms.steps.keys.sorted()
      posting.event = random.pick(events, or: "paid")
    default: posting.reason = ""
    }
    posting.rows[place] = row
  }

  /// The totals of a period, or the other side's list of what became due, not always like ours.
  mutating func reconciliation(_ model: Model) -> Command {
    let names = model.obligations.keys.sorted()
    guard model.links.isEmpty, !names.isEmpty, random.chance(60) else {
      return .reconcileTotals(period: random.pick(Self.months, or: "2025-10"))
    }
    var rows: [Row] = []
    for name in names where !random.chance(8) {
      let due = model.obligations[name]?.last { $0.event == "due" && $0.corrects == nil }
      var row = model.row(name)
      row.amount = "\((due?.amount ?? 0) + (random.chance(8) ? 1 : 0))"
      rows.append(row)
      if random.chance(5) { rows.append(row) }
    }
    let other = Row(
      person: Self.persons[0], benefit: "training", month: "2025-10", amount: "1", occurrence: "9")
    return .reconcileDue(rows.isEmpty || random.chance(10) ? rows + [other] : rows)
  }
}
