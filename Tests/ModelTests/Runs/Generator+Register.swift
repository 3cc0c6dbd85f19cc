extension Generator {
  /// Who makes a list: nobody says so where one person keeps the ledger.
  mutating func maker() -> String {
    guard theme == .fourEyes else { return "" }
    return random.chance(94)
      ? random.pick("lan", "mai", "hoa") : random.pick("", "minh", "quan", "tra")
  }

  /// Something about persons: who is not payable, and who is who.
  mutating func personCommand(_ model: Model) -> Command {
    let person = random.pick(Self.persons, or: "")
    if theme == .persons, random.chance(25) { return death(model) }
    switch random.below(10) {
    case 0..<5:
      let from = random.chance(50) ? date : random.pick("2025-09-15", "2025-12-01", "2026-02-01")
      return .hold(
        person: person, kind: random.pick("suspended", "unverified", "inspection"),
        reason: random.pick("letter 1", "letter 2", "letter 3"), from: from,
        to: random.chance(30) ? random.pick("2025-12-31", "2026-02-28", "2025-09-20") : "",
        by: theme == .fourEyes ? random.pick("lan", "minh", "quan", "tra", "") : "")
    case 5..<8:
      let held = model.holds.last.map(\.person) ?? person
      return .release(
        person: random.chance(70) ? held : person, from: date, reason: "found nothing",
        by: signer())
    default: return .link(old: person, new: random.pick(Self.persons, or: ""), by: signer())
    }
  }

  /// Somebody who asks for what two have to agree to.
  private mutating func signer() -> String {
    theme == .fourEyes ? random.pick("lan", "minh", "an", "hoa", "quan", "tra", "nobody", "") : ""
  }

  /// What somebody asked for is asked for by another, or by him once more.
  mutating func agreement(_ model: Model) -> Command? {
    let open = model.control?.proposals.filter { model.control?.stands($0.by) ?? false } ?? []
    guard !open.isEmpty, random.chance(60) else { return nil }
    let proposal = open[random.below(open.count)]
    let user = random.chance(80) ? random.pick("minh", "an") : random.pick("lan", proposal.by.user)
    switch proposal.command {
    case .release(let person, let from, let reason, _):
      return .release(person: person, from: from, reason: reason, by: user)
    case .link(let old, let new, _): return .link(old: old, new: new, by: user)
    case .closeYear(let year, let date, _): return .closeYear(year, date: date, by: user)
    default: return nil
    }
  }

  /// The next thing to be done to close 2025 under four eyes.
  mutating func yearEndCommand(_ model: Model) -> Command {
    let approver = random.pick("minh", "an")
    if let open = model.control?.open.first {
      let others = ["minh", "an"].filter { user in
        !open.approvals.contains { $0.user == user }
      }
      return random.chance(75)
        ? .approve(submission: open.number, by: random.pick(others, or: approver))
        : .reject(submission: open.number, reason: "not right", by: approver)
    }
    let oldest = oldestOpen(model)
    guard oldest < "2025-12", model.isUsed(oldest) else {
      return .closeYear("2025", date: "", by: random.pick("hoa", "minh", "an"))
    }
    return .period(
      change: "close", month: oldest, date: "2026-03-31", reason: "", by: random.pick("hoa", "minh")
    )
  }

  /// Users come and go.
  mutating func userCommand(_ model: Model) -> Command {
    let gone = model.control?.users.filter(\.value.isRevoked).keys.sorted() ?? []
    let by = random.chance(85) ? "quan" : random.pick("lan", "minh", "nobody", "")
    if !gone.isEmpty ? random.chance(65) : random.chance(15) {
      return .addUser(
        random.chance(85) ? random.pick(gone, or: "lan") : random.pick("lan", "binh"),
        role: random.pick("clerk", "approver", "controller"), by: by)
    }
    return .revoke(
      random.pick("lan", "mai", "hoa", "minh", "an", "quan", "nobody"),
      reason: random.chance(92) ? "left" : "", by: by)
  }

  /// Somebody decides on what waits.
  mutating func decision(_ model: Model) -> Command {
    let open = model.control?.open.map(\.number) ?? []
    let any = 1 + random.below(model.control?.submissions.count ?? 0)
    let number = random.chance(92) ? random.pick(open, or: any) : random.chance(90) ? any : 99
    if random.chance(82) {
      return .approve(
        submission: number,
        by: random.chance(85)
          ? random.pick("minh", "an", "minh", "an", "hoa")
          : random.pick("lan", "hoa", "quan", "tra", "nobody", ""))
    }
    return .reject(
      submission: number, reason: random.chance(92) ? "not right" : "",
      by: random.pick("minh", "lan", "mai", "hoa", "tra", ""))
  }

  /// A list of deaths, in a period that is open.
  private mutating func death(_ model: Model) -> Command {
    let people = [random.pick(Self.persons, or: ""), random.pick(Self.persons, or: "")]
    let isOne = random.chance(60) || model.numbers(of: people[0]).contains(people[1])
    let day = model.periodState(Terms.month(date)) == "open" ? date : "2026-03-31"
    let rows = people.prefix(isOne ? 1 : 2).map { person in
      Row(
        person: person,
        month: random.chance(90)
          ? random.pick("2025-09-10", "2025-10-04", "2025-11-30") : "2026-06-01",
        document: "TB\(serial)")
    }
    return .deaths(rows: rows, date: day, isDryRun: random.chance(15), by: "")
  }

  /// A site is opened, renamed, closed or handed over, or its cash is counted.
  mutating func siteCommand(_ model: Model) -> Command {
    let place = random.pick("S2", "S3", "OLD", "S2", "S3")
    let unit = model.unit(place, on: date)
    let site = unit.map { model.code($0) } ?? place
    let isClosed = unit.map { model.units[$0].last?.to != nil } ?? true
    var row = UnitVersion.Row(code: site, name: "Điểm \(place.suffix(1))", parent: "79")
    if let unit, random.chance(80) { row.name = model.units[unit].last?.name ?? "" }
    if site == "OLD" {
      row = LedgerTemplate.units[6]
    }
    switch isClosed && site != "OLD" ? 4 + random.below(6) : random.below(10) {
    case 0..<2:
      row.to = date
      row.from = site == "OLD" ? row.from : ""
      if site == "OLD" { row.to = "2025-10-31" }
      if site != "OLD", random.chance(80) {
        row.successor = random.pick("S1", "AG", "S1", "OLD", "NO")
      }
      return .units([row], isDryRun: random.chance(10), by: "")
    case 2..<4:
      if site != "OLD" {
        row.name += random.pick(" mới", "")
        if random.chance(70) { row.from = date }
        if random.chance(60) { recode(&row) }
      }
      return .units([row], isDryRun: random.chance(10), by: "")
    case 4:
      row = UnitVersion.Row(
        code: "N\(serial)", name: "Điểm mới", parent: random.pick("79", "79", "XX"))
      // A site that gets the code another one had.
      if unit != nil, place != site {
        row = UnitVersion.Row(
          code: place, name: "Điểm mới", parent: "79",
          from: random.chance(70) ? date : "2025-10-01")
      }
      return .units([row], isDryRun: false, by: "")
    case 5..<8 where moved.insert(site).inserted:
      let open = model.periodState(Terms.month(date)) == "open"
      return .transferSite(
        from: site, to: random.pick("", "", "S1", "AG"), date: open ? date : "2026-03-31", by: "")
    default:
      let isRight = random.chance(50)
      let unit = model.unit(site, on: date) ?? 0
      let cash = model.cash(unit, on: date)
      return .count(
        site: random.chance(85) ? site : "79", amount: max(isRight ? cash : cash + 5, 0),
        date: random.chance(90) ? date : "2026-06-01", reason: random.chance(40) ? "found" : "",
        by: "")
    }
  }
  /// Gives a site another code from a day on, mostly one that is free.
  private mutating func recode(_ row: inout UnitVersion.Row) {
    row.from = date
    row.formerly = random.chance(92) ? row.code : "NO"
    row.code = random.chance(90) ? "C\(serial)" : random.pick("S1", "AG")
  }
}
