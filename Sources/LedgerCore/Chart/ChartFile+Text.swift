extension ChartFile {
  /// The chart as TOML: the same text for equal charts, and the same chart when it is read.
  ///
  /// It is what a ledger keeps and seals, so its form never changes.
  public var canonicalText: String {
    var text = ChartText()
    text.open("[chart]")
    text.add("name", name)
    text.add("source", source)
    if exceptionsBlockClosing { text.add("exceptions_block_closing", true) }
    for account in accounts {
      text.open("[[account]]")
      text.add("code", account.code.code)
      text.add("name", account.name)
    }
    for mapping in mappings { text.add(mapping) }
    for rule in rules { text.add(rule) }
    for row in funds {
      text.open("[[fund]]")
      text.add("benefit", row.benefit.code)
      text.add("funds", row.funds.map(\.code))
    }
    for parameter in parameters {
      text.open("[[parameter]]")
      text.add("name", parameter.name)
      text.add("from", parameter.from.description)
      text.add("amount", parameter.amount)
      text.add("source", parameter.source)
      if parameter.isUnsure { text.add("confidence", "low") }
    }
    for limit in limits { text.add(limit) }
    for approval in approvals {
      text.open("[[approval]]")
      text.add("above", approval.above)
      text.add("approvers", Int64(approval.approvers))
    }
    return text.text
  }
}

/// TOML under writing: one form for each value.
private struct ChartText {
  private(set) var text = ""

  mutating func open(_ header: String) { text += (text.isEmpty ? "" : "\n") + header + "\n" }

  mutating func add(_ key: String, _ value: String) {
    text += "\(key) = \(Self.quoted(value))\n"
  }

  mutating func add(_ key: String, _ value: Bool) { text += "\(key) = \(value)\n" }

  mutating func add(_ key: String, _ value: Int64) { text += "\(key) = \(value)\n" }

  mutating func add(_ key: String, _ value: CivilDate) { text += "\(key) = \(value)\n" }

  mutating func add(_ key: String, _ values: [String]) {
    text += "\(key) = [\(values.map(Self.quoted).joined(separator: ", "))]\n"
  }

  mutating func add(_ mapping: AccountMapping) {
    open("[[mapping]]")
    add("account", mapping.account.code)
    if let fund = mapping.fund { add("fund", fund.code) }
    add("number", mapping.number)
    add("regime", mapping.regime)
    add("from", mapping.from)
    if let to = mapping.to { add("to", to) }
  }

  mutating func add(_ rule: ChartRule) {
    open("[[rule]]")
    add("event", rule.event.code)
    if let from = rule.from { add("from", from.code) }
    if rule.from != nil, rule.channels != Channel.allCases {
      add("channel", rule.channels.map(\.code))
    }
    if rule.priorYear { text += "prior_year = true\n" }
    add("debit", rule.debit.code)
    add("credit", rule.credit.code)
  }

  mutating func add(_ limit: LimitRow) {
    open("[[limit]]")
    add("benefit", limit.benefit.code)
    add("from", limit.from.description)
    if let to = limit.to { add("to", to.description) }
    add("warn", limit.warn)
    add("hold", limit.hold)
    if let parameter = limit.parameter { add("of", parameter) }
    if let label = limit.label { add("label", label) }
    add("source", limit.source)
    if limit.isUnsure { add("confidence", "low") }
  }

  private mutating func add(_ key: String, _ amount: LimitAmount?) {
    switch amount {
    case .dong(let amount)?: add(key, amount)
    case .perCent(let share)?: add(key + "_per_cent", share)
    case nil: break
    }
  }

  /// A basic string; a chart's texts have no control characters.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
