import LedgerCore
import TestSupport
import Testing

@testable import BatchFiles

/// What banks say is read as they mean it, in every format, or refused by name.
@Suite struct StatementReaderTests {
  static let id = "202610-079060000011-pension-1"

  static func text(_ opening: Int64 = 10_000_000) -> StatementText {
    var credit = StatementText.Entry(3_000_000)
    credit.text = "Nop BHXH thang 10"
    var paid = StatementText.Entry(-5_000_000, id)
    paid.value = "2026-10-07"
    return StatementText(
      opening: opening, [paid, StatementText.Entry(5_000_000, id, reason: "AC04"), credit])
  }

  static func read(_ text: String, name: String = "bank") -> (
    file: StatementFile?, diagnosis: Diagnosis
  ) {
    StatementReader.read(.memory(name: name, bytes: Array(text.utf8)))
  }

  static func codes(_ text: String) -> [Code] { read(text).diagnosis.diagnostics.map(\.code) }

  @Test(arguments: [
    text().camt053("02"), text().camt053("04"), text().camt053("06"), text().camt053("08"),
    text().camt053("13"), text().mt940(), text().csv(), "\u{FEFF}" + text().camt053(),
  ])
  func `every format says the same`(_ text: String) throws {
    let (read, diagnosis) = Self.read(text)
    #expect(diagnosis.total == 0, "\(diagnosis)")
    let file = try #require(read)
    #expect(file.statements.count == 1)
    let statement = try #require(file.statements.first)
    #expect(statement.opening == 10_000_000 && statement.closing == 13_000_000)
    #expect(statement.entries.map(\.amount) == [-5_000_000, 5_000_000, 3_000_000])
    #expect(statement.entries[0].booked.description == "2026-10-06")
    #expect(statement.entries[0].value.description == "2026-10-07")
    #expect(statement.entries[0].details.endToEnd == Self.id)
    #expect(statement.entries[1].details.endToEnd == Self.id)
    #expect(statement.entries[1].details.reason == "AC04")
    #expect(statement.entries[2].details.endToEnd == nil)
    #expect(statement.entries[2].details.text?.contains("Nop BHXH thang 10") == true)
    #expect(file.digest == Digest.sha256(Array(text.utf8)))
  }

  @Test(arguments: ["02", "06", "08"])
  func `a notice has bookings and no balances, whatever its prefix`(_ version: String) throws {
    let file = try #require(Self.read(Self.text().camt054(version)).file)
    #expect(file.format == .camt054)
    #expect(file.statements[0].opening == nil)
    #expect(file.statements[0].entries.map(\.amount) == [-5_000_000, 5_000_000, 3_000_000])
    #expect(file.statements[0].entries[1].details.reason == "AC04")
  }

  @Test func `a booking of a notice that says no day is of the day of the notice`() throws {
    let text = Self.text().camt054().replacing(
      /<b:(BookgDt|ValDt)>.*?<\/b:(BookgDt|ValDt)>/, with: "")
    #expect(
      Self.codes(text) == [.statementFieldMissing, .statementFieldMissing, .statementFieldMissing])
    let dated = text.replacing(
      "<b:Ntfctn>", with: "<b:Ntfctn><b:CreDtTm>2026-10-07T09:00:00+07:00</b:CreDtTm>")
    let entries = try #require(Self.read(dated).file).statements[0].entries
    #expect(entries.map(\.booked.description) == ["2026-10-07", "2026-10-07", "2026-10-07"])
    #expect(entries.map(\.value) == entries.map(\.booked))
    // A statement is by the days of its bookings: nothing stands in for one.
    let statement = Self.text().camt053()
      .replacing(/<(BookgDt|ValDt)>.*?<\/(BookgDt|ValDt)>/, with: "")
    #expect(Self.codes(statement).allSatisfy { $0 == .statementFieldMissing })
  }

  @Test(arguments: [
    "VCBVVNVX\r\n940\r\nVCBVVNVX\r\n",
    "0000 01BFTVVNVXXXXX00001\n0000 01BFTVVNVXXXXX00001\n940 00\n",
    ":940:\n",
  ])
  func `the lines that a bank writes above each message are not of it`(_ preamble: String) throws {
    let first = Self.text().mt940()
    let second = Self.text(13_000_000).mt940().replacing(":28C:1/1", with: ":28C:2/1")
    let (file, diagnosis) = Self.read(preamble + first + preamble + second)
    #expect(diagnosis.total == 0, "\(diagnosis)")
    let statements = try #require(file).statements
    #expect(statements.map(\.opening) == [10_000_000, 13_000_000])
    #expect(statements.map(\.entries.count) == [3, 3])
    #expect(try #require(file).format == .mt940)
    // Within a message a line that belongs to no field is one too many.
    let torn = first.replacing("-\n", with: "").replacing(":62F:", with: "-\nVCBVVNVX\n:62F:")
    #expect(Self.codes(preamble + torn) == [.statementMalformed])
  }

  @Test func `a report on an order says what was rejected and why`() throws {
    var text = StatementText(opening: 0, [StatementText.Entry(5_000_000, Self.id, reason: "AC01")])
    let file = try #require(Self.read(text.pain002(order: "BL-1-retirement-0123abcd")).file)
    #expect(file.format == .pain002)
    let entry = try #require(file.statements[0].entries.first)
    #expect(entry.amount == 5_000_000 && entry.details.reason == "AC01")
    #expect(entry.details.obligation?.month.description == "2026-10")
    text.entries = []
    let whole = try #require(
      Self.read(text.pain002(order: "BL-1-retirement-0123abcd", groupStatus: "RJCT")).file)
    #expect(whole.statements[0].entries.map(\.details.order) == ["BL-1-retirement-0123abcd"])
    let accepted = try #require(
      Self.read(text.pain002(order: "BL-1-retirement-0123abcd", groupStatus: "ACCP")).file)
    #expect(accepted.statements[0].entries.isEmpty)
  }

  @Test func `a batch booking has the payments that the bank lists`() throws {
    var batch = StatementText.Entry(-8_000_000)
    batch.order = "BL-1-retirement-0123abcd"
    batch.parts = [
      StatementText.Entry(-5_000_000, Self.id),
      StatementText.Entry(-3_000_000, "202610-079160000022-pension-1"),
    ]
    let text = StatementText(opening: 9_000_000, [batch])
    for version in ["02", "08"] {
      let file = try #require(Self.read(text.camt053(version)).file)
      let entry = try #require(file.statements[0].entries.first)
      #expect(entry.count == 2 && entry.details.order == "BL-1-retirement-0123abcd")
      #expect(entry.payments.map(\.amount) == [-5_000_000, -3_000_000])
    }
    batch.parts[1].amount = -2_999_999
    let changed = StatementText(opening: 9_000_000, [batch]).camt053()
    #expect(Self.codes(changed) == [.statementControlSum])
    let cut = text.camt053().replacing("<NbOfTxs>2<", with: "<NbOfTxs>3<")
    #expect(Self.codes(cut) == [.statementControlSum])
  }

  @Test func `what is announced and not booked is in no sum`() throws {
    let text = Self.text().camt053().replacing(
      "<Ntry><Amt Ccy=\"VND\">3000000</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd>",
      with: "<Ntry><Amt Ccy=\"VND\">3000000</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>PDNG</Cd>")
    #expect(Self.codes(text) == [.statementDoesNotAddUp])
    let fits = text.replacing(">13000000<", with: ">10000000<")
    let file = try #require(Self.read(fits).file)
    #expect(file.statements[0].pending == 1 && file.statements[0].entries.count == 2)
  }

  @Test func `pages of a statement go on where the page before ended`() throws {
    let first =
      ":20:S\n:25:1\n:28C:1/1\n:60F:C261006VND5,\n:61:261006C1,NTRFX\n:62M:C261006VND6,\n-\n"
    let last =
      ":20:S\n:25:1\n:28C:1/2\n:60M:C261006VND6,\n:61:261006C2,NTRFX\n:62F:C261006VND8,\n-\n"
    #expect(try #require(Self.read(first + last).file).statements.count == 2)
    #expect(Self.codes(first) == [.statementNotContinued])
    #expect(Self.codes(first + first.replacing("62M", with: "62F")) == [.statementNotContinued])
    let wrapped = "{1:F01BANK}{2:I940}{4:\n" + last.replacing("-\n", with: "-}\n")
    #expect(Self.codes(wrapped.replacing("60M", with: "60F")) == [])
  }

  @Test func `a closing balance by value date is told apart from a missing booking`() throws {
    var text = Self.text()
    text.closing = 18_000_000
    let diagnosis = Self.read(text.camt053()).diagnosis
    #expect(diagnosis.diagnostics.map(\.code) == [.statementDoesNotAddUp])
    #expect(diagnosis.diagnostics[0].message.contains("The difference is 5.000.000 đ"))
    #expect(diagnosis.diagnostics[0].help.contains("by value date"))
    text.closing = 14_000_000
    #expect(!Self.read(text.camt053()).diagnosis.diagnostics[0].help.contains("by value date"))
    for other in [text.mt940(), text.camt053("02")] {
      #expect(Self.codes(other) == [.statementDoesNotAddUp])
    }
    let table = Self.text().csv().split(separator: "\n", omittingEmptySubsequences: false)
    let without = (table[..<2] + table[3...]).joined(separator: "\n")
    #expect(Self.codes(without) == [.statementDoesNotAddUp])
  }

  @Test func `what an id names twice in a notice is refused`() {
    let entry = StatementText.Entry(5_000_000, Self.id, reason: "AC04")
    #expect(
      Self.codes(StatementText(opening: 0, [entry, entry]).camt054()) == [.statementReferenceTwice])
  }

  @Test func `more bookings than are kept are refused once`() {
    var faults = StatementFaults(file: "year.xml")
    var kept = 0
    for line in 1...(StatementFile.entryLimit + 3) where faults.countEntry(line: line) { kept += 1 }
    #expect(kept == StatementFile.entryLimit)
    #expect(faults.collector.diagnosis.diagnostics.map(\.code) == [.statementTooLong])
  }
}
