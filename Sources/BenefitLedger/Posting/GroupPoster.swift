import BatchFiles
import LedgerCore
import LedgerStore

/// The posting half: groups in, committed batches out.
struct GroupPoster {
  let request: PostingRequest
  let store: any LedgerStore
  let rules: PostingRules
  let resolver: Resolver

  /// Why a transaction is given up.
  private enum GivenUp: Error {
    /// A step exists already or does not continue from the one before.
    case conflict
    /// An account's counter would exceed what can be kept.
    case exceeds(AccountKey)
  }

  /// Posts a group of whole files and says which batches it made; the rest of its files are faulty.
  func post(_ group: PostingGroup) throws -> [(
    draft: BatchDraft, header: BatchHeader, seal: Digest
  )] {
    var retried = false
    while true {
      guard group.files.contains(where: { $0.draft.isIncluded }) else { return [] }
      do {
        return try store.write { try insert(group, $0) }
      } catch GivenUp.conflict {
        // The group was resolved while the one before it was being posted, or a `due` was assumed to
        // be the first step and is not. Looked up again now, nothing can have changed any more.
        guard !retried else {
          throw LedgerError(.internalFault, "Steps conflict after they were looked up.")
        }
        retried = true
        try resolver.resolve(group, looksUp: true)
      } catch GivenUp.exceeds(let account) {
        // Which file is one too many shows only when they are posted one by one.
        let included = group.files.map(\.draft).filter(\.isIncluded)
        guard included.count > 1 else {
          included.first?.exceeds = account
          included.first?.isFaulty = true
          return []
        }
        return try postOneByOne(group, included)
      }
    }
  }

  private func postOneByOne(_ group: PostingGroup, _ drafts: [BatchDraft]) throws -> [(
    draft: BatchDraft, header: BatchHeader, seal: Digest
  )] {
    var posted: [(draft: BatchDraft, header: BatchHeader, seal: Digest)] = []
    for draft in drafts { draft.isDeferred = true }
    for draft in drafts {
      draft.isDeferred = false
      posted += try post(group)
      draft.isDeferred = true
    }
    for draft in drafts { draft.isDeferred = false }
    return posted
  }

  /// Inserts everything of a group.
  ///
  /// After the lines and steps are in, nothing can fail but the disk.
  private func insert(_ group: PostingGroup, _ transaction: any LedgerTransaction) throws -> [(
    draft: BatchDraft, header: BatchHeader, seal: Digest
  )] {
    var end = try request.stage.begin(transaction)
    var references: Set<String> = []
    for (draft, _) in group.files where draft.isIncluded {
      guard let reference = draft.declared.reference else { continue }
      let isUsed = try transaction.isReferenceUsed(request, reference)
      if isUsed || !references.insert(reference).inserted { draft.isFaulty = true }
    }
    let included = group.files.filter { $0.draft.isIncluded }
    var headers: [BatchHeader] = []
    var runs: [BatchLines] = []
    var next = end
    for (draft, lines) in included {
      let header = header(draft, after: next)
      runs.append(
        BatchLines(
          lines: lines, batch: header.number, firstVoucher: header.firstVoucher,
          firstLine: header.firstLine))
      headers.append(header)
      next = next.after(header, seal: .zero)
    }
    var numbers = [Int64](repeating: 0, count: group.chunk.lines.count)
    for run in runs {
      for (offset, position) in run.lines.enumerated() {
        numbers[position] = run.firstLine + Int64(offset)
      }
    }
    try numbers.withUnsafeBufferPointer {
      try append(group, runs, numbers: .each($0), transaction)
    }
    // After this point the group must succeed.
    var posted: [(draft: BatchDraft, header: BatchHeader, seal: Digest)] = []
    var turnover = Turnover()
    for ((draft, _), header) in zip(included, headers) {
      end = try seal(draft, header, after: end, &turnover, transaction)
      posted.append((draft, header, end.seal))
    }
    if let account = try turnover.write(to: transaction) { throw GivenUp.exceeds(account) }
    return posted
  }

  /// Posts one large file, part by part as it is read, in one transaction.
  func postLarge(_ first: PostingGroup, next: () throws -> PostingGroup) throws -> (
    draft: BatchDraft, header: BatchHeader, seal: Digest
  )? {
    let draft = first.files[0].draft
    var part = first
    do {
      return try store.write { transaction in
        let end = try request.stage.begin(transaction)
        if try transaction.isReferenceUsed(request, draft.declared.reference) {
          draft.isFaulty = true
        }
        var line = end.nextLine
        while true {
          guard draft.isIncluded else { throw GivenUp.conflict }
          let lines = part.files[0].lines
          try append(
            part,
            [
              BatchLines(
                lines: lines, batch: end.batch + 1, firstVoucher: end.nextVoucher, firstLine: line)
            ], numbers: .following(end.nextLine), transaction)
          line += Int64(lines.count)
          report(lines: line - end.nextLine, part, draft)
          part.forgetLines()
          if part.isLastPart { break }
          part = try next()
        }
        var turnover = Turnover()
        let header = header(draft, after: end)
        let sealed = try seal(draft, header, after: end, &turnover, transaction)
        if let account = try turnover.write(to: transaction) { throw GivenUp.exceeds(account) }
        return (draft, header, sealed.seal)
      }
    } catch let reason as GivenUp {
      if case .exceeds(let account) = reason { draft.exceeds = account }
      draft.isFaulty = true
      while !part.isLastPart { part = try next() }
      return nil
    }
  }

  private func report(lines: Int64, _ part: PostingGroup, _ draft: BatchDraft) {
    request.progress?(
      PostingProgress(
        lines: lines, files: draft.index, allFiles: request.inputs.count, bytes: part.bytesRead,
        allBytes: draft.textByteCount))
  }

  private func append(
    _ group: PostingGroup, _ runs: [BatchLines], numbers: LineNumbers,
    _ transaction: any LedgerTransaction
  ) throws {
    if request.stage.isSubmitting {
      try reserve(group, runs, transaction)
      return
    }
    try transaction.appendLines(of: group.chunk, runs)
    guard
      try transaction.insertSteps(group.steps, event: request.event, lineNumbers: numbers)
    else { throw GivenUp.conflict }
  }

  /// Reserves the obligations of a group's files; a file of which another submission has one is faulty.
  private func reserve(
    _ group: PostingGroup, _ runs: [BatchLines], _ transaction: any LedgerTransaction
  ) throws {
    var numbers = [Int64](repeating: 0, count: group.chunk.lines.count)
    for run in runs { for position in run.lines { numbers[position] = run.batch } }
    let taken = try numbers.withUnsafeBufferPointer {
      try transaction.insertReservations(group.steps, of: group.chunk, submission: $0)
    }
    guard !taken.isEmpty else { return }
    for position in taken {
      group.files[group.fileIndex(ofLine: position)].draft.isFaulty = true
    }
    throw GivenUp.conflict
  }

  /// Stores a file to be approved; one whose bytes changed since they were checked is faulty.
  private func submit(
    _ draft: BatchDraft, _ header: BatchHeader, _ submitter: Submitter,
    _ transaction: any LedgerTransaction
  ) throws {
    do {
      let source = try request.fileAsItCame(request.inputs[draft.index])
      try submitter.store(
        header, root: draft.tree.root, source: source, reading: request.reading, transaction)
    } catch is FileFault {
      draft.isFaulty = true
      throw GivenUp.conflict
    }
  }

  private func header(_ draft: BatchDraft, after end: JournalEnd) -> BatchHeader {
    BatchHeader(
      draft, event: request.event, name: request.inputs[draft.index].name, maker: request.maker,
      lineCount: draft.rowCount, voucherCount: draft.voucherCount,
      control: request.control(leavingOut: draft.leftOut), after: end)
  }

  private func seal(
    _ draft: BatchDraft, _ header: BatchHeader, after end: JournalEnd, _ turnover: inout Turnover,
    _ transaction: any LedgerTransaction
  ) throws -> JournalEnd {
    if case .submitting(let submitter) = request.stage {
      try submit(draft, header, submitter, transaction)
      return end.after(header, seal: .zero)
    }
    let vouchers =
      request.isCorrection
      ? try draft.corrected.vouchers(transaction)
      : draft.vouchers.vouchers(of: request.event, rules)
    let root = draft.tree.root
    let seal = header.seal(previous: end.seal, root: root)
    try request.stage.check(header, root: root)
    try transaction.insertBatch(header, root: root, previousSeal: end.seal, seal: seal)
    try transaction.insertVouchers(vouchers, batch: header.number, first: header.firstVoucher)
    try request.stage.finish(transaction)
    turnover.add(vouchers, period: header.period)
    return end.after(header, seal: seal)
  }
}

extension BatchHeader {
  /// The header of a draft that follows the end of the journal.
  init(
    _ draft: BatchDraft, event: Event, name: String, maker: String, lineCount: Int64,
    voucherCount: Int64, control: BatchControl, after end: JournalEnd
  ) {
    self.init(
      number: end.batch + 1, event: event, fileName: baseName(name), fileBytes: draft.byteCount,
      fileDigest: draft.digest, reference: draft.declared.reference,
      declaredPeriod: draft.declared.period, declaredDate: draft.declared.date,
      period: draft.period, date: draft.date, maker: maker, firstLine: end.nextLine,
      lineCount: lineCount, firstVoucher: end.nextVoucher, voucherCount: voucherCount,
      rowCount: draft.rowCount, total: control.isCorrection ? -draft.total : draft.total,
      registerDigest: end.registerDigest, control: control)
  }
}

extension JournalEnd {
  /// Where the journal ends once a batch is added.
  func after(_ header: BatchHeader, seal: Digest) -> JournalEnd {
    var end = self
    end.batch = header.number
    end.seal = seal
    end.nextLine += header.lineCount
    end.nextVoucher += header.voucherCount
    return end
  }
}

/// A path without its folders.
func baseName(_ path: String) -> String {
  path.split(separator: "/").last.map(String.init) ?? path
}
