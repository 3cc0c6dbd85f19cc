import LedgerCore

/// Reads what a bank says of an account, in whichever format it says it.
public enum StatementReader {
  /// Reads a file whole: it must be of its form, add up and go on where it ended.
  ///
  /// The format is known by the content: XML by its namespace, MT940 by its first field, and
  /// everything else is read as a table (CSV, or a workbook's sheet).
  ///
  /// - Parameter source: The file, which is read from its beginning.
  /// - Returns: The statements, nil if anything is wrong; and what is wrong, and warnings.
  public static func read(_ source: BatchSource) -> (file: StatementFile?, diagnosis: Diagnosis) {
    do {
      return try readOrThrow(source)
    } catch {
      return (nil, Diagnosis(error.diagnostic))
    }
  }

  private static func readOrThrow(
    _ source: BatchSource
  ) throws(FileFault) -> (file: StatementFile?, diagnosis: Diagnosis) {
    guard source.byteCount <= StatementFile.byteLimit else {
      throw .tooLarge(source.name, source.byteCount, most: StatementFile.byteLimit)
    }
    let digest = try source.sha256()
    let unpacked = try source.unpacked()
    let head = try beginning(of: unpacked)
    try unpacked.rewind()
    var faults = StatementFaults(file: source.name)
    let format: StatementFormat
    var statements: [BankStatement]
    if head.first == UInt8(ascii: "<") {
      let xml = XmlReader(unpacked, file: source.name)
      format = try isoFormat(xml)
      if format == .pain002 {
        var reader = PainStatusReader(xml, faults)
        (statements, faults) = try reader.read()
      } else {
        var reader = CamtReader(xml, format, faults)
        (statements, faults) = try reader.read()
      }
    } else if head.starts(with: Array(":20:".utf8)) || head.starts(with: Array("{1:".utf8)) {
      format = .mt940
      var reader = Mt940Reader(unpacked, faults)
      (statements, faults) = try reader.read()
    } else {
      format = .csv
      var reader = TableStatementReader(unpacked, faults)
      (statements, faults) = reader.read()
    }
    try source.checkSame()
    let file = StatementFile(format: format, statements: statements, digest: digest)
    if !faults.hasFaults {
      StatementSums.check(file, &faults)
      checkReferences(file, &faults)
    }
    return (faults.hasFaults ? nil : file, faults.collector.diagnosis)
  }

  /// The first bytes after a byte order mark and blanks.
  private static func beginning(of source: BatchSource) throws(FileFault) -> [UInt8] {
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1_024, alignment: 16)
    defer { block.deallocate() }
    try source.rewind()
    let count = try source.read(into: block)
    var bytes = Array(block[..<count])[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    return Array(bytes.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 })
  }

  /// Reads up to the document's tag and tells by its namespace what the message is.
  private static func isoFormat(_ xml: XmlReader) throws(FileFault) -> StatementFormat {
    while true {
      switch try xml.next() {
      case .start:
        let namespace = xml.namespace
        let prefix = "urn:iso:std:iso:20022:tech:xsd:"
        let formats: [StatementFormat] = [.camt053, .camt054, .pain002]
        for format in formats where xml.isNamed("Document") {
          let start = prefix + format.rawValue + ".001."
          let version = namespace.utf8.dropFirst(start.utf8.count)
          if namespace.hasPrefix(start), version.count == 2,
            version.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
          {
            return format
          }
        }
        throw FileFault(
          Diagnostic(
            file: xml.file, line: xml.line, code: .statementUnknown,
            message: """
              The XML is none of the messages camt.053, camt.054 and pain.002: its namespace is \
              \(Shown.plain(namespace)).
              """,
            help: """
              Ask the bank for the account's statement (camt.053), notices (camt.054) or the \
              report on an order (pain.002).
              """))
      case .finished, .end, .text: continue
      }
    }
  }

  /// In a notice or a report a payment is told of once.
  private static func checkReferences(_ file: StatementFile, _ faults: inout StatementFaults) {
    guard !file.format.hasBalances else { return }
    var first: [String: Int] = [:]
    for entry in file.statements.lazy.flatMap(\.entries) {
      for (line, details, amount) in entry.payments {
        guard let id = details.endToEnd else { continue }
        let key = "\(amount > 0 ? "+" : "-") \(id)"
        guard let before = first[key] else {
          first[key] = line
          continue
        }
        faults.add(
          .statementReferenceTwice, line: line,
          "The end-to-end id \(Shown.plain(id)) is on line \(before) already.",
          "A payment comes back once: ask the bank which of the two is right.")
      }
    }
  }
}

extension StatementEntry {
  /// The payments of a booking that says of each what it is; otherwise the booking itself.
  public var payments: [(line: Int, details: EntryDetails, amount: Int64)] {
    let known = parts.compactMap { part in part.amount.map { (part.line, part.details, $0) } }
    guard !parts.isEmpty, known.count == parts.count else { return [(line, details, amount)] }
    return known
  }
}
