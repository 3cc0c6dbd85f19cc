import LedgerCore

/// The lists of money that moves without a person: contributions, budget, advances, refunds.
struct UnitMovements {
  private struct Row {
    let unit: String
    let fund: Fund
    let amount: Int64
    let document: String
  }

  private static let header = "unit,fund,amount,document"
  private let sample: Sample
  private let tally: Tally
  private let month: Month

  init(_ sample: Sample, _ tally: Tally) {
    self.sample = sample
    self.tally = tally
    month = sample.plan.month
  }

  /// Writes the four files into a directory.
  func write(to directory: OutputDirectory) throws(SampleError) {
    let income = incomeRows()
    try write(
      "contribution", .contribution, day: 1, income.filter { $0.fund != .budget }, to: directory)
    try write("budget", .budget, day: 1, income.filter { $0.fund == .budget }, to: directory)
    try write("advance", .advance, day: 1, cashRows(tally.cashDue, "TU"), to: directory)
    try write("refund", .refund, day: 27, cashRows(tally.cashLeft, "HU"), to: directory)
  }

  /// What each province takes in for each fund: always more than it owes, so that no fund's bank
  /// account is overdrawn, and something even where nothing is owed.
  private func incomeRows() -> [Row] {
    let draws = Draws(seed: sample.plan.seed, purpose: "income", variant: Int(month.number))
    return sample.plan.provinces.flatMap { province in
      var draw = draws.at(province)
      return Fund.allCases.map { fund in
        let owed = tally.owed[province][fund]
        let surplus = owed / 100 * Int64(5 + draw.next(below: 35))
        let base = Int64(Province.all[province].population) * Int64(800 + draw.next(below: 400))
        let code = Province.all[province].digits
        return Row(
          unit: code, fund: fund, amount: owed + surplus + base * 1000,
          document: "GBC-\(code)-\(month)-\(fund.rawValue)")
      }
    }
  }

  private func cashRows(_ amounts: [FundAmounts], _ document: String) -> [Row] {
    amounts.indices.flatMap { index in
      let unit = sample.tree.paying[index].code
      return Fund.allCases.filter { amounts[index][$0] > 0 }.map { fund in
        Row(
          unit: unit, fund: fund, amount: amounts[index][fund],
          document: "\(document)-\(unit)-\(month)")
      }
    }
  }

  private func write(
    _ name: String, _ event: Event, day: Int, _ rows: [Row], to directory: OutputDirectory
  ) throws(SampleError) {
    guard !rows.isEmpty else { return }
    var control = ControlTotal()
    for row in rows { control.add(row.amount) }
    let writer = try directory.create(
      "\(name).csv",
      envelope: Envelope(
        list: name.uppercased(), event: event, month: month, day: day, control: control),
      header: Self.header)
    for row in rows {
      writer.text(row.unit)
      writer.comma()
      writer.text(row.fund.code)
      writer.comma()
      writer.number(row.amount)
      writer.comma()
      writer.text(row.document)
      try writer.endLine()
    }
    try writer.close()
  }
}
