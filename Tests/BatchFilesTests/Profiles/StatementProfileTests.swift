import LedgerCore
import Testing

@testable import BatchFiles

/// A bank's own table of an account is read by a profile, and adds up as any statement does.
@Suite struct StatementProfileTests {
  private static let table = """
    NGÂN HÀNG TMCP NGOẠI THƯƠNG VIỆT NAM;;;;;
    Số tài khoản: 0011004000001;;;;;
    Từ ngày 01/10/2026 đến ngày 31/10/2026;;;;;
    Ngày giao dịch;Số tham chiếu;Ghi nợ;Ghi có;Số dư;Nội dung
    ;Số dư đầu kỳ;;;100.000.000;
    06/10/2026;FT1;5.000.000;;95.000.000;Chi 202610-079060000011-pension-1
    07/10/2026 14:33:05;FT2;;1.250.000;96.250.000;"Nộp lại; sai số TK"
    07/10/2026;FT3;11.000;0;96.239.000;Phí dịch vụ
    ;Cộng phát sinh;5.011.000;1.250.000;;
    ;Số dư cuối kỳ;;;96.239.000;
    ;;;;;Ngày 31 tháng 10 năm 2026

    """

  private func reading(_ name: String = "bank-statement-vi") -> ListReading {
    ListReading(BuiltInProfiles.profile(name))
  }

  private func read(
    _ bytes: [UInt8], _ reading: ListReading, name: String = "bank.csv"
  ) -> (file: StatementFile?, diagnosis: Diagnosis) {
    StatementReader.read(.memory(name: name, bytes: bytes), reading)
  }

  private func expectTable(_ file: StatementFile?, account: String = "0011004000001") throws {
    let statement = try #require(file?.statements.first)
    #expect(statement.opening == 100_000_000 && statement.closing == 96_239_000)
    #expect(statement.account == account)
    #expect(statement.entries.map(\.amount) == [-5_000_000, 1_250_000, -11_000])
    #expect(
      statement.entries.map(\.booked.description) == ["2026-10-06", "2026-10-07", "2026-10-07"])
    #expect(statement.entries[0].details.endToEnd == "202610-079060000011-pension-1")
    #expect(statement.entries.map(\.details.servicer) == ["FT1", "FT2", "FT3"])
    #expect(statement.entries[1].details.text == "Nộp lại; sai số TK")
  }

  @Test func `titles, balances without a booking, sums and signatures are told apart`() throws {
    let (file, diagnosis) = read(Array(Self.table.utf8), reading())
    #expect(diagnosis.total == 0, "\(diagnosis)")
    try expectTable(file)
    #expect(file?.statements[0].entries.map(\.line) == [6, 7, 8])
    #expect(file?.digest == Digest.sha256(Array(Self.table.utf8)))
    #expect(file?.format == .csv)
  }

  @Test func `a workbook and old letters are the same statement`() throws {
    var book = MadeBook(
      [
        ["Transaction date", "Reference", "Debit", "Credit", "Balance", "Description"].map {
          .shared($0)
        },
        [
          .shared("06/10/2026"), .shared("FT1"), .number("5000000"), .empty, .number("95000000"),
          .shared("Chi 202610-079060000011-pension-1"),
        ],
        [
          .shared("07/10/2026"), .shared("FT2"), .empty, .number("1250000"), .number("96250000"),
          .shared("Nộp lại; sai số TK"),
        ],
        [
          .shared("07/10/2026"), .shared("FT3"), .number("11000"), .empty, .number("96239000"),
          .shared("Fee"),
        ],
      ])
    let english = reading("bank-statement-en")
    let (file, diagnosis) = read(book.bytes, english, name: "bank.xlsx")
    #expect(diagnosis.total == 0, "\(diagnosis)")
    try expectTable(file, account: "")
    // What an amount comes to in a formula is not read.
    book.rows[2].cells[3] = .formula("1000000+250000", "1250000")
    #expect(read(book.bytes, english).diagnosis.diagnostics.map(\.code) == [.cellIsFormula])
    var unicode: [UInt8] = [0xFF, 0xFE]
    for unit in Self.table.utf16 { unicode += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    try expectTable(read(unicode, reading()).file)
  }

  @Test func `a statement of more rows than are looked at first is read like a short one`() throws {
    var balance: Int64 = 100_000_000
    var text = "Ngày giao dịch,Ghi nợ,Ghi có,Số dư\n"
    for index in 0..<3_000 {
      let amount = Int64(index % 900 + 1)
      balance -= amount
      text += "06/10/2026,\(amount),,\(balance)\n"
    }
    text += "06/10/2026,\"1.000\",,\"\(grouped(balance - 1_000))\"\n"
    let (file, diagnosis) = read(Array(text.utf8), reading())
    #expect(diagnosis.total == 0, "\(diagnosis)")
    #expect(file?.statements[0].entries.count == 3_001)
    #expect(file?.statements[0].closing == balance - 1_000)
  }

  @Test(arguments: [
    // A booking that was changed, and one that is gone.
    (
      "06/10/2026;FT1;5.000.000;;95", "06/10/2026;FT1;5.100.000;;95",
      [Code.statementDoesNotAddUp, .subtotalDiffers]
    ),
    (
      "07/10/2026 14:33:05;FT2;;1.250.000;96.250.000", ";;;;",
      [.statementDoesNotAddUp, .subtotalDiffers]
    ),
    ("07/10/2026;FT3;11.000;0", "07/10/2026;FT3;11.000;5", [.statementAmount, .subtotalDiffers]),
    ("07/10/2026;FT3", "31/09/2026;FT3", [.dateMalformed]),
    ("11.000;0;96.239.000", "11.000,5;0;96.239.000", [.statementAmount]),
  ])
  func `what does not add up or is no booking is refused at its row`(
    _ old: String, _ new: String, _ codes: [Code]
  ) throws {
    let text = Self.table.replacing(old, with: new)
    try #require(text != Self.table)
    let (file, diagnosis) = read(Array(text.utf8), reading())
    #expect(diagnosis.diagnostics.map(\.code) == codes, "\(diagnosis)")
    #expect(file == nil)
  }

  @Test func `a profile of another list is refused, and none is asked of what says it itself`()
    throws
  {
    let wrong = read(Array(Self.table.utf8), reading("bank-paid-vi"))
    #expect(wrong.diagnosis.diagnostics.map(\.code) == [.profileListDiffers])
    let swift = read(Array(StatementReaderTests.text().mt940().utf8), reading())
    #expect(swift.file?.format == .mt940)
    let iso = read(Array(StatementReaderTests.text().camt053().utf8), reading())
    #expect(iso.file?.format == .camt053)
    let guess = try ProfileGuess(.memory(name: "bank.csv", bytes: Array(Self.table.utf8)))
    #expect(guess.profile.name == "bank-statement-vi" && guess.isBuiltIn && guess.missing == [])
    #expect(guess.rows.count == 3 && guess.names.contains("balance"))
  }
}
