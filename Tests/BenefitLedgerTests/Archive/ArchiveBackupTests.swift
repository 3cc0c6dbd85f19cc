import BenefitLedger
import Foundation
import Testing

/// Archives go with a backup and come back with it.
@Suite struct ArchiveBackupTests {
  private let books: ArchiveBooks
  private let backups: String

  init() throws {
    books = try ArchiveBooks()
    backups = books.books.folder + "/backups"
    try FileManager.default.createDirectory(atPath: backups, withIntermediateDirectories: true)
    try books.archive()
  }

  @Test func `the first backup takes an archive along, the next finds it there`() throws {
    let first = try books.ledger.backUp(to: backups + "/one.db")
    #expect(first.archives.map(\.isCopied) == [true])
    let second = try books.ledger.backUp(to: backups + "/two.db")
    #expect(second.archives.map(\.isCopied) == [false])
    #expect(second.archives.map(\.year) == [2025])
    let copied = backups + "/ledger-2025.archive.db"
    #expect(
      try Data(contentsOf: URL(filePath: copied))
        == Data(contentsOf: URL(filePath: books.archive)))
    for name in ["one.db", "two.db"] {
      let verification = try Ledger.open(backups + "/" + name, readOnly: true).verify()
      #expect(verification.isIntact && verification.lines == 15, "\(verification.findings)")
    }
  }

  @Test func `a backup beside another file of that name is not made`() throws {
    let copied = backups + "/ledger-2025.archive.db"
    try Data("foreign".utf8).write(to: URL(filePath: copied))
    #expect(
      try ArchiveBooks.code { _ = try books.ledger.backUp(to: backups + "/one.db") }
        == .outputExists)
    #expect(!FileManager.default.fileExists(atPath: backups + "/one.db"))
    #expect(try Data(contentsOf: URL(filePath: copied)) == Data("foreign".utf8))
  }

  @Test func `a backup is restored with its archives, and not without`() throws {
    _ = try books.ledger.backUp(to: backups + "/one.db")
    let folder = books.books.folder + "/again"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let restored = try Ledger.restore(backups + "/one.db", to: folder + "/books.db")
    #expect(restored.verification.isIntact && restored.archives.map(\.isCopied) == [true])
    #expect(
      try Set(FileManager.default.contentsOfDirectory(atPath: folder))
        .isSuperset(of: ["books.db", "ledger-2025.archive.db"]))
    #expect(try Ledger.open(folder + "/books.db").verify().isIntact)
    try FileManager.default.removeItem(atPath: backups + "/ledger-2025.archive.db")
    let third = books.books.folder + "/third"
    try FileManager.default.createDirectory(atPath: third, withIntermediateDirectories: true)
    #expect(
      try ArchiveBooks.code {
        _ = try Ledger.restore(backups + "/one.db", to: third + "/books.db")
      } == .archiveMissing)
    #expect(try FileManager.default.contentsOfDirectory(atPath: third).isEmpty)
  }

  @Test func `who restores without an archive is told where it was looked for`() throws {
    let backup = backups + "/one.db"
    _ = try books.ledger.backUp(to: backup)
    let copied = backups + "/ledger-2025.archive.db"
    let digest = try #require(try books.archive().digest).description
    let target = books.books.folder + "/books.db"
    func refusal() throws -> LedgerError {
      try #require(throws: LedgerError.self) { try Ledger.restore(backup, to: target) }
    }
    try FileManager.default.removeItem(atPath: copied)
    let missing = try refusal()
    #expect(missing.code == .archiveMissing)
    #expect(
      missing.message.description
        == "The lines of 2025 are looked for beside the backup, in \(copied), and there is no such file."
    )
    let help = missing.help.description
    #expect(help.hasPrefix("Nothing was restored."), "\(help)")
    #expect(help.contains("beside the former ledger") && help.contains(digest), "\(help)")
    #expect(!help.contains("where the backups are"), "\(help)")
    try Data("another".utf8).write(to: URL(filePath: copied))
    let changed = try refusal()
    #expect(changed.code == .archiveChanged)
    #expect(changed.message.description.hasSuffix("in \(copied), and that is another file."))
    #expect(changed.help.description == help)
    #expect(!FileManager.default.fileExists(atPath: target))
    // What is said helps.
    try FileManager.default.removeItem(atPath: copied)
    try FileManager.default.copyItem(atPath: books.archive, toPath: copied)
    let again = books.books.folder + "/again"
    try FileManager.default.createDirectory(atPath: again, withIntermediateDirectories: true)
    #expect(try Ledger.restore(backup, to: again + "/books.db").verification.isIntact)
  }

  @Test func `a backup whose archive was changed is not restored`() throws {
    _ = try books.ledger.backUp(to: backups + "/one.db")
    let copied = backups + "/ledger-2025.archive.db"
    chmod(copied, 0o600)
    var bytes = try Data(contentsOf: URL(filePath: copied))
    bytes[bytes.count - 5] ^= 1
    try bytes.write(to: URL(filePath: copied))
    let folder = books.books.folder + "/again"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    #expect(
      try ArchiveBooks.code {
        _ = try Ledger.restore(backups + "/one.db", to: folder + "/books.db")
      } == .archiveChanged)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
  }

  @Test func `doctor knows archives, misses one, and sees what was left behind`() throws {
    func check() throws -> Examination.Check {
      try #require(
        try Doctor.examine(books.path).checks.first { $0.name == "archives" })
    }
    #expect(try check().state == .ok)
    let draft = books.archive + ".new-4711"
    try Data("half".utf8).write(to: URL(filePath: draft))
    #expect(try check().state == .warning)
    try FileManager.default.removeItem(atPath: draft)
    try FileManager.default.moveItem(
      atPath: books.archive, toPath: books.books.folder + "/away")
    #expect(try check().state == .wrong)
    let fresh = try TestLedger()
    #expect(
      try Doctor.examine(fresh.folder + "/ledger.db").checks
        .first { $0.name == "archives" }?.message.description == "No year is archived.")
  }
}
