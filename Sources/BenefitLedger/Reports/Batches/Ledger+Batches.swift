import LedgerCore
import LedgerStore

extension Ledger {
  /// Lists the batches in the order of posting.
  ///
  /// - Parameters:
  ///   - event: Only batches that record this.
  ///   - asAt: Only batches whose business date is not later.
  ///   - asKnownAt: Only batches up to this number.
  /// - Returns: The batches.
  /// - Throws: `LedgerError`: `ledgerDamaged`, and what the store did.
  public func batches(
    _ event: Event? = nil, asAt: CivilDate? = nil, asKnownAt: Int64? = nil
  ) throws -> [BatchEntry] {
    let asOf = AsOf(asAt: asAt, asKnownAt: asKnownAt)
    return try store.read { snapshot in
      var entries: [BatchEntry] = []
      try snapshot.scanBatches(from: 1, through: asKnownAt ?? .max) { batch in
        guard asOf.includes(batch.header.number, dated: batch.header.date),
          event == nil || batch.header.event == event
        else { return }
        entries.append(BatchEntry(batch))
      }
      return entries
    }
  }

  /// Shows one batch with its vouchers.
  ///
  /// - Throws: `LedgerError`: `notFound` if there is no such batch, `ledgerDamaged`, and what the
  ///   store did.
  public func batch(_ number: Int64) throws -> (batch: BatchEntry, vouchers: [VoucherEntry]) {
    try store.read { snapshot in
      var entry: BatchEntry?
      try snapshot.scanBatches(from: number, through: number) { entry = BatchEntry($0) }
      guard let entry else {
        throw LedgerError(
          .notFound, "There is no batch \(number).",
          help: "`benefit-ledger batch list` shows every batch.")
      }
      let header = entry.header
      let tree = try UnitTree(snapshot, asKnownAt: nil)
      let directory = AccountDirectory(snapshot, tree)
      var vouchers: [VoucherEntry] = []
      try snapshot.scanVouchers(
        from: header.firstVoucher, through: header.firstVoucher + header.voucherCount - 1
      ) { voucher in
        vouchers.append(try VoucherEntry(voucher, of: entry, snapshot, tree, directory))
      }
      return (entry, vouchers)
    }
  }
}

extension BatchEntry {
  /// A batch as the store has it.
  init(_ stored: StoredBatch) {
    self.init(
      header: stored.header, root: stored.root, previousSeal: stored.previousSeal,
      seal: stored.seal, reversedBy: stored.reversedBy)
  }
}
