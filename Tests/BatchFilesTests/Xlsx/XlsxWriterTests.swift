import Glibc
import LedgerCore
import Testing

@testable import BatchFiles

struct XlsxWriterTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func write(
    _ name: String, _ columns: [String], _ rows: [[XlsxCell]], sheet: String = "report"
  ) throws -> String {
    let path = folder.path + "/" + name
    let writer = try XlsxWriter(path)
    try writer.beginSheet(sheet, columns.map { XlsxColumn(title: $0, width: 10) })
    for row in rows { try writer.append(row) }
    try writer.finish()
    return path
  }

  private func part(_ path: String, _ name: String) throws -> String {
    let archive = try ZipArchive(BatchSource.file(path))
    let reader = try ZipEntryReader(
      archive, try #require(archive.entry(name)), bound: InflationBound(bytes: 1 << 20))
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 4_096, alignment: 8)
    defer { block.deallocate() }
    var bytes: [UInt8] = []
    while true {
      let count = try reader.read(into: block)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += block[..<count]
    }
  }

  private func cells(_ path: String) throws -> [[String]] {
    let reader = try XlsxReader(BatchSource.file(path))
    var row = TableRow()
    var rows: [[String]] = []
    while try reader.read(into: &row) {
      rows.append(
        row.cells.map { "\($0.kind) " + String(decoding: row.buffer[$0.bytes], as: UTF8.self) })
    }
    return rows
  }

  @Test func `numbers are numbers, text is text, and both come back`() throws {
    let text = "Nguyễn <Văn> & \"An\"\r\n_x0041_ \u{1}"
    let path = try write(
      "a.xlsx", ["name", "amount", "ok"],
      [[.text(text), .number(-2_500_000), .flag(true)], [.empty, .number(.max), .text("0012")]])
    #expect(
      try cells(path) == [
        ["text name", "text amount", "text ok"],
        ["text Nguyễn <Văn> & \"An\"\r\n_x0041_ _x0001_", "number -2500000", "boolean 1"],
        ["text 9223372036854775807", "text 0012"],
      ])
  }

  @Test(arguments: [
    "=1+1", "+84", "-5", "@SUM(A1)", "\t=1", "=HYPERLINK(\"http://example.org\")", "＝1", "|calc",
    "%0A", "\r=1",
  ])
  func `no cell is one that a spreadsheet would run`(text: String) throws {
    let path = try write("a.xlsx", ["text"], [[.text(text)]])
    let sheet = try part(path, "xl/worksheets/sheet1.xml")
    #expect(sheet.contains("<c r=\"A2\" s=\"4\" t=\"inlineStr\">"))
    #expect(!sheet.contains("<f"))
    #expect(try cells(path)[1] == ["text " + text])
    let styles = try part(path, "xl/styles.xml")
    #expect(styles.contains("quotePrefix=\"1\""))
  }

  @Test func `the header stays in sight and columns have widths`() throws {
    let sheet = try part(write("a.xlsx", ["a", "b"], []), "xl/worksheets/sheet1.xml")
    #expect(sheet.contains("<pane ySplit=\"1\" topLeftCell=\"A2\""))
    #expect(sheet.contains("state=\"frozen\""))
    #expect(sheet.contains("<col min=\"2\" max=\"2\" width=\"12\" customWidth=\"1\"/>"))
  }

  @Test func `it is nobody else's, never overwrites, and the same cells are the same bytes`() throws
  {
    let rows: [[XlsxCell]] = (0..<3_000).map { [.text("row \($0)"), .number(Int64($0) * 1_000)] }
    let one = try write("one.xlsx", ["a", "b"], rows)
    let two = try write("two.xlsx", ["a", "b"], rows)
    #expect(try BatchSource.file(one).sha256() == BatchSource.file(two).sha256())
    var status = stat()
    #expect(stat(one, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    let before = try BatchSource.file(one).sha256()
    #expect {
      _ = try write("one.xlsx", ["a"], [])
    } throws: {
      ($0 as? LedgerError)?.code == .outputExists
    }
    #expect(try BatchSource.file(one).sha256() == before)
  }

  @Test func `one that is not finished leaves nothing behind`() throws {
    let path = folder.path + "/a.xlsx"
    do {
      let writer = try XlsxWriter(path)
      try writer.beginSheet("report", [XlsxColumn(title: "a", width: 4)])
    }
    #expect(access(path, F_OK) != 0)
  }

  @Test func `a sheet's name is one a spreadsheet takes`() {
    #expect(XlsxNames.sheet("a/b:[c]*?'\\", after: []) == "abc")
    #expect(XlsxNames.sheet("", after: []) == "sheet")
    #expect(XlsxNames.sheet("Rows", after: ["rows", "rows 2"]) == "Rows 3")
    let long = XlsxNames.sheet(String(repeating: "a", count: 40), after: [])
    #expect(long.utf16.count == 31)
    #expect(XlsxNames.sheet(String(repeating: "a", count: 40), after: [long]).utf16.count <= 31)
  }

  @Test func `a report with more rows than a sheet is refused and leaves nothing behind`() throws {
    let path = folder.path + "/a.xlsx"
    #expect {
      let writer = try XlsxWriter(path, mostRows: 100)
      try writer.beginSheet("report", [])
      for _ in 1..<100 { try writer.append([]) }
      try writer.beginSheet("more", [])
      for _ in 1...100 { try writer.append([]) }
    } throws: {
      ($0 as? LedgerError)?.code == .reportTooLong
    }
    #expect(access(path, F_OK) != 0)
  }
}
