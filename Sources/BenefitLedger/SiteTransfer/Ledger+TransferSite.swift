import BatchFiles
import LedgerCore
import LedgerStore

extension Ledger {
  /// Moves everything that a closed site still has to the site that takes its place.
  ///
  /// At most two batches are posted: `transferred`, with every obligation that is open at the site,
  /// and `handover`, with what is left in its accounts then. Afterwards each of its accounts is zero.
  /// What is moved is nothing but what is still there; so a call that was interrupted is completed by
  /// the next one, and a second one posts nothing. Under four eyes `transferred` is submitted like every
  /// list, and `handover` takes two persons: the first asks, and an approver agrees by the same request.
  ///
  /// - Parameter request: Which sites, and why.
  /// - Returns: A receipt for each batch, also for those that an earlier call of that day posted; none
  ///   if there was nothing to move.
  /// - Throws: `LedgerError`: `siteStillOpen`, `reasonMissing`, `transferSiteMissing`,
  ///   `unitNotSite`, `unitNotValid`, `unitUnknown`, `notFound`, `otherPersonNeeded`, `busy`,
  ///   `totalTooLarge`, and what the store did.
  public func transferSite(_ request: SiteTransferRequest) throws -> PostingAnswer {
    guard !request.reason.isEmpty else {
      throw LedgerError(
        .reasonMissing, "A transfer of balances needs a reason.",
        help: "Say with --reason why they move, such as the decision that closed the site.")
    }
    if request.isDryRun { return try transfer(request, RecordMaker(request.maker)).run() }
    return try asWriter(wait: request.wait) {
      let maker = try store.read { snapshot in
        let isFourEyes = try snapshot.control() == .fourEyes
        return try RecordMaker(
          request.key, otherwise: request.maker, toDo: ProposalSubject.handover.toDo, snapshot
        ) { isFourEyes ? ProposalSubject.handover.mayPropose($0) : $0.mayMake }
      }
      return try transfer(request, maker).run()
    }
  }

  private func transfer(
    _ request: SiteTransferRequest, _ maker: RecordMaker
  ) throws -> SiteTransfer {
    SiteTransfer(
      request: request, units: try store.read { try TransferUnits(request, $0) }, maker: maker,
      ledger: self)
  }
}

/// One call of `transferSite`.
private struct SiteTransfer {
  let request: SiteTransferRequest
  let units: TransferUnits
  let maker: RecordMaker
  let ledger: Ledger

  private var store: any LedgerStore { ledger.store }

  func run() throws -> PostingAnswer {
    let period = request.period ?? request.date.month
    let refusal = try store.read {
      try PeriodBook($0).diagnostic(
        name(.transferred), period, .transferred, isCorrection: false)
    }
    if let refusal {
      var receipt = Receipt(
        file: refusal.file, event: .transferred, state: .refused, date: request.date,
        period: period)
      receipt.diagnosis = Diagnosis(refusal)
      return PostingAnswer(receipts: [receipt])
    }
    let (holdings, moved) = try moveObligations()
    var answer = moved
    guard answer.failure == nil,
      answer.receipts.allSatisfy({ $0.state == .posted || $0.state == .checked })
    else { return answer }
    let (receipts, proposal) = try moveBalances(
      request.isDryRun || holdings.obligations.isEmpty
        ? holdings : store.read { try SiteHoldings(of: units.from, $0) })
    answer.receipts += receipts
    answer.proposal = proposal
    return answer
  }

  /// Posts the obligations as a list made in memory, the way every list goes.
  private func moveObligations() throws -> (SiteHoldings, PostingAnswer) {
    let holdings = try store.read { try SiteHoldings(of: units.from, $0) }
    let (reference, before) = try references(.transferred)
    guard !holdings.obligations.isEmpty else {
      return (holdings, PostingAnswer(receipts: before.map { receipt($0, .transferred) }))
    }
    let envelope = Envelope(
      reference: reference, event: .transferred, period: request.period ?? request.date.month,
      date: request.date, count: Int64(holdings.obligations.count), total: try holdings.total())
    var posting = PostingRequest(
      .transferred,
      [.memory(name: name(.transferred), bytes: try holdings.list(to: units.toCode, envelope))],
      maker: maker.name, today: request.date)
    posting.reason = request.reason
    posting.isDryRun = request.isDryRun
    posting.key = request.key
    return (holdings, try ledger.postAsWriter(posting))
  }

  /// Posts what is left in the accounts without what belongs to obligations that are still there.
  ///
  /// In a dry run these are all, and otherwise none but those that may not move. What is owed to a
  /// person goes with the obligation only.
  private func moveBalances(
    _ holdings: SiteHoldings
  ) throws -> ([Receipt], ProposalAnswer?) {
    let rules = try ledger.chart().rules
    let rows = try store.read { snapshot in
      var balances = try SiteBalances(of: units.from, snapshot)
      balances.take(off: holdings, of: units.from, rules)
      return try balances.rows()
    }
    let (reference, before) = try references(.handover)
    guard !rows.isEmpty else { return (before.map { receipt($0, .handover) }, nil) }
    let (posted, proposal) = try HandoverPoster(
      request: request, units: units, maker: maker, store: store
    ).post(rows, reference: reference)
    return (posted.map { [$0] } ?? [], proposal)
  }

  /// The first reference of this transfer that is free, and the batches that have those before it.
  ///
  /// Something can come back to a closed site on the day of its transfer, after it: a payment that the
  /// bank returns. It is moved by another batch, which needs another reference.
  private func references(_ event: Event) throws -> (free: String, before: [PostedBatch]) {
    let stem =
      "\(event.code.uppercased())-\(units.fromCode.text)-\(units.toCode.text)-\(request.date)"
    let asked = PostingRequest(event, [], maker: maker.name, today: request.date)
    return try store.read { snapshot in
      var before: [PostedBatch] = []
      var reference = stem
      while let batch = try snapshot.batch(asked, reference: reference) {
        before.append(batch)
        reference = "\(stem)-\(before.count + 1)"
      }
      return (reference, before)
    }
  }

  private func name(_ event: Event) -> String {
    "\(event.code)-\(units.fromCode.text)-\(units.toCode.text)-\(request.date).csv"
  }

  private func receipt(_ batch: PostedBatch, _ event: Event) -> Receipt {
    batch.receipt(file: name(event), event: event)
  }
}
