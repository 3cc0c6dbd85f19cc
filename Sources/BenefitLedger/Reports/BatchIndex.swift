import LedgerCore
import LedgerStore

/// The batches a report looks at, in memory, so that vouchers need not be joined with them.
struct BatchIndex: Sendable {
  /// The outline of batch 1, 2, 3 … up to the last one known.
  private let outlines: ContiguousArray<BatchOutline>
  /// More than any ledger has; sums over all batches still fit 64 bits.
  private static let most: Int64 = 1 << 40

  /// Loads the batches up to a number.
  ///
  /// - Throws: `LedgerError` with code `ledgerDamaged` if the numbers do not run without gaps, or a
  ///   batch's vouchers cannot be where it says.
  init(_ snapshot: any LedgerSnapshot, asKnownAt last: Int64? = nil) throws {
    var outlines: ContiguousArray<BatchOutline> = []
    try snapshot.scanBatchOutlines(through: last ?? .max) { outline in
      guard outline.number == Int64(outlines.count + 1) else {
        throw LedgerError(
          .ledgerDamaged, "Batch \(outlines.count + 1) is missing.",
          help: "Run `benefit-ledger verify`.")
      }
      // More vouchers than any ledger has could not even be counted.
      guard (1...Self.most).contains(outline.firstVoucher),
        (0...Self.most).contains(outline.voucherCount)
      else {
        throw LedgerError(
          .ledgerDamaged, "Batch \(outline.number) says that its vouchers are where none can be.",
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

  /// The batches that `include` accepts, and where their vouchers are.
  func selection(where include: (BatchOutline) -> Bool) -> BatchSelection {
    BatchSelection(self, where: include)
  }

  /// Hands over the vouchers of the batches that `include` accepts, in order.
  func scanVouchers(
    _ snapshot: any LedgerSnapshot, reading parts: VoucherParts,
    where include: (BatchOutline) -> Bool, _ body: (StoredVoucher, BatchOutline) throws -> Void
  ) throws {
    try selection(where: include).scanVouchers(snapshot, reading: parts, body)
  }
}
