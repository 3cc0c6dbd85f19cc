import BatchFiles
import LedgerCore
import LedgerStore

extension Ledger {
  /// Posts files, each as one batch, whole or not at all.
  ///
  /// The way of a batch: read, resolve, check, post, seal, commit, receipt. Reading and hashing run
  /// on a thread of their own; this thread posts. Many small files are committed together, but each
  /// stands alone: one that is refused keeps no other from being posted. The same bytes under the same
  /// declared envelope answer with their first receipt. Under four eyes files are submitted instead:
  /// checked and stored until somebody else approves them.
  ///
  /// - Parameter request: What to post, and how.
  /// - Returns: A receipt for each file; if the work was stopped (disk, another process), what was
  ///   posted until then and why it stopped.
  /// - Throws: `LedgerError`: `outputExists` if the report of refused rows exists; `reasonMissing`
  ///   of a correction without a reason; `busy` if another process keeps posting; under four eyes
  ///   `keyMissing`, `userUnknown`, `userRevoked`, `roleNotAllowed`.
  public func post(_ request: PostingRequest) throws -> PostingAnswer {
    guard !request.isCorrection || !(request.reason ?? "").isEmpty else {
      throw LedgerError(
        .reasonMissing, "A correction needs a reason.",
        help: "Say with --reason why the lines are undone.")
    }
    try request.checkRejects()
    if request.isDryRun { return try postAsWriter(request) }
    return try asWriter(wait: request.wait) { try postAsWriter(request) }
  }

  /// Posts as ``post(_:)`` does; the caller is the only writer.
  func postAsWriter(_ request: PostingRequest) throws -> PostingAnswer {
    try request.isDryRun
      ? Posting(request, store, chart()).check()
      : Posting(request.controlled(by: store), store, chart()).post()
  }
}

/// One call of `post`, or the posting of what was approved.
final class Posting {
  let request: PostingRequest
  let store: any LedgerStore
  let chart: LedgerChart
  let register: RegisterCache
  let periods: PeriodBook
  let persons: KnownPersons
  let undone: UndoneLines
  var receipts: [Receipt?]
  var progress: PostingProgress
  private let reports = HeldReports()

  init(_ request: PostingRequest, _ store: any LedgerStore, _ chart: LedgerChart) throws {
    var request = request
    request.made = MadeLists()
    self.request = request
    self.store = store
    self.chart = chart
    register = RegisterCache(store: store)
    // Nobody else changes a period before this call is done: that takes the writer's lock too.
    periods = try store.read { try PeriodBook($0) }
    persons = try KnownPersons(request, store, chart.payments)
    undone = UndoneLines(request, store)
    receipts = Array(repeating: nil, count: request.inputs.count)
    progress = PostingProgress(
      lines: 0, files: 0, allFiles: request.inputs.count, bytes: 0, allBytes: 0)
  }

  /// Posts all files; what stops the work is part of the answer, for some of it may be posted.
  func post() throws -> PostingAnswer {
    var failure: LedgerError?
    do {
      switch request.event.list {
      case .payments: try postPayments()
      case .unitMovements, .openingBalances, .internalMovements: try postMovements()
      }
    } catch let error as LedgerError {
      failure = error
    }
    if failure?.code != .outcomeUnknown { reports.removeOthers() }
    return PostingAnswer(receipts: receipts.compactMap { $0 }, failure: failure)
  }

  // MARK: Payments

  private func postPayments() throws {
    let reader = GroupReader(
      request, store: store, periods: periods, persons: persons, reports: reports)
    let poster = GroupPoster(
      request: request, store: store, rules: chart.rules,
      resolver: Resolver(request, store: store, register: register, persons: persons))
    reader.start()
    defer { reader.stop() }
    func next() throws -> PostingGroup? {
      switch reader.queue.take() {
      case .group(let group): group
      case .failed(let error): throw error
      case .done: nil
      }
    }
    while let group = try next() {
      try store.answering { try post(group, poster, next) }
      request.progress?(progress)
    }
  }

  /// Posts a group and takes note of what became of its files.
  private func post(
    _ group: PostingGroup, _ poster: GroupPoster, _ next: () throws -> PostingGroup?
  ) throws {
    if group.isWhole {
      // What is wrong with a file is said before its neighbours are posted: it must not be told that
      // they have its payments.
      for index in group.unsettled { try settle(index, exceeds: nil) }
      for (draft, header, seal) in try poster.post(group) { try receive(draft, header, seal) }
      for draft in group.files.map(\.draft) where draft.isFaulty {
        try settle(draft.index, exceeds: draft.exceeds)
      }
    } else {
      let draft = group.files[0].draft
      let posted = try poster.postLarge(group) {
        guard let part = try next() else {
          throw LedgerError(.internalFault, "A large file ended without its last part.")
        }
        return part
      }
      if let (draft, header, seal) = posted {
        try receive(draft, header, seal)
      } else {
        try settle(draft.index, exceeds: draft.exceeds)
      }
    }
  }

  private func receive(_ draft: BatchDraft, _ header: BatchHeader, _ seal: Digest) throws {
    progress.files += 1
    progress.lines += header.rowCount
    var receipt = try receipt(draft, header, seal)
    receipt.diagnosis = draft.warnings
    receipt.diagnosis.merge(draft.backdating.warning(receipt.file, dated: draft.date))
    receipt.diagnosis.merge(draft.otherAccounts.warning(receipt.file))
    let same = SameRows(request: request, store: store, register: register, persons: persons)
    receipt.diagnosis.merge(try same.warning(draft.index, receipt, root: draft.tree.root))
    receipt.leftOut = draft.leftOut
    receipt.heldReport = reports.keep(draft.index)
    receipts[draft.index] = receipt
  }

  private func receipt(
    _ draft: BatchDraft, _ header: BatchHeader, _ seal: Digest
  ) throws -> Receipt {
    let file = request.inputs[draft.index].name
    if request.stage.isSubmitting && !request.isDryRun {
      return try store.read { try $0.submission(header.number) }.receipt(file: file)
    }
    return Receipt(
      file: file, event: request.event, state: request.isDryRun ? .checked : .posted,
      batch: request.isDryRun ? nil : header.number, reference: header.reference,
      date: header.date, period: header.period, lines: header.rowCount, total: header.total,
      vouchers: header.voucherCount, seal: request.isDryRun ? nil : seal)
  }

  // MARK: Movements

  func postMovements() throws {
    let poster = MovementPoster(
      request: request, store: store, register: register, periods: periods, rules: chart.rules)
    for index in request.inputs.indices {
      let input = request.inputs[index]
      do {
        let source = try request.source(input)
        let reader = MovementListReader(
          source: source, event: request.event, options: request.envelope, today: request.today,
          units: register, mode: .collectFaults)
        reader.receivingFunds = chart.rules.receivingFunds(request.event)
        guard try reader.open() else {
          try refuse(index, reader.declared, reader.faults.diagnosis)
          continue
        }
        if !reader.faults.hasFaults,
          let (receipt, _) = try firstReceipt(index, source, reader.declared)
        {
          receipts[index] = receipt
          continue
        }
        let used = try referenceUsed(index, reader.declared, written: reader.written)
        try store.answering {
          switch try poster.post(
            index, reader, byteCount: source.fileByteCount, besides: used)
          {
          case .posted(let draft, let header, let seal):
            draft.warnings = reader.faults.diagnosis
            try receive(draft, header, seal)
          case .refused(let diagnosis):
            try refuse(
              index, reader.declared, diagnosis, lines: reader.rowCount, total: reader.total)
          }
        }
      } catch let fault as FileFault {
        try refuse(index, Envelope(), Diagnosis(fault.diagnostic))
      }
    }
  }

  /// Takes note that a file posts nothing, and why.
  func refuse(
    _ index: Int, _ declared: Envelope, _ diagnosis: Diagnosis, lines: Int64 = 0, total: Int64 = 0
  ) throws {
    receipts[index] = Receipt(
      file: request.inputs[index].name, event: request.event, state: .refused,
      reference: declared.reference, date: declared.date ?? request.today,
      period: periods.period(
        of: request, declared, declared.period ?? (declared.date ?? request.today).month),
      lines: lines,
      total: total, diagnosis: diagnosis)
    try writeRejects(index)
  }
}
