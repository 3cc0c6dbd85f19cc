import BenefitLedger
import Testing

struct BatchListTests {
  @Test func `batches are listed in the order of posting, all or those of one event`() throws {
    let story = try ThreeMonths(seed: 3)
    let test = try story.ledger()
    let batches = try test.ledger.batches()
    #expect(batches.map(\.header.number) == (1...Int64(story.files.count)).map { $0 })
    #expect(batches.map(\.header.event) == story.files.map(\.event))
    let paid = try test.ledger.batches(.paid)
    #expect(!paid.isEmpty && paid.count == story.files.count { $0.event == .paid })
    for (earlier, later) in zip(batches, batches.dropFirst()) {
      #expect(later.previousSeal == earlier.seal)
    }
  }

  @Test func `the vouchers of a batch add up to its total and its lines`() throws {
    let test = try ThreeMonths(seed: 3).ledger()
    for header in try test.ledger.batches().map(\.header) {
      let (batch, vouchers) = try test.ledger.batch(header.number)
      #expect(batch.header == header)
      #expect(vouchers.count == header.voucherCount)
      #expect(vouchers.reduce(0) { $0 + $1.amount } == header.total)
      #expect(vouchers.reduce(0) { $0 + $1.lineCount } == header.lineCount)
      #expect(vouchers.allSatisfy { ($0.fileLine != nil) == ($0.lineCount == 0) })
    }
  }

  @Test func `a batch that does not exist is not found`() throws {
    let test = try TestLedger()
    let error = #expect(throws: LedgerError.self) { try test.ledger.batch(1) }
    #expect(error?.code == .notFound)
    #expect(try test.ledger.batches().isEmpty)
  }

  @Test func `units are listed as they are now, or with every version`() throws {
    let test = try ThreeMonths(seed: 3).ledger()
    let now = try test.ledger.units()
    #expect(now.count == 10)
    #expect(now.first { $0.code.text == "40-C1" }?.parent?.text == "79")
    let all = try test.ledger.units(allVersions: true)
    #expect(all.count == 12)
    #expect(all.filter { $0.code.text == "79-C1" }.map { $0.parent?.text } == ["79-D1", "79"])
  }
}
