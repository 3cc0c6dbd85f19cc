import LedgerCore
import Testing

@testable import BatchFiles

/// What a bank's table states above and below its bookings is held against them.
@Suite struct StatementFooterTests {
  private static let head = [
    "Số tài khoản: 0011004000001;;;;;",
    "Ngày giao dịch;Số tham chiếu;Ghi nợ;Ghi có;Số dư;Nội dung",
  ]
  private static let rows = [
    "06/10/2026;FT1;5.000.000;;95.000.000;Chi", "07/10/2026;FT2;;1.250.000;96.250.000;Nộp lại",
    "07/10/2026;FT3;11.000;;96.239.000;Phí dịch vụ",
  ]

  private func read(
    above: [String] = [], rows: [String] = rows, below: [String] = [],
    profile: String = "bank-statement-vi"
  ) -> (file: StatementFile?, diagnosis: Diagnosis) {
    let lines = above + Self.head + rows + below
    let text = lines.map { $0 + "\n" }.joined()
    return StatementReader.read(
      .memory(name: "bank.csv", bytes: Array(text.utf8)),
      ListReading(BuiltInProfiles.profile(profile)))
  }

  /// What a bank may write below the bookings, or above the header.
  static let footers: [(above: [String], below: [String], code: Code)] = [
    ([], [";Cộng phát sinh;5.011.000;1.250.000;;"], .subtotalDiffers),
    ([], [";Cộng;5.011.000;1.250.000;;"], .subtotalDiffers),
    ([], [";Tổng cộng;5.011.000;1.250.000;96.239.000;"], .subtotalDiffers),
    ([], [";CONG PHAT SINH;5.011.000;1.250.000;;"], .subtotalDiffers),
    ([], [";Phát sinh trong kỳ;5.011.000;1.250.000;;"], .subtotalDiffers),
    ([], [";Tổng phát sinh nợ;5.011.000;;;", ";Tổng phát sinh có;;1.250.000;;"], .subtotalDiffers),
    ([], ["Tổng phát sinh nợ: 5.011.000 VND;;;;;"], .subtotalDiffers),
    ([], ["Cộng phát sinh nợ;5.011.000;;;;"], .subtotalDiffers),
    ([], [";Số dư cuối kỳ;;;96.239.000;"], .statementDoesNotAddUp),
    ([], ["Số dư cuối kỳ: 96.239.000;;;;;"], .statementDoesNotAddUp),
    ([], [";Số dư cuối kỳ;;96.239.000;;"], .statementDoesNotAddUp),
    (["Số dư cuối kỳ;96.239.000 VND;;;;"], [], .statementDoesNotAddUp),
    (["Tổng ghi nợ:;5.011.000;Tổng ghi có:;1.250.000;;"], [], .subtotalDiffers),
  ]

  @Test(arguments: footers)
  func `a table that lost its last booking is refused`(
    _ above: [String], _ below: [String], _ code: Code
  ) throws {
    let whole = read(above: above, below: below)
    #expect(whole.diagnosis.total == 0, "\(whole.diagnosis)")
    #expect(whole.file?.statements[0].closing == 96_239_000)
    let cut = read(above: above, rows: Array(Self.rows.dropLast()), below: below)
    #expect(cut.file == nil)
    #expect(cut.diagnosis.diagnostics.map(\.code) == [code], "\(cut.diagnosis)")
  }

  @Test(arguments: [
    ([], [";Số dư đầu kỳ;;;100.000.000;"]), (["Số dư đầu kỳ: 100.000.000 VND;;;;;"], []),
    ([], [";Số dư đầu kỳ;;100.000.000;;"]),
  ])
  func `a table that lost its first booking is refused`(
    _ above: [String], _ begins: [String]
  ) throws {
    #expect(read(above: above, rows: begins + Self.rows).diagnosis.total == 0)
    let cut = read(above: above, rows: begins + Self.rows.dropFirst())
    #expect(
      cut.diagnosis.diagnostics.map(\.code) == [.statementDoesNotAddUp], "\(cut.diagnosis)")
  }

  @Test func `the row, what it says and what was found are named`() throws {
    let cut = read(
      rows: Array(Self.rows.dropLast()),
      below: [";Cộng phát sinh;5.011.000;1.250.000;;", ";Số dư cuối kỳ;;;96.239.000;"])
    let found = cut.diagnosis.diagnostics
    #expect(found.map(\.line) == [5, 6] && found.map(\.column) == [3, 5])
    #expect(
      found.map(\.message.description) == [
        """
        The sum in this row is 5.011.000 đ, its rows come to 5.000.000 đ; the difference is -11.000.
        """,
        """
        The balance after the bookings is 96.239.000 đ in this row; the last booking ends with \
        96.250.000 đ.
        """,
      ])
    let unread = read(below: [";Cộng phát sinh;5.O11.000;1.250.000;;"])
    #expect(unread.diagnosis.diagnostics.map(\.code) == [.subtotalDiffers])
  }

  @Test func `sums of pages and of days are those of their rows`() throws {
    let page = [
      Self.rows[0], ";Cộng trang;5.000.000;;;", Self.rows[1], Self.rows[2],
      ";Số dư cuối ngày;;;96.239.000;", ";Cộng trang;11.000;1.250.000;;",
      ";Tổng cộng;5.011.000;1.250.000;;",
    ]
    #expect(read(rows: page).diagnosis.total == 0)
    let after = read(
      rows: Array(Self.rows.dropLast()) + [";Tổng cộng;5.000.000;1.250.000;;", Self.rows[2]])
    #expect(after.diagnosis.diagnostics.map(\.code) == [.subtotalDiffers])
  }

  @Test(arguments: [
    "Tổng số giao dịch nợ: 2;;;;;", "Tổng số bút toán;;2;1;;", "Cộng lũy kế năm;;9.000.000;8;;",
    ";Số dư khả dụng cuối kỳ;;;90.000.000;", ";Số dư cuối kỳ trước;;;100.000.000;",
    "Số món ghi nợ;2;;;;", "Tổng cộng;;;;;", "Số dư cuối kỳ;;;;;",
  ])
  func `what is no sum and no balance of the bookings is not held against them`(
    _ row: String
  ) throws {
    for (above, below) in [([], [row]), ([row], [])] {
      let (file, diagnosis) = read(above: above, below: below)
      #expect(diagnosis.total == 0 && file?.statements[0].entries.count == 3, "\(diagnosis)")
    }
  }

  @Test(arguments: [
    ("Số tài khoản;0011004000001;;;;", "0011004000001"),
    ("Tài khoản số: 0011 0040 00001 - VND;;;;;", "0011004000001"),
    ("Account number: 0011004000001 (VND);;;;;", "0011004000001"),
    ("SO TK 0011.004.000001;;;;;", "0011004000001"), ("Tên tài khoản: BHXH 0011004000001;;;;;", ""),
    ("Số tài khoản đối ứng: 0011004000001;;;;;", ""), ("Tài khoản: 12;;;;;", ""),
    ("Số tài khoản: 0011004000001;;Số tài khoản: 0011004000002;;;", ""),
  ])
  func `the account is the one that the bank names above the table`(
    _ row: String, _ account: String
  ) throws {
    let text = ([row] + Self.head.dropFirst() + Self.rows).map { $0 + "\n" }.joined()
    let (file, diagnosis) = StatementReader.read(
      .memory(name: "bank.csv", bytes: Array(text.utf8)),
      ListReading(BuiltInProfiles.profile("bank-statement-vi")))
    #expect(diagnosis.total == 0, "\(diagnosis)")
    #expect(file?.statements[0].account == account)
  }

  @Test func `words of a booking state nothing`() throws {
    let rows = [
      "06/10/2026;FT1;5.000.000;;95.000.000;Cộng phát sinh: 7",
      "07/10/2026;Tổng phát sinh nợ;;1.250.000;96.250.000;Số dư cuối kỳ: 1",
    ]
    let (file, diagnosis) = read(rows: rows)
    #expect(diagnosis.total == 0, "\(diagnosis)")
    #expect(file?.statements[0].entries.count == 2)
  }

  @Test(arguments: ["\"Opening balance: 100,000,000\"", "Opening balance: 100,000,000", "x"])
  func `a profile in English is held as well`(_ above: String) throws {
    let text = """
      \(above)
      Transaction date,Reference,Debit,Credit,Balance,Description
      06/10/2026,FT1,"5,000,000",,"95,000,000",Pensions
      07/10/2026,FT2,,"1,250,000","96,250,000",Back
      ,Total,"5,000,000","1,250,000",,
      ,Closing balance,,,"96,250,001",

      """
    let (file, diagnosis) = StatementReader.read(
      .memory(name: "bank.csv", bytes: Array(text.utf8)),
      ListReading(BuiltInProfiles.profile("bank-statement-en")))
    #expect(file == nil)
    #expect(diagnosis.diagnostics.map(\.code) == [.statementDoesNotAddUp], "\(diagnosis)")
    #expect(diagnosis.diagnostics.first?.line == 6)
  }

  @Test(arguments: [
    ("31/02/2026 08:15:02", "as dd/MM/yyyy: there is no such day in the calendar"),
    ("31/13/2026", "as dd/MM/yyyy: there is no such day in the calendar"),
    ("6 tháng Mười 2026", "is not a date of the calendar as dd/MM/yyyy"),
    ("06/10/1066", "as dd/MM/yyyy: the years go from"),
  ])
  func `a day that is none is told in the form of the table`(
    _ day: String, _ says: String
  ) throws {
    let found = read(rows: ["\(day);FT1;5.000.000;;95.000.000;Chi"]).diagnosis.diagnostics
    #expect(found.map(\.code) == [.dateMalformed])
    let first = try #require(found.first)
    #expect(first.message.description.contains(says), "\(first.message)")
    #expect(!first.message.description.contains("YYYY"))
    #expect(first.help.description.contains("10/02/2026"))
    #expect(first.message.text(in: .vi).contains("dd/MM/yyyy"))
  }
}
