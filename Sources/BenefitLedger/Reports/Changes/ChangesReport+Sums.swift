import LedgerCore

extension ChangesReport {
  /// Sets what the batches brought beside what the two totals say.
  init(
    keys: [TotalsKey], lastBatch: Int64, sinceDate: CivilDate?, rows: [Row],
    register: [RegisterNews], before: TotalsReport, after: TotalsReport
  ) throws {
    var byKeys = ComparedRows()
    var byEvent = ComparedRows()
    var whole = ComparedRows()
    let event = keys.firstIndex(of: .event)
    func add(_ values: [TotalsValue?], _ change: (inout ComparedRows.Sums) -> Void) {
      byKeys.add(values, change)
      byEvent.add(event.map { [values[$0]] } ?? [], change)
      whole.add([], change)
    }
    for row in after.rows {
      add(row.values) { $0.after.add(count: row.count, amount: row.amount) }
    }
    for row in before.rows {
      add(row.values) { $0.before.add(count: row.count, amount: row.amount) }
    }
    for row in rows {
      add(row.values) {
        $0.explanation.add(count: row.tally.count ?? 0, amount: row.tally.amount)
        $0.batches.insert(row.batch.number)
      }
    }
    for news in register {
      for row in news.rows {
        add(row.values) {
          $0.explanation.add(count: row.tally.count ?? 0, amount: row.tally.amount)
          $0.records.insert(news.record.number)
        }
      }
    }
    self.keys = keys
    self.register = register
    self.lastBatch = lastBatch
    self.sinceDate = sinceDate
    self.rows = rows
    differences = try byKeys.changes().sorted { precedes($0.values, $1.values) }
    events = try byEvent.changes().sorted {
      ($0.values.first??.description ?? "") < ($1.values.first??.description ?? "")
    }
    self.whole = try whole.difference([])
  }
}

/// The rows of two totals and of what came in between, by their values.
private struct ComparedRows {
  /// The sides of one difference.
  struct Sums {
    var before = Sum()
    var after = Sum()
    var explanation = Sum()
    var batches: Set<Int64> = []
    var records: Set<Int64> = []

    /// Whether there is anything to tell.
    var isChange: Bool {
      !batches.isEmpty || !records.isEmpty || before.count != after.count
        || before.amount != after.amount
    }
  }

  private var places: [[TotalsValue?]: Int] = [:]
  private var values: [[TotalsValue?]] = []
  private var sums: [Sums] = []

  /// Adds to the row of some values.
  mutating func add(_ row: [TotalsValue?], _ change: (inout Sums) -> Void) {
    let place = places[row, default: sums.count]
    if place == sums.count {
      places[row] = place
      values.append(row)
      sums.append(Sums())
    }
    change(&sums[place])
  }

  /// Every row on which the totals differ, or to which a batch or a record brought anything.
  func changes() throws -> [ChangesReport.Difference] {
    try zip(values, sums).filter(\.1.isChange).map { try difference($0, $1) }
  }

  /// The row of some values, whether or not it changed.
  func difference(_ row: [TotalsValue?]) throws -> ChangesReport.Difference {
    try difference(row, places[row].map { sums[$0] } ?? Sums())
  }

  private func difference(
    _ values: [TotalsValue?], _ sums: Sums
  ) throws -> ChangesReport.Difference {
    func tally(_ count: Int128, _ amount: Int128) throws -> Tally {
      Tally(count: try exact(count), amount: try exact(amount))
    }
    return ChangesReport.Difference(
      values: values, before: try tally(sums.before.count, sums.before.amount),
      after: try tally(sums.after.count, sums.after.amount),
      difference: try tally(
        sums.after.count - sums.before.count, sums.after.amount - sums.before.amount),
      explanation: try tally(sums.explanation.count, sums.explanation.amount),
      batches: sums.batches.count, records: sums.records.count)
  }
}
