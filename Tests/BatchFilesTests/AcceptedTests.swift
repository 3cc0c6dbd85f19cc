import LedgerCore
import Testing

@testable import BatchFiles

struct AcceptedTests {
  @Test func `a due list becomes lines with their texts`() throws {
    let text = Sample.list(Sample.row, Sample.bankRow)
    let outcome = try readPayments(text)
    #expect(outcome.found.isEmpty)
    #expect(outcome.rowCount == 2)
    #expect(outcome.total == 3_750_000)
    #expect(outcome.digest == Digest.sha256(Array(text.utf8)))
    let line = try #require(outcome.lines.last)
    #expect(PersonNumber(encoded: line.person)?.digits == "079876543210")
    #expect(line.benefit == Benefit.survivor.rawValue)
    #expect(line.month == 202610)
    #expect(line.amount == 1_250_000)
    #expect(line.unit == 7)
    #expect(line.channel == Channel.bank.rawValue)
    #expect(line.fund == Fund.retirement.rawValue)
    #expect(line.occurrence == 1)
    #expect(line.fileLine == 3)
    #expect(line.file == 4)
    #expect(outcome.texts(0) == ["", "Trần Thị Bích", "", ""])
    #expect(outcome.texts(1) == ["970436:0071000123456", "Nguyễn Văn An", "", ""])
  }

  @Test func `every benefit and channel has its code`() throws {
    let rows = Benefit.allCases.map { "001234567890,\($0.code),2026-10,5,79-A,cash" }
    let outcome = try readPayments(
      "person,benefit,month,amount,site,channel\n" + rows.map { $0 + "\n" }.joined())
    #expect(outcome.lines.map(\.benefit) == Benefit.allCases.map(\.rawValue))
    #expect(outcome.lines.map(\.fund) == Benefit.allCases.map(\.fund.rawValue))
    let channels = Channel.allCases.map { "001234567890,pension,2026-10,5,\($0.code)\n" }
    let paid = try readPayments(
      "person,benefit,month,amount,channel\n" + channels.joined(), event: .paid)
    #expect(paid.lines.map(\.channel) == Channel.allCases.map(\.rawValue))
  }

  @Test func `a byte order mark, CRLF, blank lines and another order of columns are taken`() throws
  {
    let text =
      "\u{FEFF}\r\nname,amount,month,benefit,person\r\n\r\n\nAn,5,2026-10,pension,0123456789\r\n"
    let outcome = try readPayments(text, event: .paid)
    #expect(outcome.found.isEmpty)
    #expect(outcome.lines.map(\.person) == [PersonNumber.tenDigitOffset + 123_456_789])
    #expect(outcome.lines.map(\.fileLine) == [5])
  }

  @Test func `quotes may hold commas, doubled quotes and line ends`() throws {
    let text = Sample.list(
      Sample.row(.name, "\"Lê, \"\"Hoàng\"\"\nAn\""), Sample.row(.person, "\"001234567890\""),
      Sample.row(.amount, "0"))
    let outcome = try readPayments(text)
    #expect(outcome.texts(0)[1] == "Lê, \"Hoàng\"\nAn")
    #expect(outcome.lines.map(\.fileLine) == [2, 4])
    #expect(outcome.found == [Found(.amountZero, 5, 30)])
  }

  @Test func `later steps leave unit, channel and fund to the obligation`() throws {
    for event in [Event.paid, .unpaid, .returned, .reissued, .cancelled] {
      let outcome = try readPayments(
        "person,benefit,month,amount,reason,document\n001234567890,pension,2026-10,5,moved,D-1\n",
        event: event)
      #expect(outcome.found.isEmpty)
      #expect(outcome.lines.map(\.unit) == [0])
      #expect(outcome.lines.map(\.channel) == [0])
      #expect(outcome.lines.map(\.fund) == [0])
      #expect(outcome.texts(0) == ["", "", "D-1", "moved"])
    }
  }

  @Test func `the register is asked once for each code`() throws {
    let register = Register()
    let text = Sample.list(
      Sample.row, Sample.row(.site, "79-A"), Sample.row, Sample.row(.site, "79-A"))
    let reader = PaymentListReader(
      source: .memory(name: "x", bytes: Array(text.utf8)), event: .due, options: Envelope(),
      today: try date("2026-11-22"), units: register,
      chart: .builtIn, file: 0, mode: .collectFaults)
    let chunk = LineChunk()
    #expect(try reader.open())
    #expect(try reader.read(into: chunk, limit: 2) == .more)
    #expect(chunk.lines.count == 2)
    #expect(try reader.read(into: chunk, limit: 100) == .end)
    #expect(try reader.read(into: chunk, limit: 200) == .end)
    #expect(chunk.lines.map(\.unit) == [7, 9, 7, 9])
    #expect(register.questions == 2)
  }

  @Test func `an empty file, an empty list and blank lines are refused`() throws {
    #expect(try readPayments("").found == [Found(.fileEmpty, 0, 0)])
    for text in ["\u{FEFF}", "\n\r\n", Sample.columns + "\n", "#batch count=0\n"] {
      #expect(try readPayments(text).found == [Found(.noRows, 0, 0)])
    }
    let enveloped = "#batch count=0 total=0\n" + Sample.columns + "\n\n"
    #expect(try readPayments(enveloped).found == [Found(.noRows, 0, 0)])
  }

  @Test func `a list that is not open has no rows`() throws {
    let reader = PaymentListReader(
      source: .memory(name: "x", bytes: Array("x".utf8)), event: .due, options: Envelope(),
      today: try date("2026-11-22"), units: Register(),
      chart: .builtIn, file: 0, mode: .collectFaults)
    let chunk = LineChunk()
    #expect(try reader.read(into: chunk, limit: 9) == .fault)
    #expect(try !reader.open())
    #expect(try reader.read(into: chunk, limit: 9) == .fault)
    #expect(chunk.lines.isEmpty)
  }
}
