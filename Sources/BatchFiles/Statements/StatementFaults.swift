import LedgerCore

/// What is wrong with a file of statements, and how much of it was read.
struct StatementFaults {
  let file: String
  private(set) var collector = FaultCollector()
  private var entries = 0

  init(file: String) { self.file = file }

  var hasFaults: Bool { collector.hasFaults }

  mutating func add(_ code: Code, line: Int, _ message: Message, _ help: Message) {
    collector.add(
      Diagnostic(file: file, line: line, code: code, message: message, help: help))
  }

  /// Takes over what a list is found to have wrong.
  mutating func take(_ others: FaultCollector) {
    for diagnostic in others.listed { collector.add(diagnostic) }
    let listed = Dictionary(grouping: others.listed, by: \.code)
    for (code, count) in others.diagnosis.counts {
      for _ in 0..<(count - (listed[code]?.count ?? 0)) { collector.count(code) }
    }
  }

  /// Counts a booking or a payment; false once there are more than are kept.
  mutating func countEntry(line: Int) -> Bool {
    entries += 1
    guard entries > StatementFile.entryLimit else { return true }
    if entries == StatementFile.entryLimit + 1 {
      add(
        .statementTooLong, line: line,
        "The file has more than \(grouped(StatementFile.entryLimit)) bookings and payments.",
        "Ask the bank for a file of fewer days.")
    }
    return false
  }
}

/// Values as statements write them.
enum StatementValue {
  /// An amount of whole đồng: digits, and perhaps a decimal sign with zeros after it.
  ///
  /// - Returns: The amount; nil if it is not one, or has a fraction of a đồng.
  static func amount(_ text: some StringProtocol, sign: UInt8, needsSign: Bool) -> Int64? {
    var value: Int64 = 0
    var digits = 0
    var decimals = -1
    for byte in text.utf8 {
      if byte == sign, decimals < 0, digits > 0 {
        decimals = 0
        continue
      }
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      if decimals >= 0 {
        decimals += 1
        guard byte == 0x30, decimals <= 5 else { return nil }
        continue
      }
      digits += 1
      let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, more) = tens.addingReportingOverflow(Int64(byte - 0x30))
      guard !overflow, !more, digits <= 19 else { return nil }
      value = sum
    }
    guard digits > 0, !needsSign || decimals >= 0 else { return nil }
    // In XML a decimal sign has digits after it; in MT it may stand alone.
    guard needsSign || decimals != 0 else { return nil }
    return value
  }

  /// The day of an ISO date, or of an ISO date and time, whose zone is the bank's own.
  static func date(_ text: String) -> CivilDate? {
    if text.utf8.count == 10 { return CivilDate(text) }
    guard text.utf8.count > 11, text.utf8.count <= 40,
      text.utf8[text.utf8.index(text.utf8.startIndex, offsetBy: 10)] == UInt8(ascii: "T")
    else { return nil }
    return CivilDate(String(text.prefix(10)))
  }

  /// Whether a text holds nothing that is invisible or breaks lines.
  static func isPlain(_ text: String) -> Bool {
    !text.unicodeScalars.contains { Utf8.isForbidden($0.value) }
  }

  /// Text on one line: line ends and runs of blanks become one blank.
  static func oneLine(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\n" || $0 == "\r\n" || $0 == "\t" || $0 == "\r" }
      .joined(separator: " ")
  }
}
