import BenefitLedger
import Foundation
import Testing

/// What `doctor` says of the archives of a ledger.
@Suite struct ArchiveDoctorTests {
  private let books: ArchiveBooks

  /// A ledger of which two years are archived.
  init() throws {
    books = try ArchiveBooks()
    try books.archive()
    try books.books.change(.close, "2026-01")
    try books.books.closeYear(2026)
    try books.archive(2026)
  }

  private var second: String { books.books.folder + "/ledger-2026.archive.db" }

  private func check(_ name: String = "archives") throws -> Examination.Check {
    try #require(try Doctor.examine(books.path).checks.first { $0.name == name })
  }

  @Test func `each archive is named with what it has`() throws {
    let check = try check()
    #expect(check.state == .ok, "\(check)")
    for (file, year, lines) in [
      ("ledger-2025.archive.db", 2025, "10 lines"), ("ledger-2026.archive.db", 2026, "4 lines"),
    ] {
      #expect(check.message.description.contains("\(file) (\(year): \(lines), "), "\(check)")
    }
  }

  @Test func `a missing archive is said of archives, and of nothing else`() throws {
    for path in [books.archive, second] { try FileManager.default.removeItem(atPath: path) }
    let examination = try Doctor.examine(books.path)
    #expect(!examination.isWell)
    let wrong = examination.checks.filter { $0.state == .wrong }
    #expect(wrong.map(\.name) == ["archives"], "\(wrong)")
    let words = try #require(wrong.first).message.description
    // Both, and not only the first.
    #expect(words.contains("ledger-2025.archive.db, and there is no such file."), "\(words)")
    #expect(words.contains("ledger-2026.archive.db, and there is no such file."), "\(words)")
    #expect(wrong.first?.help.description.contains("Copy it back") == true)
    #expect(try check("ledger").message.description.contains("opens: "))
    #expect(try check("settings").message.description.contains("synchronous 2"))
  }

  @Test(arguments: [0o444, 0o440, 0o604, 0o410] as [mode_t])
  func `an archive that others may use is its owner's alone after what is said`(_ mode: mode_t)
    throws
  {
    chmod(second, mode)
    let check = try check()
    #expect(check.state == .warning, "\(check)")
    #expect(check.message.description == "\(second) is not its owner's alone.")
    #expect(check.help.description == "Run: chmod 400 \(second)")
    chmod(second, 0o400)
    #expect(try self.check().state == .ok)
    // Whoever copied it back may have made it his to write.
    chmod(second, 0o600)
    #expect(try self.check().state == .ok)
  }

  @Test func `an archive that others may write is wrong`() throws {
    chmod(books.archive, 0o620)
    chmod(second, 0o444)
    let check = try check()
    #expect(check.state == .wrong)
    // What has to be put right comes before what has to be seen to.
    #expect(
      check.message.description
        == "Others may write \(books.archive). \(second) is not its owner's alone.")
    #expect(
      check.help.description == "Run: chmod 400 \(books.archive) Run: chmod 400 \(second)")
  }

  @Test func `another file in the place of an archive is wrong, with the SHA-256 of the right one`()
    throws
  {
    let digest = try books.ledger.archive(
      ArchiveRequest(year: 2026, today: try #require(CivilDate("2027-02-01")))
    ).digest
    try FileManager.default.removeItem(atPath: second)
    try Data("another".utf8).write(to: URL(filePath: second))
    chmod(second, 0o400)
    let check = try check()
    #expect(check.state == .wrong, "\(check)")
    #expect(check.message.description.contains("\(second) is not the file"), "\(check)")
    #expect(check.help.description.contains(try #require(digest).description), "\(check)")
    try FileManager.default.removeItem(atPath: second)
    try FileManager.default.createDirectory(atPath: second, withIntermediateDirectories: true)
    #expect(try self.check().state == .wrong)
  }

  @Test func `verify says how many lines it found in archives, and those of which year it read`()
    throws
  {
    let whole = try books.ledger.verify()
    #expect(whole.archives == 2 && whole.archivedLines == 14 && whole.lines > 14)
    let since = try books.ledger.verify(since: 1)
    #expect(since.isIntact && since.archives == 0 && since.archivedLines == 0)
    // A byte of no line: SHA-256 alone shows it.
    chmod(second, 0o600)
    var bytes = try Data(contentsOf: URL(filePath: second))
    // Bytes 72 to 91 of a database are reserved for expansion.
    bytes[80] ^= 1
    try bytes.write(to: URL(filePath: second))
    let changed = try Ledger.open(books.path, readOnly: true)
    #expect(try changed.verify(since: 1).isIntact)
    let found = try changed.verify()
    #expect(found.kinds == [.archiveChanged], "\(found.findings)")
    #expect(found.archives == 1 && found.archivedLines == 10)
  }
}
