import BenefitLedger
import Foundation
import Testing

/// The refused rows of a clerk's own table: as she wrote them, to be mended and posted again.
@Suite struct ProfileRejectsTests {
  private let books = Result { try TestLedger() }

  /// A list of two payment points; the second row has a month that there is none of, the third a number
  /// of nine digits.
  private static let list = """
    Mẫu số C72a-HD;;;;;

    STT;Họ và tên;Số sổ BHXH;Loại chế độ;Tháng;Thực lĩnh
    I;Điểm chi trả: 79-S1;;;;
    1;Nguyễn Thị Đào;0123456789;Hưu trí;10/2026;4.500.000
    2;"Trần; Văn Đức";0123456790;Tuất;13/2026;1.250.000
    ;Cộng;;;;5.750.000
    II;Điểm chi trả: 79-S2;;;;
    1;Lê Thị Hoa;123456791;Hưu trí;10/2026;900.000
    ;Tổng cộng;;;;6.650.000
    ;;;Người lập;;Giám đốc

    """

  private func post(
    _ bytes: [UInt8], rejects: String?, name: String = "c72a.csv",
    change: (inout Profile) -> Void = { _ in }
  ) throws -> Receipt {
    let books = try books.get()
    var profile = try Profiles.profile("c72a-hd").get()
    change(&profile)
    var request = PostingRequest(
      .due, [.memory(name: name, bytes: bytes)], maker: "clerk",
      today: try #require(CivilDate(TestLedger.today)))
    request.reading = ListReading(profile)
    request.rejects = rejects.map { books.folder + "/" + $0 }
    return try #require(try books.ledger.post(request).receipts.first)
  }

  private func rejects(_ name: String) throws -> String {
    let data = try Data(contentsOf: URL(filePath: books.get().folder + "/" + name))
    #expect(data.starts(with: [0xEF, 0xBB, 0xBF]))
    return String(decoding: data.dropFirst(3), as: UTF8.self)
  }

  @Test func `refused rows are mended in the clerk's own columns and posted by the same profile`()
    throws
  {
    let books = try books.get()
    let refused = try post(Array(Self.list.utf8), rejects: "bad.csv")
    #expect(refused.state == .refused && refused.rejected == 2)
    #expect(try books.balance("payable/retirement") == 0)
    let rows = try rejects("bad.csv").split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    #expect(rows.count == 8 && rows[7].isEmpty)
    #expect(rows[0] == "Mẫu số C72a-HD" && rows[1].isEmpty)
    #expect(
      rows[2] == "STT;Họ và tên;Số sổ BHXH;Loại chế độ;Tháng;Thực lĩnh;reject_code;reject_reason")
    #expect(rows[3] == "I;Điểm chi trả: 79-S1")
    #expect(
      rows[4].hasPrefix("2;\"Trần; Văn Đức\";0123456790;Tuất;13/2026;1.250.000;L0431;"))
    #expect(rows[5] == "II;Điểm chi trả: 79-S2")
    #expect(rows[6].hasPrefix("1;Lê Thị Hoa;123456791;Hưu trí;10/2026;900000;L0402;"))
    // As it is, it is refused again, and does not grow.
    let again = try post(Array(("\u{FEFF}" + rejects("bad.csv")).utf8), rejects: "two.csv")
    #expect(again.rejected == 2 && again.codes == refused.codes)
    #expect(try rejects("two.csv") == rejects("bad.csv"))
    // Mended, it goes through: the reasons stay where they are.
    let mended = try rejects("bad.csv").replacing("13/2026", with: "10/2026")
      .replacing(";123456791;", with: ";0123456791;")
    let posted = try post(Array(mended.utf8), rejects: "none.csv")
    #expect(posted.state == .posted && posted.lines == 2 && posted.total == 2_150_000)
    #expect(!FileManager.default.fileExists(atPath: books.folder + "/none.csv"))
    // What was right in the list is posted without them; then nothing can be posted twice.
    let rest = Self.list.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.contains("0123456790") && !$0.contains(";123456791;") && !$0.contains("ộng;") }
      .joined(separator: "\n")
    #expect(try post(Array(rest.utf8), rejects: nil).total == 4_500_000)
    let whole = Self.list.replacing("13/2026", with: "10/2026")
      .replacing(";123456791;", with: ";0123456791;")
    let twice = try post(Array(whole.utf8), rejects: "all.csv")
    #expect(twice.state == .refused && twice.rejected == 3)
    #expect(try books.balance("payable/retirement/79-S1") == -5_750_000)
    #expect(try books.balance("payable/retirement/79-S2") == -900_000)
    #expect(try books.ledger.verify().findings.isEmpty)
  }

  @Test func `places of title and header are kept, and rows that the profile leaves out below`()
    throws
  {
    func change(_ profile: inout Profile) {
      profile.rowsAbove = 2
      profile.rowsBelow = 1
    }
    #expect(try post(Array(Self.list.utf8), rejects: "bad.csv", change: change).rejected == 2)
    #expect(try rejects("bad.csv").hasSuffix("\n;;;Người lập;;Giám đốc\n"))
    let mended = try rejects("bad.csv").replacing("13/2026", with: "10/2026")
      .replacing(";123456791;", with: ";0123456791;")
    #expect(try post(Array(mended.utf8), rejects: nil, change: change).total == 2_150_000)
  }

  @Test func `a list in old letters comes back in UTF-8 and is read by the same profile`() throws {
    let head = "Ma so BHXH,Ho ten,Che do,Thang,Diem chi tra,So tien\n"
    let bytes =
      Array((head + "0123456789,Nguy").utf8) + [0xD4]
      + Array("n,Huu tri,13/2026,79-S1,4500000\n".utf8)
    func change(_ profile: inout Profile) { profile.encoding = .tcvn3 }
    #expect(try post(bytes, rejects: "old.csv", change: change).rejected == 1)
    let text = try rejects("old.csv")
    #expect(text.hasPrefix(head.dropLast() + ",reject_code,reject_reason\n0123456789,Nguyễn,"))
    let mended = Data([0xEF, 0xBB, 0xBF]) + Data(text.replacing("13/2026", with: "10/2026").utf8)
    #expect(try post(Array(mended), rejects: nil, change: change).total == 4_500_000)
  }

  @Test func `rows of a workbook become text, and what is not to be trusted is refused again`()
    throws
  {
    let list =
      "Mã số BHXH,Chế độ,Tháng,Điểm chi trả,Số tiền\n0123456789,Hưu trí,10/2026,79-S1,4500000\n"
      + "0123456790,Hưu trí,13/2026,79-S1,900000\n"
    let book = try PackedFile.workbook(list, numbers: ["Số tiền", "Mã số BHXH"])
    let refused = try post(book, rejects: "book.csv", name: "list.xlsx")
    #expect(refused.state == .refused && refused.rejected == 2)
    let text = try rejects("book.csv")
    #expect(text.contains("\n?123456789,Hưu trí,10/2026,79-S1,4500000,L0238,"))
    #expect(try post(Array(text.utf8), rejects: nil).state == .refused)
    let mended = text.replacing("?123456789", with: "0123456789")
      .replacing("?123456790", with: "0123456790").replacing("13/2026", with: "10/2026")
    #expect(try post(Array(mended.utf8), rejects: nil).total == 5_400_000)
  }
}
