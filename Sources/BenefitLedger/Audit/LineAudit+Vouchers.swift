import LedgerCore

extension LineAudit {
  /// Compares a batch's vouchers with its lines, and its rows with its root.
  ///
  /// - Parameters:
  ///   - batch: The batch.
  ///   - records: How many records the register of units had.
  ///   - range: The positions of its vouchers in the window.
  mutating func finish(_ batch: AuditedBatch, records: Int, vouchers range: Range<Int>) {
    noteMissing(range, batch)
    let isPayments = batch.event?.list == .payments
    var total: Int128 = 0
    var kinds: Set<AuditedVoucher.Shared> = []
    let legs = batch.event?.vouchersPerRow ?? 1
    for index in range where vouchers[index].batch != 0 {
      let number = firstVoucher + Int64(index)
      // The pair of a voucher between two funds is of the same row, and counts once.
      let leg = (index - range.lowerBound) % legs
      if leg == 0 { total += Int128(vouchers[index].amount) }
      if (vouchers[index].corrects != 0) != (batch.header?.control.isCorrection ?? false) {
        note(.voucherDiffers, batch, number, "corrects where its batch does not, or the reverse")
      }
      if vouchers[index].batch != batch.number {
        note(
          .voucherDiffers, batch, number,
          "is of batch \(batch.number) but names batch \(vouchers[index].batch)")
      }
      if isPayments {
        checkWithLines(index, number, batch)
        if !kinds.insert(vouchers[index].shared).inserted {
          note(.voucherDiffers, batch, number, "is one too many: another shares all it has")
        }
      } else {
        addMovement(index, leg, number, batch, records)
      }
    }
    if total != Int128(batch.total) {
      findings.add(
        Finding(
          .batchTotal, batch: batch.number,
          """
          The vouchers of batch \(batch.number) add up to \(total) đồng, its file to \
          \(batch.total).
          """))
    }
    if tree.root != batch.root {
      suspects.insert(batch.number)
      findings.add(
        Finding(
          .rootDiffers, batch: batch.number,
          "The rows of batch \(batch.number) (\(batch.fileName)) are not those that were sealed."))
    }
  }

  private mutating func checkWithLines(_ index: Int, _ number: Int64, _ batch: AuditedBatch) {
    let voucher = vouchers[index]
    let count = voucher.corrects != 0 ? -voucher.count : voucher.count
    if Int128(voucher.amount) != voucher.sum || voucher.lineCount != count {
      note(
        .voucherSum, batch, number,
        """
        says \(voucher.amount) đồng in \(voucher.lineCount) lines; its lines are \
        \(voucher.count) and add up to \(voucher.sum)
        """)
    }
    if voucher.fileLine != 0 || voucher.document != nil {
      note(.voucherDiffers, batch, number, "has what only other kinds of vouchers have")
    }
    if UInt8(truncatingIfNeeded: voucher.debit >> 32) != voucher.fund
      || UInt8(truncatingIfNeeded: voucher.credit >> 32) != voucher.fund
      || voucher.debit == voucher.credit
    {
      note(.voucherAccount, batch, number, "moves money between funds, or nowhere")
    }
  }

  private mutating func addMovement(
    _ index: Int, _ leg: Int, _ number: Int64, _ batch: AuditedBatch, _ records: Int
  ) {
    guard let event = batch.event, let date = batch.date,
      let movement = vouchers[index].movement(of: event, leg: leg, rules)
    else {
      note(.voucherDiffers, batch, number, "is not one that such a batch makes")
      if leg == 0 { tree.append(.zero) }
      return
    }
    let unit = movement.unit.flatMap { register.code(of: $0, on: date, records: records) }
    if movement.unit != nil && unit == nil {
      note(.voucherDiffers, batch, number, "names a unit that was not in the register")
    }
    if leg > 0 {
      let first = vouchers[index - leg]
      if first.fileLine != movement.fileLine || first.amount != movement.amount
        || first.document != movement.document || first.unit != vouchers[index].unit
      {
        note(.voucherDiffers, batch, number, "is not the pair of the voucher before it")
      }
      return
    }
    let other = event == .handover ? vouchers[index].otherUnit : nil
    tree.append(
      Leaf.movement(
        movement, unit: unit,
        otherUnit: other.flatMap { register.code(of: $0, on: date, records: records) },
        corrects: vouchers[index].corrects))
  }

  private mutating func noteMissing(_ range: Range<Int>, _ batch: AuditedBatch) {
    let present = range.count { vouchers[$0].batch != 0 }
    guard Int64(present) != batch.voucherCount else { return }
    let first = range.first { vouchers[$0].batch == 0 } ?? range.upperBound
    findings.add(
      Finding(
        .voucherMissing, batch: batch.number, voucher: firstVoucher + Int64(first),
        """
        \(batch.voucherCount - Int64(present)) of the vouchers of batch \(batch.number) are \
        missing, the first is \(firstVoucher + Int64(first)).
        """))
  }

  private mutating func note(
    _ kind: Finding.Kind, _ batch: AuditedBatch, _ voucher: Int64, _ text: Message
  ) {
    findings.add(
      Finding(kind, batch: batch.number, voucher: voucher, "Voucher \(voucher) \(text)."))
  }
}
