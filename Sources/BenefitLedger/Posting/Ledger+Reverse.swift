import BatchFiles
import LedgerCore
import LedgerStore

/// What undoes a batch as a whole, and how.
public struct ReversalRequest: Sendable {
  /// The number of the batch to undo.
  public var batch: Int64
  /// Why, as written; not empty.
  public var reason: String
  /// The accounting period of the reversal; by default that of the batch if it takes corrections, and
  /// otherwise the first open one after it.
  public var period: Month?
  /// Who reverses; under four eyes, and wherever a key is given, the user of the key.
  public var maker: String
  /// The key of who reverses; required under four eyes.
  public var key: SigningKey?
  /// The business date.
  public var date: CivilDate
  /// True to check everything and post nothing.
  public var isDryRun = false
  /// How many seconds to wait while another process posts.
  public var wait = 30
  /// How far it goes.
  var stage = PostingStage.posting
  /// How many must approve; nil for what the ledger says.
  var thresholds: ApprovalThresholds?

  /// Makes a request.
  public init(
    batch: Int64, reason: String, maker: String = UserName.current,
    date: CivilDate = VietnamClock.today()
  ) {
    self.batch = batch
    self.reason = reason
    self.maker = maker
    self.date = date
  }
}

extension Ledger {
  /// Undoes a batch: posts a batch with the same vouchers and lines, their amounts negated.
  ///
  /// Under four eyes the order to do so is submitted. Only what happened last can be undone. If
  /// anything happened to an obligation of the batch since, or it waits in a submission, nothing is
  /// posted, and every such line is named with what is in the way.
  ///
  /// - Parameter request: Which batch, and why.
  /// - Returns: The receipt of the batch that undoes it, or what is in the way.
  /// - Throws: `LedgerError`: `notFound`, `busy`, and what the disk did; under four eyes `keyMissing`,
  ///   `userUnknown`, `userRevoked`, `roleNotAllowed`.
  public func reverse(_ request: ReversalRequest) throws -> PostingAnswer {
    try asWriter(wait: request.wait) {
      try BatchReversal(request.isDryRun ? request : request.controlled(by: store), store).run()
    }
  }
}

/// One call of `reverse`, or the reversal that was approved.
final class BatchReversal {
  let request: ReversalRequest
  let store: any LedgerStore
  let undone: UndoneBatch
  let period: ReversalPeriod
  let name: String

  /// A part of a batch's lines that is gone over at a time.
  private static let partSize: Int64 = 262_144

  init(_ request: ReversalRequest, _ store: any LedgerStore) throws {
    self.request = request
    self.store = store
    let name = "batch \(request.batch)"
    (undone, period) = try store.read { snapshot in
      let undone = try UndoneBatch(snapshot, request.batch)
      let period = try ReversalPeriod(
        snapshot, undone.event, of: undone.period, declared: request.period, name: name)
      return (undone, period)
    }
    self.name = name
  }

  func run() throws -> PostingAnswer {
    var refusal = refusal()
    guard refusal.total == 0 else {
      if undone.canBeUndone { refusal.merge(try diagnosis()) }
      return refused(refusal)
    }
    do {
      return PostingAnswer(receipts: [try store.write { try insert($0) }])
    } catch is Refused {
      return refused(try diagnosis())
    } catch let checked as NotKept {
      let open = try store.read { try $0.openReversal(of: request.batch) }
      if let open, request.stage.isSubmitting {
        return PostingAnswer(receipts: [open.receipt(file: name, isRepeated: true)])
      }
      if try store.read({ try isReserved($0, except: open?.number) }) {
        return refused(try diagnosis())
      }
      if case .submitting(let submitter) = request.stage {
        return try submit(checked.header, root: checked.root, submitter)
      }
      return PostingAnswer(receipts: [receipt(checked.header, .checked, seal: nil)])
    } catch let exceeded as MovementPoster.Exceeded {
      return refused(try exceeded.diagnosis(name, store))
    }
  }

  /// Gives the transaction up: something happened since.
  private struct Refused: Error {}
  /// Gives the transaction up: it was a dry run, or has to be approved.
  private struct NotKept: Error {
    let header: BatchHeader
    let root: Digest
  }

  /// Why the batch cannot be undone, whatever its lines are.
  private func refusal() -> Diagnosis {
    var refusal = Diagnosis()
    func refuse(_ code: Code, _ message: Message, _ help: Message) {
      refusal.merge(
        Diagnosis(Diagnostic(file: name, code: code, message: message, help: help)))
    }
    if request.reason.isEmpty {
      refuse(
        .reasonMissing, "A reversal needs a reason.", "Say with --reason why the batch is undone.")
    }
    if undone.isCorrection {
      refuse(
        .notReversible, "Batch \(request.batch) is itself a correction, and is not undone.",
        "Post what should have stood again.")
    } else if let by = undone.reversedBy {
      refuse(
        .alreadyReversedBatch, "Batch \(request.batch) was reversed by batch \(by).",
        "There is nothing left to undo.")
    } else if let closed = period.refusal {
      refusal.merge(Diagnosis(closed))
    }
    return refusal
  }

  /// Everything that is wrong with the lines of the batch.
  private func diagnosis() throws -> Diagnosis {
    try store.read { try ReversalDiagnosis(self).run($0) }
  }

  func refused(_ diagnosis: Diagnosis) -> PostingAnswer {
    var receipt = Receipt(
      file: name, event: undone.event, state: .refused, date: request.date,
      period: period.period)
    receipt.diagnosis = diagnosis
    return PostingAnswer(receipts: [receipt])
  }

  // MARK: Posting

  private func insert(_ transaction: any LedgerTransaction) throws -> Receipt {
    try period.prepare(request, transaction)
    let end = try request.stage.begin(transaction)
    var tree = MerkleTree()
    if undone.lineCount > 0 {
      try insertLines(transaction, end, &tree)
    }
    let vouchers = try (0..<undone.voucherCount).map {
      try transaction.voucher(undoing: undone.firstVoucher + $0)
    }
    if undone.lineCount == 0 { try addMovements(vouchers, transaction, &tree) }
    let header = header(after: end)
    let root = tree.root
    let seal = header.seal(previous: end.seal, root: root)
    var turnover = Turnover()
    turnover.add(vouchers, period: header.period)
    if let account = try turnover.write(to: transaction) {
      throw MovementPoster.Exceeded(account: account)
    }
    // Under four eyes the schema takes no batch that is not approved, in a rehearsal neither.
    if request.isDryRun || request.stage.isSubmitting { throw NotKept(header: header, root: root) }
    try request.stage.check(header, root: root)
    try transaction.insertBatch(header, root: root, previousSeal: end.seal, seal: seal)
    try transaction.insertVouchers(vouchers, batch: header.number, first: header.firstVoucher)
    try request.stage.finish(transaction)
    return receipt(header, .posted, seal: seal)
  }

  private func receipt(_ header: BatchHeader, _ state: Receipt.State, seal: Digest?) -> Receipt {
    Receipt(
      file: name, event: undone.event, state: state,
      batch: state == .posted ? header.number : nil, reference: nil, date: header.date,
      period: header.period, lines: header.rowCount, total: header.total,
      vouchers: header.voucherCount, seal: seal, diagnosis: backdated)
  }

  /// A warning if the reversal is dated before the batch; nothing else can have happened since.
  var backdated: Diagnosis {
    guard request.date < undone.date else { return Diagnosis() }
    return Backdating(batch: request.batch, date: undone.date).warning(name, dated: request.date)
  }

  /// The order to reverse is the file of the batch: its bytes are what its SHA-256 is of.
  var order: [UInt8] { Array("reverse batch \(request.batch): \(request.reason)\n".utf8) }

  private func header(after end: JournalEnd) -> BatchHeader {
    let order = order
    var control = BatchControl()
    control.isCorrection = true
    control.reversesBatch = request.batch
    control.reason = request.reason
    request.stage.sign(&control)
    return BatchHeader(
      number: end.batch + 1, event: undone.event, fileName: "reversal of \(name)",
      fileBytes: Int64(order.count), fileDigest: Digest.sha256(order), reference: nil,
      declaredPeriod: nil, declaredDate: nil, period: period.period,
      date: request.date, maker: request.maker, firstLine: end.nextLine,
      lineCount: undone.lineCount, firstVoucher: end.nextVoucher,
      voucherCount: undone.voucherCount, rowCount: undone.rowCount, total: -undone.total,
      registerDigest: end.registerDigest, control: control)
  }

  private func addMovements(
    _ vouchers: [NewVoucher], _ snapshot: any LedgerSnapshot, _ tree: inout MerkleTree
  ) throws {
    let register = RegisterCache(store: store)
    let legs = undone.event.vouchersPerRow
    for (index, voucher) in vouchers.enumerated() where index % legs == 0 {
      let row = Movement(undone.event, voucher)
      let unit = try row.unit.map { try register.code(of: $0, on: request.date) }
      let other = try voucher.otherUnit.map { try register.code(of: $0, on: request.date) }
      tree.append(Leaf.movement(row, unit: unit, otherUnit: other, corrects: voucher.corrects))
    }
  }

  private func insertLines(
    _ transaction: any LedgerTransaction, _ end: JournalEnd, _ tree: inout MerkleTree
  ) throws {
    let register = RegisterCache(store: store)
    var canonical = CanonicalBytes()
    try forEachPart(transaction) { chunk, first in
      let (keys, order) = KeyOrder.sorted(chunk.lines)
      var isLatest = true
      try check(chunk, keys, order, from: first, transaction) { _, _ in isLatest = false }
      guard isLatest else { throw Refused() }
      for (line, correction) in zip(chunk.lines, chunk.corrections) {
        tree.append(
          Leaf.payment(
            line, site: try register.code(of: line.unit, on: request.date),
            text: UnsafeRawBufferPointer(start: nil, count: 0), corrects: correction.line,
            using: &canonical))
      }
      try append(
        chunk, keys, order, at: end.nextLine + first - undone.firstLine, end, transaction)
    }
  }

  /// Goes over the lines of the batch, in parts that memory has a bound for.
  ///
  /// - Parameters:
  ///   - snapshot: The ledger.
  ///   - body: Called with each part, and the number of its first line.
  /// - Throws: What `body` throws, and `LedgerError` for what the store did.
  func forEachPart(
    _ snapshot: any LedgerSnapshot, _ body: (_ chunk: LineChunk, _ first: Int64) throws -> Void
  ) throws {
    let last = undone.firstLine + undone.lineCount - 1
    var first = undone.firstLine
    while first <= last {
      let through = min(last, first + Self.partSize - 1)
      try body(try read(first...through, snapshot), first)
      first = through + 1
    }
  }

  private func read(
    _ lines: ClosedRange<Int64>, _ snapshot: any LedgerSnapshot
  ) throws -> LineChunk {
    let chunk = LineChunk()
    try snapshot.scanLines(from: lines.lowerBound, through: lines.upperBound) { stored in
      var line = stored.line
      var correction = LineCorrection()
      correction.voucher = stored.voucher
      line.voucher = Int32(clamping: stored.voucher - undone.firstVoucher)
      line.textStart = 0
      line.accountLength = 0
      line.nameLength = 0
      line.documentLength = 0
      line.reasonLength = 0
      // A step that led elsewhere is undone as a whole, whatever its line says.
      line.unit = 0
      line.channel = 0
      chunk.lines.append(line)
      chunk.corrections.append(correction)
    }
    return chunk
  }

  /// Looks at each line of a part, and fills in what it undoes.
  ///
  /// - Parameters:
  ///   - chunk: The part.
  ///   - keys: The keys of its lines, ascending.
  ///   - order: The place of each key's line in the part.
  ///   - first: The number of the part's first line.
  ///   - snapshot: The ledger.
  ///   - later: Called with the place of each line that is not the latest step of its obligation, and
  ///     the steps of that.
  /// - Throws: `LedgerError` for what the store did.
  func check(
    _ chunk: LineChunk, _ keys: [UInt64], _ order: [UInt32], from first: Int64,
    _ snapshot: any LedgerSnapshot, later: (_ position: Int, _ steps: [StoredStep]) -> Void
  ) throws {
    try keys.withUnsafeBufferPointer { keys in
      try snapshot.histories(of: keys) { sorted, steps in
        let position = Int(order[sorted])
        let fault = ObligationCheck.undo(
          &chunk.lines[position], &chunk.corrections[position], undone.event, steps)
        if fault == nil && chunk.corrections[position].line == first + Int64(position) { return }
        later(position, steps)
      }
    }
  }

  private func append(
    _ chunk: LineChunk, _ keys: [UInt64], _ order: [UInt32], at firstLine: Int64,
    _ end: JournalEnd, _ transaction: any LedgerTransaction
  ) throws {
    let lines = 0..<chunk.lines.count
    try transaction.appendLines(
      of: chunk,
      [
        BatchLines(
          lines: lines, batch: end.batch + 1, firstVoucher: end.nextVoucher, firstLine: firstLine)
      ])
    let steps = ContiguousArray(
      keys.indices.map { sorted in
        let position = order[sorted]
        var step = NewStep(chunk.lines[Int(position)], key: keys[sorted], position: position)
        step.corrects = chunk.corrections[Int(position)].step
        return step
      })
    guard
      try transaction.insertSteps(
        steps, event: undone.event, lineNumbers: .following(firstLine))
    else {
      throw LedgerError(.internalFault, "Steps conflict after they were looked up.")
    }
  }
}

extension Movement {
  /// The row of a voucher without lines.
  init(_ event: Event, _ voucher: NewVoucher) {
    let sides = [voucher.debit.chart, voucher.credit.chart]
    let chart: ChartCode? =
      switch event.list {
      case .openingBalances: sides.first { $0 != .fund }
      case .internalMovements: sides.first { $0 != .fund }
      case .unitMovements, .payments: nil
      }
    guard let fund = Fund(rawValue: voucher.debit.fund) else {
      preconditionFailure("a voucher lies in a fund")
    }
    self.init(
      fileLine: voucher.fileLine, chart: chart, unit: voucher.unit > 0 ? voucher.unit : nil,
      fund: fund, amount: voucher.amount, channel: Channel(rawValue: voucher.channel),
      benefit: Benefit(rawValue: voucher.benefit), document: voucher.document)
  }
}

extension NewVoucher {
  /// The unit whose balance moves to the voucher's unit; nil if it does not move between units.
  var otherUnit: Int32? {
    guard debit.unit != credit.unit, debit.unit > 0, credit.unit > 0 else { return nil }
    return debit.unit == unit ? credit.unit : debit.unit
  }
}
