import Foundation
import Testing

@testable import BenefitLedger

/// What says the same in another form, or stands beside what is sealed, is not what was written.
@Suite struct OneFormTests {
  static let changes: [(sql: String, kind: Finding.Kind)] = [
    // Nothing stands for these values; the values themselves are not written.
    ("UPDATE line SET document = '' WHERE line_no = 1", .ledgerDamaged),
    ("UPDATE line SET obligor = person WHERE line_no = 1", .ledgerDamaged),
    ("UPDATE line SET corrects_line_no = 0 WHERE line_no = 1", .ledgerDamaged),
    ("UPDATE step SET remainder = amount WHERE line_no = 1", .ledgerDamaged),
    ("UPDATE step SET corrects_step_no = 0 WHERE line_no = 1", .ledgerDamaged),
    ("UPDATE voucher SET corrects_voucher_no = 0 WHERE voucher_no = 4", .voucherDiffers),
    ("UPDATE voucher SET unit_id = 0 WHERE voucher_no = 1", .voucherDiffers),
    ("UPDATE voucher SET benefit_id = 0 WHERE voucher_no = 2", .voucherDiffers),
    ("UPDATE voucher SET month = 0 WHERE voucher_no = 2", .voucherDiffers),
    // What no digest covers.
    ("INSERT INTO account VALUES (99, 1, 1, 0)", .accountDiffers),
    ("DELETE FROM ledger", .controlChanged),
    ("UPDATE ledger SET control = 'x'", .controlChanged),
    ("UPDATE ledger SET ledger_id = 2", .controlChanged),
    ("INSERT INTO ledger VALUES (2, 'single')", .controlChanged),
    ("UPDATE record SET file_sha256 = x'01' WHERE file_sha256 IS NULL", .registerChanged),
  ]

  @Test(arguments: changes.indices)
  func `another form is found`(_ index: Int) throws {
    let (sql, kind) = Self.changes[index]
    let verification = try TamperedBooks.verify(after: sql)
    #expect(verification.kinds.contains(kind), "\(sql)\n\(verification.findings.map(\.message))")
  }

  static let kept: [(sql: String, kind: Finding.Kind)] = [
    ("UPDATE reservation SET person = person + 1 WHERE file_line = 2", .reservationDiffers),
    ("UPDATE reservation SET occurrence = 2 WHERE file_line = 2", .reservationDiffers),
    ("UPDATE reservation SET month = 202611 WHERE file_line = 2", .reservationDiffers),
    ("UPDATE reservation SET benefit_id = 2 WHERE file_line = 2", .reservationDiffers),
    ("UPDATE reservation SET file_line = 9 WHERE file_line = 2", .reservationDiffers),
    ("UPDATE submission_chunk SET chunk_no = 1 WHERE submission_no = 1", .submissionDiffers),
    (
      "INSERT INTO submission_chunk VALUES (1, 1, x'')", .submissionDiffers
    ),
    ("UPDATE submission SET file_bytes = 9223372036854775807", .registerChanged),
    ("UPDATE submission_reading SET sheet = 'x'", .submissionDiffers),
    ("UPDATE submission_reading SET profile = profile || char(10)", .submissionDiffers),
    ("UPDATE submission_reading SET submission_no = 1", .submissionDiffers),
    ("DELETE FROM submission_reading", .submissionDiffers),
    ("INSERT INTO submission_reading VALUES (9, 'x', NULL)", .reservationDiffers),
  ]

  @Test(arguments: kept.indices)
  func `what is kept for submissions is what was submitted`(_ index: Int) throws {
    let (sql, kind) = Self.kept[index]
    let books = try FourEyesBooks()
    try books.post(.due, FourEyesBooks.due([Person.an, Person.binh]))
    let posted = ProfilePostingTests.cases[0]
    var request = PostingRequest(
      posted.event, [.memory(name: "sheet.csv", bytes: Array(posted.text.utf8))],
      today: try #require(CivilDate(TestLedger.today)))
    request.key = books.keys["lan"]
    request.reading = try ProfilePostingTests.reading(posted)
    #expect(try books.ledger.post(request).receipts.first?.state == .submitted)
    #expect(try books.ledger.verify().isIntact)
    try books.edit(sql)
    let verification = try books.ledger.verify()
    #expect(verification.kinds.contains(kind), "\(sql)\n\(verification.findings.map(\.message))")
  }

  @Test func `who is held or linked since does not make a reservation another`() throws {
    let books = try FourEyesBooks()
    try books.post(.due, FourEyesBooks.due([Person.an, Person.binh]))
    try books.hold(Person.binh)
    try books.link(by: "lan")
    try books.link(by: "minh")
    let verification = try books.ledger.verify()
    #expect(verification.isIntact, "\(verification.findings)")
    // The order to undo a batch reserves what the batch has.
    try books.book(.due, FourEyesBooks.due([Person.chi]))
    let undo = ReversalRequest(
      batch: 1, reason: "wrong", maker: "x", date: try books.today())
    var signed = undo
    signed.key = books.keys["lan"]
    #expect(try books.ledger.reverse(signed).receipts.first?.state == .submitted)
    #expect(try books.ledger.verify().isIntact)
    try books.edit("UPDATE reservation SET occurrence = 3 WHERE person = 40170000033")
    #expect(try books.ledger.verify().kinds == [.reservationDiffers])
  }
}
