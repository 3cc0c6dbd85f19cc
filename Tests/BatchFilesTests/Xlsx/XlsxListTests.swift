import LedgerCore
import Testing

@testable import BatchFiles

/// Lists in workbooks, read by the readers of lists.
struct XlsxListTests {
  private func read(_ book: MadeBook, mode: ReadingMode = .collectFaults) throws -> Outcome {
    let outcome = try readPayments(bookSource(book), mode: mode)
    expectNothingPersonal(outcome.faults)
    return outcome
  }

  private func sheet(_ rows: String...) -> MadeBook {
    MadeBook(csv: ([Sample.columns] + rows).joined(separator: "\n"))
  }

  /// The list with one cell of its first row changed.
  private func sheet(_ column: Int, _ cell: MadeBook.Cell) -> MadeBook {
    var book = sheet(Sample.row, Sample.bankRow)
    book.rows[1].cells[column] = cell
    return book
  }

  @Test func `a sheet is the same list as its CSV, with the identity of the workbook`() throws {
    let rows = (0..<500).map { index in
      "\(100_000_000_000 + index * 7919),pension,2026-10,\(1_000 + index),79-00123,"
        + (index % 3 == 0 ? "bank,970436:00710001\(1000 + index)" : "cash,") + ",Trần Thị \(index)"
    }
    let csv = ([Sample.columns] + rows).joined(separator: "\n") + "\n"
    let book = MadeBook(csv: csv)
    let text = try readPayments(csv)
    let found = try read(book)
    #expect(found.found == [])
    #expect(found.lines.count == 500)
    #expect(found.total == text.total)
    #expect(found.lines.map(\.amount) == text.lines.map(\.amount))
    #expect(found.lines.map(\.person) == text.lines.map(\.person))
    #expect(
      found.lines.indices.map { found.texts($0) } == text.lines.indices.map { text.texts($0) })
    #expect(found.lines.map(\.fileLine) == text.lines.map(\.fileLine))
    #expect(found.digest == Digest.sha256(book.bytes))
  }

  @Test func `an envelope stands in the first row, in one cell or in several`() throws {
    for cells: [MadeBook.Cell] in [
      [.shared("#batch event=due count=2 total=3750000")],
      [
        .shared("#batch"), .inline("event=due"), .empty, .shared("count=2"),
        .shared("total=3750000"),
      ],
    ] {
      var book = sheet(Sample.row, Sample.bankRow)
      book.rows.insert(MadeBook.Row(cells: cells), at: 0)
      let outcome = try read(book)
      #expect(outcome.found == [])
      #expect(outcome.declared.total == 3_750_000)
      #expect(outcome.lines.map(\.fileLine) == [3, 4])
    }
    var wrong = sheet(Sample.row)
    wrong.rows.insert(MadeBook.Row(cells: [.shared("#batch count=3")]), at: 0)
    let outcome = try read(wrong)
    #expect(outcome.found == [Found(.countNotMet, 1, 1)])
    #expect(outcome.faults.listed.first?.message.hasPrefix("A1: ") == true)
  }

  @Test func `a list may begin anywhere in the sheet, with blank rows in it`() throws {
    var book = sheet(Sample.row, Sample.row(.amount, "0"))
    for index in book.rows.indices {
      book.rows[index].cells.insert(contentsOf: [.empty, .empty], at: 0)
      book.rows[index].number = [4, 9, 5_000][index]
    }
    let outcome = try read(book)
    #expect(outcome.lines.map(\.fileLine) == [9])
    #expect(outcome.found == [Found(.amountZero, 5_000, 6)])
    #expect(outcome.faults.listed.first?.message.hasPrefix("F5000: ") == true)
  }

  @Test(arguments: [0, 1, 4, 5, 6, 7])
  func `a number is no text, whatever column of text it is in`(column: Int) throws {
    let outcome = try read(sheet(column, .number("1234567890")))
    #expect(outcome.found.first == Found(.cellIsNumber, 2, column + 1))
    #expect(outcome.lines.count == 1)
  }

  @Test func `no formula is believed, in no column`() throws {
    for column in 0..<8 {
      let outcome = try read(sheet(column, .formula("1+1", "2")))
      #expect(outcome.found.first == Found(.cellIsFormula, 2, column + 1))
    }
    let empty = try read(sheet(7, .formula("HYPERLINK(\"http://example.org\")", "")))
    #expect(empty.found == [Found(.cellIsFormula, 2, 8)])
    var header = sheet(Sample.row)
    header.rows[0].cells[0] = .raw("<c r=\"A1\" t=\"str\"><f>B1</f><v>person</v></c>")
    #expect(try read(header).found.first == Found(.cellIsFormula, 1, 1))
  }

  @Test func `an amount is a whole number, or the text of one`() throws {
    for good: MadeBook.Cell in [.number("2500000"), .number("2.5E6"), .shared("2500000")] {
      #expect(try read(sheet(3, good)).total == 3_750_000)
    }
    for bad: MadeBook.Cell in [
      .number("2500000.5"), .number("1E16"), .date(46_023), .flag(true), .error("#N/A"),
    ] {
      #expect(try read(sheet(3, bad)).found == [Found(.cellUnusable, 2, 4)])
    }
    #expect(try read(sheet(3, .number("0"))).found == [Found(.amountZero, 2, 4)])
    #expect(try read(sheet(3, .number("-5"))).found.map(\.line) == [2])
  }

  @Test func `a month that the spreadsheet made a date of is that month`() throws {
    #expect(try read(sheet(2, .date(46_296))).found == [])
    #expect(try read(sheet(2, .date(46_296))).lines.first?.month == 202_610)
    #expect(try read(sheet(2, .date(46_297))).found == [Found(.cellUnusable, 2, 3)])
    #expect(try read(sheet(4, .date(46_296))).found == [Found(.cellUnusable, 2, 5)])
  }

  @Test func `a line break, a comma and a quote in a cell`() throws {
    #expect(try read(sheet(7, .shared("Trần\nThị"))).found == [Found(.cellHasLineBreak, 2, 8)])
    let quoted = try read(sheet(7, .shared("Trần \"Tí\", Thị")))
    #expect(quoted.found == [])
    #expect(quoted.texts(0)[1] == "Trần \"Tí\", Thị")
    let both = try read(sheet(7, .shared("a,\"b\"\nc")))
    #expect(both.found == [Found(.cellHasLineBreak, 2, 8)])
    #expect(try read(sheet(7, .shared("a\u{200B}b"))).found == [Found(.forbiddenCharacter, 2, 8)])
  }

  @Test func `what stands beside the list is not passed over`() throws {
    let right = try read(sheet(7, .raw("<c r=\"J2\"><v>5</v></c>")))
    #expect(right.found.first == Found(.rowRagged, 2, 9))
    var left = sheet(Sample.row)
    for index in left.rows.indices { left.rows[index].cells.insert(.empty, at: 0) }
    left.rows[1].cells[0] = .shared("x")
    #expect(try read(left).found.map(\.code) == [.rowRagged])
  }

  @Test func `hidden rows and columns are read and reported`() throws {
    var book = sheet(Sample.row, Sample.bankRow)
    book.rows[1].isHidden = true
    let outcome = try read(book)
    #expect(outcome.lines.count == 2)
    #expect(!outcome.faults.hasFaults)
    #expect(outcome.found == [Found(.rowsHidden, 2, 0)])
    book.rows[1].isHidden = false
    book.beforeData =
      "<cols><col min=\"2\" max=\"4\" hidden=\"1\"/><col min=\"5\" max=\"9\"/></cols>"
    let columns = try read(book)
    #expect(columns.found == [Found(.rowsHidden, 0, 0)])
    #expect(columns.faults.listed.first?.message.contains("3 columns") == true)
  }

  @Test func `every mistake of a sheet is found, each at its cell`() throws {
    var book = sheet(Sample.row, Sample.bankRow, Sample.row)
    book.rows[1].cells[0] = .number("1234567890")
    book.rows[1].cells[3] = .number("0.5")
    book.rows[3].cells[4] = .formula("E2", "1")
    let outcome = try read(book)
    #expect(
      outcome.found == [
        Found(.cellIsNumber, 2, 1), Found(.cellUnusable, 2, 4), Found(.cellIsFormula, 4, 5),
      ])
    let excerpt = try #require(outcome.faults.listed.first?.excerpt)
    #expect(excerpt.hasPrefix("********890,pension,2026-10,·0.5,"))
    #expect(try read(book, mode: .stopAtFirstFault).faults.hasFaults)
  }

  @Test(arguments: [UInt64.random(in: 0 ... .max), 20_261_122])
  func `a damaged workbook never crashes, and what is read of it is what was in it`(
    _ seed: UInt64
  ) throws {
    print("seed of the damaged workbooks: \(seed)")
    var random = SeededGenerator(state: seed)
    let book = sheet(Sample.row, Sample.bankRow, Sample.row(.month, "2026-11"))
    let whole = try read(book)
    var zip = book.zip
    for index in zip.entries.indices { zip.entries[index].isStored = true }
    var read = 0
    for round in 0..<600 {
      // Damage to the archive, which its checks must find; or to a part before it is packed.
      if round % 2 == 0 {
        let bytes = corrupted(round % 4 == 0 ? book.bytes : zip.bytes, &random)
        guard let source = try? bookSource(bytes), source.origin != nil else { continue }
        let outcome = try readPayments(source)
        if outcome.faults.hasFaults { continue }
        #expect(outcome.total == whole.total)
        read += 1
      } else {
        var damaged = zip
        let part = Int.random(in: damaged.entries.indices, using: &random)
        damaged.entries[part].content = corrupted(damaged.entries[part].content, &random)
        guard let source = try? bookSource(damaged.bytes) else { continue }
        let outcome = try readPayments(source)
        #expect(outcome.total == outcome.lines.reduce(0) { $0 + $1.amount })
      }
    }
    print("read in spite of damage: \(read)")
  }
}
