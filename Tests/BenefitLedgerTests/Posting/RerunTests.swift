import BenefitLedger
import Testing

/// What a clerk is told who posts a file a second time, or posts it under an earlier day.
@Suite struct RerunTests {
  private let books = Result { try TestLedger() }
  private let contribution = "unit,fund,amount,document\n79-A,retirement,7000000,PT 1\n"
  private let both = TestLedger.list([Person.an, Person.binh])
  private let earlier = Envelope(date: CivilDate("2026-08-01"))

  private func first(_ receipt: Receipt) throws -> Diagnostic {
    try #require(receipt.diagnosis.diagnostics.first)
  }

  // MARK: The same rows under another envelope

  @Test func `the same movements under another date are posted with a warning`() throws {
    let books = try books.get()
    #expect(try books.post(.contribution, contribution, name: "r1.csv").codes == [])
    let again = try books.post(
      .contribution, contribution, name: "r2.csv", envelope: earlier)
    #expect(again.state == .posted && again.batch == 2 && again.codes == [.sameRowsAgain])
    let warning = try first(again)
    #expect(warning.isWarning)
    #expect(warning.message.contains("batch 1, file r1.csv, posted with date 2026-10-05"))
    #expect(warning.help.contains("benefit-ledger batch reverse 2 --reason"))
    #expect(try books.balance("bank/retirement") == 14_000_000)
  }

  @Test func `other line ends, an envelope and other columns do not hide the same rows`() throws {
    let books = try books.get()
    try books.post(.contribution, contribution)
    let windows = contribution.replacing("\n", with: "\r\n")
    #expect(try books.post(.contribution, windows).codes == [.sameRowsAgain])
    let declared = "#batch period=2026-10\n" + contribution
    #expect(try books.post(.contribution, declared).codes == [.sameRowsAgain])
    let moved = "document,amount,fund,unit\nPT 1,7000000,retirement,79-A\n"
    #expect(try books.post(.contribution, moved).codes == [.sameRowsAgain])
    let other = contribution.replacing("PT 1", with: "PT 2")
    #expect(try books.post(.contribution, other).codes == [])
    #expect(try books.post(.budget, contribution).codes == [])
  }

  @Test func `two references tell the same rows apart, one does not`() throws {
    let books = try books.get()
    try books.post(.advance, contribution, envelope: Envelope(reference: "A-1"))
    #expect(
      try books.post(.advance, contribution, envelope: Envelope(reference: "A-2")).codes == [])
    #expect(
      try books.post(.advance, contribution, envelope: earlier).codes == [.sameRowsAgain])
  }

  @Test func `a batch that was reversed has no rows any more`() throws {
    let books = try books.get()
    try books.post(.contribution, contribution)
    try books.reverse(1)
    #expect(try books.post(.contribution, contribution).codes == [])
  }

  @Test func `the same premium again is warned of, row by row and not voucher by voucher`() throws {
    let books = try books.get()
    let two = contribution + "79-S1,retirement,50,PT 2\n"
    try books.post(.premium, two)
    #expect(try books.post(.premium, two, envelope: earlier).codes == [.sameRowsAgain])
    let swapped = contribution.replacing("7000000", with: "50") + "79-S1,retirement,7000000,PT 2\n"
    #expect(try books.post(.premium, swapped).codes == [])
  }

  @Test func `a recovery posted again is warned of, also by a dry run`() throws {
    let books = try books.get()
    try books.due([Person.an])
    try books.post(.paid, TestLedger.list([Person.an]))
    try books.post(.overpaid, TestLedger.list([Person.an]))
    let part = TestLedger.list([Person.an], amount: 1_000_000)
    #expect(try books.post(.recovered, part).codes == [])
    let other = Envelope(period: Month("2026-11"))
    let checked = try books.post(.recovered, part, envelope: other, dryRun: true)
    #expect(checked.state == .checked && checked.codes == [.sameRowsAgain])
    #expect(try first(checked).help.hasSuffix("do not post it."))
    #expect(try books.post(.recovered, part, envelope: other).codes == [.sameRowsAgain])
    #expect(
      try books.post(.contribution, contribution, dryRun: true).diagnosis.diagnostics.isEmpty)
    try books.post(.contribution, contribution)
    let again = try books.post(
      .contribution, contribution, envelope: earlier, dryRun: true)
    #expect(again.state == .checked && again.codes == [.sameRowsAgain])
    // Money that obligations guard is refused, not warned of.
    #expect(
      try books.post(.overpaid, TestLedger.list([Person.an]), envelope: other).state == .refused)
  }

  @Test func `what waits for approval is compared too, and again when it is approved`() throws {
    let books = try FourEyesBooks()
    #expect(try books.post(.contribution, contribution).codes == [])
    let again = try books.post(
      .contribution, contribution, envelope: Envelope(period: Month("2026-10")))
    #expect(again.state == .submitted && again.codes == [.sameRowsAgain])
    #expect(try first(again).message.contains("submission 1, file list.csv"))
    #expect(try first(again).help.contains("benefit-ledger batch reject 2 --reason"))
    #expect(try books.approve(1).codes == [])
    let approved = try books.approve(2)
    #expect(approved.state == .posted && approved.codes == [.sameRowsAgain])
    #expect(try first(approved).message.contains("batch 1, file list.csv"))
    #expect(try books.ledger.verify().isIntact)
  }

  // MARK: Lines undone since

  @Test func `a file posted again says how many of its lines were undone and are open`() throws {
    let books = try books.get()
    try books.due([Person.an, Person.binh, Person.chi])
    let three = TestLedger.list([Person.an, Person.binh, Person.chi])
    try books.post(.paid, three)
    try books.post(.paid, both, undoing: "wrong day")
    try books.post(.paid, TestLedger.list([Person.an]), name: "an.csv")
    let again = try books.post(.paid, three)
    #expect(again.alreadyPosted && again.batch == 2 && again.codes == [.linesUndoneSince])
    let warning = try first(again)
    #expect(
      warning.message
        == "2 lines of batch 2 were undone since by batch 3; 1 of them is open again.")
    #expect(try books.post(.paid, three, dryRun: true).codes == [.linesUndoneSince])
    try books.post(.paid, TestLedger.list([Person.binh]), name: "binh.csv")
    #expect(try first(books.post(.paid, three)).message.hasSuffix("0 of them are open again."))
  }

  @Test func `all lines undone and one paid again: the rest is named as open`() throws {
    let books = try books.get()
    try books.due([Person.an, Person.binh])
    try books.post(.paid, both)
    try books.post(.paid, both, undoing: "wrong day")
    try books.post(.paid, TestLedger.list([Person.an]), name: "an.csv")
    let again = try books.post(.paid, both)
    #expect(again.alreadyPosted && again.codes == [.linesUndoneSince])
    #expect(try first(again).message.contains("1 of them is open again"))
    #expect(
      try books.ledger.totals(TotalsQuery(where: [try #require(TotalsFilter(.event, "paid"))])).rows
        .first?.amount == 5_000_000)
  }

  // MARK: Nothing of a batch stands

  @Test func `a file of which every line was undone is posted anew, reference and all`() throws {
    let books = try books.get()
    try books.due([Person.an, Person.binh])
    let list = "#batch reference=R-1\n" + both
    try books.post(.paid, list)
    try books.post(.paid, both, undoing: "wrong day")
    #expect(try books.post(.paid, list, dryRun: true).state == .checked)
    let anew = try books.post(.paid, list)
    #expect(anew.state == .posted && !anew.alreadyPosted && anew.batch == 4)
    #expect(try books.post(.paid, list).alreadyPosted)
    #expect(try books.balance("payable/retirement/79-S1") == 0)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `a due that was undone line by line is posted anew by the same file`() throws {
    let books = try books.get()
    try books.due([Person.an, Person.binh])
    try books.post(.due, both, undoing: "wrong month")
    let anew = try books.due([Person.an, Person.binh])
    #expect(anew.state == .posted && !anew.alreadyPosted && anew.batch == 3)
    #expect(try books.balance("payable/retirement/79-S1") == -10_000_000)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `a second return of a file with a reference is told where to change it`() throws {
    let books = try books.get()
    let one = "#batch reference=R-1\n" + TestLedger.list([Person.an])
    try books.due([Person.an])
    try books.post(.paid, one)
    try books.post(.returned, one)
    try books.post(.reissued, one)
    let again = try books.post(.returned, one)
    #expect(again.codes == [.couldBeTakenAgain])
    #expect(try first(again).help.contains("in the file's first line, where it declares “R-1”"))
    let differs = try books.post(.returned, one, envelope: Envelope(reference: "R-2"))
    #expect(differs.codes == [.envelopeDisagrees])
    let dated = try books.post(.returned, one, envelope: earlier)
    #expect(dated.codes == [.referenceUsed])
    #expect(
      try first(dated).message.hasSuffix("which has the same bytes and another date or period."))
  }

  // MARK: Dated before what it follows

  @Test func `a payment dated before its due is posted with one warning`() throws {
    let books = try books.get()
    try books.due([Person.an, Person.binh])
    let checked = try books.post(.paid, both, envelope: earlier, dryRun: true)
    #expect(checked.codes == [.datedBefore])
    let paid = try books.post(.paid, both, envelope: earlier)
    #expect(paid.state == .posted && paid.codes == [.datedBefore])
    #expect(
      try first(paid).message.contains(
        "Dated 2026-08-01, before what it follows: batch 1 of 2026-10-05 (2 lines follow later steps, "
          + "first: line 2)"))
  }

  @Test func `only lines that follow a later step are counted`() throws {
    let books = try books.get()
    try books.due([Person.an])
    try books.post(
      .due,
      "person,benefit,month,amount,site,channel\n\(Person.binh),pension,2026-10,5000000,79-S1,cash\n",
      today: "2026-10-09")
    let day = Envelope(date: CivilDate("2026-10-08"))
    let paid = try books.post(.paid, both, envelope: day)
    #expect(try first(paid).message.contains("batch 2 of 2026-10-09 (1 line follows"))
    #expect(try first(paid).message.contains("first: line 3"))
    #expect(try books.post(.returned, both, today: "2026-10-09").codes == [])
  }

  @Test func `what undoes is not dated before what it undoes without a word`() throws {
    let books = try books.get()
    try books.due([Person.an, Person.binh])
    try books.post(.paid, both)
    let undone = try books.post(
      .paid, TestLedger.list([Person.an]), envelope: earlier, undoing: "wrong")
    #expect(undone.state == .posted && undone.codes == [.datedBefore])
    try books.post(.contribution, contribution)
    var request = ReversalRequest(
      batch: 4, reason: "wrong", maker: "clerk", date: try #require(CivilDate("2026-09-01")))
    request.isDryRun = true
    #expect(try books.ledger.reverse(request).receipts[0].codes == [.datedBefore])
    request.isDryRun = false
    let reversal = try books.ledger.reverse(request).receipts[0]
    #expect(reversal.state == .posted && reversal.codes == [.datedBefore])
    #expect(
      try first(reversal).message.hasPrefix("Dated 2026-09-01, before what it follows: batch 4"))
  }
}
