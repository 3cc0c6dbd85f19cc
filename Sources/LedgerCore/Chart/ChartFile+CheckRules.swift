extension ChartFile {
  /// Rules that hit nothing, take accounts of another kind, or set accounts that are set already.
  public var ruleFaults: [ChartFault] {
    var owners: [RuleSlot: Int] = [:]
    var faults: [ChartFault] = []
    for (row, rule) in rules.enumerated() {
      if let fault = fault(ofRule: row, rule) {
        faults.append(fault)
        continue
      }
      if let shared = rule.slots.first(where: { owners[$0] != nil }) {
        faults.append(
          Self.ruleFault(
            row, "event", "An earlier rule sets the accounts of \(shared.words) already.",
            "Keep one of the rules, or give them different channels."))
      }
      for slot in rule.slots where owners[slot] == nil { owners[slot] = row }
    }
    return faults
  }

  private func fault(ofRule row: Int, _ rule: ChartRule) -> ChartFault? {
    let slots = rule.slots
    guard !slots.isEmpty, slots.allSatisfy(RuleSlot.all.contains) else {
      return Self.ruleFault(
        row, "event", "No voucher is posted by this rule.",
        "See the table of events in the manual for the states an event can come from.")
    }
    for slot in slots {
      let builtIn = slot.builtIn
      if rule.debit == rule.credit, builtIn.debit != builtIn.credit {
        return Self.ruleFault(
          row, "credit", "Debit and credit are the same account, so nothing would be posted.",
          "Without a chart it is debit \(builtIn.debit.code), credit \(builtIn.credit.code).")
      }
      for (key, account, usual) in [
        ("debit", rule.debit, builtIn.debit), ("credit", rule.credit, builtIn.credit),
      ] where account.accountClass != usual.accountClass {
        let codes = ChartCode.codes(of: usual.accountClass).joined(separator: ", ")
        return Self.ruleFault(
          row, key,
          """
          \(slot.ofAnyChannel) \(key)s \(usual.accountClass.words), and \(account.code) is \
          \(account.accountClass.words).
          """, "Take one of: \(codes).")
      }
    }
    return nil
  }

  static func ruleFault(
    _ row: Int, _ key: String, _ message: Message, _ help: Message
  ) -> ChartFault {
    ChartFault(
      table: .rule, row: row, key: key, code: .chartRuleInvalid, message: message, help: help)
  }
}
