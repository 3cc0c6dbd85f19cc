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
  /// - Throws: `LedgerError`: `busy` if another process keeps posting; under four eyes `keyMissing`,
  ///   `userUnknown`, `userRevoked`, `roleNotAllowed`.
  public func post(_ request: PostingRequest) throws -> PostingAnswer {
    if request.isDryRun { return try postAsWriter(request) }
    return try store.exclusively(wait: request.wait) { try postAsWriter(request) }
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
  private let request: PostingRequest
  private let store: any LedgerStore
  private let chart: LedgerChart
  private let register: RegisterCache
  private let periods: PeriodBook
  private let persons: KnownPersons
  private let reports = HeldReports()
  private var receipts: [Receipt?]
  private var progress: PostingProgress

  init(_ request: PostingRequest, _ store: any LedgerStore, _ chart: LedgerChart) throws {
    self.request = request
    self.store = store
    self.chart = chart
    register = RegisterCache(store: store)
    // Nobody else changes a period before this call is done: that takes the writer's lock too.
    periods = try store.read { try PeriodBook($0) }
    persons = try KnownPersons(request, store, chart.payments)
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
      resolver: Resolver(request, store: store, register: register, links: persons.links))
    reader.start()
    defer { reader.queue.close() }
    func next() throws -> PostingGroup? {
      switch reader.queue.take() {
      case .group(let group): group
      case .failed(let error): throw error
      case .done: nil
      }
    }
    while let group = try next() {
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
      request.progress?(progress)
    }
  }

  private func receive(_ draft: BatchDraft, _ header: BatchHeader, _ seal: Digest) throws {
    progress.files += 1
    progress.lines += header.rowCount
    let file = request.inputs[draft.index].name
    if request.stage.isSubmitting && !request.isDryRun {
      let submission = try store.read { try $0.submission(header.number) }
      receipts[draft.index] = submission.receipt(file: file)
      receipts[draft.index]?.diagnosis = draft.warnings
      receipts[draft.index]?.leftOut = draft.leftOut
      receipts[draft.index]?.heldReport = reports.keep(draft.index)
      return
    }
    receipts[draft.index] = Receipt(
      file: file, event: request.event, state: .posted,
      batch: header.number, reference: header.reference, date: header.date, period: header.period,
      lines: header.rowCount, total: header.total, vouchers: header.voucherCount, seal: seal,
      diagnosis: draft.warnings)
    receipts[draft.index]?.leftOut = draft.leftOut
    receipts[draft.index]?.heldReport = reports.keep(draft.index)
  }

  /// Decides about a file that could not be posted: its first receipt, or all its mistakes.
  private func settle(_ index: Int, exceeds account: AccountKey?) throws {
    progress.files += 1
    let input = request.inputs[index]
    do {
      let source = try request.source(input)
      let reader = request.reader(source, index, register, persons)
      let isReadable = try reader.open()
      let words = PaymentDiagnosis(
        request: request, store: store, register: register, persons: persons)
      if isReadable, !reader.faults.hasFaults,
        let receipt = try firstReceipt(index, source, reader.declared)
      {
        if try receipt.state == .posted && words.couldBeTakenAgain(index) {
          refuse(index, reader.declared, couldBeTakenAgain(input.name, receipt))
        } else {
          receipts[index] = receipt
        }
        return
      }
      var result = try words.diagnose(index, keepsKeys: false)
      if isReadable, let used = try referenceUsed(input.name, reader.declared) {
        result.diagnosis.merge(used)
      }
      if isReadable {
        result.diagnosis.merge(
          periods.diagnosis(input.name, request, reader.declared, reader.period))
      }
      if let account {
        result.diagnosis.merge(
          try MovementPoster.Exceeded(account: account).diagnosis(input.name, store))
      }
      if result.diagnosis.total == 0 {
        // It was faulty when it was read for posting and is not now.
        result.diagnosis = Diagnosis(
          Diagnostic(
            file: input.name, code: .fileChanged,
            message: "The file changed while it was being read; nothing of it is posted.",
            help: "Wait until it is written completely, then post it again."))
      }
      refuse(
        index, reader.declared, result.diagnosis, lines: result.rowCount, total: result.total)
    } catch let fault as FileFault {
      refuse(index, Envelope(), Diagnosis(fault.diagnostic))
    }
  }

  // MARK: Movements

  private func postMovements() throws {
    let poster = MovementPoster(
      request: request, store: store, register: register, periods: periods, rules: chart.rules)
    for index in request.inputs.indices {
      let input = request.inputs[index]
      do {
        let source = try request.source(input)
        let reader = MovementListReader(
          source: source, event: request.event, options: request.envelope, today: request.today,
          units: register, mode: .collectFaults)
        guard try reader.open() else {
          refuse(index, reader.declared, reader.faults.diagnosis)
          continue
        }
        if !reader.faults.hasFaults,
          let receipt = try firstReceipt(index, source, reader.declared)
        {
          receipts[index] = receipt
          continue
        }
        if let used = try referenceUsed(input.name, reader.declared) {
          refuse(index, reader.declared, used)
          continue
        }
        switch try poster.post(index, reader, byteCount: source.fileByteCount) {
        case .posted(let draft, let header, let seal):
          draft.warnings = reader.faults.diagnosis
          try receive(draft, header, seal)
          if request.isDryRun { check(index) }
        case .refused(let diagnosis):
          refuse(index, reader.declared, diagnosis, lines: reader.rowCount, total: reader.total)
        }
      } catch let fault as FileFault {
        refuse(index, Envelope(), Diagnosis(fault.diagnostic))
      }
    }
  }

  // MARK: Dry run

  /// Checks all files as `post` would and posts nothing.
  func check() throws -> PostingAnswer {
    guard request.event.list == .payments else {
      try postMovements()
      return PostingAnswer(receipts: receipts.compactMap { $0 })
    }
    var diagnosis = PaymentDiagnosis(
      request: request, store: store, register: register, persons: persons)
    var references: Set<String> = []
    for index in request.inputs.indices {
      let input = request.inputs[index]
      do {
        let source = try request.source(input)
        let reader = request.reader(source, index, register, persons)
        let isReadable = try reader.open()
        if isReadable, !reader.faults.hasFaults,
          let receipt = try firstReceipt(index, source, reader.declared)
        {
          if try receipt.state == .posted && diagnosis.couldBeTakenAgain(index) {
            refuse(index, reader.declared, couldBeTakenAgain(input.name, receipt))
          } else {
            receipts[index] = receipt
          }
          continue
        }
        var result = try diagnosis.diagnose(index, keepsKeys: request.inputs.count > 1)
        if isReadable {
          if let used = try referenceUsed(input.name, reader.declared) {
            result.diagnosis.merge(used)
          } else if let reference = reader.declared.reference,
            !references.insert(reference).inserted
          {
            result.diagnosis.merge(
              Diagnosis(
                Diagnostic(
                  file: input.name, line: 1, column: 1, code: .referenceUsed,
                  message: "Reference \(reference) is used by another file of this call.",
                  help: "Give each file a reference of its own.")))
          }
          result.diagnosis.merge(
            periods.diagnosis(input.name, request, reader.declared, reader.period))
        }
        guard result.diagnosis.total == 0 else {
          refuse(
            index, reader.declared, result.diagnosis, lines: result.rowCount, total: result.total)
          continue
        }
        for key in result.keys { diagnosis.takenInDryRun[key] = Int32(index) }
        receipts[index] = Receipt(
          file: input.name, event: request.event, state: .checked,
          reference: reader.declared.reference, date: reader.date,
          period: periods.period(of: request, reader.declared, reader.period),
          lines: result.rowCount, total: result.total, vouchers: result.voucherCount,
          leftOut: result.leftOut, diagnosis: result.diagnosis)
      } catch let fault as FileFault {
        refuse(index, Envelope(), Diagnosis(fault.diagnostic))
      }
    }
    return PostingAnswer(receipts: receipts.compactMap { $0 })
  }

  /// Turns the receipt of a movement list that was not written into that of a dry run.
  private func check(_ index: Int) {
    receipts[index]?.state = .checked
    receipts[index]?.batch = nil
    receipts[index]?.seal = nil
  }

  // MARK: Identity

  private func firstReceipt(
    _ index: Int, _ source: BatchSource, _ declared: Envelope
  ) throws -> Receipt? {
    let input = request.inputs[index]
    return try store.read { snapshot in
      if let open = try snapshot.openSubmission(
        of: input, byteCount: source.fileByteCount, request, declared),
        declared.isMet(count: open.rowCount, total: open.total)
      {
        return open.receipt(file: input.name, isRepeated: true)
      }
      guard
        let batch = try snapshot.batch(
          of: input, byteCount: source.fileByteCount, request, declared),
        // What is declared must be met the second time too.
        declared.isMet(
          count: batch.rowCount + batch.leftOut, total: batch.leftOut > 0 ? nil : batch.total)
      else { return nil }
      return batch.receipt(file: input.name, event: request.event)
    }
  }

  private func referenceUsed(_ file: String, _ declared: Envelope) throws -> Diagnosis? {
    if let open = try store.read({
      try $0.openSubmission(request, reference: declared.reference)
    }) {
      return open.hasReference(of: file)
    }
    guard
      let holder = try store.read({
        try $0.batch(request, reference: declared.reference)
      })
    else { return nil }
    return Diagnosis(
      Diagnostic(
        file: file, line: 1, column: 1, code: .referenceUsed,
        message:
          "Reference \(declared.reference ?? "") of \(request.event.code) was given to batch "
          + "\(holder.number), file \(holder.fileName), which has other bytes.",
        help:
          "If it is the same list saved again, there is nothing to do. If it is another list, give "
          + "it a reference of its own."))
  }

  private func couldBeTakenAgain(_ file: String, _ receipt: Receipt) -> Diagnosis {
    Diagnosis(
      Diagnostic(
        file: file, line: 1, column: 1, code: .couldBeTakenAgain,
        message:
          "These bytes were posted as batch \(receipt.batch ?? 0), and every payment in them "
          + "could be \(request.event.code) again since.",
        help: "If it happened a second time, declare a reference (--reference) that tells the two "
          + "lists apart. If it did not, there is nothing to do."))
  }

  private func refuse(
    _ index: Int, _ declared: Envelope, _ diagnosis: Diagnosis, lines: Int64 = 0, total: Int64 = 0
  ) {
    receipts[index] = Receipt(
      file: request.inputs[index].name, event: request.event, state: .refused,
      reference: declared.reference, date: declared.date ?? request.today,
      period: periods.period(
        of: request, declared, declared.period ?? (declared.date ?? request.today).month),
      lines: lines,
      total: total, diagnosis: diagnosis)
  }
}
