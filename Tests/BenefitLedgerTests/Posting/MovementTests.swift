import BenefitLedger
import Testing

@Suite struct MovementTests {
  private let books = Result { try TestLedger() }
  private let header = "unit,fund,amount,document\n"

  @Test func `money that moves without a person is a voucher for each row`() throws {
    let books = try books.get()
    let receipt = try books.post(
      .contribution, header + "79,retirement,90000000,GB-1\n40,sickness,1,\n")
    #expect(receipt.state == .posted && receipt.lines == 2 && receipt.vouchers == 2)
    #expect(receipt.total == 90_000_001)
    let statement = try books.ledger.accountStatement("bank/retirement")
    #expect(statement.closing == 90_000_000)
  }

  @Test func `cash at a site is what was advanced less what was paid, given back and lost`() throws
  {
    let books = try books.get()
    try books.post(.advance, header + "79-S1,retirement,12000000,\n")
    try books.due([Person.an])
    try books.post(.paid, TestLedger.list([Person.an]))
    try books.post(.shortage, header + "79-S1,retirement,1500000,\n")
    try books.post(.shortageRecovered, header + "79-S1,retirement,500000,\n")
    try books.post(.refund, header + "79-S1,retirement,5500000,\n")
    #expect(try books.ledger.accountStatement("advance/retirement/79-S1").closing == 0)
    #expect(try books.ledger.accountStatement("shortage/retirement/79-S1").closing == 1_000_000)
  }

  @Test func `an identical row is refused unless its document differs`() throws {
    let books = try books.get()
    let twice = try books.post(.budget, header + "79,budget,5,A\n79,budget,5,A\n")
    #expect(twice.codes == [.rowRepeated])
    #expect(try books.post(.budget, header + "79,budget,5,A\n79,budget,5,B\n").state == .posted)
  }

  @Test func `a reference that was used is told beside the mistakes of the rows`() throws {
    let books = try books.get()
    var envelope = Envelope(reference: "GB-1")
    try books.post(.budget, header + "79,budget,5,A\n", envelope: envelope)
    envelope.count = 3
    let used = try books.post(
      .budget, header + "79,budget,0,A\n99,budget,5,A\n", envelope: envelope)
    #expect(
      Set(used.codes) == [.referenceUsed, .countNotMet, .amountZero, .unitUnknown],
      "\(used.codes)")
    #expect(try books.ledger.accountStatement("bank/budget").closing == 5)
  }

  @Test func `an account is opened once, on its normal side against the fund`() throws {
    let books = try books.get()
    let opening = "account,unit,fund,amount\nbank,,retirement,700\npayable,79-S1,retirement,200\n"
    #expect(try books.post(.opening, opening).state == .posted)
    let balance = try books.ledger.trialBalance()
    #expect(balance.isBalanced && balance.debit == 900)
    #expect(try books.ledger.accountStatement("fund/retirement").closing == -500)
    let again = try books.post(.opening, "account,unit,fund,amount\nbank,,retirement,1\n")
    #expect(again.codes == [.alreadyOpened])
    #expect(again.diagnosis.diagnostics[0].message.contains("batch 1, file list.csv, line 2"))
  }

  @Test func `the same list of movements answers with its first receipt`() throws {
    let books = try books.get()
    let list = header + "79,retirement,5,A\n"
    try books.post(.contribution, list)
    #expect(try books.post(.contribution, list).alreadyPosted)
    let other = try books.post(.contribution, list, envelope: Envelope(reference: "MAY"))
    #expect(other.state == .posted && !other.alreadyPosted)
  }

  @Test func `a list of movements that is checked only leaves the books as they are`() throws {
    let books = try books.get()
    let receipt = try books.post(.advance, header + "79-S1,retirement,5,\n", dryRun: true)
    #expect(receipt.state == .checked && receipt.vouchers == 1 && receipt.seal == nil)
    #expect(try books.ledger.trialBalance().debit == 0)
  }
}
