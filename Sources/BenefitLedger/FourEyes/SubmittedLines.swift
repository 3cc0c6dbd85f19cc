import BatchFiles
import LedgerCore
import LedgerStore

/// The lines of a submission, for whoever has to approve it.
public struct SubmittedLines: Sendable {
  /// One line as it would be posted; what it does not have is nil.
  public struct Line: Sendable {
    /// The line of the file, from 1.
    public var fileLine: Int64
    /// Whom it is about; prints masked.
    public var person: PersonNumber?
    /// The benefit.
    public var benefit: Benefit?
    /// The month of entitlement.
    public var month: Month?
    /// Which of several such obligations, from 1.
    public var occurrence = 1
    /// Whole đồng; negative if it undoes another.
    public var amount: Int64
    /// The site or another unit.
    public var unit: UnitCode?
    /// How it is paid.
    public var channel: Channel?
    /// The fund, of money that moves without a person.
    public var fund: Fund?
    /// The bank account, masked to its last three digits.
    public var account: String?
    /// Whether that is another account than was due.
    public var paysElsewhere = false
  }

  /// The lines in the order of the file: the first that were asked for.
  public internal(set) var lines: [Line] = []
  /// How many lines there are, listed or not.
  public internal(set) var count: Int64 = 0
  /// What is to be looked at before it is approved.
  public internal(set) var warnings = Diagnosis()

  /// Counts a line, and says whether it is among those that are listed.
  fileprivate mutating func lists(_ limit: Int) -> Bool {
    count += 1
    return lines.count < limit
  }
}

extension Ledger {
  /// Shows the lines of a submission: of its stored file as long as it is open, of its batch once it is
  /// posted, and of the batch it would undo.
  ///
  /// - Parameters:
  ///   - number: The submission.
  ///   - limit: How many lines are listed.
  /// - Returns: The lines, and what they warn of.
  /// - Throws: `LedgerError`: `notFound` if there is no such submission, or if its lines are kept no
  ///   longer because it was rejected; `ledgerDamaged`, and what the store did.
  public func lines(ofSubmission number: Int64, limit: Int = .max) throws -> SubmittedLines {
    try SubmissionReading(try submission(number), store, chart(), limit).run()
  }
}

/// One call of `lines(ofSubmission:)`.
private struct SubmissionReading {
  let submission: Submission
  let store: any LedgerStore
  let chart: LedgerChart
  let limit: Int
  let register: RegisterCache
  var answer = SubmittedLines()

  init(
    _ submission: Submission, _ store: any LedgerStore, _ chart: LedgerChart, _ limit: Int
  ) {
    self.submission = submission
    self.store = store
    self.chart = chart
    self.limit = limit
    register = RegisterCache(store: store)
  }

  func run() throws -> SubmittedLines {
    var reading = self
    if let batch = submission.batch {
      try reading.readBatch(batch, sign: 1)
    } else if submission.state != .open {
      throw LedgerError(
        .notFound,
        "The lines of submission \(submission.number) are kept no longer: \(submission.stateText).")
    } else if let batch = submission.control.reversesBatch {
      try reading.readBatch(batch, sign: -1)
    } else {
      do {
        try submission.event.list == .payments ? reading.readPayments() : reading.readMovements()
      } catch let fault as FileFault {
        throw LedgerError(.ledgerDamaged, fault.diagnostic.message)
      }
    }
    return reading.answer
  }

  // MARK: The stored file

  private mutating func readPayments() throws {
    let request = try submission.posting(store)
    let persons = try KnownPersons(request, store, chart.payments)
    let reader = request.reader(try request.source(request.inputs[0]), 0, register, persons)
    guard try reader.open() else { return }
    let lookup = ObligationLookup(
      event: request.event, isCorrection: request.isCorrection, closed: persons.closed
    ) { [date = submission.date] _ in date }
    let chunk = LineChunk()
    var others = OtherAccounts()
    while true {
      let progress = try reader.read(into: chunk, limit: 1_024)
      var elsewhere: Set<Int> = []
      try store.read { snapshot in
        if !persons.links.isEmpty { try Obligors(persons.links, snapshot).adopt(&chunk.lines) }
        let (keys, order) = KeyOrder.sorted(chunk.lines)
        try lookup.check(chunk, keys, order, snapshot) { _, position, _, last in
          let line = chunk.lines[position]
          guard let last, OtherAccounts.concerns(line, request.event) else { return }
          if try others.note(line, in: chunk.text, after: last, snapshot) {
            elsewhere.insert(position)
          }
        }
      }
      for (position, line) in chunk.lines.enumerated() where answer.lists(limit) {
        answer.lines.append(
          try self.line(line, chunk.text, elsewhere: elsewhere.contains(position)))
      }
      chunk.removeAll()
      if case .more = progress { continue }
      break
    }
    answer.warnings = others.warning(submission.fileName)
  }

  private func line(
    _ line: PaymentLine, _ text: ContiguousArray<UInt8>, elsewhere: Bool
  ) throws -> SubmittedLines.Line {
    let start = Int(line.textStart)
    let account = String(decoding: text[start..<start + Int(line.accountLength)], as: UTF8.self)
    return SubmittedLines.Line(
      fileLine: Int64(line.fileLine), person: PersonNumber(encoded: line.person),
      benefit: Benefit(rawValue: line.benefit), month: Month(number: line.month),
      occurrence: Int(line.occurrence), amount: line.amount,
      unit: line.unit > 0 ? try register.code(of: line.unit, on: submission.date) : nil,
      channel: Channel(rawValue: line.channel), account: account.isEmpty ? nil : masked(account),
      paysElsewhere: elsewhere)
  }

  private mutating func readMovements() throws {
    let request = try submission.posting(store)
    let reader = MovementListReader(
      source: try request.source(request.inputs[0]), event: request.event,
      options: request.envelope, today: request.today, units: register, mode: .collectFaults)
    guard try reader.open() else { return }
    for movement in try reader.read() where answer.lists(limit) {
      answer.lines.append(
        SubmittedLines.Line(
          fileLine: Int64(movement.fileLine), benefit: movement.benefit, amount: movement.amount,
          unit: try movement.unit.map { try register.code(of: $0, on: submission.date) },
          channel: movement.channel, fund: movement.fund))
    }
  }

  // MARK: A batch

  private mutating func readBatch(_ number: Int64, sign: Int64) throws {
    var units: [Int32] = []
    try store.read { snapshot in
      try snapshot.query(
        """
        SELECT l.file_line, l.person, l.benefit_id, l.month, l.occurrence, l.amount, l.unit_id,
          l.channel_id, l.account
        FROM batch b JOIN line l ON l.line_no >= b.first_line_no
          AND l.line_no < b.first_line_no + b.line_count
        WHERE b.batch_no = ?1 ORDER BY l.line_no
        """, [.integer(number)]
      ) { row in
        guard answer.lists(limit) else { return }
        answer.lines.append(
          SubmittedLines.Line(
            fileLine: row.integer(0), person: PersonNumber(encoded: row.integer(1)),
            benefit: Benefit(rawValue: UInt8(clamping: row.integer(2))),
            month: Month(number: Int32(clamping: row.integer(3))),
            occurrence: Int(clamping: row.integer(4)), amount: sign * row.integer(5),
            channel: Channel(rawValue: UInt8(clamping: row.integer(7))),
            account: row.optionalText(8).map { masked($0) }))
        units.append(Int32(clamping: row.integer(6)))
      }
      guard answer.count == 0 else { return }
      try snapshot.query(
        """
        SELECT v.file_line, v.benefit_id, v.amount, v.unit_id, v.channel_id, v.fund_id
        FROM batch b JOIN voucher v ON v.voucher_no >= b.first_voucher_no
          AND v.voucher_no < b.first_voucher_no + b.voucher_count
        WHERE b.batch_no = ?1 ORDER BY v.voucher_no
        """, [.integer(number)]
      ) { row in
        guard answer.lists(limit) else { return }
        answer.lines.append(
          SubmittedLines.Line(
            fileLine: row.optionalInteger(0) ?? 0,
            benefit: Benefit(rawValue: UInt8(clamping: row.optionalInteger(1) ?? 0)),
            amount: sign * row.integer(2),
            channel: Channel(rawValue: UInt8(clamping: row.optionalInteger(4) ?? 0)),
            fund: Fund(rawValue: UInt8(clamping: row.integer(5)))))
        units.append(Int32(clamping: row.optionalInteger(3) ?? 0))
      }
    }
    // A look-up within a look-up is refused, so the units are named afterwards.
    for (place, unit) in units.enumerated() where unit > 0 {
      answer.lines[place].unit = try register.code(of: unit, on: submission.date)
    }
  }
}

extension Submission {
  /// How the stored file is posted, or read.
  func posting(_ store: any LedgerStore) throws -> PostingRequest {
    var posting = PostingRequest(
      event, [.file(fileName)],
      envelope: Envelope(
        reference: declared.reference, event: event, period: declared.period, date: declared.date),
      maker: maker, today: date)
    posting.stored = StoredFile(
      store: store, submission: number, name: fileName, byteCount: fileBytes, digest: fileDigest)
    posting.reading = try store.read { try $0.reading(of: number) }
    posting.isCorrection = control.isCorrection
    posting.reason = control.reason
    // Rows were left out if the maker said so; whoever is held since makes another root.
    posting.heldRows = .leftOut
    return posting
  }
}
