import BenefitLedger
import Foundation
import Testing

/// Lists of others that are not posted: compared, or taken in as holds, deaths and links, as they come.
@Suite struct ProfileListsTests {
  private let books = Result { try TestLedger() }

  private static let paid = """
    BƯU ĐIỆN THÀNH PHỐ;;;;
    Kỳ chi trả: 10/2026;;;;
    STT;Họ tên;Mã số BHXH;Chế độ;Số tiền đã trả
    1;Nguyễn Văn An;\(Person.an);Hưu trí;5.000.000
    2;Trần Thị Bình;\(Person.binh);Hưu trí;5.000.000
    ;Tổng cộng;;;10.000.000
    Giao dịch viên;;;;

    """

  private func lines(_ text: String, _ profile: String = "post-paid") throws -> LinesReconciliation
  {
    let books = try books.get()
    var request = LinesRequest(
      .paid, [.memory(name: "post.csv", bytes: Array(text.utf8))], today: try books.day())
    request.reading = ListReading(try Profiles.profile(profile).get())
    return try books.ledger.reconcileLines(request)
  }

  @Test func `a post office's list is compared line by line as it comes`() throws {
    let books = try books.get()
    try books.due([Person.an, Person.binh])
    try books.post(.paid, TestLedger.list([Person.an, Person.binh]))
    let same = try lines(Self.paid)
    #expect(same.agrees && same.matched == Tally(count: 2, amount: 10_000_000))
    let less = Self.paid.replacing("5.000.000\n;Tổng", with: "4.999.000\n;Tổng")
      .replacing("10.000.000", with: "9.999.000")
    let found = try lines(less)
    #expect(!found.agrees && found.differences.count == 1)
    let difference = try #require(found.differences.first)
    #expect(difference.kind == .amount && difference.ours == 5_000_000)
    #expect(difference.theirs == 4_999_000 && difference.line == 5)
  }

  @Test func `a list whose sum is wrong, or a profile of another kind, compares nothing`() throws {
    let wrong = try lines(Self.paid.replacing("10.000.000", with: "10.000.001"))
    #expect(wrong.diagnosis.counts.map(\.code) == [.subtotalDiffers])
    #expect(try lines(Self.paid, "c72a-hd").diagnosis.counts.map(\.code) == [.headerNotFound])
  }

  private func profile(_ list: String, _ columns: [(field: String, header: String)]) throws
    -> ListReading
  {
    let text =
      "[profile]\nname = \"own\"\nsource = \"made up\"\nlist = \"\(list)\"\n"
      + columns.map { "[[column]]\nfield = \"\($0.field)\"\nheader = \"\($0.header)\"\n" }.joined()
    let path = try books.get().file("\(list).toml", text)
    return ListReading(try Profiles.profile(path).get())
  }

  @Test func `holds, deaths and links are taken in from tables of others`() throws {
    let books = try books.get()
    let record = RecordRequest(maker: "clerk", date: try books.day())
    let holds = try books.file(
      "holds.csv", "Số sổ;Từ ngày;Lý do\n\(Person.an);15/10/2026;hồ sơ\n\(Person.binh);1/9/2026;x\n"
    )
    let held = try books.ledger.importHolds(
      from: holds,
      reading: try profile(
        "holds", [("person", "Số sổ"), ("from", "Từ ngày"), ("reason", "Lý do")]), record)
    #expect(held.added == 2 && held.diagnosis.total == 0, "\(held.diagnosis)")
    #expect(try books.ledger.holds().map(\.from.description) == ["2026-10-15", "2026-09-01"])
    #expect(try books.due([Person.binh]).codes == [.personHeld])

    let links = try books.file("links.csv", "Số cũ;Số mới\n\(Person.dung);\(Person.chi)\n")
    let linked = try books.ledger.importLinks(
      from: links, reading: try profile("links", [("old", "Số cũ"), ("new", "Số mới")]), record)
    #expect(linked.record.added == 1, "\(linked.record.diagnosis)")

    try books.due([Person.chi])
    var deaths = DeathRequest(
      path: try books.file(
        "deaths.csv", "Số sổ;Ngày mất\n\(Person.chi);13/08/2026\n"), maker: "clerk",
      today: try books.day())
    deaths.reading = try profile("deaths", [("person", "Số sổ"), ("date", "Ngày mất")])
    let died = try books.ledger.recordDeaths(deaths)
    #expect(died.diagnosis.total == 0 && died.deaths.count == 1, "\(died.diagnosis)")
    #expect(died.deaths.first?.cancelled.amount == 5_000_000)
    #expect(try books.balance("payable/retirement") == 0)
    let other = try books.ledger.importHolds(from: holds, reading: deaths.reading, record)
    #expect(other.diagnosis.counts.map(\.code) == [.profileListDiffers])
  }

  @Test func `days that can be read in two ways are refused in lists of persons too`() throws {
    let books = try books.get()
    let path = try books.file("holds.csv", "Số sổ;Từ ngày;Lý do\n\(Person.an);3/10/2026;x\n")
    let reading = try profile(
      "holds", [("person", "Số sổ"), ("from", "Từ ngày"), ("reason", "Lý do")])
    let held = try books.ledger.importHolds(from: path, reading: reading)
    #expect(held.added == 0 && held.diagnosis.counts.map(\.code) == [.dateStyleAmbiguous])
  }

  @Test func `a night posts a folder of tables by their profile, once`() throws {
    let books = try books.get()
    try books.due([Person.an, Person.binh, Person.chi])
    let inbox = books.folder + "/inbox"
    try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true)
    _ = try books.file("inbox/a-post.csv", Self.paid)
    _ = try books.file(
      "inbox/b-own.csv", "#batch event=paid count=1 total=5000000\n" + TestLedger.list([Person.chi])
    )
    let reading = ListReading(try Profiles.profile("post-paid").get())
    for isFirst in [true, false] {
      let night = try books.ledger.nightly(
        inbox: inbox, reading: reading, as: .paid, maker: "clerk", today: try books.day())
      #expect(night.posting.exit == .done, "\(night.posting.receipts.map(\.diagnosis))")
      #expect(night.posting.receipts.map(\.total) == [5_000_000, 10_000_000])
      #expect(night.posting.receipts.allSatisfy { $0.alreadyPosted != isFirst })
      #expect(try books.balance("payable/retirement") == 0)
    }
    let without = try books.ledger.nightly(
      inbox: inbox, maker: "clerk", today: try books.day())
    #expect(without.posting.receipts.flatMap(\.codes) == [.eventNotDeclared])
  }
}
