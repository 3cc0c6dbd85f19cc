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
  /// anything happened to an obligation of the batch since, nothing is posted, and every such line is
  /// named with what happened.
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
  private var faults: [Diagnostic] = []
  private var faultCount = 0

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
    if let refusal = refusal() { return refused(Diagnosis(refusal)) }
    do {
      return PostingAnswer(receipts: [try store.write { try insert($0) }])
    } catch is Refused {
      return refused(
        Diagnosis(diagnostics: faults, counts: [(.notLatest, faultCount)]))
    } catch let checked as NotKept {
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

  /// Why the batch cannot be undone, whatever happened since.
  private func refusal() -> Diagnostic? {
    if request.reason.isEmpty {
      return Diagnostic(
        file: name, code: .reasonMissing, message: "A reversal needs a reason.",
        help: "Say with --reason why the batch is undone.")
    }
    if undone.isCorrection {
      return Diagnostic(
        file: name, code: .notReversible,
        message: "Batch \(request.batch) is itself a correction, and is not undone.",
        help: "Post what should have stood again.")
    }
    if let by = undone.reversedBy {
      return Diagnostic(
        file: name, code: .alreadyReversedBatch,
        message: "Batch \(request.batch) was reversed by batch \(by).",
        help: "There is nothing left to undo.")
    }
    return period.refusal
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
      if faultCount > 0 { throw Refused() }
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
    let last = undone.firstLine + undone.lineCount - 1
    var first = undone.firstLine
    while first <= last {
      let through = min(last, first + Self.partSize - 1)
      let chunk = try read(first...through, transaction)
      let (keys, order) = KeyOrder.sorted(chunk.lines)
      try check(chunk, keys, order, from: first, transaction)
      if faultCount == 0 {
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

  private func check(
    _ chunk: LineChunk, _ keys: [UInt64], _ order: [UInt32], from first: Int64,
    _ snapshot: any LedgerSnapshot
  ) throws {
    try keys.withUnsafeBufferPointer { keys in
      try snapshot.histories(of: keys) { sorted, steps in
        let position = Int(order[sorted])
        let number = first + Int64(position)
        let fault = ObligationCheck.undo(
          &chunk.lines[position], &chunk.corrections[position], undone.event, steps)
        if fault == nil && chunk.corrections[position].line == number { return }
        faultCount += 1
        guard faults.count < Diagnosis.listed else { return }
        faults.append(try words(chunk.lines[position], number, steps, snapshot))
      }
    }
    faults.sort { $0.line < $1.line }
  }

  /// Says what happened to an obligation since.
  private func words(
    _ line: PaymentLine, _ number: Int64, _ steps: [StoredStep], _ snapshot: any LedgerSnapshot
  ) throws -> Diagnostic {
    var since: [Message] = []
    for step in steps where step.line > number {
      try snapshot.query(
        """
        SELECT b.batch_no, b.file_name, l.file_line FROM line l JOIN batch b USING (batch_no)
        WHERE l.line_no = ?1
        """, [.integer(step.line)]
      ) { row in
        let event = Event(rawValue: step.event)?.code ?? "?"
        since.append(
          """
          \(step.corrects == 0 ? "\(event)" : "\(event) undone") by batch \(row.integer(0)), file \
          \(row.text(1)), line \(row.integer(2))
          """)
      }
    }
    let benefit = Benefit(rawValue: line.benefit)?.code ?? "benefit"
    let person = PersonNumber(encoded: line.person)?.description ?? "?"
    let month = Month(number: line.month)?.description ?? "?"
    return Diagnostic(
      file: name, line: Int(line.fileLine), code: .notLatest,
      message: """
        The \(benefit) of \(person) for \(month) has later steps: \
        \(since.joined(separator: "; ")).
        """,
      help: "Undo the later steps first.")
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
    let numbers = lines.map { firstLine + Int64($0) }
    let inserted = try numbers.withUnsafeBufferPointer {
      try transaction.insertSteps(steps, event: undone.event, lineNumber: $0)
    }
    guard inserted else {
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
