import LedgerCore
import LedgerStore

extension Ledger {
  /// Says why a person was paid what they were: every step with the file, batch and voucher it is in.
  ///
  /// - Parameters:
  ///   - person: The person.
  ///   - month: Only this month of entitlement.
  ///   - benefit: Only this benefit.
  ///   - asAt: Only steps of batches whose business date is not later.
  ///   - asKnownAt: Only steps of batches up to this number.
  /// - Returns: The story.
  /// - Throws: `LedgerError`: `notFound` if nothing that is asked for was posted, ever or by then;
  ///   `totalTooLarge`, `ledgerDamaged`, and what the store did.
  public func why(
    _ person: PersonNumber, month: Month? = nil, benefit: Benefit? = nil, asAt: CivilDate? = nil,
    asKnownAt: Int64? = nil
  ) throws -> PersonStory {
    try store.read { snapshot in
      let reader = try ObligationReader(snapshot, AsOf(asAt: asAt, asKnownAt: asKnownAt))
      let directory = PostingDirectory(reader)
      let obligations = try reader.obligations(of: person, month: month, benefit: benefit)
      return PersonStory(
        person: person,
        obligations: try obligations.map { obligation in
          ObligationStory(
            obligation: obligation,
            steps: try obligation.steps.map { step in
              let posting = try promised(try directory.posting(step.batch), "batch")
              return StepStory(
                step: step, posting: posting,
                voucher: try directory.voucher(step.voucher, of: posting.batch))
            })
        })
    }
  }

  /// Traces a batch: its vouchers, their lines, and what happened to each obligation before and since.
  ///
  /// - Parameters:
  ///   - number: The batch's number.
  ///   - limit: How many lines are listed, the first of the file; a national batch has millions.
  ///   - asAt: Only steps and corrections of batches whose business date is not later.
  ///   - asKnownAt: Only steps and corrections of batches up to this number.
  /// - Returns: The trace.
  /// - Throws: `LedgerError`: `notFound` if there is no such batch, ever or by then;
  ///   `totalTooLarge`, `ledgerDamaged`, and what the store did.
  public func trace(
    batch number: Int64, limit: Int64 = 100, asAt: CivilDate? = nil, asKnownAt: Int64? = nil
  ) throws -> BatchTrace {
    try store.read { snapshot in
      let reader = try ObligationReader(snapshot, AsOf(asAt: asAt, asKnownAt: asKnownAt))
      let directory = PostingDirectory(reader)
      guard let posting = try directory.posting(number),
        reader.asOf.includes(number, dated: posting.batch.header.date)
      else {
        throw LedgerError(
          .notFound, "There is no batch \(number)\(reader.asOf.isNow ? "" : " by then").",
          help: "`benefit-ledger batch list` shows every batch.")
      }
      let header = posting.batch.header
      let listed = min(max(limit, 0), max(header.lineCount, 0))
      var lines = try reader.lines(from: header.firstLine, count: listed)
      var vouchers: [BatchTrace.Voucher] = []
      try directory.scanVouchers(
        from: header.firstVoucher, through: header.lastVoucher, of: posting.batch
      ) { entry in
        let ofVoucher = lines.removeValue(forKey: entry.number) ?? []
        let count = Int64(clamping: entry.lineCount.magnitude)
        vouchers.append(
          BatchTrace.Voucher(
            entry: entry, correctedBy: try directory.corrections(of: entry.number),
            lines: ofVoucher, moreLines: max(count - Int64(ofVoucher.count), 0)))
      }
      return BatchTrace(
        posting: posting, vouchers: vouchers, moreLines: max(header.lineCount, 0) - listed)
    }
  }
}

extension BatchHeader {
  /// The number of its last voucher; of none, if it says that it is where none can be.
  fileprivate var lastVoucher: Int64 {
    let (next, overflow) = firstVoucher.addingReportingOverflow(max(voucherCount, 0))
    return overflow || next == .min ? 0 : next - 1
  }
}

extension ObligationReader {
  /// Lines with their obligations, by voucher and in the order of the file.
  fileprivate func lines(from first: Int64, count: Int64) throws -> [Int64: [BatchTrace.Line]] {
    let (end, overflow) = first.addingReportingOverflow(count)
    guard count > 0, !overflow else { return [:] }
    var lines: [Int64: [BatchTrace.Line]] = [:]
    try snapshot.scanLines(from: first, through: end - 1) { stored in
      let line = stored.line
      guard Month(number: line.month) != nil,
        PersonNumber.encodedRange.contains(line.obligor), line.benefit <= 15
      else {
        throw LedgerError(
          .ledgerDamaged, "Line \(stored.number) is impossible.",
          help: "Run `benefit-ledger verify` to find it.")
      }
      let obligation = try obligation(line.key)
      lines[stored.voucher, default: []].append(
        BatchTrace.Line(
          number: stored.number, fileLine: Int64(line.fileLine),
          person: try promised(PersonNumber(encoded: line.person), "person"),
          amount: line.amount,
          step: obligation?.steps.first { $0.line == stored.number }?.number,
          obligation: obligation))
    }
    return lines
  }
}
