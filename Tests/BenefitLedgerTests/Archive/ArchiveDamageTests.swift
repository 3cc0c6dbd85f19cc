import BenefitLedger
import Foundation
import GRDB
import Testing

/// An archive that is missing, or is not what was archived.
@Suite struct ArchiveDamageTests {
  private let books: ArchiveBooks

  init() throws {
    books = try ArchiveBooks()
    try books.archive()
    chmod(books.archive, 0o600)
  }

  @Test func `a ledger without its archive does not open, and opens again with it`() throws {
    let away = books.books.folder + "/away"
    try FileManager.default.moveItem(atPath: books.archive, toPath: away)
    #expect(try books.codeOfOpening() == .archiveMissing)
    try FileManager.default.moveItem(atPath: away, toPath: books.archive)
    #expect(try books.codeOfOpening() == nil)
  }

  @Test func `an archive of another year, ledger or length is refused`() throws {
    let kept = try Data(contentsOf: URL(filePath: books.archive))
    try (kept + Data([0])).write(to: URL(filePath: books.archive))
    #expect(try books.codeOfOpening() == .archiveChanged)
    try Data(count: kept.count).write(to: URL(filePath: books.archive))
    #expect(try books.codeOfOpening() == .archiveChanged)
    for change in ["year = 2024", "line_count = 9", "batches_root = zeroblob(32)"] {
      try kept.write(to: URL(filePath: books.archive))
      try edit("UPDATE archive SET \(change)")
      #expect(try books.codeOfOpening() == .archiveChanged, "\(change)")
    }
    try kept.write(to: URL(filePath: books.archive))
    try edit("PRAGMA application_id = 1112295250")
    #expect(try books.codeOfOpening() == .archiveChanged)
    try kept.write(to: URL(filePath: books.archive))
    #expect(try books.codeOfOpening() == nil)
  }

  @Test func `an archive that others may write is refused`() throws {
    chmod(books.archive, 0o620)
    #expect(try books.codeOfOpening() == .ledgerUnsafe)
  }

  private func edit(_ sql: String) throws {
    let queue = try DatabaseQueue(path: books.archive)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }

  @Test(arguments: [
    ("UPDATE line SET amount = amount + 1 WHERE line_no = 1", Finding.Kind.voucherSum),
    ("UPDATE line SET name = 'x' WHERE line_no = 2", .rootDiffers),
    ("UPDATE line SET person = person + 1 WHERE line_no = 2", .rootDiffers),
    ("UPDATE line SET voucher_no = voucher_no + 1 WHERE line_no = 2", .lineVoucher),
    ("DELETE FROM line WHERE line_no = 2", .lineMissing),
    ("UPDATE line SET line_no = 10 WHERE line_no = 2", .lineMissing),
  ])
  func `verify finds a changed line of an archive`(_ sql: String, _ kind: Finding.Kind) throws {
    try edit(sql)
    let verification = try Ledger.open(books.path, readOnly: true).verify()
    #expect(verification.kinds.contains(kind), "\(verification.findings)")
    #expect(verification.kinds.contains(.archiveChanged))
  }

  @Test func `a line that is in the ledger and in its archive is found`() throws {
    try TamperedBooks.edit(
      books.path,
      """
      INSERT INTO line SELECT 2, batch_no, voucher_no, file_line, person, month, benefit_id,
        occurrence, amount, unit_id, channel_id, fund_id, account, name, document, reason, obligor,
        corrects_line_no FROM line LIMIT 1
      """)
    #expect(try !books.ledger.verify().isIntact)
  }

  @Test func `a record of an archive that somebody changed is found`() throws {
    for change in ["year = 2024", "first_line_no = 2", "batch_count = 1"] {
      let kept = try Data(contentsOf: URL(filePath: books.path))
      try TamperedBooks.checkpoint(books.path)
      let ledger = try Data(contentsOf: URL(filePath: books.path))
      try TamperedBooks.edit(books.path, "UPDATE archive SET \(change)")
      #expect(try books.codeOfOpening() == .archiveChanged, "\(change)")
      try ledger.write(to: URL(filePath: books.path))
      #expect(kept.count <= ledger.count)
    }
  }

  @Test func `every random edit of an archive is found`() throws {
    let seed = RandomEditsTests.first
    var random = SeededGenerator(seed)
    let kept = try Data(contentsOf: URL(filePath: books.archive))
    var refused = 0
    for number in 0..<200 {
      var bytes = kept
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0...1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 2:
        let end = min(place + 512, bytes.count)
        let zeros = Data(count: end - place)
        if bytes[place..<end] == zeros { continue }
        bytes.replaceSubrange(place..<end, with: zeros)
      default: bytes = bytes.prefix(place)
      }
      try bytes.write(to: URL(filePath: books.archive))
      do {
        let found = try !Ledger.open(books.path, readOnly: true).verify().isIntact
        #expect(found, "edit \(number) of seed \(seed) at \(place) is not found")
      } catch let error as LedgerError {
        refused += 1
        #expect([.unavailable, .inputOutput].contains(error.code.exit), "\(error)")
      }
    }
    #expect(refused < 150)
    try kept.write(to: URL(filePath: books.archive))
    #expect(try Ledger.open(books.path, readOnly: true).verify().isIntact)
  }
}
