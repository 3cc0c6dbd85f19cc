import LedgerCore

@testable import BatchFiles

/// Charts as agencies write them.
enum ChartSample {
  static let head = "[chart]\nname = \"BHXH\"\nsource = \"A decision\"\n"

  /// What reading a chart came to, `text` after the usual head of three lines.
  static func read(_ text: String) -> (chart: ChartFile?, found: [Found], messages: [String]) {
    let (chart, diagnosis, _) = readChart(
      source: .memory(name: "chart.toml", bytes: Array((head + text).utf8)))
    return (
      chart, diagnosis.diagnostics.map { Found($0) },
      diagnosis.diagnostics.map { $0.message.description + " " + $0.help.description }
    )
  }

  /// A chart with every table and every key.
  static let whole = """
    [[account]]
    code = "payable"
    name = "Phải trả \\"trợ cấp\\" \\\\ 334"

    [[mapping]]
    account = "payable"
    number = "334"
    regime = "Circular 107/2017/TT-BTC"
    from = 2018-01-01
    to = 2024-12-31

    [[mapping]]
    account = "payable"
    number = "334"
    regime = "Circular 24/2024/TT-BTC"
    from = 2025-01-01

    [[mapping]]
    account = "payable"
    fund = "retirement"
    number = "3341"
    regime = "Circular 24/2024/TT-BTC"
    from = 2025-01-01

    [[rule]]
    event = "paid"
    from = "due"
    channel = ["agency"]
    debit = "payable"
    credit = "bank"

    [[rule]]
    event = "paid"
    from = "unclaimed"
    channel = "agency"
    debit = "unclaimed"
    credit = "bank"

    [[rule]]
    event = "paid"
    from = "inherited"
    channel = "agency"
    debit = "heirs"
    credit = "bank"

    [[rule]]
    event = "reissued"
    channel = "agency"
    debit = "unclaimed"
    credit = "bank"

    [[rule]]
    event = "returned"
    channel = "agency"
    debit = "bank"
    credit = "unclaimed"

    [[rule]]
    event = "cancelled"
    from = "due"
    prior_year = true
    debit = "payable"
    credit = "fund"

    [[rule]]
    event = "shortage"
    debit = "receivable"
    credit = "advance"

    [[rule]]
    event = "shortage-recovered"
    debit = "bank"
    credit = "receivable"

    [[fund]]
    benefit = "pension"
    funds = ["retirement", "budget"]

    [[parameter]]
    name = "reference-level"
    from = "2023-07"
    amount = 1_800_000
    source = "Decree 24/2023/NĐ-CP"

    [[parameter]]
    name = "reference-level"
    from = "2024-07"
    amount = 2_340_000
    source = "Decree 73/2024/NĐ-CP"
    confidence = "low"

    [[limit]]
    benefit = "pension"
    event = "due"
    from = "2000-01"
    to = "2030-12"
    warn = 25_000_000
    hold = 200_000_000
    source = "none"
    label = "Pension"

    [[limit]]
    benefit = "funeral"
    from = "2000-01"
    warn_per_cent = 30
    hold_times = 10
    of = "reference-level"
    source = "Law 41/2024/QH15"
    confidence = "low"

    [[approval]]
    above = 10_000_000_000
    approvers = 2

    [[approval]]
    above = 500_000_000_000
    approvers = 3

    """
}
