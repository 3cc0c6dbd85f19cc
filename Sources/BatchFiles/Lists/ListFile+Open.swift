import LedgerCore

extension ListFile {
  /// Reads up to the header; false if rows cannot be read, and ``faults`` says why.
  func open(takesEnvelope: Bool) -> Bool {
    do {
      return try openOrThrow(takesEnvelope: takesEnvelope) && !mustStop
    } catch {
      faults.add(error.diagnostic)
      return false
    }
  }

  /// Reads no further than the envelope; nil if there is no row after it to go on with.
  func openEnvelope() -> RowScanner.Step? {
    do {
      return try beginning(takesEnvelope: true)
    } catch {
      faults.add(error.diagnostic)
      return nil
    }
  }

  /// The first row after the envelope; nil if nothing more can be read.
  private func beginning(takesEnvelope: Bool) throws(FileFault) -> RowScanner.Step? {
    guard source.byteCount <= limits.fileBytes else {
      throw .tooLarge(source.name, source.byteCount, most: limits.fileBytes)
    }
    try source.rewind()
    try scanner.readBeginning()
    if let fault = FileFault.content(scanner, name: source.name) { throw fault }
    let step = try scanner.next()
    guard takesEnvelope, case .row = step, EnvelopeLine.isEnvelope(scanner.row) else { return step }
    readEnvelope()
    if scanner.isStuck || mustStop { return nil }
    return try scanner.next()
  }

  private func openOrThrow(takesEnvelope: Bool) throws(FileFault) -> Bool {
    guard let step = try beginning(takesEnvelope: takesEnvelope) else { return false }
    guard case .row = step else {
      digest = scanner.digest
      reportFile(
        .noRows,
        Words("The file has no header and no rows.", "Export the list again."))
      return false
    }
    if let fault = Header.delimiterFault(scanner.row) {
      report([fault])
      return false
    }
    if !scanner.shapeFaults.isEmpty {
      report(scanner.shapeFaults.map(rowFault))
      return false
    }
    // Until it is read nothing is known of its fields, so that data in its place is masked.
    let read = Header(scanner, layout: layout)
    report(read.faults)
    header = read
    headerBytes = keptRow
    return read.isUsable
  }

  private func readEnvelope() {
    let envelope = EnvelopeLine(scanner.row, line: scanner.line)
    envelopeLine = envelope
    // Quotes are the envelope's own matter.
    let shape = scanner.shapeFaults.filter { $0.code != .quoteMisplaced }
    report(shape.map(rowFault))
    if shape.isEmpty { reportEnvelope(envelope.faults) }
  }

  /// Puts together what file and options declare; where they differ, the file's is kept.
  func declared(with options: Envelope) -> Envelope {
    guard let line = envelopeLine else { return options }
    var merged = options
    for key in EnvelopeKey.allCases {
      guard let ours = key.value(in: line.envelope) else { continue }
      let theirs = key.value(in: options)
      _ = key.set(ours, in: &merged)
      guard let theirs, theirs != ours else { continue }
      reportEnvelope([
        RowFault(.envelopeDisagrees, at: line.offsets[key] ?? 0) {
          func shown(_ value: String) -> String { key == .reference ? Shown.name(value) : value }
          return Words(
            "The file declares \(key.rawValue) \(shown(ours)), the command says \(shown(theirs)).",
            "Find out which is right, then leave the option out or correct the file.")
        }
      ])
    }
    return merged
  }

  /// Whether the file is of the event it is read for.
  func checkEvent(_ event: Event) -> Bool {
    guard let line = envelopeLine, let ours = line.envelope.event, ours != event else {
      return true
    }
    reportEnvelope([
      RowFault(.eventDiffers, at: line.offsets[.event] ?? 0) {
        Words(
          "The file declares the event “\(ours.code)”, the command posts “\(event.code)”.",
          "Post it as “\(ours.code)”, or take the other file.")
      }
    ])
    return false
  }

  /// Checks count and total against what was declared; nil where a row hides the true sum.
  func checkDeclared(_ declared: Envelope, total: Int64?) {
    guard isCountKnown else { return }
    if let count = declared.count, count != rowCount {
      reportDeclared(
        .countNotMet, .count, what: "rows", declared: count, found: rowCount,
        help: "The file was cut, or rows were added: ask its maker for the whole list.")
    }
    if let sum = declared.total, let total, sum != total {
      reportDeclared(
        .totalNotMet, .total, what: "đồng", declared: sum, found: total,
        help: "An amount differs from what was approved: ask the file's maker.")
    }
  }

  private func reportDeclared(
    _ code: Code, _ key: EnvelopeKey, what: Message, declared: Int64, found: Int64, help: Message
  ) {
    let difference = grouped(Int128(found) - Int128(declared))
    let words = Words(
      """
      Declared are \(grouped(declared)) \(what), found \(grouped(found)); \
      the difference is \(difference).
      """, help)
    guard let offset = envelopeLine?.offsets[key] else { return reportFile(code, words) }
    reportEnvelope([RowFault(code, at: offset) { words }])
  }
}
