import LedgerCore

/// The chain of batches: numbers, seals and registers follow one another.
struct BatchChain {
  private var number: Int64 = 0
  private var seal: Digest? = .zero
  private var nextLine: Int64 = 1
  private var nextVoucher: Int64 = 1
  private var records = 0

  /// Checks that a batch follows the one before and that its header and root hash to its seal.
  ///
  /// - Returns: How many records the register had when the batch was posted.
  mutating func take(
    _ batch: AuditedBatch, _ register: AuditedRegister, _ findings: inout FindingList
  ) -> Int {
    if batch.number != number + 1 {
      findings.add(
        Finding(
          .batchGap, batch: number + 1,
          batch.number == number + 2
            ? "Batch \(number + 1) is missing."
            : "Batches \(number + 1) to \(batch.number - 1) are missing."))
    }
    if batch.firstLine != nextLine || batch.firstVoucher != nextVoucher {
      findings.add(
        Finding(
          .batchNumbers, batch: batch.number,
          "The lines or vouchers of batch \(batch.number) do not follow those of the batch before.")
      )
    }
    if batch.previousSeal == nil || batch.previousSeal != seal {
      findings.add(
        Finding(
          .previousSealDiffers, batch: batch.number,
          "Batch \(batch.number) does not continue from the seal of the batch before."))
    }
    checkSeal(batch, &findings)
    checkRegister(batch, register, &findings)
    number = batch.number
    seal = batch.seal
    nextLine = batch.nextLine
    nextVoucher = batch.nextVoucher
    return records
  }

  private func checkSeal(_ batch: AuditedBatch, _ findings: inout FindingList) {
    guard let header = batch.header, let root = batch.root, let previous = batch.previousSeal else {
      findings.add(
        Finding(
          .valueImpossible, batch: batch.number,
          "The header of batch \(batch.number) holds what no posting writes."))
      return
    }
    if header.seal(previous: previous, root: root) != batch.seal {
      findings.add(
        Finding(
          .sealDiffers, batch: batch.number,
          """
          The header of batch \(batch.number) (\(batch.fileName)) was changed: it does not hash \
          to the seal.
          """))
    }
    let isPayments = header.event.list == .payments
    let legs = Int64(header.event.vouchersPerRow)
    if header.lineCount != (isPayments ? header.rowCount : 0)
      || (!isPayments && header.voucherCount != header.rowCount * legs)
    {
      findings.add(
        Finding(
          .batchNumbers, batch: batch.number,
          "Batch \(batch.number) does not have as many lines or vouchers as its file has rows."))
    }
  }

  private mutating func checkRegister(
    _ batch: AuditedBatch, _ register: AuditedRegister, _ findings: inout FindingList
  ) {
    guard let known = batch.registerDigest.flatMap({ register.records(at: $0) }) else {
      findings.add(
        Finding(
          .batchRegister, batch: batch.number,
          "Batch \(batch.number) was posted under a register of units that is not this one."))
      return
    }
    if known < records {
      findings.add(
        Finding(
          .batchRegister, batch: batch.number,
          "Batch \(batch.number) was posted under an older register of units than the batch before."
        ))
    }
    records = known
  }
}
