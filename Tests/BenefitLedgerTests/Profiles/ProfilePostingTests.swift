import BenefitLedger
import Testing

/// Each built-in profile posts a list as it comes from its maker, and the books have its total.
struct ProfilePostingTests {
  struct Case: Sendable {
    var profile: String
    var event: Event
    var given: [ProfileConstant] = []
    var text: String
    var total: Int64
  }

  static let cases = [
    Case(
      profile: "c72a-hd", event: .due,
      text: """
        Mẫu số C72a-HD;;;;;
        Tháng 10 năm 2026;;;;;
        STT;Họ và tên;Số sổ BHXH;Loại chế độ;Thực lĩnh;Ký nhận
        1;2;3;4;5;6
        Điểm chi trả: 79-S1;;;;;
        1;Nguyễn Thị Đào;0123456789;Hưu trí;4.500.000;
        2;Trần Văn Đức;0123456790;Tuất;1.250.000;
        ;Cộng;;;5.750.000;
        ;;;Người lập;;Giám đốc

        """, total: 5_750_000),
    Case(
      profile: "c72b-hd", event: .due, given: [ProfileConstant(.site, "79-S2")],
      text: """
        Mẫu số C72b-HD,,,,,,
        Tháng 10 năm 2026,,,,,,
        STT,Họ và tên,Mã số BHXH,Loại chế độ,Số tiền,Số tài khoản,Ngân hàng
        1,Nguyễn Thị Đào,0123456789,Hưu trí,"4,500,000",0071 0001 23456,Vietcombank
        2,Trần Văn Đức,0123456790,Hưu trí,"5,200,000",21510000123456,BIDV
        ,Tổng cộng,,,"9,700,000",,

        """, total: 9_700_000),
    Case(
      profile: "01b-hsb", event: .due,
      given: [ProfileConstant(.site, "79-A"), ProfileConstant(.month, "10/2026")],
      text: """
        STT;Số sổ BHXH;Họ và tên;Từ ngày;Đến ngày;Loại nhóm hưởng;Tổng số ngày nghỉ;Số tiền đề nghị
        1;7912345678;Lê Thị Hoa;01/10/2026;05/10/2026;Ốm đau;5;1 234 567 đ
        2;7912345679;Vũ Thị Mai;01/05/2026;31/10/2026;Thai sản;180;30 000 000 đ

        """, total: 31_234_567),
  ]

  @Test(arguments: cases) func `a list posts as it is`(_ posted: Case) throws {
    let book = try TestLedger()
    let receipt = try Self.post(posted, to: book)
    #expect(receipt.state == .posted, "\(receipt.diagnosis)")
    #expect(receipt.total == posted.total)
    #expect(
      try book.balance("expense/retirement") + book.balance("expense/sickness") == posted.total)
    #expect(try book.ledger.reconcileTotals().agrees)
    #expect(try book.ledger.verify().findings.isEmpty)
    // The same bytes again are the same batch.
    #expect(try Self.post(posted, to: book).alreadyPosted)
  }

  static let paid = [
    Case(
      profile: "post-paid", event: .paid,
      text: """
        Kỳ chi trả: 10/2026\t\t\t\t
        STT\tHọ tên\tMã số BHXH\tChế độ\tSố tiền đã trả
        1\tNguyễn Thị Đào\t0123456789\tHưu trí\t4.500.000
        Tổng cộng\t\t\t\t4.500.000

        """, total: 4_500_000),
    Case(
      profile: "bank-paid-vi", event: .paid, given: [ProfileConstant(.month, "2026-10")],
      text: """
        STT;Mã khách hàng;Tên người thụ hưởng;Loại chế độ;Số tiền;Trạng thái
        1;0123456789;NGUYEN THI DAO;Hưu trí;4.500.000 VND;Thành công

        """, total: 4_500_000),
    Case(
      profile: "bank-paid-en", event: .paid,
      text: """
        No,Beneficiary name,Customer reference,Amount,Period,Payment type,Status
        1,NGUYEN THI DAO,0123456789,"4,500,000.00",10/2026,Pension,Success
        Total,,,"4,500,000.00",,,

        """, total: 4_500_000),
  ]

  @Test(arguments: paid) func `a list of what was paid posts as it is`(_ posted: Case) throws {
    let book = try TestLedger()
    let isBank = posted.profile != "post-paid"
    try book.post(
      .due,
      "person,benefit,month,amount,site,channel,account\n0123456789,pension,2026-10,4500000,79-S1,"
        + (isBank ? "bank,970436:0071000123456\n" : "cash,\n"))
    let receipt = try Self.post(posted, to: book)
    #expect(receipt.state == .posted, "\(receipt.diagnosis)")
    #expect(receipt.total == posted.total)
    #expect(try book.balance("payable/retirement") == 0)
    #expect(try book.ledger.verify().findings.isEmpty)
  }

  @Test func `a sum that differs posts nothing`() throws {
    let book = try TestLedger()
    var wrong = Self.cases[0]
    wrong.text = wrong.text.replacing("5.750.000", with: "5.750.001")
    let receipt = try Self.post(wrong, to: book)
    #expect(receipt.state == .refused)
    #expect(receipt.diagnosis.counts.map(\.code) == [.subtotalDiffers])
    #expect(try book.balance("expense/retirement") == 0)
    #expect(try Self.post(Self.cases[0], to: book).state == .posted)
  }

  @Test func `a list may be posted again for another month, and is told from the first`() throws {
    let book = try TestLedger()
    #expect(try Self.post(Self.cases[2], to: book).state == .posted)
    var next = Self.cases[2]
    next.given[1].value = "11/2026"
    let refused = try Self.post(next, to: book)
    #expect(refused.state == .refused)
    #expect(refused.diagnosis.counts.map(\.code) == [.couldBeTakenAgain])
  }

  @Test func `an obligation that is posted already is named by the clerk's row`() throws {
    let book = try TestLedger()
    try Self.post(Self.cases[0], to: book)
    var again = Self.cases[0]
    again.text += ";x;;;;\n"
    let refused = try Self.post(again, to: book)
    #expect(refused.state == .refused)
    let found = refused.diagnosis.diagnostics.filter { $0.code == .alreadyPosted && $0.line > 0 }
    #expect(found.map(\.line) == [6, 7])
    #expect(found.map(\.column) == [3, 3])
  }

  @discardableResult
  private static func post(_ posted: Case, to book: TestLedger) throws -> Receipt {
    var request = PostingRequest(
      posted.event, [.memory(name: "list.csv", bytes: Array(posted.text.utf8))], maker: "clerk",
      today: try #require(CivilDate(TestLedger.today)))
    request.reading = try reading(posted)
    let answer = try book.ledger.post(request)
    return try #require(answer.receipts.first, "\(String(describing: answer.failure))")
  }

  static func reading(_ posted: Case) throws -> ListReading {
    var reading = ListReading(try Profiles.profile(posted.profile).get())
    reading.given = posted.given
    return reading
  }
}
