import BenefitLedger
import Foundation
import GRDB
import Testing

/// A closed year in a file of its own: nothing of it is lost, and nothing goes on otherwise than before.
@Suite struct ArchiveTests {
  @Test func `lines move, and everything else stays as it was sealed`() throws {
    let books = try ArchiveBooks()
    let before = try books.ledger.verify()
    let answer = try books.archive()
    #expect(answer.state == .archived && answer.lines == ArchiveBooks.moved && answer.kept == 1)
    #expect(answer.file == "ledger-2025.archive.db")
    let after = try books.ledger.verify()
    #expect(after.isIntact, "\(after.findings)")
    #expect(after.head == before.head && after.lines == before.lines)
    #expect(after.record == before.record + 1 && answer.record == after.record)
    let inLedger = try rows(books.path, "SELECT line_no, batch_no FROM line ORDER BY 1")
    let inArchive = try rows(books.archive, "SELECT line_no, batch_no FROM line ORDER BY 1")
    #expect(Int64(inArchive.count) == ArchiveBooks.moved)
    #expect(Set(inLedger).isDisjoint(with: inArchive))
    #expect(Set(inLedger).union(inArchive).count == Int(before.lines))
    #expect(answer.ledger.after.free >= answer.ledger.before.free)
    let mode = try FileManager.default.attributesOfItem(atPath: books.archive)[.posixPermissions]
    #expect(mode as? Int == 0o400)
  }

  private func rows(_ path: String, _ sql: String) throws -> [String] {
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: path, configuration: configuration).read {
      try Row.fetchAll($0, sql: sql).map { "\($0)" }
    }
  }

  @Test func `a second call changes nothing, and a dry run moves nothing`() throws {
    let books = try ArchiveBooks()
    let plan = try books.archive(dryRun: true)
    #expect(plan.state == .dryRun && plan.lines == ArchiveBooks.moved && plan.record == nil)
    #expect(!FileManager.default.fileExists(atPath: books.archive))
    let first = try books.archive()
    let bytes = try Data(contentsOf: URL(filePath: books.archive))
    let second = try books.archive()
    #expect(second.state == .archivedBefore && second.record == first.record)
    #expect(second.lines == first.lines && second.digest == first.digest)
    #expect(try Data(contentsOf: URL(filePath: books.archive)) == bytes)
    #expect(try books.archive(dryRun: true).state == .archivedBefore)
    try books.expectIntact(lines: 15)
  }

  @Test func `the same year makes the same archive, byte for byte`() throws {
    let one = try ArchiveBooks()
    let other = try ArchiveBooks()
    #expect(try one.archive().digest == other.archive().digest)
  }

  @Test func `a program that had the ledger open reads on`() throws {
    let books = try ArchiveBooks()
    let reader = try Ledger.open(books.path, readOnly: true)
    let number = try #require(PersonNumber(Person.an))
    let before = "\(try reader.personStatement(number))"
    try books.archive()
    #expect("\(try reader.personStatement(number))" == before)
    let verification = try reader.verify()
    #expect(verification.isIntact && verification.lines == 15, "\(verification.findings)")
  }

  // MARK: Posting goes on

  @Test func `a payment of an archived month is refused a second time, with file and line`() throws
  {
    let books = try ArchiveBooks()
    try books.archive()
    let again = try books.books.pensions([Person.an: 11], month: "2025-12", on: "2026-02-05")
    #expect(again.state == .refused && again.codes.contains(.alreadyPosted))
    let said = again.diagnosis.diagnostics.map(\.message.description).joined()
    #expect(said.contains("due on 2025-12-05 by batch 6, file due.csv, line 2"), "\(said)")
    try books.expectIntact(lines: 15)
  }

  @Test func `what was due in an archived year is paid in this one`() throws {
    let books = try ArchiveBooks()
    try books.archive()
    let paid = try books.books.step(.paid, Person.binh, 20, month: "2025-11", on: "2026-02-05")
    #expect(paid.state == .posted, "\(paid.diagnosis)")
    #expect(try books.books.balance("payable/retirement") == -(30 + 11 + 21 + 31 + 22 + 32))
    try books.expectIntact(lines: 16)
  }

  @Test func `an archived payment is corrected by a new line that names it`() throws {
    let books = try ArchiveBooks()
    try books.archive()
    let list = "person,benefit,month,amount\n\(Person.an),pension,2025-11,10\n"
    let undone = try books.books.post(.paid, list, today: "2026-02-05", undoing: "another's")
    #expect(undone.state == .posted, "\(undone.diagnosis)")
    let corrects = try rows(books.path, "SELECT corrects_line_no FROM line WHERE line_no = 16")
    let archived = try rows(
      books.archive,
      "SELECT line_no AS corrects_line_no FROM line WHERE amount = 10 AND batch_no = 4")
    #expect(corrects == archived && corrects.count == 1)
    try books.expectIntact(lines: 16)
    // And paid once more, to whom it belongs.
    #expect(
      try books.books.step(.paid, Person.an, 10, month: "2025-11", on: "2026-02-06").state
        == .posted)
    try books.expectIntact(lines: 17)
  }

  @Test func `an archived batch is undone as a whole`() throws {
    let books = try ArchiveBooks()
    try books.archive()
    let late = try #require(
      try books.ledger.batches().last { $0.header.event == .due && $0.header.lineCount == 1 })
    let undone = try books.books.undo(late.header.number, date: "2026-02-05")
    #expect(undone.state == .posted && undone.period == Month("2026-01"), "\(undone.diagnosis)")
    try books.expectIntact(lines: 16)
  }

  @Test func `a list that was undone line by line in an archived year can be posted again`() throws
  {
    let books = try ArchiveBooks()
    try books.archive()
    let again = try books.books.step(
      .paid, Person.dung, 30, month: "2025-11", on: "2025-11-08",
      period: "2026-02")
    #expect(again.state == .posted && !again.alreadyPosted, "\(again.diagnosis)")
    try books.expectIntact(lines: 16)
  }

  // MARK: Years

  @Test func `twelve years in twelve files are one ledger`() throws {
    let books = try TestLedger()
    for year in 2013...2024 {
      try books.pensions(
        [Person.an: Int64(year), Person.binh: 7], month: "\(year)-12", on: "\(year)-12-05")
      #expect(try books.closeYear(year).isChanged)
    }
    let head = try books.ledger.verify().head
    for year in [2015, 2013, 2014] + Array(2016...2024) {
      let request = ArchiveRequest(
        year: year, maker: "clerk", today: try #require(CivilDate("2025-02-01")))
      #expect(try books.ledger.archive(request).state == .archived)
    }
    try books.pensions([Person.an: 3], month: "2025-01", on: "2025-01-05")
    for ledger in [books.ledger, try Ledger.open(books.folder + "/ledger.db", readOnly: true)] {
      let verification = try ledger.verify()
      #expect(verification.isIntact && verification.lines == 25, "\(verification.findings)")
      #expect(try ledger.reconcileTotals().agrees)
      let story = try ledger.personStatement(try #require(PersonNumber(Person.an)))
      #expect(story.obligations.count == 13)
    }
    #expect(try books.ledger.batches().count == 25)
    #expect(try books.ledger.verify().head != head)
  }

  @Test func `a year without lines leaves no file`() throws {
    let books = try ArchiveBooks()
    #expect(try books.refusal(2024) == .yearNotArchivable)
    try books.archive()
    let empty = try TestLedger()
    try empty.post(.contribution, "unit,fund,amount\n79,retirement,5\n", today: "2025-12-05")
    try empty.closeYear(2025)
    let request = ArchiveRequest(
      year: 2025, maker: "clerk", today: try #require(CivilDate("2026-02-01")))
    #expect(try empty.ledger.archive(request).state == .nothing)
    #expect(
      try !FileManager.default.contentsOfDirectory(atPath: empty.folder)
        .contains { $0.contains("archive") })
  }

  // MARK: What forbids it

  @Test func `a year is closed and over before it is archived`() throws {
    let books = try ArchiveBooks(isClosed: false)
    #expect(try books.refusal() == .yearNotArchivable)
    try books.books.change(.close, "2025-11")
    #expect(try books.refusal() == .yearNotArchivable)
    try books.books.closeYear(2025)
    #expect(try books.refusal(today: "2025-12-31") == .yearNotArchivable)
    #expect(try books.refusal(2026) == .yearNotArchivable)
    #expect(try books.refusal(12_026) == .usage)
    #expect(try books.refusal(today: "2026-01-01") == nil)
  }

  @Test func `no period of an archived year opens again, nor is its year end undone`() throws {
    let books = try ArchiveBooks()
    try books.archive()
    #expect(try books.books.refusal(.reopen, "2025-12", reason: "late")?.code == .yearArchived)
    #expect(try books.books.refusal(.reopen, "2025-11", reason: "late")?.code == .yearArchived)
    let end = try #require(try books.ledger.batches().last { $0.header.event == .yearEnd })
    let undone = try books.books.undo(end.header.number, date: "2026-02-05")
    #expect(undone.state == .refused && undone.codes == [.yearArchived])
    try books.expectIntact(lines: 15)
  }

  @Test func `lines that are not what was sealed are not archived`() throws {
    let books = try ArchiveBooks()
    try TamperedBooks.edit(books.path, "UPDATE line SET name = 'x' WHERE line_no = 2")
    #expect(try books.refusal() == .ledgerDamaged)
    #expect(!FileManager.default.fileExists(atPath: books.archive))
    #expect(try rows(books.path, "SELECT 1 FROM line").count == 15)
  }

  // MARK: What an interrupted call left

  @Test func `a file that an interrupted call left is taken, a draft removed, another refused`()
    throws
  {
    let books = try ArchiveBooks()
    let other = try ArchiveBooks()
    try other.archive()
    try Data("half".utf8).write(to: URL(filePath: books.archive + ".new-4711"))
    try Data("foreign".utf8).write(to: URL(filePath: books.archive))
    #expect(try books.refusal() == .outputExists)
    try FileManager.default.removeItem(atPath: books.archive)
    try FileManager.default.copyItem(atPath: other.archive, toPath: books.archive)
    #expect(try books.archive().digest == other.archive().digest)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: books.books.folder)
        .allSatisfy { !$0.contains(".new-") })
    try books.expectIntact(lines: 15)
  }
}
