extension ChartFile {
  /// Everything that is wrong with the values of the chart, table by table; empty if it may be used.
  public var faults: [ChartFault] {
    let rules = ruleFaults
    return repetitions + rules + (rules.isEmpty ? holdingFaults : []) + limitFaults
  }

  /// Rows that say again, perhaps otherwise, what an earlier row said.
  public var repetitions: [ChartFault] {
    repeated(accounts.map(\.code), .account, "code") { "\($0.code) is named" }
      + mappingOverlaps
      + repeated(funds.map(\.benefit), .fund, "benefit") { "the funds of \($0.code) are given" }
      + repeated(parameters.map { Dated($0.name, $0.from) }, .parameter, "from") {
        "\($0.subject) from \($0.from) is given"
      }
      + repeated(limits.map { Dated($0.benefit.code, $0.from) }, .limit, "from") {
        "the limit of \($0.subject) from \($0.from) is given"
      } + approvalFaults
  }

  private struct Dated: Hashable {
    let subject: String
    let from: Month

    init(_ subject: String, _ from: Month) {
      self.subject = subject
      self.from = from
    }
  }

  private func repeated<Key: Hashable>(
    _ keys: [Key], _ table: ChartFault.Table, _ key: String, _ words: (Key) -> Message
  ) -> [ChartFault] {
    var seen: Set<Key> = []
    return keys.enumerated().filter { !seen.insert($0.element).inserted }.map { row, element in
      ChartFault(
        table: table, row: row, key: key, code: .chartRowRepeated,
        message: "An earlier row says this already: \(words(element)).",
        help: "Keep one of the rows.")
    }
  }

  /// Mappings of one account and fund that share days, each reported where it begins.
  private var mappingOverlaps: [ChartFault] {
    struct Subject: Hashable {
      let account: ChartCode
      let fund: Fund?
    }
    let groups = Dictionary(grouping: mappings.indices) {
      Subject(account: mappings[$0].account, fund: mappings[$0].fund)
    }
    var faults: [ChartFault] = []
    for group in groups.values {
      var reaching: Int?
      for row in group.sorted(by: { (mappings[$0].from, $0) < (mappings[$1].from, $1) }) {
        if let reaching, mappings[reaching].holds(on: mappings[row].from) {
          faults.append(overlap(of: row, with: reaching))
        }
        if let known = reaching, ends(known, after: row) { continue }
        reaching = row
      }
    }
    return faults.sorted { $0.row < $1.row }
  }

  private func ends(_ row: Int, after other: Int) -> Bool {
    guard let end = mappings[row].to else { return true }
    return mappings[other].to.map { end >= $0 } ?? false
  }

  private func overlap(of row: Int, with other: Int) -> ChartFault {
    let mapping = mappings[row]
    let earlier = mappings[other]
    let whose = mapping.account.code + (mapping.fund.map { "/\($0.code)" } ?? "")
    let until: Message = earlier.to.map { "to \($0)" } ?? "on"
    return ChartFault(
      table: .mapping, row: row, key: "from", code: .chartMappingOverlap,
      message: "\(whose) already has the number \(earlier.number) from \(earlier.from) \(until).",
      help: "On each day an account has one number: end the one before the other begins.")
  }

  /// Thresholds of one total, and higher totals that need no more approvers.
  private var approvalFaults: [ChartFault] {
    let order = approvals.indices.sorted { (approvals[$0].above, $0) < (approvals[$1].above, $1) }
    return zip(order, order.dropFirst()).compactMap { below, row in
      let lower = approvals[below]
      if lower.above == approvals[row].above {
        return ChartFault(
          table: .approval, row: row, key: "above", code: .chartRowRepeated,
          message: "An earlier row says already who approves above \(grouped(lower.above)) đ.",
          help: "Keep one of the rows.")
      }
      guard approvals[row].approvers <= lower.approvers else { return nil }
      return ChartFault(
        table: .approval, row: row, key: "approvers", code: .tomlValue,
        message:
          "A batch above \(grouped(lower.above)) đ needs \(lower.approvers) approvers already.",
        help: "A higher total needs more approvers than a lower one; leave the row out otherwise.")
    }
  }
}
