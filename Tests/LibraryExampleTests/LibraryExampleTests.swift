import BenefitLedger
import Testing

/// The example of the library's page, compiled and run: it imports `BenefitLedger` and nothing else
/// of this package.
@Suite struct LibraryExampleTests {
  @Test func `a program opens a ledger, posts, reads totals and reconciles`() throws {
    let desk = try Desk()
    let location = desk.path("ledger.db")
    let sites = desk.path("sites.csv")
    let paidList = desk.path("paid.csv")
    try desk.write(
      "sites.csv",
      """
      code,name,kind,parent
      40,Tỉnh Nghệ An,province,
      40-00001,Điểm chi trả Hưng Lộc,site,40

      """)
    try desk.write(
      "paid.csv",
      """
      person,benefit,month,amount
      040160062725,pension,2026-10,3500000

      """)
    var lines: [String] = []

    // example begins
    // A ledger is made once, with the units of the organisation.
    _ = try Ledger.create(at: location, sites: sites)
    let ledger = try Ledger.open(location)

    // A batch made in memory: what is owed.
    let owed = """
      person,benefit,month,amount,site,channel,account
      040160062725,pension,2026-10,3500000,40-00001,bank,970436:0071000123456
      040198765432,survivor,2026-10,1025300,40-00001,bank,970418:12010000543210

      """
    let due = try ledger.post(
      PostingRequest(
        .due, [.memory(name: "october.csv", bytes: Array(owed.utf8))],
        envelope: Envelope(reference: "DUE-2026-10", period: Month("2026-10"), count: 2)))
    for receipt in due.receipts {
      for mistake in receipt.diagnosis.diagnostics {
        lines.append("\(mistake.line): \(mistake.code.text) \(mistake.message.text(in: .en))")
      }
    }

    // A batch from a file: what was paid. The same file again answers with the same receipt.
    let paid = try ledger.post(PostingRequest(.paid, [.file(paidList)]))
    let again = try ledger.post(PostingRequest(.paid, [.file(paidList)]))
    precondition(again.receipts[0].batch == paid.receipts[0].batch)

    // Totals come from vouchers, so they take no longer for millions of payments.
    let totals = try ledger.totals(TotalsQuery(by: [.event, .benefit]))
    for row in totals.rows {
      let keys = row.values.map { $0?.description ?? "-" }.joined(separator: " ")
      lines.append("\(keys): \(row.count) for \(row.amount) đồng")
    }

    // Do the books agree, and are they what was posted?
    let reconciliation = try ledger.reconcileTotals()
    let verification = try ledger.verify()
    lines.append(reconciliation.agrees && verification.isIntact ? "agrees" : "differs")
    // example ends

    #expect(
      lines == [
        "due pension: 1 for 3500000 đồng", "due survivor: 1 for 1025300 đồng",
        "paid pension: 1 for 3500000 đồng", "agrees",
      ])
    #expect(due.exit == .done && due.lines == 2 && due.total == 4_525_300)
    #expect(again.receipts[0].alreadyPosted && again.lines == 0)
  }
}
