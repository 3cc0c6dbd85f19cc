import LedgerCore
import Testing

@testable import BatchFiles

/// What a workbook's rows hold.
struct XlsxReaderTests {
  private func rows(_ book: MadeBook, bounds: XlsxBounds = XlsxBounds()) throws -> [String] {
    let reader = try XlsxReader(
      .memory(name: "book.xlsx", bytes: book.bytes), sheet: nil, bounds: bounds)
    var rows: [String] = []
    var row = TableRow()
    while try reader.read(into: &row) {
      let cells = row.cells.map { cell in
        "\(CellReference.letters(cell.column)) \(cell.kind) "
          + String(decoding: row.buffer[cell.bytes], as: UTF8.self)
      }
      rows.append("\(row.number)\(row.isHidden ? " hidden" : ""): " + cells.joined(separator: "; "))
    }
    return rows
  }

  private func row(_ raw: String) throws -> [String] { try rows(MadeBook([[.raw(raw)]])) }

  @Test func `every kind of cell is what it is in the file`() throws {
    let book = MadeBook([
      [.shared("Nguyễn"), .inline("a & <b>"), .number("2500000"), .empty, .flag(true)],
      [.empty, .empty], [.error("#REF!"), .formula("A1", "7"), .date(46_023)],
    ])
    #expect(
      try rows(book) == [
        "1: A text Nguyễn; B text a & <b>; C number 2500000; E boolean 1",
        "3: A error #REF!; B formula 7; C date 2026-01-01",
      ])
  }

  @Test func `rows and cells without a name count on, and text may be in runs`() throws {
    var book = MadeBook([[]])
    book.parts["xl/worksheets/sheet1.xml"] = """
      <x:worksheet xmlns:x="\(MadeBook.main)"><x:sheetData><x:row><x:c t="str"><x:v>a</x:v></x:c>\
      <x:c t="inlineStr"><x:is><x:r><x:rPr><x:b/></x:rPr><x:t>b</x:t></x:r><x:r><x:t>c</x:t></x:r>\
      <x:rPh sb="0"><x:t>no</x:t></x:rPh></x:is></x:c></x:row><x:row r="7"><x:c/><x:c t="d">\
      <x:v>2026-11-22T00:00:00</x:v></x:c></x:row><x:row/></x:sheetData></x:worksheet>
      """
    #expect(try rows(book) == ["1: A text a; B text bc", "7: B date 2026-11-22"])
  }

  @Test func `shared texts are put together of their runs, without what helps to pronounce them`()
    throws
  {
    var book = MadeBook([[.raw("<c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c>")]])
    book.parts["xl/sharedStrings.xml"] = """
      <sst xmlns="\(MadeBook.main)"><si><r><t>Ngu</t></r><r><t>yễn</t></r><rPh sb="0" eb="1">\
      <t>no</t></rPh></si><si><t>a_x0041__x005F_x0041_ _x0001_</t></si></sst>
      """
    #expect(try rows(book) == ["1: A text Nguyễn; B text aA_x0041_ _x0001_"])
  }

  @Test func `days are counted from 1900 or 1904`() throws {
    var book = MadeBook([[.date(46_348), .date(61), .date(60), .raw("<c s=\"1\"><v>1.5</v></c>")]])
    #expect(
      try rows(book) == ["1: A date 2026-11-22; B date 1900-03-01; C number 60; D number 1.5"])
    book.countsFrom1904 = true
    book.rows = [MadeBook.Row(cells: [.date(44_886)])]
    #expect(try rows(book) == ["1: A date 2026-11-22"])
  }

  @Test(arguments: [
    ("dd/mm/yyyy", true), ("mmm\\-yy", true), ("[$-409]d mmmm", true), ("mmmm", true),
    ("#,##0", false), ("#,##0\\ \"đồng dy\"", false), ("[Red]0", false), ("h:mm:ss", false),
    ("General", false), ("_(* #,##0_)", false), ("\"d\"0", false), ("@", false),
  ])
  func `a format shows a date or does not`(code: String, isDate: Bool) {
    let bytes = Array(code.utf8)
    #expect(bytes.withUnsafeBufferPointer { XlsxStyles.showsDate($0) } == isDate, "\(code)")
  }

  @Test(
    arguments: [
      ("0", 0), ("-0", 0), ("2500000", 2_500_000), ("2500000.0", 2_500_000), ("2.5E6", 2_500_000),
      ("2.5e+06", 2_500_000), ("25000000E-1", 2_500_000), ("-7", -7), ("007", 7),
      ("999999999999999", 999_999_999_999_999), ("1E14", 100_000_000_000_000),
      ("0.5", nil), ("1E15", nil), ("1234567890123456", nil), ("1e-1", nil), ("", nil), ("-", nil),
      (".", nil), ("1.", nil), (".5", nil), ("1e", nil), ("1e9999", nil), ("0x1", nil), ("1 ", nil),
      ("2499999.9999999998", nil), ("NaN", nil), ("1e+", nil), ("--1", nil),
    ] as [(String, Int64?)])
  func `a number is whole or it is none`(text: String, value: Int64?) {
    #expect(WholeNumber.value(Array(text.utf8)) == value, "\(text)")
  }

  @Test(arguments: [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16_384, "XFD")])
  func `a column has letters`(column: Int, letters: String) {
    #expect(CellReference.letters(column) == letters)
    let found = Array((letters + "12").utf8).withUnsafeBufferPointer { CellReference.parse($0) }
    #expect(found?.column == column)
    #expect(found?.row == 12)
  }

  @Test(arguments: [
    "<c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c>", "<c r=\"A2\"><v>1</v></c>",
    "<c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>1</v></c>", "<c r=\"1A\"><v>1</v></c>",
    "<c r=\"A0\"><v>1</v></c>", "<c r=\"XFE1\"><v>1</v></c>", "<c t=\"s\"><v>1</v></c>",
    "<c t=\"s\"><v>-1</v></c>", "<c t=\"s\"><v>9999999999999999999</v></c>",
    "<c t=\"q\"><v>1</v></c>",
    "<c s=\"-1\"><v>1</v></c>", "<d/>", "<c r=\"IW1\"><v>1</v></c>", "</row><row r=\"1\">",
    "</row><row r=\"1048577\">", "</row><row r=\"0\">", "</row><row r=\"x\">", "</row><c/><row>",
  ])
  func `a sheet whose cells are not in order is refused`(raw: String) {
    #expect(bookFault(MadeBook([[.raw(raw)]]))?.code == .workbookMalformed, "\(raw)")
  }

  @Test func `a row, the texts and the sheet are bounded`() {
    func code(_ book: MadeBook, _ change: (inout XlsxBounds) -> Void) -> Code? {
      var bounds = XlsxBounds()
      change(&bounds)
      do {
        _ = try rows(book, bounds: bounds)
        return nil
      } catch {
        return (error as? FileFault)?.diagnostic.code
      }
    }
    let book = MadeBook([[.shared("abc"), .shared("def"), .inline("ghi")], [.shared("def")]])
    #expect(code(book) { _ in } == nil)
    #expect(code(book) { $0.rowBytes = 5 } == .workbookMalformed)
    #expect(code(book) { $0.rows = 1 } == .workbookMalformed)
    #expect(code(book) { $0.columns = 2 } == .workbookMalformed)
    #expect(code(book) { $0.sharedCount = 1 } == .workbookMalformed)
    #expect(code(book) { $0.sharedTextBytes = 5 } == .workbookMalformed)
    #expect(code(book) { $0.items = 1 } == .workbookMalformed)
    #expect(code(book) { $0.sheetBytes = 100 } == .archiveTooLarge)
    #expect(code(book) { $0.sharedBytes = 100 } == .archiveTooLarge)
    #expect(code(book) { $0.partBytes = 100 } == .archiveTooLarge)
  }

  @Test func `the sheet that is read is the only one that is shown, or the one that is named`()
    throws
  {
    var book = MadeBook([[.shared("person")]])
    book.sheets = [("List", nil), ("Notes", "hidden"), ("Old", "veryHidden")]
    #expect(bookFault(book) == nil)
    book.sheets = [("List", nil), ("Notes", nil)]
    #expect(bookFault(book)?.code == .sheetNotChosen)
    #expect(bookFault(book)?.help.contains("“List”, “Notes”") == true)
    #expect(bookFault(book, sheet: "List") == nil)
    #expect(bookFault(book, sheet: "Liste")?.code == .sheetNotChosen)
    book.sheets = [("List", "hidden")]
    #expect(bookFault(book)?.code == .sheetNotChosen)
  }

  @Test func `a part that is missing or is something else is said`() {
    func code(_ part: String, _ text: String?) -> Code? {
      var book = MadeBook([[.shared("a")]])
      var zip = book.zip
      if let text {
        book.parts[part] = text
        zip = book.zip
      } else {
        zip.entries.removeAll { $0.name == part }
      }
      return bookFault(zip.bytes)?.code
    }
    #expect(code("xl/workbook.xml", nil) == .notAWorkbook)
    #expect(code("xl/worksheets/sheet1.xml", nil) == .workbookMalformed)
    #expect(code("xl/sharedStrings.xml", nil) == .workbookMalformed)
    #expect(code("xl/_rels/workbook.xml.rels", nil) == .workbookMalformed)
    #expect(code("xl/styles.xml", nil) == nil)
    #expect(code("_rels/.rels", nil) == nil)
    #expect(code("xl/worksheets/sheet1.xml", "<chartsheet/>") == .workbookMalformed)
    #expect(code("xl/worksheets/sheet1.xml", "<worksheet/>") == .workbookMalformed)
    #expect(code("xl/workbook.xml", "<workbook/>") == .notAWorkbook)
    #expect(code("xl/worksheets/sheet1.xml", "<worksheet") == .xmlMalformed)
    #expect(code("xl/sharedStrings.xml", "<!DOCTYPE sst [<!ENTITY a 'b'>]><sst/>") == .xmlRefused)
    let outside = "<Relationships><Relationship Id='rId1' Type='a/worksheet' Target='../../x'/>"
    #expect(code("xl/_rels/workbook.xml.rels", outside + "</Relationships>") == .workbookMalformed)
  }

  @Test func `files that are no workbook are named`() {
    #expect(bookFault(MadeZip([("word/document.xml", [])]).bytes)?.code == .notAWorkbook)
    #expect(bookFault(MadeZip([("content.xml", [])]).bytes)?.code == .notAWorkbook)
    #expect(bookFault(MadeZip([("xl/workbook.bin", [])]).bytes)?.code == .notAWorkbook)
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    #expect(bookFault(old + [UInt8](repeating: 0, count: 600))?.code == .notAWorkbook)
    let name = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), 0] }
    #expect(bookFault(old + [UInt8](repeating: 7, count: 600) + name)?.code == .workbookProtected)
  }
}
