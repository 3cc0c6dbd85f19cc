import LedgerCore
import LedgerStore

/// Batches and vouchers by their numbers, each looked up once, as they were known at a time.
final class PostingDirectory {
  private let snapshot: any LedgerSnapshot
  private let tree: UnitTree
  private let asOf: AsOf
  private let accounts: AccountDirectory
  private var postings: [Int64: PostingStory] = [:]
  private var vouchers: [Int64: VoucherEntry] = [:]

  init(_ reader: ObligationReader) {
    snapshot = reader.snapshot
    tree = reader.tree
    asOf = reader.asOf
    accounts = AccountDirectory(reader.snapshot, reader.tree)
  }

  /// A batch with its submission; nil if there is none of that number.
  func posting(_ number: Int64) throws -> PostingStory? {
    if let posting = postings[number] { return posting }
    guard let stored = try batch(number) else { return nil }
    var entry = stored
    if let reversal = stored.reversedBy, let header = try batch(reversal)?.header,
      !asOf.includes(reversal, dated: header.date)
    {
      entry.reversedBy = nil
    }
    let posting = PostingStory(
      batch: BatchEntry(entry),
      submission: try entry.header.control.submission.map { try snapshot.record($0) })
    postings[number] = posting
    return posting
  }

  private func batch(_ number: Int64) throws -> StoredBatch? {
    var batch: StoredBatch?
    try snapshot.scanBatches(from: number, through: number) { batch = $0 }
    return batch
  }

  /// A voucher of a batch.
  ///
  /// - Throws: `LedgerError` with code `ledgerDamaged` if there is none of that number.
  func voucher(_ number: Int64, of batch: BatchEntry) throws -> VoucherEntry {
    if let voucher = vouchers[number] { return voucher }
    try scanVouchers(from: number, through: number, of: batch) { vouchers[number] = $0 }
    return try promised(vouchers[number], "voucher")
  }

  /// Hands over vouchers of a batch, in order.
  func scanVouchers(
    from first: Int64, through last: Int64, of batch: BatchEntry,
    _ body: (VoucherEntry) throws -> Void
  ) throws {
    try snapshot.scanVouchers(from: first, through: last) { voucher in
      try body(VoucherEntry(voucher, of: batch, snapshot, tree, accounts))
    }
  }

  /// What corrects a voucher by the time that is asked for.
  func corrections(of voucher: Int64) throws -> [BatchTrace.Correction] {
    var corrections: [BatchTrace.Correction] = []
    try snapshot.query(
      """
      SELECT v.voucher_no, v.batch_no, v.amount, b.business_date
      FROM voucher v JOIN batch b USING (batch_no)
      WHERE v.corrects_voucher_no = ?1 ORDER BY v.voucher_no
      """, [.integer(voucher)]
    ) { row in
      let date = CivilDate(number: Int32(clamping: row.integer(3)))
      guard asOf.includes(row.integer(1), dated: try promised(date, "business date")) else {
        return
      }
      corrections.append(
        BatchTrace.Correction(
          voucher: row.integer(0), batch: row.integer(1), amount: row.integer(2)))
    }
    return corrections
  }
}

extension VoucherEntry {
  /// A voucher as the store has it.
  init(
    _ voucher: StoredVoucher, of batch: BatchEntry, _ snapshot: any LedgerSnapshot,
    _ tree: UnitTree, _ accounts: AccountDirectory
  ) throws {
    let movement = voucher.lineCount == 0 ? try snapshot.movement(ofVoucher: voucher.number) : nil
    let version = tree.version(of: voucher.unit, on: batch.header.date)
    self.init(
      number: voucher.number, debit: try accounts.name(voucher.debitAccount),
      credit: try accounts.name(voucher.creditAccount), amount: voucher.amount,
      lineCount: voucher.lineCount, unit: version.map { tree.versions[$0].code.text },
      benefit: Benefit(rawValue: voucher.benefit), channel: Channel(rawValue: voucher.channel),
      month: Month(number: voucher.month),
      corrects: voucher.corrects == 0 ? nil : voucher.corrects, fileLine: movement?.fileLine,
      document: movement?.document)
  }
}
