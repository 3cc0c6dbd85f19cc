import LedgerCore
import Testing

@testable import BatchFiles

/// A table of an agency becomes the list it stands for, or says why not.
struct ProfileReadingTests {
  @Test func `a list with titles, letters, sums and signatures is its payments`() throws {
    let outcome = try ProfileSample.read(ProfileSample.c72a)
    #expect(outcome.found == [])
    #expect(outcome.total == 10_400_000)
    #expect(outcome.lines.map(\.amount) == [4_500_000, 5_000_000, 900_000])
    #expect(outcome.lines.map(\.unit) == [7, 7, 8])
    #expect(outcome.lines.map(\.fileLine) == [10, 11, 14])
    #expect(outcome.lines.map(\.month) == [202_610, 202_610, 202_610])
    #expect(
      outcome.lines.map(\.benefit)
        == [Benefit.pension, .pension, .survivor].map(\.rawValue))
    #expect(outcome.texts(1)[1] == "Trần Văn Đức")
  }

  @Test(arguments: TextEncoding.allCases)
  func `the same list in each encoding is the same payments`(_ encoding: TextEncoding) throws {
    // TCVN3 has capitals with tones in another font only.
    let text = encoding == .tcvn3 ? ProfileSample.c72a.lowercased() : ProfileSample.c72a
    let outcome = try ProfileSample.read(
      try #require(LetterWriter.write(text, in: encoding)), "c72a-hd")
    #expect(outcome.found == [])
    #expect(outcome.total == 10_400_000)
    let name = encoding == .tcvn3 ? "nguyễn thị đào" : "Nguyễn Thị Đào"
    #expect(Array(outcome.texts(0)[1].utf8) == Array(name.utf8))
  }

  @Test(arguments: [(",", "\t"), ("\t", "\t"), ("|", "|")])
  func `other separators are found out`(_ sign: String, _ other: String) throws {
    let text = ProfileSample.short.replacing(";", with: other)
    #expect(try ProfileSample.read(text).total == 1_734_567)
    let quoted = ProfileSample.short.split(separator: "\n").map { line in
      line.split(separator: ";").map { "\"\($0)\"" }.joined(separator: sign)
    }
    #expect(try ProfileSample.read(quoted.joined(separator: "\r\n") + "\r\n").total == 1_734_567)
  }

  @Test func `a workbook is read by the same profile`() throws {
    let rows = ProfileSample.c72a.split(separator: "\n", omittingEmptySubsequences: false)
    let cells = rows.map { row in
      row.split(separator: ";", omittingEmptySubsequences: false).enumerated().map {
        column, text -> MadeBook.Cell in
        let digits = text.filter { $0 != "." }
        guard column >= 4, column <= 7, !digits.isEmpty, digits.allSatisfy(\.isNumber) else {
          return text.isEmpty ? .empty : .shared(String(text))
        }
        // The sums are formulas, as they are in sheets.
        return row.contains("ộng")
          ? .formula("SUM(H1:H9)", String(digits)) : .number(String(digits))
      }
    }
    let outcome = try ProfileSample.read(MadeBook(cells).bytes)
    #expect(outcome.found == [])
    #expect(outcome.total == 10_400_000)
  }

  @Test func `a list compressed by gzip is read by its profile and keeps its identity`() throws {
    let bytes = Packed.gzip(Array(ProfileSample.c72a.utf8))
    let outcome = try ProfileSample.read(bytes)
    #expect(outcome.found == [])
    #expect(outcome.total == 10_400_000)
    #expect(outcome.digest == Digest.sha256(bytes))
  }

  @Test func `a number cell of a person is refused, or mended where the digits are known`() throws {
    func book(_ person: String) -> [UInt8] {
      MadeBook([
        ["Mã số BHXH", "Chế độ", "Tháng", "Điểm chi trả", "Số tiền"].map { .shared($0) },
        [
          .number(person), .shared("Hưu trí"), .date(46_300), .shared("79-00123"),
          .number("5000000"),
        ],
      ]).bytes
    }
    #expect(try ProfileSample.read(book("123456789")).found == [Found(.cellIsNumber, 2, 1)])
    let mended = try ProfileSample.read(book("123456789")) { $0.columns[0].digits = 10 }
    #expect(mended.found == [Found(.zerosPutBack, 2, 1)])
    #expect(mended.lines.map(\.person) == [1_000_123_456_789])
    #expect(mended.lines.map(\.month) == [202_610])
  }

  @Test func `a lost zero is refused unless the profile says how long numbers are`() throws {
    let text = ProfileSample.short.replacing("0123456790", with: "123456790")
    #expect(try ProfileSample.read(text).found == [Found(.personNineDigits, 3, 1)])
    let mended = try ProfileSample.read(text) { $0.columns[0].digits = 10 }
    #expect(mended.found == [Found(.zerosPutBack, 3, 1)])
    #expect(mended.total == 1_734_567)
    let three = text.replacing("123456790", with: "3456790")
    #expect(try ProfileSample.read(three) { $0.columns[0].digits = 10 }.faults.hasFaults)
  }

  @Test func `Eth is mended with a warning`() throws {
    let text = ProfileSample.short.replacing("Đức", with: "\u{D0}ức")
    let outcome = try ProfileSample.read(text)
    #expect(outcome.found == [Found(.letterMended, 3, 2)])
    #expect(outcome.texts(1)[1] == "Trần Văn Đức")
  }

  static let sums: [(String, String, [Found])] = [
    (";;9.500.000;;", ";;9.500.001;;", [Found(.subtotalDiffers, 12, 8)]),
    (";;10.400.000;;", ";;10.300.000;;", [Found(.subtotalDiffers, 16, 8)]),
    (
      "200.000;5.000.000;;", "200.000;5.000.001;;",
      [
        Found(.subtotalDiffers, 12, 8), Found(.subtotalDiffers, 16, 8),
      ]
    ),
    (";;10.400.000;;", ";;10.4OO.000;;", [Found(.subtotalDiffers, 16, 8)]),
  ]

  @Test(arguments: sums)
  func `a sum that is not that of its rows refuses the list`(
    _ text: String, _ other: String, _ found: [Found]
  ) throws {
    let changed = ProfileSample.c72a.replacing(text, with: other)
    #expect(changed != ProfileSample.c72a)
    let outcome = try ProfileSample.read(changed)
    #expect(outcome.found == found)
    #expect(outcome.faults.hasFaults)
  }

  @Test func `a sum above the rows is checked too`() throws {
    let announced = ProfileSample.short.replacing(
      "\n0123456789", with: "\n;Tổng cộng;;;;1.734.567\n0123456789")
    #expect(try ProfileSample.read(announced).total == 1_734_567)
    let wrong = announced.replacing("1.734.567", with: "1.734.568")
    #expect(try ProfileSample.read(wrong).found == [Found(.subtotalDiffers, 2, 6)])
  }

  @Test func `a payment below the sum of all refuses the list`() throws {
    let below = ProfileSample.c72a.replacing(
      "10.400.000;;\n", with: "10.400.000;;\n2;Lê Thị Hoa;079123456790;Tuất;900.000;;;900.000;;\n")
    let outcome = try ProfileSample.read(below)
    #expect(outcome.found == [Found(.subtotalDiffers, 16, 8)])
  }

  @Test func `a row without a person is refused, and not taken for a heading`() throws {
    let text = ProfileSample.short.replacing("0123456790;", with: ";")
    #expect(try ProfileSample.read(text).found == [Found(.fieldEmpty, 3, 1)])
    let bare = ProfileSample.c72a.replacing(
      "0123456790;Hưu trí;5.200.000;;200.000;5.000.000", with: ";;;;;")
    let outcome = try ProfileSample.read(bare)
    #expect(outcome.faults.hasFaults)
    #expect(outcome.found.contains { $0.code == .fieldEmpty && $0.line == 11 })
  }

  @Test func `a numbered row of nothing but a name is refused, also below signatures`() throws {
    for text in ["9;Nguyễn Văn Xác Nhận;;;;;;;;\n", "9;Trần Thị Hoa;;;;;;;;\n"] {
      let outcome = try ProfileSample.read(ProfileSample.c72a + text)
      #expect(outcome.found.contains { $0.code == .fieldEmpty && $0.line == 22 })
    }
  }

  @Test func `an amount in brackets or with a fraction is refused`() throws {
    for amount in ["(500.000)", "500.000,50", "0", "-500.000", "5e5", ""] {
      let text = ProfileSample.short.replacing("500.000", with: amount)
      let outcome = try ProfileSample.read(text)
      #expect(outcome.faults.hasFaults, "\(amount)")
      #expect(outcome.found.allSatisfy { $0.line == 3 && $0.column == 6 }, "\(outcome.found)")
    }
  }

  static let refusals: [(String, Code, @Sendable (String) -> String)] = [
    ("an unknown column", .profileColumnUnknown, { $0.replacing("Họ tên", with: "Tiền thưởng") }),
    ("a missing column", .headerNotFound, { $0.replacing("Chế độ", with: "Địa chỉ") }),
    ("no header", .headerNotFound, { $0.replacing("Mã số BHXH;Họ tên", with: "x;y") }),
    ("a column twice", .profileColumnTwice, { $0.replacing("Họ tên", with: "Số tiền") }),
    ("no month", .profileFieldMissing, { $0.replacing("Tháng hưởng", with: "Ghi chú") }),
    (
      "two styles", .numberStyleMixed,
      { $0.replacing("500.000", with: "1,500,000") }
    ),
    ("two readings", .numberStyleAmbiguous, { $0.replacing("1.234.567", with: "234.567") }),
    (
      "two months above", .titleUnclear,
      {
        "Kỳ chi trả: 9/2026\nTháng 10 năm 2026\n"
          + $0.replacing("Tháng hưởng", with: "Ghi chú")
      }
    ),
    (
      "the header again", .headerRepeated,
      { $0 + ($0.split(separator: "\n").first ?? "") + "\n" }
    ),
    ("an open quote", .quoteNotClosed, { $0 + "\"0123456791;x\n" }),
    ("a stray quote", .quoteMisplaced, { $0.replacing("Thị", with: "T\"hị") }),
    ("nothing", .fileEmpty, { _ in "" }),
    ("another kind of file", .fileIsOtherFormat, { _ in "%PDF-1.7\n" }),
  ]

  @Test(arguments: refusals.indices)
  func `what cannot be read is refused before a row is`(_ index: Int) throws {
    let (what, code, change) = Self.refusals[index]
    let fault = #expect(throws: FileFault.self, "\(what)") {
      try ProfileSample.read(change(ProfileSample.short))
    }
    #expect(fault?.diagnostic.code == code, "\(what): \(String(describing: fault))")
  }

  @Test func `a list of another kind is refused`() throws {
    let profile = try #require(BuiltInProfiles.profile("c72a-hd"))
    let source = BatchSource.memory(name: "list.csv", bytes: Array(ProfileSample.short.utf8))
    for event in [Event.advance, .opening] {
      let fault = #expect(throws: FileFault.self) {
        try source.list(ListReading(profile), of: event)
      }
      #expect(fault?.diagnostic.code == .profileListDiffers)
    }
    let fault = #expect(throws: FileFault.self) { try source.totals(ListReading(profile)) }
    #expect(fault?.diagnostic.code == .profileListDiffers)
  }

  @Test func `what the command says fills what the file does not, and may not contradict it`()
    throws
  {
    let bare = ProfileSample.short.replacing("Tháng hưởng", with: "Ghi chú")
    let given = [ProfileConstant(.month, "10/2026")]
    #expect(try ProfileSample.read(bare, given: given).lines.map(\.month) == [202_610, 202_610])
    let fault = #expect(throws: FileFault.self) {
      try ProfileSample.read(ProfileSample.short, given: given)
    }
    #expect(fault?.diagnostic.code == .titleUnclear)
    let other = #expect(throws: FileFault.self) {
      try ProfileSample.read("Tháng 9 năm 2026\n" + bare, given: given)
    }
    #expect(other?.diagnostic.code == .titleUnclear)
  }
}
