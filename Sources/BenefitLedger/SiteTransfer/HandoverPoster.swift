import LedgerCore
import LedgerStore

/// Posts a batch by which the balances of one unit's accounts go to another's: a voucher for each
/// account, debited where it was credited and the reverse, so that nothing changes but the unit.
struct HandoverPoster {
  let request: SiteTransferRequest
  let units: TransferUnits
  let maker: RecordMaker
  let store: any LedgerStore

  /// The name of the list, of which no file is on any disk.
  var name: String { "handover-\(units.fromCode.text)-\(units.toCode.text)-\(request.date).csv" }

  /// Posts the balances, or in a dry run says what would be posted.
  ///
  /// - Returns: The receipt; or that another person has to agree, and then nothing is posted.
  func post(
    _ rows: [SiteBalances.Row], reference: String
  ) throws -> (Receipt?, ProposalAnswer?) {
    let total = try exact(rows.reduce(0) { $0 + Int128($1.balance.magnitude) })
    let envelope = Envelope(
      reference: reference, event: .handover, period: request.period ?? request.date.month,
      date: request.date, count: Int64(rows.count), total: total)
    let list = try list(rows, envelope)
    let vouchers = try rows.enumerated().map { try voucher($0.element, line: $0.offset + 3) }
    if request.isDryRun {
      let header = header(list, envelope, vouchers.count, total, after: JournalEnd())
      return (receipt(header, seal: nil), nil)
    }
    let tree = try tree(vouchers)
    do {
      return try store.write { transaction in
        let root = tree.root
        let consent = try transaction.consent(
          to: .batch(
            .handover, list: Digest.sha256(list), root: root, date: request.date,
            reason: request.reason), by: maker, date: request.date)
        if case .asked(let proposal) = consent { return (nil, proposal) }
        let end = try transaction.journalEnd()
        var header = header(list, envelope, vouchers.count, total, after: end)
        if case .given(let proposal?) = consent {
          header.maker = proposal.user
          header.control.submission = proposal.record
          header.control.approvers = maker.name
        }
        let seal = header.seal(previous: end.seal, root: root)
        try transaction.insertBatch(header, root: root, previousSeal: end.seal, seal: seal)
        try transaction.insertVouchers(vouchers, batch: header.number, first: header.firstVoucher)
        var turnover = Turnover()
        turnover.add(vouchers, period: header.period)
        if let account = try turnover.write(to: transaction) {
          throw MovementPoster.Exceeded(account: account)
        }
        return (receipt(header, seal: seal), nil)
      }
    } catch let exceeded as MovementPoster.Exceeded {
      var refused = Receipt(
        file: name, event: .handover, state: .refused, reference: reference, date: request.date,
        period: envelope.period)
      refused.diagnosis = try exceeded.diagnosis(name, store)
      return (refused, nil)
    }
  }

  /// The list as a file would have it, so that there is something whose SHA-256 is sealed.
  private func list(_ rows: [SiteBalances.Row], _ envelope: Envelope) throws -> [UInt8] {
    var text = envelope.line + "account,fund,unit,from,balance\n"
    for row in rows {
      let fund = try promised(Fund(rawValue: row.account.fund), "fund")
      text += "\(row.account.chart.code),\(fund.code),\(units.toCode.text),\(units.fromCode.text),"
      text += "\(row.balance)\n"
    }
    return Array(text.utf8)
  }

  private func voucher(_ row: SiteBalances.Row, line: Int) throws -> NewVoucher {
    let there = AccountKey(chart: row.account.chart, fund: row.account.fund, unit: units.to)
    let isDebit = row.balance > 0
    return NewVoucher(
      debit: isDebit ? there : row.account, credit: isDebit ? row.account : there, unit: units.to,
      benefit: 0, channel: 0, month: 0, amount: try exact(Int128(row.balance.magnitude)),
      lineCount: 0, fileLine: UInt32(line))
  }

  private func tree(_ vouchers: [NewVoucher]) throws -> MerkleTree {
    let register = RegisterCache(store: store)
    var tree = MerkleTree()
    for voucher in vouchers {
      tree.append(
        Leaf.movement(
          Movement(.handover, voucher), unit: try register.code(of: units.to, on: request.date),
          otherUnit: try register.code(of: units.from, on: request.date)))
    }
    return tree
  }

  private func header(
    _ list: [UInt8], _ envelope: Envelope, _ vouchers: Int, _ total: Int64, after end: JournalEnd
  ) -> BatchHeader {
    var control = BatchControl()
    control.reason = request.reason
    return BatchHeader(
      number: end.batch + 1, event: .handover, fileName: name, fileBytes: Int64(list.count),
      fileDigest: Digest.sha256(list), reference: envelope.reference,
      declaredPeriod: envelope.period, declaredDate: envelope.date,
      period: envelope.period ?? request.date.month, date: request.date, maker: maker.name,
      firstLine: end.nextLine, lineCount: 0, firstVoucher: end.nextVoucher,
      voucherCount: Int64(vouchers), rowCount: Int64(vouchers), total: total,
      registerDigest: end.registerDigest, control: control)
  }

  private func receipt(_ header: BatchHeader, seal: Digest?) -> Receipt {
    Receipt(
      file: name, event: .handover, state: seal == nil ? .checked : .posted,
      batch: seal == nil ? nil : header.number, reference: header.reference, date: header.date,
      period: header.period, lines: header.rowCount, total: header.total,
      vouchers: header.voucherCount, seal: seal)
  }
}
