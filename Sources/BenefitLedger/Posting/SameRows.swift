import BatchFiles
import LedgerCore
import LedgerStore

/// Looks for a batch that stands and has the rows of a file, where no obligation would refuse them.
///
/// Rows are compared one by one, so that other line ends, an envelope or another name hide nothing. It
/// costs a look into the table of batches, and only a batch with as many rows and the same total is
/// read at all.
struct SameRows {
  let request: PostingRequest
  let store: any LedgerStore
  let register: RegisterCache
  let persons: KnownPersons

  /// Warns if a file has the rows of a batch that no declared reference tells from it.
  ///
  /// - Parameters:
  ///   - index: The file.
  ///   - receipt: What became of it: posted, submitted or checked.
  ///   - root: The digest of its rows, if it is known.
  /// - Returns: A warning, or nothing.
  /// - Throws: `LedgerError` for what the database did.
  func warning(_ index: Int, _ receipt: Receipt, root: Digest?) throws -> Diagnosis {
    guard request.event.mayHappenAgain, !request.isCorrection else { return Diagnosis() }
    let batches = try store.read {
      try $0.batches(of: request.event, rowCount: receipt.lines, total: receipt.total)
    }
    let ours = batches.first { $0.number == receipt.batch }
    for candidate in batches where try isLike(candidate, ours, index, receipt) {
      return words(
        """
        batch \(candidate.number), file \(maskedDigits(candidate.fileName)), posted with date \
        \(candidate.date)
        """,
        receipt)
    }
    guard let root, receipt.state == .submitted,
      let waiting = try store.read({ try submission(receipt, root, $0) })
    else { return Diagnosis() }
    return words(
      """
      submission \(waiting.number), file \(maskedDigits(waiting.fileName)), submitted with date \
      \(waiting.date)
      """, receipt)
  }

  private func words(_ other: Message, _ receipt: Receipt) -> Diagnosis {
    let help: Message =
      switch receipt.state {
      case .posted:
        """
        If it is the same money, undo this one: benefit-ledger batch reverse \
        \(receipt.batch ?? 0) --reason …
        """
      case .submitted:
        """
        If it is the same money, withdraw this one: benefit-ledger batch reject \
        \(receipt.submission ?? 0) --reason …
        """
      default: "If it is the same money, do not post it."
      }
    return Diagnosis(
      Diagnostic(
        file: receipt.file, code: .sameRowsAgain,
        message: "The file has the same rows as \(other).",
        help: help))
  }

  /// Whether a batch stands, is not told from the file, and has its rows.
  private func isLike(
    _ candidate: PostedBatch, _ ours: PostedBatch?, _ index: Int, _ receipt: Receipt
  ) throws -> Bool {
    guard candidate.number != receipt.batch,
      !Self.areTold(receipt.reference, candidate.declared.reference),
      try !store.read({ try $0.isUndoneLineByLine(candidate, request.event) })
    else { return false }
    if let ours { return try store.read { try $0.haveSameRows(ours, candidate) } }
    return try has(candidate, rowsOf: index)
  }

  /// Whether two lists are told apart by what they declare.
  private static func areTold(_ ours: String?, _ theirs: String?) -> Bool {
    guard let ours, let theirs else { return false }
    return ours != theirs
  }

  private func submission(
    _ receipt: Receipt, _ root: Digest, _ snapshot: any LedgerSnapshot
  ) throws -> Submission? {
    try snapshot.submissions(
      """
      SELECT * FROM submission s WHERE event_id = ?1 AND is_correction = 0 AND row_count = ?2
        AND total = ?3 AND merkle_root = ?4 AND submission_no <> ?5
        AND NOT EXISTS (SELECT 1 FROM decision d
          WHERE d.submission_no = s.submission_no AND d.outcome <> 'approved')
      """,
      [
        .integer(Int64(request.event.rawValue)), .integer(receipt.lines),
        .integer(receipt.total), .digest(root), .integer(receipt.submission ?? 0),
      ]
    ).first { !Self.areTold(receipt.reference, $0.declared.reference) }
  }

  // MARK: Comparing rows

  private func has(_ candidate: PostedBatch, rowsOf index: Int) throws -> Bool {
    do {
      return request.event.list == .payments
        ? try hasLines(candidate, index) : try hasVouchers(candidate, index)
    } catch is FileFault {
      // The file was read a moment ago; if it went away since, there is nothing to compare.
      return false
    }
  }

  private func hasLines(_ candidate: PostedBatch, _ index: Int) throws -> Bool {
    let reader = request.reader(
      try request.source(request.inputs[index]), index, register, persons)
    guard try reader.open() else { return false }
    let chunk = LineChunk()
    var next = candidate.firstLine
    let end = candidate.lines.upperBound
    while true {
      let progress = try reader.read(into: chunk, limit: 1_024)
      guard next + Int64(chunk.lines.count) <= end,
        try store.read({ try Self.isSame(chunk, from: next, $0) })
      else { return false }
      next += Int64(chunk.lines.count)
      chunk.removeAll()
      if case .more = progress { continue }
      return next == end
    }
  }

  private static func isSame(
    _ chunk: LineChunk, from first: Int64, _ snapshot: any LedgerSnapshot
  ) throws -> Bool {
    guard !chunk.lines.isEmpty else { return true }
    var isSame = true
    var position = 0
    try chunk.text.withUnsafeBytes { text in
      try snapshot.scanLines(from: first, through: first + Int64(chunk.lines.count) - 1) { stored in
        let line = chunk.lines[position]
        position += 1
        let start = Int(line.textStart)
        let mine = UnsafeRawBufferPointer(rebasing: text[start..<start + line.textLength])
        isSame =
          isSame && line.person == stored.line.person && line.month == stored.line.month
          && line.benefit == stored.line.benefit && line.occurrence == stored.line.occurrence
          && line.amount == stored.line.amount && line.textLength == stored.line.textLength
          && mine.elementsEqual(stored.text.prefix(line.textLength))
      }
    }
    return isSame && position == chunk.lines.count
  }

  private func hasVouchers(_ candidate: PostedBatch, _ index: Int) throws -> Bool {
    let reader = MovementListReader(
      source: try request.source(request.inputs[index]), event: request.event,
      options: request.envelope, today: request.today, units: register, mode: .collectFaults)
    guard try reader.open() else { return false }
    let movements = try reader.read()
    // Of a pair of vouchers the first is in the fund of the row.
    let legs = Int64(request.event.vouchersPerRow)
    guard Int64(movements.count) * legs == candidate.voucherCount else { return false }
    var position = 0
    var isSame = true
    try store.read { snapshot in
      try snapshot.query(
        """
        SELECT unit_id, fund_id, amount, channel_id, benefit_id, document FROM voucher
        WHERE voucher_no >= ?1 AND voucher_no < ?2 AND (voucher_no - ?1) % ?3 = 0
        ORDER BY voucher_no
        """,
        [
          .integer(candidate.firstVoucher),
          .integer(candidate.firstVoucher + candidate.voucherCount), .integer(legs),
        ]
      ) { row in
        let movement = movements[position]
        position += 1
        isSame =
          isSame && movement.unit.map { Int64($0) } == row.optionalInteger(0)
          && Int64(movement.fund.rawValue) == row.integer(1) && movement.amount == row.integer(2)
          && movement.channel.map { Int64($0.rawValue) } == row.optionalInteger(3)
          && movement.benefit.map { Int64($0.rawValue) } == row.optionalInteger(4)
          && movement.document == row.optionalText(5)
      }
    }
    return isSame && position == movements.count
  }
}

extension Event {
  /// Whether nothing in the ledger refuses the same rows a second time: money that moves without a
  /// person, and steps that take a part of what is open.
  var mayHappenAgain: Bool {
    list == .unitMovements
      || StateTable.transitions.contains { $0.event == self && $0.from == $0.to }
  }
}

extension PaymentLine {
  /// How many bytes its texts have.
  var textLength: Int {
    Int(accountLength) + Int(nameLength) + Int(documentLength) + Int(reasonLength)
  }
}
