import LedgerCore
import Testing

@testable import BatchFiles

struct EnvelopeTests {
  private func read(
    _ envelope: String, options: Envelope = Envelope(), rows: String = Sample.list(Sample.row)
  ) throws -> Outcome {
    try readPayments(envelope + "\n" + rows, options: options)
  }

  private let full =
    "#batch reference=R-1 event=due period=2026-10 date=2026-10-05 count=1 total=2500000"

  @Test func `an envelope declares reference, event, period, date, count and total`() throws {
    let outcome = try read(full)
    #expect(outcome.found.isEmpty)
    let expected = Envelope(
      reference: "R-1", event: .due, period: Month("2026-10"), date: try date("2026-10-05"),
      count: 1, total: 2_500_000)
    #expect(outcome.declared == expected)
    #expect(outcome.date == expected.date)
    #expect(outcome.period == expected.period)
    #expect(outcome.lines.map(\.fileLine) == [3])
  }

  @Test func `without a date it is today, and the period is its month`() throws {
    let outcome = try readPayments(Sample.list(Sample.row))
    #expect(outcome.date == (try date("2026-11-22")))
    #expect(outcome.period == Month("2026-11"))
    let options = Envelope(date: try date("2026-02-03"))
    #expect(try readPayments(Sample.list(Sample.row), options: options).period == Month("2026-02"))
    #expect(try read("#batch period=2026-01", options: options).period == Month("2026-01"))
  }

  @Test func `what a spreadsheet does to an envelope is tolerated`() throws {
    for line in [full + ",,,,,,,", "\"\(full)\",,,", "\"\(full)\"", full + "  ", full + "\r"] {
      let outcome = try read(line)
      #expect(outcome.found.isEmpty)
      #expect(outcome.declared.total == 2_500_000)
    }
  }

  @Test(arguments: [
    ("#batch,count=1", Found(.envelopeMalformed, 1, 1)),
    ("#Batch count=1", Found(.envelopeMalformed, 1, 1)),
    ("# made by hand", Found(.envelopeMalformed, 1, 1)),
    ("#batch count=1 R-1", Found(.envelopeMalformed, 1, 16)),
    ("#batch coumt=1", Found(.envelopeKeyUnknown, 1, 8)),
    ("#batch count=1 count=1", Found(.envelopeKeyDuplicate, 1, 16)),
    ("#batch count=1x", Found(.envelopeValue, 1, 14)),
    ("#batch count=-1", Found(.envelopeValue, 1, 14)),
    ("#batch total=1.5", Found(.envelopeValue, 1, 14)),
    ("#batch event=Due", Found(.envelopeValue, 1, 14)),
    ("#batch period=2026-13", Found(.envelopeValue, 1, 15)),
    ("#batch date=2026-02-30", Found(.envelopeValue, 1, 13)),
    ("#batch reference=\"R\"", Found(.envelopeValue, 1, 18)),
    ("#batch reference=", Found(.envelopeValue, 1, 18)),
    ("#batch reference=không", Found(.envelopeValue, 1, 18)),
    ("#batch reference=a\u{1}b", Found(.forbiddenCharacter, 1, 19)),
  ])
  func `an envelope that cannot be read is refused`(_ line: String, _ fault: Found) throws {
    let outcome = try read(line)
    #expect(outcome.found == [fault])
    #expect(outcome.lines.count == 1)
  }

  @Test func `file and options must declare the same`() throws {
    let options = Envelope(
      reference: "R-2", event: .due, period: Month("2026-09"), date: try date("2026-10-06"),
      count: 2, total: 1)
    let outcome = try read(full, options: options)
    let columns = [8, 32, 47, 63, 71]
    #expect(outcome.found == columns.map { Found(.envelopeDisagrees, 1, $0) })
    #expect(try read(full, options: outcome.declared).found.isEmpty)
  }

  @Test func `a file of another event is refused before its rows`() throws {
    let outcome = try read("#batch event=paid")
    #expect(outcome.found == [Found(.eventDiffers, 1, 8)])
    #expect(!outcome.isOpen)
  }

  @Test func `a declared count or total that is not met is refused`() throws {
    let outcome = try read("#batch count=2 total=2500001")
    #expect(outcome.found == [Found(.countNotMet, 1, 8), Found(.totalNotMet, 1, 16)])
    #expect(
      outcome.faults.listed.last?.message
        == "Declared are 2.500.001 đồng, found 2.500.000; the difference is -1.")
    #expect(outcome.faults.listed.last?.excerpt == "#batch count=2 total=2500001")
    let options = try readPayments(
      Sample.list(Sample.row), options: Envelope(count: 7, total: 1), mode: .stopAtFirstFault)
    #expect(options.found == [Found(.countNotMet, 0, 0), Found(.totalNotMet, 0, 0)])
    guard case .fault = options.progress else {
      Issue.record("an unmet count was passed over")
      return
    }
  }

  @Test func `rows with other faults still count towards count and total`() throws {
    let rows = Sample.list(Sample.row, Sample.row(.person, "x"))
    let met = try read("#batch count=2 total=5000000", rows: rows)
    #expect(met.found.map(\.code) == [.personNotDigits])
    let unmet = try read("#batch count=3 total=5000001", rows: rows)
    #expect(unmet.found.map(\.code) == [.countNotMet, .totalNotMet, .personNotDigits])
    let unknown = try read(
      "#batch count=2 total=5000001", rows: Sample.list(Sample.row, Sample.row(.amount, "x")))
    #expect(unknown.found.map(\.code) == [.amountNotDigits])
  }

  @Test func `a file in a drop folder says what it is`() throws {
    func look(_ text: String) throws -> Envelope? {
      let source = BatchSource.memory(name: "a.csv", bytes: Array(text.utf8))
      let envelope = try readEnvelope(of: source)
      #expect(try source.sha256() == Digest.sha256(Array(text.utf8)))
      return envelope
    }
    #expect(try look(full + "\n" + Sample.columns)?.event == .due)
    #expect(try look("\u{FEFF}#batch event=paid\r\nx")?.event == .paid)
    #expect(try look("#batch")?.event == nil)
    #expect(try look(Sample.columns) == nil)
    #expect(throws: FileFault.self) { try look("#batch event=paidd\n") }
    #expect(throws: FileFault.self) { try look("PK\u{3}\u{4}") }
    #expect(throws: FileFault.self) { try look("") }
  }
}
