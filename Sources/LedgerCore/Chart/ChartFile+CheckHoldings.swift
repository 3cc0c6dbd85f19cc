extension ChartFile {
  /// What the rules put into one account and take out of another, or into one that cannot hold it.
  ///
  /// What was credited on the way into a state must be debited on the way out, or the first account
  /// would keep a balance that nobody is owed.
  public var holdingFaults: [ChartFault] {
    let owners = Dictionary(
      rules.enumerated().flatMap { row, rule in rule.slots.map { ($0, row) } },
      uniquingKeysWith: { first, _ in first })
    var faults: [ChartFault] = []
    var owed: Set<ChartCode> = []
    for holding in Holding.all {
      let (places, changed) = places(of: holding, owners)
      if holding.isOwed { owed.formUnion(places.keys) }
      guard let changed else { continue }
      if let fault = Self.fault(of: holding, places, row: changed) { faults.append(fault) }
    }
    return faults.isEmpty ? mixtures(owed, owners) : faults
  }

  /// The accounts of a holding with the places that name them, and the first row that changes one.
  private func places(
    of holding: Holding, _ owners: [RuleSlot: Int]
  ) -> (places: [ChartCode: [RuleSlot]], changed: Int?) {
    var places: [ChartCode: [RuleSlot]] = [:]
    var changed: Int?
    for side in holding.sides {
      let posting = owners[side.slot].map { rules[$0].posting } ?? side.slot.builtIn
      places[side.account(in: posting), default: []].append(side.slot)
      guard let row = owners[side.slot], posting != side.slot.builtIn else { continue }
      changed = min(changed ?? row, row)
    }
    return (places, changed)
  }

  private static func fault(
    of holding: Holding, _ places: [ChartCode: [RuleSlot]], row: Int
  ) -> ChartFault? {
    if places.count > 1 {
      let accounts = ChartCode.allCases.compactMap { code in
        places[code].map { slots -> Message in "\(code.code) (\(list(slots)))" }
      }
      return ruleFault(
        row, "event",
        "\(holding.words) would be in several accounts: \(accounts.joined(separator: ", ")).",
        holding.accountClass == .money
          ? "Money comes back to where it was paid from: set rules for all of these."
          : "What one event puts into an account, the next takes out of it: set rules for all.")
    }
    guard holding.isTransferred, let account = places.keys.first, !account.isPerUnit else {
      return nil
    }
    let codes = ChartCode.allCases.filter {
      $0.accountClass == holding.accountClass && $0.isPerUnit
    }
    return ruleFault(
      row, "event",
      "\(holding.words) would be in \(account.code), which is not kept for each site.",
      "What is transferred goes from one site's account to another's. Take one of: "
        + .verbatim(codes.map(\.code).joined(separator: ", ")) + ".")
  }

  /// What is kept back for third parties beside what is owed to persons, in one account.
  private func mixtures(_ owed: Set<ChartCode>, _ owners: [RuleSlot: Int]) -> [ChartFault] {
    let (places, changed) = places(of: .keptBack, owners)
    guard let account = places.keys.first, owed.contains(account) else { return [] }
    let row = changed ?? owners.values.min() ?? 0
    return [
      Self.ruleFault(
        row, "event",
        "\(account.code) would hold what is kept back beside what is owed to persons.",
        """
        What is owed to third parties is in an account of its own: set rules for withheld, offset \
        and remitted.
        """)
    ]
  }

  /// Places in words, those that differ only in their channel together.
  private static func list(_ slots: [RuleSlot]) -> Message {
    var words: [Message] = []
    for slot in slots {
      let text = slot.ofAnyChannel
      if !words.contains(text) { words.append(text) }
    }
    return words.joined(separator: "; ")
  }
}

extension PostingRules {
  /// The accounts that hold what is owed to persons: what is due, unclaimed, or owed to heirs.
  public var owedAccounts: [ChartCode] {
    [
      step(.due, from: .none, channel: .cash).credit,
      step(.unpaid, from: .due, channel: .cash).credit,
      step(.inherited, from: .due, channel: .cash).credit,
    ]
  }
}
