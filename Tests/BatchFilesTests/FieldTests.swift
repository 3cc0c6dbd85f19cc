import LedgerCore
import Testing

@testable import BatchFiles

struct FieldCase: CustomTestStringConvertible, Sendable {
  let content: String
  let code: Code

  init(_ content: String, _ code: Code) {
    self.content = content
    self.code = code
  }

  var testDescription: String { "\(content) is \(code.text)" }
}

struct FieldTests {
  private func fault(_ field: Field, _ content: String) throws -> [Found] {
    try readPayments(Sample.list(Sample.bankRow, Sample.row(field, content))).found
  }

  private func column(_ field: Field) throws -> Int {
    let before = Sample.row.split(separator: ",", omittingEmptySubsequences: false)
    let place = try #require(Sample.columns.split(separator: ",").firstIndex { $0 == field.name })
    return before[..<place].reduce(1) { $0 + $1.unicodeScalars.count + 1 }
  }

  @Test(arguments: [
    FieldCase("", .fieldEmpty), FieldCase("123456789", .personNineDigits),
    FieldCase("12345678901", .personElevenDigits), FieldCase("1234567", .personLength),
    FieldCase("1234567890123", .personLength), FieldCase("001234-67890", .personNotDigits),
    FieldCase(" 001234567890", .personNotDigits), FieldCase("00123456789O", .personNotDigits),
    FieldCase("1.23457E+11", .personNotDigits), FieldCase("0012３4567890", .personFullWidthDigits),
    FieldCase("٠٠١٢٣٤٥٦٧٨٩٠", .personFullWidthDigits), FieldCase("111111111111", .personAllEqual),
    FieldCase("0000000000", .personAllEqual),
  ])
  func `a person is 12 or 10 ASCII digits that differ`(_ example: FieldCase) throws {
    #expect(try fault(.person, example.content) == [Found(example.code, 3, 1)])
  }

  @Test(arguments: [
    FieldCase("", .fieldEmpty), FieldCase("0", .amountZero), FieldCase("000", .amountZero),
    FieldCase("00012", .amountLeadingZero), FieldCase("-5", .amountNegative),
    FieldCase("-0", .amountNegative), FieldCase("−5", .amountNegative),
    FieldCase("(500)", .amountNegative), FieldCase("+5", .amountPlusSign),
    FieldCase("1.234.567", .amountThousands), FieldCase("1 234 567", .amountThousands),
    FieldCase("\"1,234,567\"", .amountThousands), FieldCase("12 345", .amountThousands),
    FieldCase("1.234", .amountThousands), FieldCase("1\u{A0}234", .amountThousands),
    FieldCase("\"1,234.56\"", .amountThousands), FieldCase("\"1,5\"", .amountDecimal),
    FieldCase("100.5", .amountDecimal), FieldCase("1234.00", .amountDecimal),
    FieldCase("1e6", .amountExponent), FieldCase("2.5E+06", .amountExponent),
    FieldCase("9223372036854775808", .amountTooLarge),
    FieldCase("10000000000000001", .amountTooLarge),
    FieldCase("99999999999999999999", .amountTooLarge), FieldCase("0x10", .amountNotDigits),
    FieldCase("1234abc", .amountNotDigits), FieldCase("500 VND", .amountNotDigits),
    FieldCase("₫500", .amountNotDigits), FieldCase("NaN", .amountNotDigits),
    FieldCase("=100+1", .amountNotDigits), FieldCase("１２", .amountNotDigits),
  ])
  func `an amount is whole đồng in digits only`(_ example: FieldCase) throws {
    let list = Sample.list(Sample.bankRow, Sample.row(.amount, example.content))
    let source = BatchSource.memory(name: "due.csv", bytes: Array(list.utf8))
    #expect(
      try readPayments(source).found == [Found(example.code, 3, try column(.amount))])
  }

  @Test func `the largest amount is taken to the last đồng`() throws {
    let outcome = try readPayments(Sample.list(Sample.row(.amount, "10000000000000000")))
    #expect(outcome.found.isEmpty)
    #expect(outcome.total == 10_000_000_000_000_000)
  }

  @Test func `amounts that add up to more than can be kept are refused where it happens`() throws {
    // 922 of the largest and the one after them are all that can be kept.
    var rows = [String](repeating: Sample.row(.amount, "10000000000000000"), count: 922)
    rows += [Sample.row(.amount, "3372036854775807"), Sample.row(.amount, "1")]
    let outcome = try readPayments(Sample.list(rows.joined(separator: "\n")))
    #expect(outcome.found == [Found(.totalTooLarge, 925, try column(.amount))])
    #expect(outcome.lines.count == 923)
  }

  @Test(arguments: [
    FieldCase("", .fieldEmpty), FieldCase("2026-1", .monthFormat),
    FieldCase("10/2026", .monthFormat),
    FieldCase("2026-10-01", .monthFormat), FieldCase("26-10", .monthFormat),
    FieldCase("2026-1O", .monthFormat), FieldCase("2026-13", .monthImpossible),
    FieldCase("2026-00", .monthImpossible), FieldCase("1899-12", .monthImpossible),
    FieldCase("2200-01", .monthImpossible),
  ])
  func `a month is written as YYYY-MM and exists`(_ example: FieldCase) throws {
    #expect(
      try fault(.month, example.content) == [Found(example.code, 3, try column(.month))])
  }

  @Test(arguments: [
    FieldCase("", .fieldEmpty), FieldCase("79-99999", .unitUnknown),
    FieldCase("không", .unitUnknown), FieldCase("79-0012379-00123x", .unitUnknown),
    FieldCase("79", .unitNotSite), FieldCase("79-00099", .unitNotValid),
  ])
  func `a site is in the register, pays out and is valid`(_ example: FieldCase) throws {
    #expect(try fault(.site, example.content) == [Found(example.code, 3, try column(.site))])
  }

  @Test(arguments: [
    (Field.benefit, Code.benefitUnknown), (.channel, .channelUnknown),
  ])
  func `a code that is not known is refused`(_ field: Field, _ code: Code) throws {
    for content in ["Pension", "pensions-and-other-things", "x"] {
      #expect(try fault(field, content) == [Found(code, 3, try column(field))])
    }
    #expect(try fault(field, "") == [Found(.fieldEmpty, 3, try column(field))])
  }

  @Test(arguments: [
    FieldCase("0071000123456", .accountMalformed), FieldCase("97043:0071000123", .accountMalformed),
    FieldCase("970436:00710", .accountMalformed),
    FieldCase("970436:0071 000123", .accountMalformed),
    FieldCase("970436:00710001234560071000", .accountMalformed),
    FieldCase("970436:9704360071000123", .accountIsCard),
    FieldCase("9704360071000123", .accountIsCard),
    FieldCase("970436:9704360071000123456", .accountIsCard),
  ])
  func `an account is BIN and number, never a card`(_ example: FieldCase) throws {
    #expect(
      try fault(.account, example.content) == [Found(example.code, 3, try column(.account))])
  }

  @Test func `a bank payment needs an account and a cash payment has none`() throws {
    let outcome = try readPayments(
      Sample.list(
        Sample.row(.channel, "bank"), Sample.row(.account, "970436:0071000123456")))
    let place = try column(.account)
    #expect(outcome.found == [Found(.accountMissing, 2, place), Found(.otherAccount, 3, place)])
  }

  @Test func `a bank payment in a list without accounts is refused at its channel`() throws {
    let outcome = try readPayments(
      "person,benefit,month,amount,site,channel\n001234567890,pension,2026-10,5,79-A,bank\n")
    #expect(outcome.found == [Found(.accountMissing, 2, 37)])
  }

  @Test func `a reissue to a bank needs an account`() throws {
    let rows =
      "001234567890,pension,2026-10,5,bank,\n001234567891,pension,2026-10,5,,\n"
      + "001234567890,pension,2026-10,5,cash,970436:0071000123456\n"
    let outcome = try readPayments(
      "person,benefit,month,amount,channel,account\n" + rows, event: .reissued)
    #expect(outcome.found == [Found(.accountMissing, 2, 37), Found(.otherAccount, 4, 37)])
    #expect(outcome.lines.map(\.channel) == [0])
  }

  @Test func `a fund other than the benefit's own is refused`() throws {
    let rows = ["budget", "gold", "retirement", ""].map {
      "001234567890,pension,2026-10,5,\($0),79-00123,cash\n"
    }
    let outcome = try readPayments(
      "person,benefit,month,amount,fund,site,channel\n" + rows.joined())
    #expect(outcome.found == [Found(.fundNotAllowed, 2, 32), Found(.fundUnknown, 3, 32)])
    #expect(outcome.lines.map(\.fund) == [Fund.retirement.rawValue, Fund.retirement.rawValue])
  }

  @Test func `a later step may name any fund, to be held against its obligation`() throws {
    let outcome = try readPayments(
      "person,benefit,month,amount,fund\n001234567890,pension,2026-10,5,budget\n"
        + "001234567890,pension,2026-10,5,gold\n001234567890,pension,2026-10,5,\n",
      event: .paid)
    #expect(outcome.found == [Found(.fundUnknown, 3, 32)])
    #expect(outcome.lines.map(\.fund) == [Fund.budget.rawValue, 0])
  }

  @Test func `an occurrence is 1 to 255`() throws {
    let header = "person,benefit,month,amount,occurrence\n"
    let rows = ["0", "256", "01", "x", "1000", "255", ""].map {
      "001234567890,pension,2026-10,5,\($0)\n"
    }
    let outcome = try readPayments(header + rows.joined(), event: .paid)
    #expect(outcome.found == (2...6).map { Found(.occurrenceRange, $0, 32) })
    #expect(outcome.lines.map(\.occurrence) == [255, 1])
  }

  @Test func `every field with a fault is reported once, from left to right`() throws {
    let outcome = try readPayments(Sample.list("12345678,x,2026,1.5,0,y,z,An"))
    #expect(
      outcome.found.map(\.code) == [
        .personLength, .benefitUnknown, .monthFormat, .amountDecimal, .unitUnknown,
        .channelUnknown, .accountMalformed,
      ])
    #expect(outcome.faults.diagnosis.total == 7)
  }

  @Test func `the first fault ends reading when that is all one needs to know`() throws {
    let outcome = try readPayments(
      Sample.list(Sample.row, Sample.row(.amount, "0"), Sample.row(.amount, "0")),
      mode: .stopAtFirstFault)
    #expect(outcome.found.map(\.line) == [3])
    #expect(outcome.lines.count == 1)
    guard case .fault = outcome.progress else {
      Issue.record("reading went on")
      return
    }
  }

  @Test(arguments: [0, 1, 7, 8, 9, 15, 16, 17, 18, 19])
  func `numbers of any length are read digit by digit`(_ length: Int) throws {
    let digits = String("9223372036854775807".prefix(length))
    let bytes = Array((digits + "77777777777777777777").utf8)
    bytes.withUnsafeBufferPointer { all in
      guard let start = all.baseAddress else { return }
      #expect(FieldBytes(start: start, count: length).decimal == Int64(digits))
    }
  }
}
