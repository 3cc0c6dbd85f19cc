import LedgerCore
import LedgerStore

/// What the vouchers of each batch add up to, to be compared with its lines and its steps.
struct TotalsByBatch: Sendable {
  /// A batch with lines.
  struct Entry: Sendable {
    var number: Int64
    var lines: Range<Int64>
    var event: UInt8
    /// The count of lines and the sum of its vouchers.
    var count: Int64
    var amount: Int64
  }

  /// The batches with lines, in the order of their lines.
  private(set) var entries: ContiguousArray<Entry> = []
  /// What the vouchers add up to by event and benefit.
  private(set) var byBenefit: [UInt16: RunningTally] = [:]
  /// The months of entitlement of the vouchers.
  private var months: Set<Month> = []
  /// Where the batches of each run of 1,024 lines begin in `entries`.
  private var places: ContiguousArray<Int32> = []

  /// A count and an amount that wrap around; two that are equal are compared, never shown.
  struct RunningTally: Equatable, Sendable {
    var count: Int64 = 0
    var amount: Int64 = 0

    /// Adds to both.
    @inline(__always)
    mutating func add(count: Int64, amount: Int64) {
      self.count &+= count
      self.amount &+= amount
    }

    /// As it is shown.
    var tally: Tally { Tally(count: count, amount: amount) }
  }

  /// Adds a batch that has lines.
  mutating func add(_ batch: AuditedBatch, _ event: Event, count: Int64, amount: Int64) {
    let run = Int(min(batch.firstLine, AuditedBatch.most) >> 10)
    while places.count <= run, places.count < 1 << 22 { places.append(Int32(entries.count)) }
    entries.append(
      Entry(
        number: batch.number, lines: batch.firstLine..<batch.nextLine, event: event.rawValue,
        count: count, amount: amount))
  }

  /// Adds a voucher that has lines.
  mutating func add(_ voucher: AuditedVoucher, _ event: Event) {
    byBenefit[Self.key(event.rawValue, voucher.benefit), default: RunningTally()].add(
      count: voucher.corrects != 0 ? -voucher.lineCount : voucher.lineCount,
      amount: voucher.amount)
    if let month = Month(number: voucher.month) { months.insert(month) }
  }

  /// The lines of the batches, as few runs; between two are many lines of other batches.
  var lineRuns: [Range<Int64>] {
    var runs: [Range<Int64>] = []
    for lines in entries.lazy.map(\.lines) where !lines.isEmpty {
      if let last = runs.last, lines.lowerBound < last.upperBound + 1 << 16 {
        runs[runs.count - 1] =
          min(last.lowerBound, lines.lowerBound)..<max(last.upperBound, lines.upperBound)
      } else {
        runs.append(lines)
      }
    }
    return runs
  }

  /// The months of entitlement of the vouchers, as few runs.
  var monthRuns: [ClosedRange<Month>] {
    var runs: [ClosedRange<Month>] = []
    for month in months.sorted() {
      if let last = runs.last, last.upperBound.ordinal + 1 == month.ordinal {
        runs[runs.count - 1] = last.lowerBound...month
      } else {
        runs.append(month...month)
      }
    }
    return runs
  }

  /// Event and benefit in one number.
  @inline(__always)
  static func key(_ event: UInt8, _ benefit: UInt8) -> UInt16 {
    UInt16(event) << 8 | UInt16(benefit)
  }

  /// The position of the batch that a line belongs to, or nil if it belongs to none of these.
  @inline(__always)
  func position(ofLine line: Int64) -> Int? {
    let run = Int(line >> 10)
    guard line >= 1 else { return nil }
    // The batch may have begun in an earlier run.
    var low = max(0, Int(run < places.count ? places[run] : places.last ?? 0) - 1)
    var high = run + 1 < places.count ? Int(places[run + 1]) : entries.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if entries[middle].lines.lowerBound <= line { low = middle } else { high = middle }
    }
    return low < entries.count && entries[low].lines.contains(line) ? low : nil
  }
}

/// What lines or steps add up to, batch by batch and by event and benefit.
struct TotalsOfLines: Sendable {
  private var sums: ContiguousArray<TotalsByBatch.RunningTally>
  private var byBenefit = ContiguousArray(
    repeating: TotalsByBatch.RunningTally(), count: 1 << 13)

  init(_ batches: TotalsByBatch) {
    sums = ContiguousArray(
      repeating: TotalsByBatch.RunningTally(), count: batches.entries.count)
  }

  /// Adds a line or a step of the batch at a position.
  @inline(__always)
  mutating func add(_ position: Int, event: UInt8, benefit: UInt8, amount: Int64) {
    sums[position].add(count: 1, amount: amount)
    byBenefit[Int(event & 31) << 8 | Int(benefit)].add(count: 1, amount: amount)
  }

  /// Reports where these totals differ from those of the vouchers.
  func compare(
    _ batches: TotalsByBatch, _ kind: TotalsDifference.Kind, _ result: inout TotalsReconciliation
  ) {
    for (entry, sum) in zip(batches.entries, sums)
    where entry.count != sum.count || entry.amount != sum.amount {
      result.add(
        TotalsDifference(
          kind, batch: entry.number, event: Event(rawValue: entry.event),
          ours: Tally(count: entry.count, amount: entry.amount), theirs: sum.tally))
    }
    for event in Event.allCases {
      for benefit in UInt8.min...UInt8.max {
        let ours =
          batches.byBenefit[TotalsByBatch.key(event.rawValue, benefit)]
          ?? TotalsByBatch.RunningTally()
        let theirs = byBenefit[Int(event.rawValue) << 8 | Int(benefit)]
        if ours != theirs {
          result.add(
            TotalsDifference(
              kind, benefit: Benefit(rawValue: benefit), event: event, ours: ours.tally,
              theirs: theirs.tally))
        }
      }
    }
  }
}
