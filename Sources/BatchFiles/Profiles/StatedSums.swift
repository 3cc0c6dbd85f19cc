import LedgerCore

/// The sums that a table states, held against those of its rows.
struct StatedSums {
  private var all: Int64? = 0
  private var sinceSum: Int64? = 0
  private var sinceHeading: Int64? = 0
  /// A sum above the rows that it is of.
  private var announced: (row: Int, amount: Int64)?
  /// The last sum of all rows.
  private var lastOfAll: (row: Int, amount: Int64)?
  private var hasRowsAfterAll = false
  private var hasRows = false
  private(set) var faults: [Difference] = []
  /// How many sums were held against their rows.
  private(set) var checked = 0

  /// A stated sum that is not that of its rows.
  struct Difference {
    let row: Int
    /// Nil if it cannot be read.
    let stated: Int64?
    let found: Int64
  }

  /// Adds the amount of a row; nil if it could not be read.
  mutating func add(_ amount: Int64?) {
    hasRows = true
    hasRowsAfterAll = true
    func added(_ sum: Int64?) -> Int64? {
      guard let sum, let amount else { return nil }
      let (next, overflow) = sum.addingReportingOverflow(amount)
      return overflow ? nil : next
    }
    all = added(all)
    sinceSum = added(sinceSum)
    sinceHeading = added(sinceHeading)
  }

  mutating func beginPart() { sinceHeading = 0 }

  /// Checks a stated sum; nil if it could not be read.
  mutating func check(_ stated: Int64?, isOfAll: Bool, row: Int) {
    guard let stated else {
      faults.append(Difference(row: row, stated: nil, found: all ?? 0))
      return
    }
    guard hasRows else {
      announced = (row, stated)
      return
    }
    defer { if !isOfAll { sinceSum = 0 } }
    // What cannot be added up has a mistake of its own.
    guard let all, let sinceSum, let sinceHeading else { return }
    checked += 1
    if isOfAll {
      lastOfAll = (row, stated)
      hasRowsAfterAll = false
    }
    let candidates = isOfAll ? [all] : [sinceSum, sinceHeading, all]
    guard !candidates.contains(stated), faults.count < 1_000 else { return }
    faults.append(Difference(row: row, stated: stated, found: candidates[0]))
  }

  /// Checks what was announced above the rows, and that no row comes after the sum of all.
  mutating func finish() {
    if hasRowsAfterAll, let lastOfAll, let all {
      faults.append(Difference(row: lastOfAll.row, stated: lastOfAll.amount, found: all))
    }
    guard let announced, let all else { return }
    checked += 1
    guard announced.amount != all else { return }
    faults.append(Difference(row: announced.row, stated: announced.amount, found: all))
  }
}
