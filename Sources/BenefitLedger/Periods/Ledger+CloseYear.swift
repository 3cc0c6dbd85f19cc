import LedgerCore
import LedgerStore

extension Ledger {
  /// Closes a year: carries income and expense of every fund to the fund itself (kết chuyển), and
  /// closes December.
  ///
  /// Every other period of the year that was ever used must be closed, December must not be, and the
  /// totals must agree; if they do not, the answer has the differences and nothing changes. A year
  /// that has nothing to carry gets no batch. The year end is undone by ``reverse(_:)``. Under four eyes
  /// two persons post it: the first asks, and an approver agrees by the same request.
  ///
  /// - Parameter request: Which year.
  /// - Returns: The receipt of the year end; if the year was closed before, that of then.
  /// - Throws: `LedgerError`: what ``change(_:)`` throws for closing a period, and `earlierYearOpen`;
  ///   `otherPersonNeeded` to who asks again; `usage` for a year that no period can be of.
  public func closeYear(_ request: YearEndRequest) throws -> YearEndAnswer {
    guard let december = Month(year: request.year, month: 12) else {
      throw LedgerError(.usage, "There is no year \(request.year) in any ledger.")
    }
    return try asWriter(wait: request.wait) {
      let maker = try store.read {
        try RecordMaker(request.key, otherwise: request.maker, .yearEnd, $0)
      }
      return try YearEnd(request, december, maker, self).run()
    }
  }
}

/// One call of `closeYear`.
private struct YearEnd {
  let request: YearEndRequest
  let maker: RecordMaker
  let december: Month
  let ledger: Ledger
  let date: CivilDate
  private var answer: YearEndAnswer

  init(
    _ request: YearEndRequest, _ december: Month, _ maker: RecordMaker, _ ledger: Ledger
  ) {
    self.request = request
    self.maker = maker
    self.december = december
    self.ledger = ledger
    date = request.date ?? CivilDate.last(of: december)
    answer = YearEndAnswer(
      year: request.year, period: december, state: .closed, isChanged: false)
  }

  func run() throws -> YearEndAnswer {
    var answer = answer
    let isClosed = try ledger.store.read { snapshot in
      answer.receipt = try standing(snapshot)
      if let batch = answer.receipt?.batch {
        answer.results = try snapshot.yearEndResults(ofBatch: batch)
      }
      return try answer.receipt != nil || isClosedBefore(snapshot)
    }
    if isClosed { return answer }
    answer.exceptions = try ledger.store.read {
      try $0.openExceptions(through: CivilDate.last(of: december))
    }
    let totals = try ledger.reconcileTotals(period: december)
    answer.reconciliation = totals
    guard totals.agrees else {
      answer.state = try ledger.store.read { try PeriodBook($0).state(of: december) }
      return answer
    }
    let (receipt, proposal, results) = try ledger.store.write { transaction in
      let (receipt, proposal) = try post(transaction)
      let results = try receipt?.batch.map { try transaction.yearEndResults(ofBatch: $0) } ?? []
      if proposal == nil {
        try transaction.appendPeriodChange(
          december, .closed, date: date, maker: maker.name, reason: nil, sign: maker.sign)
      }
      return (receipt, proposal, results)
    }
    answer.receipt = receipt
    answer.results = results
    answer.proposal = proposal
    answer.isChanged = proposal == nil
    if proposal != nil {
      answer.state = try ledger.store.read { try PeriodBook($0).state(of: december) }
    }
    return answer
  }

  /// Whether the year is closed although it has no year end, for it had nothing to carry.
  ///
  /// Throws if it is neither closed nor may be.
  private func isClosedBefore(_ snapshot: any LedgerSnapshot) throws -> Bool {
    let book = try PeriodBook(snapshot)
    if let last = Month(year: request.year - 1, month: 12) {
      let before = try YearEndBalances(snapshot, through: last)
      guard before.entries.isEmpty else {
        throw LedgerError(
          .earlierYearOpen,
          """
          Year \(request.year) cannot be closed: income and expense of earlier years are not \
          carried to the funds.
          """,
          help: """
            Years are closed in their order. Run: benefit-ledger close --year \
            \(request.year - 1)
            """)
      }
    }
    if book.state(of: december).isClosed {
      guard try !YearEndBalances(snapshot, through: december).entries.isEmpty else {
        try demands(snapshot).checkEarlier(snapshot, book, what: "Year \(request.year)")
        return true
      }
      try book.refuseIfNeverUsed(december)
      throw LedgerError(
        .periodOtherState,
        """
        Year \(request.year) cannot be closed: period \(december) is closed, and the year end is \
        posted in it.
        """,
        help: "Run: benefit-ledger period reopen \(december) --reason …")
    }
    try demands(snapshot).check(snapshot, book)
    return false
  }

  private func demands(_ snapshot: any LedgerSnapshot) throws -> ClosingDemands {
    ClosingDemands(
      period: december, date: request.date ?? request.today,
      exceptionsBlock: try ledger.chart(in: snapshot).file.exceptionsBlockClosing)
  }

  /// The receipt of the year end that stands.
  private func standing(_ snapshot: any LedgerSnapshot) throws -> Receipt? {
    guard let end = try snapshot.standingYearEnds().first(where: { Int($0.year) == request.year })
    else { return nil }
    var receipt: Receipt?
    try snapshot.scanBatches(from: end.batch, through: end.batch) { batch in
      let header = batch.header
      receipt = Receipt(
        file: name, event: .yearEnd, state: .posted, batch: header.number, date: header.date,
        period: header.period, lines: header.rowCount, total: header.total,
        vouchers: header.voucherCount, seal: batch.seal, alreadyPosted: true)
    }
    return receipt
  }

  private var name: String { "year end \(request.year)" }

  /// Posts the batch, once two persons agree if they have to; nothing if there is nothing to carry.
  ///
  /// The order to close the year is the file of the batch: its bytes are what its SHA-256 is of.
  private func post(
    _ transaction: any LedgerTransaction
  ) throws -> (Receipt?, ProposalAnswer?) {
    let balances = try YearEndBalances(transaction, through: december)
    guard !balances.entries.isEmpty else { return (nil, nil) }
    let order = Array("close year \(request.year)\n".utf8)
    var tree = MerkleTree()
    for movement in balances.movements { tree.append(Leaf.movement(movement, unit: nil)) }
    let root = tree.root
    var control = BatchControl()
    var poster = maker.name
    switch try transaction.consent(
      to: .yearEnd(order: Digest.sha256(order), root: root, date: date), by: maker,
      date: request.today)
    {
    case .asked(let proposal): return (nil, proposal)
    case .given(nil): break
    case .given(let proposal?):
      poster = proposal.user
      control.submission = proposal.record
      control.approvers = maker.name
    }
    let end = try transaction.journalEnd()
    let vouchers = balances.vouchers
    let count = Int64(vouchers.count)
    let header = BatchHeader(
      number: end.batch + 1, event: .yearEnd, fileName: name, fileBytes: Int64(order.count),
      fileDigest: Digest.sha256(order), reference: nil, declaredPeriod: nil, declaredDate: nil,
      period: december, date: date, maker: poster, firstLine: end.nextLine, lineCount: 0,
      firstVoucher: end.nextVoucher, voucherCount: count, rowCount: count,
      total: try balances.total(), registerDigest: end.registerDigest, control: control)
    let seal = header.seal(previous: end.seal, root: root)
    try transaction.insertBatch(header, root: root, previousSeal: end.seal, seal: seal)
    try transaction.insertVouchers(vouchers, batch: header.number, first: header.firstVoucher)
    var turnover = Turnover()
    turnover.add(vouchers, period: december)
    if let account = try turnover.write(to: transaction) {
      throw LedgerError(
        .counterTooLarge,
        """
        With the year end the turnover of account \(try transaction.name(of: account)) would exceed \
        9.223.372.036.854.775.807 đồng.
        """)
    }
    let receipt = Receipt(
      file: name, event: .yearEnd, state: .posted, batch: header.number, date: date,
      period: december, lines: count, total: header.total, vouchers: count, seal: seal)
    return (receipt, nil)
  }
}
