import LedgerCore

/// Makes a chart of a TOML file and tells of everything that is wrong with it.
final class ChartReader {
  let report: TomlReport
  private(set) var chart = ChartFile(name: "", source: "")
  /// The tables that the rows of the chart were read from.
  private var forms: [ChartFault.Table: [TomlForm]] = [:]
  /// The tables of which a row could not be read, so that what they say together is not known.
  private var broken: Set<ChartFault.Table> = []

  /// How many rows a table may have.
  static let rowLimit = 2_000

  init(report: TomlReport) { self.report = report }

  /// Reads every table, then checks what they say together.
  func read() {
    let root = report.document.root
    for entry in root.entries { report(unknown: entry) }
    readHead(root)
    chart.accounts = rows(.account) { Self.account($0) }
    chart.mappings = rows(.mapping) { Self.mapping($0) }
    chart.rules = rows(.rule) { Self.rule($0) }
    chart.funds = rows(.fund) { Self.funds($0) }
    chart.parameters = rows(.parameter) { Self.parameter($0) }
    chart.limits = rows(.limit) { Self.limit($0) }
    chart.approvals = rows(.approval) { Self.approval($0) }
    checkTogether()
  }

  private func readHead(_ root: TomlTable) {
    guard let entry = root["chart"] else {
      if report.document.faults.isEmpty {
        report.add(
          .tomlKeyMissing, root.position,
          Words("The chart has no [chart].", "Add [chart] with a name and a source."))
      }
      return
    }
    guard case .table(let table) = entry.item.value else {
      report.add(
        .tomlValue, entry.keyPosition,
        Words("chart is \(entry.item.value.kind).", "Write it once, as a table: [chart]"))
      return
    }
    let form = TomlForm(table, header: "[chart]", report: report)
    let name = form.text("name")
    let source = form.text("source")
    chart.exceptionsBlockClosing = form.boolean("exceptions_block_closing")
    form.finish()
    if let name, let source {
      chart.name = name
      chart.source = source
    }
  }

  private func report(unknown entry: TomlEntry) {
    guard entry.key != "chart", ChartFault.Table(rawValue: entry.key) == nil else { return }
    let tables = ChartFault.Table.allCases.map { "[[\($0.rawValue)]]" }.joined(separator: ", ")
    report.add(
      .tomlKeyUnknown, entry.keyPosition,
      Words(
        "A chart has no \(Shown.plain(entry.key)).", "It has [chart], \(tables)."))
  }

  /// The rows of a table that could be read.
  private func rows<Row>(_ table: ChartFault.Table, _ read: (TomlForm) -> Row?) -> [Row] {
    guard let entry = report.document.root[table.rawValue] else { return [] }
    guard case .tables(let tables) = entry.item.value else {
      broken.insert(table)
      report.add(
        .tomlValue, entry.keyPosition,
        Words(
          "\(table.rawValue) is \(entry.item.value.kind).",
          "Each row has a header of its own: [[\(table.rawValue)]]"))
      return []
    }
    if tables.count > Self.rowLimit {
      report.add(
        .tomlValue, tables[Self.rowLimit].position,
        Words(
          """
          There are \(grouped(tables.count)) rows [[\(table.rawValue)]]; \
          at most \(grouped(Self.rowLimit)) are read.
          """, "Leave out what no longer holds."))
    }
    var rows: [Row] = []
    for row in tables.prefix(Self.rowLimit) {
      let form = TomlForm(row, header: "[[\(table.rawValue)]]", report: report)
      guard let value = read(form), form.isSound else {
        broken.insert(table)
        continue
      }
      rows.append(value)
      forms[table, default: []].append(form)
    }
    return rows
  }

  /// What rows say together is looked at where all of them could be read.
  private func checkTogether() {
    var faults = chart.repetitions + chart.ruleFaults
    if !broken.contains(.rule), chart.ruleFaults.isEmpty { faults += chart.holdingFaults }
    if broken.isDisjoint(with: [.limit, .parameter]) { faults += chart.limitFaults }
    for fault in faults {
      guard let form = forms[fault.table]?[fault.row] else { continue }
      let position = fault.key.map(form.position(of:)) ?? form.table.position
      report.add(fault.code, position, Words(fault.message, fault.help))
    }
  }
}
