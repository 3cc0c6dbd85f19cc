import Foundation
import Testing

@testable import BenefitLedger

/// What somebody can do who may write the ledger's file and has the program.
///
/// He can make a ledger that is sound in itself. Without an anchor outside nobody can tell; with one,
/// `verify` does.
@Suite struct AttackTests {
  /// Puts a ledger in the place of another.
  private static func replace(_ trust: TrustBooks, by bytes: Data) throws -> Ledger {
    let path = trust.books.folder + "/replaced.db"
    try bytes.write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    return try Ledger.open(path, readOnly: true)
  }

  private static func bytes(_ path: String) throws -> Data {
    try TamperedBooks.checkpoint(path)
    return try Data(contentsOf: URL(filePath: path))
  }

  @Test func `a ledger rolled back to an older copy is found with a checkpoint only`() throws {
    let trust = try TrustBooks()
    try trust.checkpoint()
    let older = try Self.bytes(trust.path)
    try trust.books.post(.paid, TestLedger.list([Person.dung]), name: "later.csv")
    try trust.checkpoint()
    let attacked = try Self.replace(trust, by: older)
    #expect(try attacked.verify().isIntact)
    #expect(try trust.verify(attacked).kinds == [.checkpointAhead])
  }

  @Test func `a last batch that was cut off is found with a checkpoint only`() throws {
    let trust = try TrustBooks()
    try trust.books.post(.advance, "unit,fund,amount\n79-S1,retirement,7000000\n")
    try trust.checkpoint()
    let attacked = try Self.replace(trust, by: try Self.bytes(trust.path))
    try TamperedBooks.edit(
      attacked.store.location,
      """
      DELETE FROM balance WHERE account_id IN (SELECT account_id FROM account a WHERE NOT EXISTS (
        SELECT 1 FROM voucher v WHERE v.batch_no < 4
          AND a.account_id IN (v.debit_account_id, v.credit_account_id)));
      UPDATE balance SET
        debit = debit - (SELECT ifnull(sum(amount), 0) FROM voucher v
          WHERE v.batch_no = 4 AND v.debit_account_id = account_id),
        credit = credit - (SELECT ifnull(sum(amount), 0) FROM voucher v
          WHERE v.batch_no = 4 AND v.credit_account_id = account_id);
      DELETE FROM voucher WHERE batch_no = 4;
      DELETE FROM account WHERE NOT EXISTS (SELECT 1 FROM voucher v
        WHERE account_id IN (v.debit_account_id, v.credit_account_id));
      DELETE FROM batch WHERE batch_no = 4
      """)
    let alone = try attacked.verify()
    #expect(alone.isIntact, "\(alone.findings)")
    #expect(try trust.verify(attacked).kinds == [.checkpointAhead])
  }

  @Test func `a ledger made anew with another amount is found with a checkpoint only`() throws {
    let trust = try TrustBooks()
    try trust.checkpoint()
    // The same lists, the same people, the same days, and one amount that is not the same.
    let forged = try TrustBooks(due: 5_000_001)
    try forged.books.post(.paid, TestLedger.list([Person.dung]), name: "later.csv")
    let attacked = try Self.replace(trust, by: try Self.bytes(forged.path))
    #expect(try attacked.verify().isIntact)
    let found = try trust.verify(attacked)
    #expect(found.kinds == [.checkpointDiffers])
    #expect(found.findings.first?.message.hasPrefix("Batches 1 to 3 ") == true)
  }

  @Test func `who has the key as well can sign what he likes`() throws {
    // What no signature can do: the anchor is the copy that the attacker cannot reach.
    let trust = try TrustBooks()
    try trust.checkpoint()
    let forged = try TrustBooks(due: 5_000_001)
    let request = CheckpointRequest(key: trust.key, date: try forged.books.day())
    let signed = try forged.ledger.checkpoint(request).checkpoint
    let check = CheckpointCheck([signed], key: trust.key.verifierKey)
    #expect(try forged.ledger.verify(against: check).isIntact)
    #expect(try !trust.verify(forged.ledger).isIntact)
  }
}
