import LedgerCore
import Testing

@testable import BatchFiles

struct MovementTests {
  private func read(
    _ text: String, event: Event, options: Envelope = Envelope(),
    mode: ReadingMode = .collectFaults
  ) throws -> (rows: [Movement], found: [Found], reader: MovementListReader) {
    let reader = MovementListReader(
      source: .memory(name: "list.csv", bytes: Array(text.utf8)), event: event, options: options,
      today: try date("2026-11-22"), units: Register(), mode: mode)
    let rows = try reader.open() ? try reader.read() : []
    expectNothingPersonal(reader.faults)
    return (rows, reader.faults.listed.map { Found($0) }, reader)
  }

  @Test func `an advance list becomes movements`() throws {
    let outcome = try read(
      "#batch event=advance count=2\nfund,unit,amount,channel,benefit,document\n"
        + "retirement,79-00123,5000000,cash,pension,TU-1\nsickness,79-A,1,,,\n", event: .advance)
    #expect(outcome.found.isEmpty)
    #expect(
      outcome.rows == [
        Movement(
          fileLine: 3, unit: 7, fund: .retirement, amount: 5_000_000, channel: .cash,
          benefit: .pension, document: "TU-1"),
        Movement(fileLine: 4, unit: 9, fund: .sickness, amount: 1),
      ])
    #expect(outcome.reader.total == 5_000_001)
    #expect(outcome.reader.rowCount == 2)
    #expect(outcome.reader.digest != nil)
  }

  @Test func `cash moves only to units that pay out, contributions come in for any`() throws {
    let text = "unit,fund,amount\n79,retirement,5\n"
    for event in [Event.advance, .refund, .shortage, .shortageRecovered] {
      #expect(try read(text, event: event).found == [Found(.unitNotSite, 2, 1)])
    }
    for event in [Event.contribution, .budget] {
      #expect(try read(text, event: event).found.isEmpty)
    }
  }

  @Test func `fields of movements are checked as those of payments`() throws {
    let outcome = try read(
      "unit,fund,amount,channel,benefit\nx,y,0,z,w\n,,,,\n79-00099,budget,1.000,,\n79-A,budget\n",
      event: .advance)
    #expect(
      outcome.found == [
        Found(.unitUnknown, 2, 1), Found(.fundUnknown, 2, 3), Found(.amountZero, 2, 5),
        Found(.channelUnknown, 2, 7), Found(.benefitUnknown, 2, 9), Found(.fieldEmpty, 3, 1),
        Found(.unitNotValid, 4, 1), Found(.amountThousands, 4, 17), Found(.rowRagged, 5, 12),
      ])
  }

  @Test func `an identical row twice is refused unless its document differs`() throws {
    let row = "79-00123,retirement,5"
    let outcome = try read(
      "unit,fund,amount,document\n\(row),A\n\(row),B\n\(row),A\n", event: .advance)
    #expect(outcome.found == [Found(.rowRepeated, 4, 1)])
    #expect(outcome.reader.faults.listed.first?.message.contains("line 2") == true)
    #expect(outcome.rows.count == 2)
    #expect(outcome.reader.total == 10)
  }

  @Test func `opening balances name an account of the chart`() throws {
    let outcome = try read(
      """
      account,unit,fund,amount
      bank,,retirement,9000000
      advance,79-00123,retirement,5
      fund,,retirement,5
      cash,,retirement,5
      payable,,retirement,5
      bank,79-00123,sickness,5
      bank,,retirement,1

      """, event: .opening)
    #expect(
      outcome.rows == [
        Movement(fileLine: 2, chart: .bank, unit: nil, fund: .retirement, amount: 9_000_000),
        Movement(fileLine: 3, chart: .advance, unit: 7, fund: .retirement, amount: 5),
      ])
    #expect(
      outcome.found == [
        Found(.chartAccountNotOpened, 4, 1), Found(.chartAccountUnknown, 5, 1),
        Found(.unitRequired, 6, 9), Found(.unitNotAllowed, 7, 6), Found(.rowRepeated, 8, 1),
      ])
  }

  @Test func `opening balances without a column of units have none`() throws {
    let outcome = try read(
      "account,fund,amount\nbank,retirement,5\npayable,retirement,5\n", event: .opening)
    #expect(outcome.found == [Found(.unitRequired, 3, 1)])
    #expect(outcome.rows.map(\.unit) == [nil])
  }

  @Test func `count, total, event and sum are checked`() throws {
    let rows =
      (1...922).map { "79-A,budget,10000000000000000,\($0)\n" }.joined()
      + "79-A,budget,3372036854775807,\n"
    #expect(
      try read("#batch count=2 total=5\nunit,fund,amount\n79-A,budget,4\n", event: .refund).found
        == [Found(.countNotMet, 1, 8), Found(.totalNotMet, 1, 16)])
    #expect(
      try read("#batch event=refund\nunit,fund,amount\n79-A,budget,4\n", event: .advance).found
        == [Found(.eventDiffers, 1, 8)])
    #expect(
      try read(
        "unit,fund,amount,document\n\(rows)79-A,budget,1,\n", event: .refund
      ).found == [Found(.totalTooLarge, 925, 13)])
    #expect(try read("unit,fund,amount\n", event: .refund).found == [Found(.noRows, 0, 0)])
    let stopped = try read(
      "unit,fund,amount\n79-A,budget,0\n79-A,budget,0\n", event: .refund, mode: .stopAtFirstFault)
    #expect(stopped.found == [Found(.amountZero, 2, 13)])
  }
}
