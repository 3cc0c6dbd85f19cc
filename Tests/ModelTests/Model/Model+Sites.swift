extension Model {
  /// Takes in a file of units: new ones, and versions of those that changed.
  mutating func change(_ rows: [UnitVersion.Row], isDryRun: Bool) -> Outcome {
    var faults: [String] = []
    var changed = units
    var versions = 0
    for (index, row) in rows.enumerated() {
      let codes = change(row, &changed, &versions)
      faults += codes.map { "\($0)@\(index + 2)" }
    }
    guard faults.isEmpty else { return Outcome(done: ["refused"], faults: faults) }
    if !isDryRun {
      units = changed
      records += versions
    }
    return Outcome(done: ["units \(changed.count) versions=\(versions)"])
  }

  private func change(
    _ row: UnitVersion.Row, _ units: inout [[UnitVersion]], _ versions: inout Int
  ) -> [String] {
    let faults = faults(row, units)
    if !faults.isEmpty { return faults }
    var version = UnitVersion(
      code: row.code, name: row.name, kind: row.kind, parent: row.parent,
      from: row.from.isEmpty ? "0000" : row.from, to: row.to.isEmpty ? nil : row.to,
      successor: row.successor.isEmpty ? nil : row.successor)
    let formerly = row.formerly.isEmpty ? row.code : row.formerly
    guard let place = units.firstIndex(where: { $0.last?.code == formerly }),
      let last = units[place].last
    else {
      // The unit that had the code may have it no more.
      let isTaken = units.contains { had in
        zip(had, had.dropFirst()).contains { $0.code == row.code && $1.from > version.from }
      }
      if isTaken { return ["L0716"] }
      units.append([version])
      versions += 1
      return []
    }
    let isRenamed = last.name != row.name || last.code != row.code
    if !isRenamed, version.to == nil || version.to == last.to { return [] }
    if row.from.isEmpty {
      guard !isRenamed, let to = version.to else { return ["L0707"] }
      version.from = to
    }
    if version.from <= last.from { return ["L0708"] }
    units[place].append(version)
    versions += 1
    return []
  }

  /// What a row names that is not there, or not free, and whether a change has no date.
  private func faults(_ row: UnitVersion.Row, _ units: [[UnitVersion]]) -> [String] {
    var faults: [String] = []
    if !units.contains(where: { $0.last?.code == row.parent }) { faults.append("L0703") }
    let last = units.first { $0.last?.code == row.code }?.last
    if row.from.isEmpty, row.formerly.isEmpty, let last, last.name != row.name {
      faults.append("L0707")
    }
    if !row.successor.isEmpty, row.to.isEmpty { faults.append("L0711") }
    if !row.successor.isEmpty, !row.to.isEmpty {
      if let successor = unit(row.successor, on: row.to) {
        let next = version(successor, on: Terms.dayAfter(row.to))
        if next == nil { faults.append("L0712") }
      } else {
        faults.append("L0710")
      }
    }
    if !row.formerly.isEmpty {
      if !units.contains(where: { $0.last?.code == row.formerly }) { faults.append("L0714") }
      if let last, last.to == nil { faults.append("L0716") }
    }
    return faults
  }

  /// Moves what a closed site still has to the one that takes its place.
  mutating func transferSite(_ from: String, to: String, date: String) -> Outcome {
    guard let source = unit(from, on: date) else { return .refused("L0441") }
    if version(source, on: date) != nil { return .refused("L0719") }
    let code = to.isEmpty ? units[source].last?.successor ?? "" : to
    if code.isEmpty { return .refused("L0527") }
    guard let target = unit(code, on: date) else { return .refused("L0441") }
    if version(target, on: date) == nil { return .refused(to.isEmpty ? "L0527" : "L0443") }
    var outcome = Outcome()
    let open = obligations.keys.sorted().filter {
      Terms.stateAccounts[state($0)] != nil && instruction($0)?.site == source
    }
    let rows = open.map { row($0, site: code) }
    if !rows.isEmpty {
      let posting = Posting(
        event: "transferred", rows: rows, reference: "transfer \(from) \(batches.count)",
        date: date,
        isMade: true)
      let posted = post(posting)
      outcome.done += posted.done
      outcome.faults += posted.faults
    }
    var batch = ModelBatch(
      number: batches.count + 1, event: "handover", date: date, period: Terms.month(date), rows: 0,
      total: 0)
    for (account, balance) in balances() where account.unit == source && balance != 0 {
      var other = account
      other.unit = target
      batch.vouchers.append(vouchers.count)
      vouchers.append(
        ModelVoucher(
          batch: batch.number, debit: balance > 0 ? other : account,
          credit: balance > 0 ? account : other, amount: abs(balance), lines: 0, unit: source,
          benefit: "", channel: "", month: "", event: "handover", period: batch.period, date: date))
      batch.rows += 1
      batch.total += abs(balance)
    }
    if batch.rows > 0 {
      batches.append(batch)
      outcome.done.append(receipt(batch.number))
    }
    return outcome
  }

  /// The row of a later step that takes all that is open.
  func row(_ name: ObligationName, site: String = "", document: String = "") -> Row {
    let open = lastCounting(name).flatMap { obligations[name]?[$0].open } ?? 0
    return Row(
      person: name.person, benefit: name.benefit, month: name.month, amount: "\(open)", site: site,
      occurrence: "\(name.occurrence)", document: document)
  }

  /// The cash that should be at a site on a day.
  func cash(_ unit: Int, on date: String) -> Int64 {
    var cash: Int64 = 0
    for voucher in vouchers where voucher.date <= date {
      if voucher.debit.code == "advance", voucher.debit.unit == unit { cash += voucher.amount }
      if voucher.credit.code == "advance", voucher.credit.unit == unit { cash -= voucher.amount }
    }
    return cash
  }

  /// Notes how much cash was counted at a site.
  mutating func count(_ site: String, _ amount: Int64, date: String, reason: String) -> Outcome {
    if date > today { return .refused("L0641") }
    guard let unit = unit(site, on: date),
      let version = units[unit].last(where: { $0.from <= date }),
      ["site", "agency"].contains(version.kind)
    else { return .refused("L0640") }
    let expected = cash(unit, on: date)
    if amount != expected, reason.isEmpty { return .refused("L0642") }
    let text = "\(date) \(amount) \(expected) \(batches.count) \(reason)"
    let isNew = counts[unit]?.last != text
    if isNew {
      counts[unit, default: []].append(text)
      records += 1
    }
    return Outcome(done: ["count expected=\(expected) new=\(isNew)"])
  }
}
