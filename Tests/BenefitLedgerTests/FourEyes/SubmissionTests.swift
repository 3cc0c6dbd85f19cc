import BenefitLedger
import Testing

/// What is submitted is checked as if it were posted, kept, and not posted.
@Suite struct SubmissionTests {
  @Test func `what is submitted moves no money until another approves it`() throws {
    let books = try FourEyesBooks()
    let submitted = try books.post(.due, FourEyesBooks.due([Person.an, Person.binh]))
    #expect(submitted.state == .submitted && submitted.submission == 1 && submitted.batch == nil)
    #expect(submitted.lines == 2 && submitted.total == 10_000_000)
    #expect(try books.ledger.batches().isEmpty)
    #expect(try books.ledger.totals(TotalsQuery(by: [])).count == 0)
    #expect(try books.ledger.verify().isIntact)

    let posted = try books.approve(1)
    #expect(posted.state == .posted && posted.batch == 1 && posted.submission == 1)
    let header = try books.ledger.batch(1).batch.header
    #expect(header.maker == "lan" && header.control.approvers == "minh")
    #expect(header.total == 10_000_000 && header.rowCount == 2)
    #expect(header.control.submission == (try books.ledger.submission(1).record))
    #expect(try books.kept() == 0)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `the batch is the one that a single person would have posted`() throws {
    let text = FourEyesBooks.due([Person.an, Person.chi, Person.dung])
    let single = try TestLedger()
    #expect(try single.post(.due, text).state == .posted)
    let books = try FourEyesBooks()
    try books.book(.due, text)
    let (theirs, ours) = (try single.ledger.batch(1), try books.ledger.batch(1))
    #expect(theirs.batch.root == ours.batch.root)
    #expect(theirs.vouchers == ours.vouchers)
  }

  @Test func `date and period are those of the day of submission`() throws {
    let books = try FourEyesBooks()
    _ = try books.post(
      .due, [("due.csv", FourEyesBooks.due([Person.an]))], today: "2026-09-30")
    let posted = try books.approve(1)
    #expect(posted.date == CivilDate("2026-09-30") && posted.period == Month("2026-09"))
  }

  @Test func `everything is refused that posting refuses`() throws {
    let books = try FourEyesBooks()
    try books.book(.due, FourEyesBooks.due([Person.an]))
    let head = "person,benefit,month,amount\n"
    for (event, text, codes) in [
      (Event.due, FourEyesBooks.due([Person.an]), [Code.alreadyPosted]),
      (.due, FourEyesBooks.due([Person.binh, Person.binh]), [.twiceInFile]),
      (.due, FourEyesBooks.due(["12345678901"]), [.personElevenDigits]),
      (.paid, head + "\(Person.binh),pension,2026-10,5000000\n", [.neverDue]),
      (.paid, head + "\(Person.an),pension,2026-10,4000000\n", [.otherAmount]),
      (.returned, head + "\(Person.an),pension,2026-10,5000000\n", [.stillDue]),
      (.advance, "unit,fund,amount\n79-S9,retirement,5\n", [.unitUnknown]),
    ] {
      // The very first list again is the first receipt, so the file has another row order.
      let refused = try books.post(event, text, envelope: Envelope(reference: "R-\(codes[0])"))
      #expect(refused.state == .refused && refused.codes == codes, "\(refused.codes) \(codes)")
      #expect(refused.submission == nil)
    }
    #expect(try books.ledger.submissions(onlyOpen: true).isEmpty)
    #expect(try books.kept() == 0)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `the same file answers with its first receipt until it is decided`() throws {
    let books = try FourEyesBooks()
    let text = FourEyesBooks.due([Person.an])
    try books.post(.due, text)
    let again = try books.post(.due, text, name: "copy.csv", by: "nga")
    #expect(again.state == .submitted && again.submission == 1 && again.alreadyPosted)
    try books.reject(1, by: "minh")
    let anew = try books.post(.due, text)
    #expect(anew.submission == 2 && !anew.alreadyPosted)
    try books.approve(2)
    let posted = try books.post(.due, text)
    #expect(posted.state == .posted && posted.batch == 1 && posted.alreadyPosted)
  }

  @Test func `what is declared must be met the second time too`() throws {
    let books = try FourEyesBooks()
    let text = FourEyesBooks.due([Person.an, Person.binh])
    try books.post(.due, text)
    let right = Envelope(count: 2, total: 10_000_000)
    #expect(try books.post(.due, text, envelope: right).submission == 1)
    #expect(
      try books.post(.due, text, envelope: Envelope(count: 3)).codes.contains(.countNotMet))
    try books.approve(1)
    // A list that corrects declares what is written in it, and answers with its receipt as well.
    let undo = "person,benefit,month,amount\n\(Person.an),pension,2026-10,5000000\n"
    let total = Envelope(total: 5_000_000)
    for isRepeated in [false, true] {
      let submitted = try books.post(.due, undo, envelope: total, reason: "died")
      #expect(submitted.submission == 2 && submitted.alreadyPosted == isRepeated)
    }
    try books.approve(2)
    #expect(try books.post(.due, undo, envelope: total, reason: "died").batch == 2)
  }

  @Test func `nobody submits a payment that waits already, and is told where it waits`() throws {
    let books = try FourEyesBooks()
    try books.post(.due, FourEyesBooks.due([Person.an, Person.binh]), name: "first.csv")
    let refused = try books.post(.due, FourEyesBooks.due([Person.chi, Person.binh]), by: "nga")
    #expect(refused.codes == [.reservedBySubmission])
    let mistake = try #require(refused.diagnosis.diagnostics.first)
    #expect(mistake.line == 3)
    #expect(mistake.message.contains("submission 1, file first.csv, line 3"))
    #expect(!mistake.message.contains(Person.binh))
    // The other person is not reserved by what was refused.
    #expect(try books.post(.due, FourEyesBooks.due([Person.chi])).submission == 2)
    let dry = try books.post(
      .due, [("dry.csv", FourEyesBooks.due([Person.an, Person.dung]))], by: nil, dryRun: true)
    #expect(dry.receipts.first?.codes == [.reservedBySubmission])
  }

  @Test func `of two files of one call with the same payment the second is refused`() throws {
    let books = try FourEyesBooks()
    let answer = try books.post(
      .due,
      [
        ("a.csv", FourEyesBooks.due([Person.an])),
        ("b.csv", FourEyesBooks.due([Person.binh, Person.an])),
        ("c.csv", FourEyesBooks.due([Person.chi])),
      ])
    #expect(answer.receipts.map(\.state) == [.submitted, .refused, .submitted])
    #expect(answer.receipts[1].codes == [.reservedBySubmission])
    #expect(answer.receipts[1].diagnosis.diagnostics.first?.message.contains("a.csv") == true)
    #expect(answer.lines == 0 && answer.submittedLines == 2)
  }

  @Test func `the whole list saved again is one sentence before the single ones`() throws {
    let books = try FourEyesBooks()
    try books.post(.due, FourEyesBooks.due([Person.an, Person.binh]))
    let again = try books.post(.due, FourEyesBooks.due([Person.binh, Person.an]))
    #expect(again.codes.allSatisfy { $0 == .reservedBySubmission })
    #expect(again.diagnosis.diagnostics.first?.message.hasPrefix("All 2 payments") == true)
  }

  @Test func `a reference is given once, to a submission too`() throws {
    let books = try FourEyesBooks()
    let envelope = Envelope(reference: "D-1")
    try books.post(.due, FourEyesBooks.due([Person.an]), envelope: envelope)
    let used = try books.post(.due, FourEyesBooks.due([Person.binh]), envelope: envelope)
    #expect(used.codes == [.referenceUsed])
    #expect(used.diagnosis.diagnostics.first?.message.contains("submission 1") == true)
    try books.reject(1, by: "lan")
    #expect(
      try books.post(.due, FourEyesBooks.due([Person.binh]), envelope: envelope).submission == 2)
  }

  @Test func `movements and opening balances are submitted, and posted by approval`() throws {
    let books = try FourEyesBooks()
    let advance = "unit,fund,amount,document\n79-S1,retirement,50000000,UNC 1\n"
    let submitted = try books.post(.advance, advance)
    #expect(submitted.state == .submitted && submitted.total == 50_000_000)
    #expect(try books.post(.advance, advance).alreadyPosted)
    let opening = "account,unit,fund,amount\nbank,,retirement,900000000\n"
    try books.post(.opening, opening)
    #expect(try books.ledger.batches().isEmpty)
    #expect(try books.approve(2).batch == 1)
    #expect(try books.approve(1).batch == 2)
    let bank = try books.ledger.trialBalance().rows.first { $0.account == "bank/retirement" }
    #expect(bank?.balance == 850_000_000)
    #expect(try books.kept() == 0)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `single lines and whole batches are undone by two persons`() throws {
    let books = try FourEyesBooks()
    try books.book(.due, FourEyesBooks.due([Person.an, Person.binh]))
    let undo = "person,benefit,month,amount\n\(Person.an),pension,2026-10,5000000\n"
    let submitted = try books.post(.due, undo, reason: "died in September")
    #expect(submitted.state == .submitted && submitted.total == -5_000_000)
    // The batch has an obligation that waits.
    var order = ReversalRequest(
      batch: 1, reason: "wrong month", date: try #require(CivilDate(TestLedger.today)))
    order.key = books.keys["nga"]
    #expect(try books.ledger.reverse(order).receipts.first?.codes == [.reservedBySubmission])
    try books.reject(1 + 1, by: "lan")
    let whole = try #require(try books.ledger.reverse(order).receipts.first)
    #expect(whole.state == .submitted && whole.submission == 3 && whole.total == -10_000_000)
    #expect(try books.ledger.reverse(order).receipts.first?.alreadyPosted == true)
    #expect(try books.post(.due, undo, reason: "x").codes == [.reservedBySubmission])
    #expect(try books.ledger.batches().count == 1)
    #expect(code { try books.approve(3, by: "nga") } == .makerApproves)
    let posted = try books.approve(3)
    #expect(posted.batch == 2 && posted.total == -10_000_000)
    #expect(try books.ledger.trialBalance().rows.allSatisfy { $0.balance == 0 })
    #expect(try books.kept() == 0)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `an order to undo that is dated before its batch is warned of when it is submitted`()
    throws
  {
    let books = try FourEyesBooks()
    try books.book(.due, FourEyesBooks.due([Person.an]))
    var order = ReversalRequest(
      batch: 1, reason: "wrong month", date: try #require(CivilDate("2026-10-01")))
    order.key = books.keys["nga"]
    let submitted = try #require(try books.ledger.reverse(order).receipts.first)
    #expect(submitted.state == .submitted)
    #expect(submitted.codes == [.datedBefore])
  }

  @Test func `a list that undoes single lines is posted by approval`() throws {
    let books = try FourEyesBooks()
    try books.book(.due, FourEyesBooks.due([Person.an, Person.binh]))
    let undo = "person,benefit,month,amount\n\(Person.an),pension,2026-10,5000000\n"
    try books.post(.due, undo, reason: "died in September")
    let posted = try books.approve(2)
    #expect(posted.batch == 2 && posted.total == -5_000_000)
    #expect(try books.ledger.batch(2).batch.header.control.reason == "died in September")
    // Once undone it can become due again, and is submitted again.
    try books.book(.due, FourEyesBooks.due([Person.an], amount: 4_000_000))
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `a list of many parts is reserved, kept and posted whole`() throws {
    let books = try FourEyesBooks()
    // More than a part of a large file, so that it goes piece by piece.
    var text = "person,benefit,month,amount,site,channel\n"
    for number in 0..<270_000 {
      // Scattered, as persons are in a file ordered by site.
      let person = 79_060_000_001 + (number * 7_919) % 270_000
      text += "0\(person),pension,2026-10,\(1_000_000 + number),79-S1,cash\n"
    }
    let submitted = try books.post(.due, text)
    #expect(submitted.lines == 270_000, "\(submitted.codes.prefix(3))")
    #expect(try books.integer("SELECT count(*) FROM reservation") == 270_000)
    let refused = try books.post(.due, FourEyesBooks.due(["079060000007"]))
    #expect(refused.codes == [.reservedBySubmission])
    let posted = try books.approve(1)
    #expect(posted.lines == 270_000 && posted.total == submitted.total)
    #expect(try books.kept() == 0)
    #expect(try books.ledger.verify().isIntact)
  }
}
