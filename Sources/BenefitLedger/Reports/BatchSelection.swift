import LedgerCore
import LedgerStore

/// Some of the batches, and the runs of vouchers that hold them.
///
/// The vouchers of a batch lie together, so whole batches are passed over without being read.
struct BatchSelection: Sendable {
  private let index: BatchIndex
  private let included: ContiguousArray<Bool>
  private var runs: [ClosedRange<Int64>] = []

  /// Runs this near one another are read as one: starting a query costs more than passing over a few
  /// vouchers, and every site's file is a batch of its own.
  private static let gap: Int64 = 64

  init(_ index: BatchIndex, where include: (BatchOutline) -> Bool) {
    self.index = index
    included = ContiguousArray(index.all.map(include))
    for (outline, isIncluded) in zip(index.all, included) where isIncluded {
      let first = outline.firstVoucher
      let last = first + max(outline.voucherCount, 1) - 1
      if let previous = runs.last, first >= previous.lowerBound,
        first - previous.upperBound <= Self.gap
      {
        runs[runs.count - 1] = previous.lowerBound...max(last, previous.upperBound)
      } else {
        runs.append(first...last)
      }
    }
  }

  /// How many vouchers will be read.
  var voucherCount: Int64 { runs.reduce(0) { $0 + $1.upperBound - $1.lowerBound + 1 } }

  /// The selection in two parts of about as many vouchers each.
  var halves: (BatchSelection, BatchSelection) {
    var first = self
    var second = self
    first.runs = []
    second.runs = []
    var left = voucherCount / 2
    for run in runs {
      let count = run.upperBound - run.lowerBound + 1
      if left >= count {
        first.runs.append(run)
      } else if left > 0 {
        first.runs.append(run.lowerBound...run.lowerBound + left - 1)
        second.runs.append(run.lowerBound + left...run.upperBound)
      } else {
        second.runs.append(run)
      }
      left = max(0, left - count)
    }
    return (first, second)
  }

  /// Hands over the vouchers of the batches, each with its batch, in order.
  ///
  /// - Throws: What `body` throws; `LedgerError` with code `ledgerDamaged` if a voucher names a batch
  ///   that is missing.
  func scanVouchers(
    _ snapshot: any LedgerSnapshot, reading parts: VoucherParts,
    _ body: (StoredVoucher, BatchOutline) throws -> Void
  ) throws {
    for run in runs {
      try snapshot.scanVouchers(from: run.lowerBound, through: run.upperBound, reading: parts) {
        let outline = try index.batch(of: $0)
        if included[Int($0.batch - 1)] { try body($0, outline) }
      }
    }
  }
}
