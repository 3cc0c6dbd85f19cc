import BatchFiles
import LedgerCore
import LedgerStore

/// What undoes a batch as a whole, and how.
public struct ReversalRequest: Sendable {
  /// The number of the batch to undo.
  public var batch: Int64
  /// Why, as written; not empty.
  public var reason: String
  /// The accounting period of the reversal; by default that of the batch.
  public var period: Month?
  /// Who reverses.
  public var maker: String
  /// The business date.
  public var date: CivilDate
  /// True to check everything and post nothing.
  public var isDryRun = false
  /// How many seconds to wait while another process posts.
  public var wait = 30

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
  /// Only what happened last can be undone. If anything happened to an obligation of the batch since,
  /// nothing is posted, and every such line is named with what happened.
  ///
  /// - Parameter request: Which batch, and why.
  /// - Returns: The receipt of the batch that undoes it, or what is in the way.
  /// - Throws: `LedgerError`: `notFound`, `busy`, and what the disk did.
  public func reverse(_ request: ReversalRequest) throws -> PostingAnswer {
    try store.exclusively(wait: request.wait) { try BatchReversal(request, store).run() }
  }
}

/// One call of `reverse`.
private final class BatchReversal {
  private let request: ReversalRequest
  private let store: any LedgerStore
  private var undone: UndoneBatch
  private let name: String
  private var faults: [Diagnostic] = []
  private var faultCount = 0

  /// A part of a batch's lines that is gone over at a time.
  private static let partSize: Int64 = 262_144

  init(_ request: ReversalRequest, _ store: any LedgerStore) throws {
    self.request = request
    self.store = store
    undone = try store.read { try UndoneBatch($0, request.batch) }
    name = "batch \(request.batch)"
  }

  func run() throws -> PostingAnswer {
    if let refusal = refusal() { return refused(Diagnosis(refusal)) }
    do {
      let receipt = try store.write { transaction in
        let receipt = try insert(transaction)
        if request.isDryRun { throw NotKept(receipt: receipt) }
        return receipt
      }
      return PostingAnswer(receipts: [receipt])
    } catch is Refused {
      return refused(
        Diagnosis(diagnostics: faults, counts: [(.notLatest, faultCount)]))
    } catch let checked as NotKept {
      var receipt = checked.receipt
      receipt.state = .checked
      receipt.batch = nil
      receipt.seal = nil
      return PostingAnswer(receipts: [receipt])
    } catch let exceeded as MovementPoster.Exceeded {
      return refused(try exceeded.diagnosis(name, store))
    }
  }

  /// Gives the transaction up: something happened since.
  private struct Refused: Error {}
  /// Gives the transaction up: it was a dry run.
  private struct NotKept: Error { let receipt: Receipt }

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
    return nil
  }

  private func refused(_ diagnosis: Diagnosis) -> PostingAnswer {
    var receipt = Receipt(
      file: name, event: undone.event, state: .refused, date: request.date,
      period: request.period ?? undone.period)
    receipt.diagnosis = diagnosis
    return PostingAnswer(receipts: [receipt])
  }

  // MARK: Posting

  private func insert(_ transaction: any LedgerTransaction) throws -> Receipt {
    let end = try transaction.journalEnd()
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
    try transaction.insertBatch(header, root: root, previousSeal: end.seal, seal: seal)
    try transaction.insertVouchers(vouchers, batch: header.number, first: header.firstVoucher)
    var turnover = Turnover()
    turnover.add(vouchers, period: header.period)
    if let account = try turnover.write(to: transaction) {
      throw MovementPoster.Exceeded(account: account)
    }
    return Receipt(
      file: name, event: undone.event, state: .posted, batch: header.number, reference: nil,
      date: header.date, period: header.period, lines: header.rowCount, total: header.total,
      vouchers: header.voucherCount, seal: seal)
  }

  /// The order to reverse is the file of the batch: its bytes are what its SHA-256 is of.
  private func header(after end: JournalEnd) -> BatchHeader {
    let order = Array("reverse batch \(request.batch): \(request.reason)\n".utf8)
    var control = BatchControl()
    control.isCorrection = true
    control.reversesBatch = request.batch
    control.reason = request.reason
    return BatchHeader(
      number: end.batch + 1, event: undone.event, fileName: "reversal of \(name)",
      fileBytes: Int64(order.count), fileDigest: Digest.sha256(order), reference: nil,
      declaredPeriod: nil, declaredDate: nil, period: request.period ?? undone.period,
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
    var since: [String] = []
    for step in steps where step.line > number {
      try snapshot.query(
        """
        SELECT b.batch_no, b.file_name, l.file_line FROM line l JOIN batch b USING (batch_no)
        WHERE l.line_no = ?1
        """, [.integer(step.line)]
      ) { row in
        let event = Event(rawValue: step.event)?.code ?? "?"
        since.append(
          "\(event)\(step.corrects == 0 ? "" : " undone") by batch \(row.integer(0)), file "
            + "\(row.text(1)), line \(row.integer(2))")
      }
    }
    let benefit = Benefit(rawValue: line.benefit)?.code ?? "benefit"
    let person = PersonNumber(encoded: line.person)?.description ?? "?"
    let month = Month(number: line.month)?.description ?? "?"
    return Diagnostic(
      file: name, line: Int(line.fileLine), code: .notLatest,
      message: "The \(benefit) of \(person) for \(month) has later steps: "
        + since.joined(separator: "; ") + ".",
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

/// The batch that is to be undone.
private struct UndoneBatch {
  var event = Event.due
  var period: Month
  var isCorrection = false
  var reversedBy: Int64?
  var firstLine: Int64 = 0
  var lineCount: Int64 = 0
  var firstVoucher: Int64 = 0
  var voucherCount: Int64 = 0
  var rowCount: Int64 = 0
  var total: Int64 = 0

  init(_ snapshot: any LedgerSnapshot, _ number: Int64) throws {
    var found: UndoneBatch?
    try snapshot.query(
      """
      SELECT b.event_id, b.period, b.is_correction, r.batch_no, b.first_line_no, b.line_count,
        b.first_voucher_no, b.voucher_count, b.row_count, b.total
      FROM batch b LEFT JOIN batch r ON r.reverses_batch_no = b.batch_no WHERE b.batch_no = ?1
      """, [.integer(number)]
    ) { row in
      guard let event = UInt8(exactly: row.integer(0)).flatMap({ Event(rawValue: $0) }),
        let period = Int32(exactly: row.integer(1)).flatMap({ Month(number: $0) })
      else { throw LedgerError(.ledgerDamaged, "Batch \(number) is impossible.") }
      found = UndoneBatch(
        event: event, period: period, isCorrection: row.integer(2) != 0,
        reversedBy: row.optionalInteger(3), firstLine: row.integer(4), lineCount: row.integer(5),
        firstVoucher: row.integer(6), voucherCount: row.integer(7), rowCount: row.integer(8),
        total: row.integer(9))
    }
    guard let found else { throw LedgerError(.notFound, "There is no batch \(number).") }
    self = found
  }

  private init(
    event: Event, period: Month, isCorrection: Bool, reversedBy: Int64?, firstLine: Int64,
    lineCount: Int64, firstVoucher: Int64, voucherCount: Int64, rowCount: Int64, total: Int64
  ) {
    self.event = event
    self.period = period
    self.isCorrection = isCorrection
    self.reversedBy = reversedBy
    self.firstLine = firstLine
    self.lineCount = lineCount
    self.firstVoucher = firstVoucher
    self.voucherCount = voucherCount
    self.rowCount = rowCount
    self.total = total
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
