import Foundation
import Testing

@testable import BenefitLedger

@Suite struct CheckpointTests {
  @Test func `a checkpoint says where journal and register end, and its key signed it`() throws {
    let trust = try TrustBooks()
    let made = try trust.checkpoint()
    let verification = try trust.ledger.verify()
    let checkpoint = made.checkpoint.checkpoint
    #expect(made.isAdded && checkpoint.origin == "bhxh-79")
    #expect(checkpoint.size == 3 && checkpoint.record == verification.record)
    #expect(checkpoint.register == verification.register)
    #expect(made.checkpoint.isSigned(by: trust.key.verifierKey))
    #expect(!made.checkpoint.isSigned(by: SigningKey(name: "bhxh-79").verifierKey))
    #expect(try CheckpointFile.last(trust.file) == made.checkpoint)
    #expect(try CheckpointFile.last(trust.file + "-none") == nil)
  }

  @Test func `the root is that of the seals, which verify recomputes`() throws {
    let trust = try TrustBooks()
    var seals: [Digest] = []
    for batch in try trust.ledger.batches() { seals.append(batch.seal) }
    var tree = MerkleTree()
    for seal in seals { tree.append(Digest.sha256([0] + seal.bytes)) }
    #expect(seals.count == 3)
    #expect(try trust.checkpoint().checkpoint.checkpoint.root == tree.root)
  }

  @Test func `a ledger without batches has a checkpoint, and what follows continues it`() throws {
    let books = try TestLedger()
    let key = SigningKey(name: "empty")
    let made = try books.ledger.checkpoint(
      CheckpointRequest(key: key, date: try books.day(), file: books.folder + "/c"))
    #expect(made.checkpoint.checkpoint.size == 0)
    #expect(made.checkpoint.checkpoint.root == Digest.sha256([]))
    try books.due([Person.an])
    let check = CheckpointCheck([made.checkpoint], key: key.verifierKey)
    #expect(try books.ledger.verify(against: check).isIntact)
  }

  @Test func `checkpoints are added one after the other, for their owner alone`() throws {
    let trust = try TrustBooks()
    try trust.checkpoint()
    let first = try Data(contentsOf: URL(filePath: trust.file))
    let mode = try FileManager.default.attributesOfItem(atPath: trust.file)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    // Nothing was posted, and it is the same day: the same checkpoint, once.
    #expect(try !trust.checkpoint().isAdded)
    #expect(try Data(contentsOf: URL(filePath: trust.file)) == first)
    // On another day the same state is said again.
    #expect(try trust.checkpoint(on: "2026-10-06").isAdded)
    try trust.books.post(.paid, TestLedger.list([Person.dung]), name: "later.csv")
    #expect(try trust.checkpoint(on: "2026-10-06").isAdded)
    let all = try Data(contentsOf: URL(filePath: trust.file))
    #expect(all.starts(with: first))
    #expect(try CheckpointFile.read(trust.file).map(\.checkpoint.size) == [3, 3, 4])
    let verification = try trust.verify()
    #expect(verification.isIntact, "\(verification.findings)")
    let checkpoints = try #require(verification.checkpoints)
    #expect(checkpoints.entries.allSatisfy { $0.isContinued && $0.isSigned == true })
  }

  @Test func `a ledger that grew continues its checkpoint, and says by which path`() throws {
    let trust = try TrustBooks()
    let old = try trust.checkpoint().checkpoint.checkpoint
    for person in [Person.dung, Person.an] {
      try trust.books.post(.paid, TestLedger.list([person]), name: "\(person.suffix(3)).csv")
    }
    try trust.books.hold("person,reason,from,to\n\(Person.chi),x,2026-11-01,\n")
    let verification = try trust.verify()
    #expect(verification.isIntact)
    let checkpoints = try #require(verification.checkpoints)
    #expect(checkpoints.size == 5)
    #expect(
      MerklePath.isConsistent(
        from: 3, old.root, to: 5, checkpoints.root, checkpoints.consistency))
    #expect(try trust.checkpoint().checkpoint.checkpoint.root == checkpoints.root)
  }

  @Test func `a checkpoint that was altered, or is another key's, is found`() throws {
    let trust = try TrustBooks()
    try trust.checkpoint()
    let other = SigningKey(name: "bhxh-79").verifierKey
    #expect(try trust.verify(key: other).kinds == [.checkpointSignature])
    let text = try String(contentsOfFile: trust.file, encoding: .utf8)
    let altered = text.replacing("date 2026-10-05", with: "date 2026-10-04")
    try altered.write(toFile: trust.file, atomically: true, encoding: .utf8)
    #expect(try trust.verify().kinds == [.checkpointSignature])
    // Who does not name the key is not told, and the answer says that it was not looked at.
    let check = CheckpointCheck(try CheckpointFile.read(trust.file))
    let unsigned = try trust.ledger.verify(against: check)
    #expect(unsigned.isIntact && unsigned.checkpoints?.entries.first?.isSigned == nil)
  }

  @Test func `nothing is signed that does not continue what was signed before`() throws {
    let trust = try TrustBooks()
    let older = try Data(contentsOf: URL(filePath: trust.path))
    try trust.books.post(.paid, TestLedger.list([Person.dung]), name: "later.csv")
    try trust.checkpoint()
    let before = try Data(contentsOf: URL(filePath: trust.file))
    let other = try TrustBooks(due: 6_000_000)
    let request = CheckpointRequest(key: trust.key, date: try other.books.day(), file: trust.file)
    #expect(code { try other.ledger.checkpoint(request) } == .checkpointNotContinued)
    // Nor by another key, whose file it is not.
    let stranger = CheckpointRequest(
      key: SigningKey(name: "x"), date: try other.books.day(), file: trust.file)
    #expect(code { try trust.ledger.checkpoint(stranger) } == .checkpointNotContinued)
    #expect(try Data(contentsOf: URL(filePath: trust.file)) == before)
    #expect(!older.isEmpty)
  }

  @Test func `a batch that is missing stops the signing`() throws {
    let trust = try TrustBooks()
    try TamperedBooks.edit(trust.path, "DELETE FROM batch WHERE batch_no = 2")
    #expect(code { try trust.checkpoint() } == .ledgerDamaged)
    #expect(!FileManager.default.fileExists(atPath: trust.file))
  }

  @Test func `a file that holds something else is not added to`() throws {
    let trust = try TrustBooks()
    for text in ["x", "\n", "bhxh-79\n3\n"] {
      try text.write(toFile: trust.file, atomically: true, encoding: .utf8)
      #expect(code { try trust.checkpoint() } == .checkpointMalformed)
      #expect(try String(contentsOfFile: trust.file, encoding: .utf8) == text)
    }
    try FileManager.default.removeItem(atPath: trust.file)
    try trust.checkpoint()
    // A checkpoint that a power cut left unfinished.
    let text = try String(contentsOfFile: trust.file, encoding: .utf8)
    try (text + "\nbhxh-79\n").write(toFile: trust.file, atomically: true, encoding: .utf8)
    #expect(code { try trust.checkpoint() } == .checkpointMalformed)
    #expect(code { try trust.verify() } == .checkpointMalformed)
  }

  @Test func `an empty file has no checkpoint to hold a ledger against`() throws {
    let trust = try TrustBooks()
    try "".write(toFile: trust.file, atomically: true, encoding: .utf8)
    #expect(code { try trust.verify() } == .checkpointMalformed)
    #expect(try trust.checkpoint().isAdded)
    #expect(code { try CheckpointFile.read(trust.file + "-none") } == .fileMissing)
  }

  @Test func `the register's end is held against checkpoints too`() throws {
    let trust = try TrustBooks()
    try trust.books.hold("person,reason,from,to\n\(Person.chi),x,2026-11-01,\n")
    try trust.checkpoint()
    #expect(try trust.verify().isIntact)
    try TamperedBooks.edit(
      trust.path,
      "DELETE FROM hold; DELETE FROM record WHERE record_no = (SELECT max(record_no) FROM record)")
    #expect(try trust.ledger.verify().isIntact)
    #expect(try trust.verify().kinds == [.checkpointRegister])
  }

  @Test func `the first batch that differs from several checkpoints is narrowed down`() throws {
    let one = try TrustBooks()
    try one.checkpoint()
    let same = try TrustBooks()
    try FileManager.default.copyItem(atPath: one.file, toPath: same.file)
    for (books, amount) in [(one, 1), (same, 2)] {
      try books.books.post(
        .due,
        "person,benefit,month,amount,site,channel\n\(Person.an),pension,2026-12,\(amount),79-S1,cash\n"
      )
    }
    try one.checkpoint()
    let check = CheckpointCheck(try CheckpointFile.read(one.file), key: one.key.verifierKey)
    let verification = try same.ledger.verify(against: check)
    #expect(verification.kinds == [.checkpointDiffers])
    #expect(verification.findings.first?.message.hasPrefix("Batches 4 to 4 ") == true)
    #expect(verification.checkpoints?.entries.map(\.isContinued) == [true, false])
  }
}
