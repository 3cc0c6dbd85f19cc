import LedgerCore
import Testing

@testable import BatchFiles

struct ShapeTests {
  private func found(_ bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) throws -> [Found] {
    let outcome = try readPayments(.memory(name: "due.csv", bytes: bytes), limits: limits)
    expectNothingPersonal(outcome.faults)
    return outcome.found
  }

  private func found(name: String) throws -> [Found] {
    try found(Array(Sample.list(Sample.row(.name, name), Sample.bankRow).utf8))
  }

  private func found(nameBytes: [UInt8]) throws -> [Found] {
    let head = Array((Sample.columns + "\n" + Sample.row(.name, "A")).utf8)
    return try found(head + nameBytes + Array(("\n" + Sample.bankRow + "\n").utf8))
  }

  /// Where the name begins in ``Sample/row``.
  private let nameColumn = 53

  @Test func `a row with more or fewer fields than columns is refused`() throws {
    #expect(
      try readPayments(Sample.list(Sample.row + ",,", "001234567890,pension")).found == [
        Found(.rowRagged, 2, 67), Found(.rowRagged, 3, 21),
      ])
  }

  @Test func `a quote that is never closed is named where it is opened`() throws {
    let text = Sample.list(Sample.bankRow, Sample.row(.name, "\"An"), Sample.bankRow)
    #expect(try found(Array(text.utf8)) == [Found(.quoteNotClosed, 3, nameColumn)])
  }

  @Test(arguments: ["An \"Ba\"", "A\"n", "\"An\"Ba", "\"An\" "])
  func `a quote in the middle of a field is refused`(_ name: String) throws {
    let quote =
      name.first == "\""
      ? 4
      : name.distance(
        from: name.startIndex, to: name.firstIndex(of: "\"") ?? name.endIndex)
    #expect(try found(name: name) == [Found(.quoteMisplaced, 2, nameColumn + quote)])
  }

  @Test func `a NUL byte is refused`() throws {
    #expect(try found(name: "A\0n") == [Found(.nulByte, 2, nameColumn + 1)])
  }

  @Test(
    arguments: [
      [0xC1, 0x81], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE1, 0xBA], [0x80],
      [0xF8, 0x88, 0x80, 0x80, 0x80], [0xC0, 0x80], [0xE0, 0x80, 0x80],
    ] as [[UInt8]])
  func `bytes that are not UTF-8 are refused`(_ bytes: [UInt8]) throws {
    #expect(try found(nameBytes: bytes) == [Found(.invalidUTF8, 2, nameColumn + 1)])
  }

  @Test(arguments: [
    "\u{1}", "\t", "\u{1B}", "\u{7F}", "\u{85}", "\u{200B}", "\u{200F}", "\u{202E}", "\u{2060}",
    "\u{2066}", "\u{FEFF}", "\u{61C}", "\u{E0041}",
  ])
  func `control and invisible characters are refused`(_ character: String) throws {
    #expect(try found(name: "A\(character)n") == [Found(.forbiddenCharacter, 2, nameColumn + 1)])
    #expect(
      try found(name: "\"A\(character)n\"") == [Found(.forbiddenCharacter, 2, nameColumn + 2)])
  }

  @Test func `a carriage return alone is no line end`() throws {
    #expect(try found(name: "A\rn") == [Found(.loneCarriageReturn, 2, nameColumn + 1)])
    #expect(try found(name: "\"A\rn\"") == [Found(.forbiddenCharacter, 2, nameColumn + 2)])
  }

  @Test func `a field of 4,096 bytes is taken and one of 4,097 is not`() throws {
    #expect(try found(name: String(repeating: "a", count: 4_096)) == [])
    #expect(
      try found(name: String(repeating: "a", count: 4_097)) == [
        Found(.fieldTooLong, 2, nameColumn)
      ])
    #expect(
      try found(name: "\"" + String(repeating: "a", count: 4_097) + "\"") == [
        Found(.fieldTooLong, 2, nameColumn)
      ])
  }

  @Test func `a row of more than 64 KiB is refused and the next one read`() throws {
    let long = String(repeating: "ab,", count: 40_000)
    let text = Sample.list(Sample.row, long, Sample.row(.amount, "0"))
    #expect(
      try found(Array(text.utf8)) == [Found(.lineTooLong, 3, 1), Found(.amountZero, 4, 30)])
  }

  @Test func `one line of ten megabytes is refused at its field in bounded memory`() throws {
    let long = Sample.row(.name, String(repeating: "a", count: 10_000_000))
    #expect(
      try found(Array(Sample.list(long, Sample.row).utf8)) == [
        Found(.fieldTooLong, 2, nameColumn)
      ])
  }

  @Test func `after 64 KiB inside a quote the rest is not guessed at`() throws {
    let text = Sample.list(
      Sample.row(.name, "\"An"), String(repeating: Sample.row + "\n", count: 2_000))
    let outcome = try readPayments(text)
    #expect(outcome.found == [Found(.fieldTooLong, 2, nameColumn)])
    #expect(outcome.faults.listed.first?.help.contains("rest of the file was not read") == true)
    guard case .fault = outcome.progress else {
      Issue.record("reading went on")
      return
    }
  }

  @Test func `more rows than allowed are refused`() throws {
    var limits = ReadingLimits()
    limits.rows = 2
    let outcome = try readPayments(
      Sample.list(Sample.row, Sample.row, Sample.row, Sample.row), limits: limits)
    #expect(outcome.found == [Found(.tooManyLines, 4, 1)])
    #expect(outcome.lines.count == 2)
  }

  @Test func `a second header among the rows shows two files joined`() throws {
    let text = Sample.list(Sample.row) + Sample.list(Sample.bankRow)
    #expect(try found(Array(text.utf8)) == [Found(.headerRepeated, 3, 1)])
    let enveloped = Sample.list(Sample.row) + "#batch count=1\n" + Sample.list(Sample.row)
    #expect(
      try found(Array(enveloped.utf8)) == [
        Found(.headerRepeated, 3, 1), Found(.headerRepeated, 4, 1),
      ])
  }

  @Test func `a row of nothing but commas is one fault`() throws {
    let outcome = try readPayments(Sample.list(Sample.row, ",,,,,,,"))
    #expect(outcome.found == [Found(.fieldEmpty, 3, 1)])
  }

  @Test func `a file cut inside its last row is refused or warned of`() throws {
    let whole = Sample.list(Sample.row, Sample.row)
    let cut = String(whole.dropLast(1))
    #expect(try readPayments(cut).found == [Found(.lastLineNotEnded, 3, nameColumn + 13)])
    #expect(!(try readPayments(cut).faults.hasFaults))
    #expect(
      try readPayments(cut, options: Envelope(count: 2, total: 5_000_000)).found.isEmpty)
    let shorter = String(whole.dropLast(30))
    #expect(try readPayments(shorter).faults.hasFaults)
  }
}
