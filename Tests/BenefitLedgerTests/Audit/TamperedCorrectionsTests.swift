import BenefitLedger
import Foundation
import Testing

/// A correction changed behind the program's back is found like any other row.
@Suite struct TamperedCorrectionsTests {
  /// Two dues (batch 1), their payment (2), one payment undone by a list (3), an advance (4) undone as
  /// a whole (5), a due of another month (6) undone as a whole (7) and posted again (8).
  private static let original = Result { () throws -> Data in
    let books = try TestLedger()
    try books.due([Person.an, Person.binh])
    try books.post(.paid, TestLedger.list([Person.an, Person.binh]))
    try books.post(.paid, TestLedger.list([Person.an]), undoing: "signed by another")
    try books.post(.advance, "unit,fund,amount\n79-S1,retirement,7000000\n")
    try books.reverse(4)
    let due =
      "person,benefit,month,amount,site,channel\n\(Person.chi),pension,2026-11,3,40-S1,cash\n"
    try books.post(.due, due)
    try books.reverse(6)
    try books.post(.due, due)
    #expect(try books.ledger.verify().isIntact)
    try TamperedBooks.checkpoint(books.folder + "/ledger.db")
    return try Data(contentsOf: URL(filePath: books.folder + "/ledger.db"))
  }

  static let changes: [(sql: String, kind: Finding.Kind)] = [
    ("UPDATE line SET corrects_line_no = 4 WHERE line_no = 5", .rootDiffers),
    ("UPDATE line SET corrects_line_no = NULL WHERE line_no = 5", .valueImpossible),
    ("UPDATE line SET amount = -1 WHERE line_no = 5", .rootDiffers),
    ("UPDATE line SET obligor = 7 WHERE line_no = 5", .stepMissing),
    ("UPDATE step SET corrects_step_no = 1 WHERE line_no = 5", .stepIllegal),
    ("UPDATE step SET corrects_step_no = NULL WHERE line_no = 5", .stepIllegal),
    ("UPDATE step SET remainder = 1 WHERE line_no = 5", .stepIllegal),
    ("UPDATE step SET remainder = 1 WHERE line_no = 1", .stepIllegal),
    ("UPDATE step SET to_state_id = 3 WHERE line_no = 5", .stepIllegal),
    ("UPDATE step SET amount = 5 WHERE line_no = 5", .stepIllegal),
    ("UPDATE step SET unit_id = 6 WHERE line_no = 5", .stepIllegal),
    ("UPDATE voucher SET corrects_voucher_no = 1 WHERE batch_no = 3", .voucherDiffers),
    ("UPDATE voucher SET corrects_voucher_no = NULL WHERE batch_no = 5", .voucherDiffers),
    ("UPDATE voucher SET amount = -6000000 WHERE batch_no = 5", .batchTotal),
    ("UPDATE voucher SET line_count = 1 WHERE batch_no = 3", .voucherSum),
    ("UPDATE batch SET is_correction = 0 WHERE batch_no = 5", .sealDiffers),
    ("UPDATE batch SET reverses_batch_no = NULL WHERE batch_no = 5", .sealDiffers),
    ("UPDATE batch SET reverses_batch_no = 1 WHERE batch_no = 7", .batchNumbers),
    ("UPDATE batch SET reason = 'another' WHERE batch_no = 5", .sealDiffers),
    ("UPDATE batch SET left_out = 3 WHERE batch_no = 1", .sealDiffers),
    ("UPDATE batch SET approvers = 'director' WHERE batch_no = 1", .sealDiffers),
    ("UPDATE balance SET debit_reversed = 0 WHERE debit_reversed > 0", .balanceDiffers),
    (
      """
      UPDATE balance SET debit = debit - debit_reversed, debit_reversed = 0
      WHERE debit_reversed > 0
      """, .balanceDiffers
    ),
  ]

  @Test(arguments: changes.indices)
  func `a changed correction is found`(_ index: Int) throws {
    let (sql, kind) = Self.changes[index]
    let folder = NSTemporaryDirectory() + "benefit-ledger-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let copy = folder + "/ledger.db"
    try Self.original.get().write(to: URL(filePath: copy))
    try TamperedBooks.edit(copy, sql)
    let verification = try Ledger.open(copy, readOnly: true).verify()
    #expect(
      verification.kinds.contains(kind), "\(sql)\n\(verification.findings.map(\.message))")
  }
}
