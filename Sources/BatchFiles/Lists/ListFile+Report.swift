import LedgerCore

extension ListFile {
  /// What may be shown of the scanner's row, going by the header.
  var spans: [MaskSpan] {
    guard scanner.fieldCount == header.columns.count else { return [] }
    return header.columns.indices.compactMap { place in
      guard let field = header.columns[place] else { return nil }
      let range = scanner.rawRange(ofField: place)
      if layout.personal.contains(field) { return MaskSpan(range: range, rule: .personal) }
      return field == .amount ? MaskSpan(range: range, rule: .amount) : nil
    }
  }

  /// Notes the faults of the scanner's row, from left to right.
  func report(_ rowFaults: [RowFault]) {
    guard !rowFaults.isEmpty else { return }
    // Of a row that was cut nobody could post the rest.
    if scanner.isRowWhole { refused?.add(scanner.line, { keptRow }, rowFaults) }
    let line = Int(scanner.line)
    guard faults.wants(line: line) else {
      for fault in rowFaults { faults.count(fault.code) }
      return
    }
    add(rowFaults, line: line, row: scanner.row, spans: spans)
  }

  /// Notes faults of the envelope's line, which may no longer be in the buffer.
  func reportEnvelope(_ rowFaults: [RowFault]) {
    guard let envelopeLine else { return }
    envelopeLine.bytes.withUnsafeBufferPointer { row in
      add(rowFaults, line: Int(envelopeLine.line), row: row, spans: envelopeLine.spans)
    }
  }

  /// Notes a fault of the file as a whole.
  func reportFile(_ code: Code, _ words: Words) {
    faults.add(
      Diagnostic(file: source.name, code: code, message: words.message, help: words.help))
  }

  private func add(
    _ rowFaults: [RowFault], line: Int, row: UnsafeBufferPointer<UInt8>, spans: [MaskSpan]
  ) {
    for fault in rowFaults {
      let words = fault.words()
      let excerpt = Excerpt(row: row, spans: spans, offset: fault.offset)
      let place = FilePlace(
        source, line: line, row: row, offset: fault.offset, column: excerpt.column)
      faults.add(
        Diagnostic(
          file: source.name, line: line, column: place.column, code: fault.code,
          message: .verbatim(place.prefix) + words.message, help: words.help, excerpt: excerpt.text,
          caret: excerpt.caret))
    }
  }
}
