import LedgerCore
import Testing

@testable import BatchFiles

/// Amounts as people write them.
struct AmountTextTests {
  private static func read(_ text: String, _ style: NumberStyle) -> String? {
    var amount = AmountText()
    amount.take(Array(text.utf8)[...])
    var digits: [UInt8] = []
    return amount.append(style, to: &digits) ? String(decoding: digits, as: UTF8.self) : nil
  }

  static let read: [(String, NumberStyle, String)] = [
    ("1.234.567", .dots, "1234567"), ("1,234,567", .commas, "1234567"),
    ("1 234 567", .spaces, "1234567"), ("1\u{A0}234\u{A0}567", .spaces, "1234567"),
    ("1\u{202F}234\u{202F}567 đ", .spaces, "1234567"), ("1234567", .plain, "1234567"),
    ("1234567", .dots, "1234567"), ("1.234.567đ", .dots, "1234567"),
    ("1.234.567 VND", .dots, "1234567"), ("1,234,567 VNĐ", .commas, "1234567"),
    ("1.234.567 đồng", .dots, "1234567"), ("₫ 1.234", .dots, "1234"),
    ("(1.234)", .dots, "-1234"), ("(1.234 đ)", .dots, "-1234"), ("-1.234", .dots, "-1234"),
    ("1.234.567,00", .dots, "1234567"), ("1,234,567.0", .commas, "1234567"), ("0", .plain, "0"),
  ]

  @Test(arguments: read)
  func `an amount is read`(_ text: String, _ style: NumberStyle, _ digits: String) {
    #expect(Self.read(text, style) == digits)
  }

  static let refused: [(String, NumberStyle)] = [
    ("1.23.456", .dots), ("1234.567", .dots), ("1.234,567", .dots), ("1.234.567,50", .dots),
    ("1,234", .dots), ("1.234", .commas), ("1.234", .plain), ("1 234", .dots), ("", .plain),
    ("đ", .dots), ("1e6", .plain), ("１２", .plain), (".234", .dots), ("1.234.", .dots),
    ("--5", .plain), ("1.000", .commas), ("=1+2", .plain),
  ]

  @Test(arguments: refused)
  func `what is no amount in a style is left to the list's reader`(
    _ text: String, _ style: NumberStyle
  ) {
    #expect(Self.read(text, style) == nil)
  }

  private static func decide(_ texts: [String]) throws -> NumberStyle {
    var evidence = NumberEvidence()
    for (index, text) in texts.enumerated() {
      var amount = AmountText()
      amount.take(Array(text.utf8)[...])
      evidence.take(amount, line: index + 1)
    }
    return try evidence.decide("list.csv", column: 5)
  }

  static let decided: [([String], NumberStyle)] = [
    (["1234567", "5"], .plain), (["850.000", "1.234.567"], .dots), (["1,234,567"], .commas),
    (["1 234 567", "850 000"], .spaces), (["850.000", "1.234,00"], .dots),
    (["850,000.00"], .commas), (["1234.00"], .commas), ([], .plain),
  ]

  @Test(arguments: decided)
  func `the style of a file is found out`(_ texts: [String], _ style: NumberStyle) throws {
    #expect(try Self.decide(texts) == style)
  }

  @Test func `one sign before three digits is refused with both readings`() throws {
    let fault = #expect(throws: FileFault.self) { try Self.decide(["500", "850.000"]) }
    let said = try #require(fault?.diagnostic)
    #expect(said.code == .numberStyleAmbiguous)
    #expect(said.line == 2 && said.column == 5)
    #expect(said.message.contains("as 850.000 đồng") && said.message.contains("as 850 đồng and"))
  }

  @Test(arguments: [
    ["1.234.567", "1,234,567"], ["1.234.567", "1,000"], ["1 234 567", "1.234.567"],
  ])
  func `two styles in one file are refused`(_ texts: [String]) throws {
    let fault = #expect(throws: FileFault.self) { try Self.decide(texts) }
    #expect(fault?.diagnostic.code == .numberStyleMixed)
  }
}
