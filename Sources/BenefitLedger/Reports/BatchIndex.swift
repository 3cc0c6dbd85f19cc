import LedgerCore
import LedgerStore

/// The batches a report looks at, in memory, so that vouchers need not be joined with them.
struct BatchIndex {
  /// The outline of batch 1, 2, 3 … up to the last one known.
  private let outlines: ContiguousArray<BatchOutline>

  /// Loads the batches up to a number.
  ///
  /// - Throws: `LedgerError` with code `ledgerDamaged` if the numbers do not run without gaps.
  init(_ snapshot: any LedgerSnapshot, asKnownAt last: Int64? = nil) throws {
    var outlines: ContiguousArray<BatchOutline> = []
    try snapshot.scanBatchOutlines(through: last ?? .max) { outline in
      guard outline.number == Int64(outlines.count + 1) else {
        throw LedgerError(
          .ledgerDamaged, "Batch \(outlines.count + 1) is missing.",
          help: "Run `benefit-ledger verify`.")
      }
      outlines.append(outline)
    }
    self.outlines = outlines
  }

  /// The number of the last batch, or 0.
  var last: Int64 { Int64(outlines.count) }

  /// Every batch, in order.
  var all: ContiguousArray<BatchOutline> { outlines }

  /// The batch of a number, or nil.
  subscript(number: Int64) -> BatchOutline? {
    number >= 1 && number <= last ? outlines[Int(number - 1)] : nil
  }

  /// The batch of a voucher.
  ///
  /// - Throws: `LedgerError` with code `ledgerDamaged` if there is none.
  func batch(of voucher: StoredVoucher) throws -> BatchOutline {
    guard let outline = self[voucher.batch] else {
      throw LedgerError(
        .ledgerDamaged, "Voucher \(voucher.number) names batch \(voucher.batch), which is missing.",
        help: "Run `benefit-ledger verify`.")
    }
    return outline
  }

  /// Hands over the vouchers of the batches that `include` accepts, in order.
  ///
  /// The vouchers of a batch lie together, so whole batches are passed over without being read.
  func scanVouchers(
    _ snapshot: any LedgerSnapshot, where include: (BatchOutline) -> Bool,
    _ body: (StoredVoucher, BatchOutline) throws -> Void
  ) throws {
    var included = ContiguousArray(repeating: false, count: outlines.count)
    for (index, outline) in outlines.enumerated() { included[index] = include(outline) }
    for range in ranges(included) {
      try snapshot.scanVouchers(from: range.lowerBound, through: range.upperBound) { voucher in
        let outline = try batch(of: voucher)
        if included[Int(voucher.batch - 1)] { try body(voucher, outline) }
      }
    }
  }

  /// The runs of vouchers that hold all of the included batches.
  ///
  /// Runs that are nearly neighbours are read as one: starting a query costs more than passing over
  /// a few vouchers, and every site's file is a batch of its own.
  private func ranges(_ included: ContiguousArray<Bool>) -> [ClosedRange<Int64>] {
    let gap: Int64 = 64
    var ranges: [ClosedRange<Int64>] = []
    for (outline, isIncluded) in zip(outlines, included) where isIncluded {
      let first = outline.firstVoucher
      let last = first + max(outline.voucherCount, 1) - 1
      if let previous = ranges.last, first >= previous.lowerBound,
        first - previous.upperBound <= gap
      {
        ranges[ranges.count - 1] = previous.lowerBound...max(last, previous.upperBound)
      } else {
        ranges.append(first...last)
      }
    }
    return ranges
  }
}
