import BatchFiles
import Foundation
import Testing

/// `--xlsx` of every report, and workbooks as input.
@Suite struct WorkbookTests {
  private let folder = Result { try Folder() }

  /// Two pensions due, one of them paid; one site's name looks like a formula.
  private func books() throws -> Program {
    let program = try folder.get().program
    try program.write(
      "sites.csv", "code,name,kind,parent\n79,Sài Gòn,province,\n79-S1,=1+1,site,79\n")
    try program.write(
      "due.csv",
      "person,benefit,month,amount,site,channel,account\n"
        + "079060000011,pension,2026-10,5000000,79-S1,bank,970436:0071000123456\n"
        + "079060000012,pension,2026-10,3000000,79-S1,cash,\n")
    try program.write(
      "paid.csv", "person,benefit,month,amount\n079060000011,pension,2026-10,5000000\n")
    try program.write("held.csv", "person,reason,from\n079060000099,-,2026-10-01\n")
    try program.write("same.csv", "old,new\n079060000055,079060000056\n")
    #expect(try program.run("init", "--sites", "sites.csv").exit == 0)
    #expect(try program.run("post", "due", "due.csv", "--date", "2026-10-05").exit == 0)
    #expect(try program.run("post", "paid", "paid.csv", "--date", "2026-10-06").exit == 0)
    #expect(try program.run("hold", "import", "held.csv").exit == 0)
    #expect(try program.run("person", "import", "same.csv").exit == 0)
    return program
  }

  /// Every report there is.
  static let reports = [
    ["totals"], ["totals", "--by", "site,event,month"], ["trial-balance", "--by", "unit"],
    ["account", "payable/retirement/79-S1"], ["person", "079060000011"],
    ["person", "079060000011", "--why"], ["person", "links"], ["site", "79-S1"], ["batch", "list"],
    ["batch", "show", "1"], ["batch", "show", "1", "--trace"], ["reconcile", "totals"],
    ["changes", "--since", "1"], ["chart", "show"], ["chart", "list"], ["hold", "list"],
    ["period", "list"], ["sites", "list"], ["user", "list"], ["verify"],
  ]

  private func run(_ program: Program, _ arguments: [String]) throws -> Program.Outcome {
    let (process, output, talk) = try program.start(arguments)
    process.waitUntilExit()
    try output.seek(toOffset: 0)
    try talk.seek(toOffset: 0)
    return Program.Outcome(
      exit: process.terminationStatus,
      output: String(decoding: try output.readToEnd() ?? Data(), as: UTF8.self),
      talk: String(decoding: try talk.readToEnd() ?? Data(), as: UTF8.self))
  }

  private func rows(_ path: String, sheet: String) throws -> [TableRow] {
    let reader = try XlsxReader(BatchSource.file(path), sheet: sheet)
    var rows: [TableRow] = []
    var row = TableRow()
    while try reader.read(into: &row) { rows.append(row) }
    return rows
  }

  @Test func `every report is written into a workbook, number for number`() throws {
    let program = try books()
    for (index, report) in Self.reports.enumerated() {
      let path = program.folder + "/report-\(index).xlsx"
      let outcome = try run(program, report + ["--json", "--xlsx", path])
      #expect(outcome.exit <= 1, "\(report): \(outcome)")
      let document = try outcome.json()
      var sheets = 0
      for (key, value) in document {
        guard let records = value as? [[String: Any]], !records.isEmpty else { continue }
        sheets += 1
        let title = key.replacing(/[A-Z]/) { " " + $0.output.lowercased() }
        let found = try rows(path, sheet: title)
        #expect(found.count == records.count + 1, "\(report), \(key)")
        for name in ["amount", "debit", "total"] where records[0][name] is Int {
          let sum = records.reduce(0) { $0 + ($1[name] as? Int ?? 0) }
          #expect(try column(name, found) == sum, "\(report), \(key), \(name)")
        }
        #expect(!found.contains { $0.cells.contains { $0.kind == .formula } })
      }
      let hasScalars = document.values.contains {
        !($0 is NSNull) && ($0 as? [Any])?.first as? [String: Any] == nil
          && ($0 as? [Any])?.isEmpty != true
      }
      if hasScalars { #expect(try rows(path, sheet: "summary").count > 1, "\(report)") }
      // A report of nothing is a workbook with nothing in it.
      if sheets == 0, !hasScalars { #expect(try rows(path, sheet: "report").isEmpty) }
    }
  }

  /// The numbers below a title, added up.
  private func column(_ title: String, _ rows: [TableRow]) throws -> Int {
    let header = try #require(
      rows[0].cells.first {
        String(decoding: rows[0].buffer[$0.bytes], as: UTF8.self) == title
      })
    return try rows.dropFirst().reduce(0) { sum, row in
      guard let cell = row.cells.first(where: { $0.column == header.column }) else { return sum }
      #expect(cell.kind == .number)
      return sum + (try #require(Int(String(decoding: row.buffer[cell.bytes], as: UTF8.self))))
    }
  }

  @Test func `sheets and columns are headed in the language that is asked for`() throws {
    let program = try books()
    func headings(_ sheet: String, _ path: String) throws -> [String] {
      let row = try #require(try rows(path, sheet: sheet).first)
      return row.cells.map { String(decoding: row.buffer[$0.bytes], as: UTF8.self) }
    }
    let path = program.folder + "/vi.xlsx"
    let arguments = ["batch", "show", "1", "--trace", "--lang", "vi", "--xlsx", path]
    #expect(try run(program, arguments).exit == 0)
    #expect(try headings("các bút toán", path).starts(with: ["chứng từ", "Nợ", "Có", "số tiền"]))
    let lines = try headings("số dòng các bút toán", path)
    #expect(lines.first == "dòng của các bút toán" && lines.contains("người hưởng khoản phải chi"))
    let once = try rows(path, sheet: "tóm tắt").map { row in
      row.cells.first.map { String(decoding: row.buffer[$0.bytes], as: UTF8.self) }
    }
    #expect(once.contains("mã SHA-256 của tệp") && once.first == "nội dung")
    let english = program.folder + "/en.xlsx"
    #expect(try run(program, ["batch", "show", "1", "--xlsx", english]).exit == 0)
    let titles = try rows(english, sheet: "summary").map { row in
      row.cells.first.map { String(decoding: row.buffer[$0.bytes], as: UTF8.self) }
    }
    #expect(titles.contains("file sha256"))
  }

  @Test func `what the bank booked is a report too, and is not recorded where there is a file`()
    throws
  {
    let program = try books()
    try program.write(
      "bank.csv", "date,amount,balance,description\n2026-10-06,-11000,989000,=1+1\n")
    let path = program.folder + "/bank.xlsx"
    let arguments = [
      "reconcile", "bank", "bank.csv", "--fund", "retirement", "--date", "2026-10-07", "--xlsx",
      path,
    ]
    try program.write("bank.xlsx", "mine")
    #expect(try run(program, arguments).exit == 73)
    #expect(try run(program, ["exceptions", "list", "--json"]).json()["count"] as? Int == 0)
    try FileManager.default.removeItem(atPath: path)
    #expect(try run(program, arguments).exit == 1)
    let exceptions = try rows(path, sheet: "exceptions")
    #expect(try column("amount", exceptions) == -11_000)
    #expect(!exceptions.contains { $0.cells.contains { $0.kind == .formula } })
  }

  @Test func `a workbook is never overwritten, and is its maker's alone`() throws {
    let program = try books()
    #expect(try program.run("totals", "--xlsx", "t.xlsx").exit == 0)
    let path = program.folder + "/t.xlsx"
    let made = try Data(contentsOf: URL(fileURLWithPath: path))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let again = try program.run("verify", "--json", "--xlsx", "t.xlsx")
    #expect(again.exit == 73)
    #expect(try again.errorCode() == "L0822")
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == made)
    #expect(try program.run("totals", "--xlsx", "u.xlsx").exit == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: program.folder + "/u.xlsx")) == made)
    #expect(try program.run("totals", "--xlsx", "nowhere/u.xlsx").exit == 74)
  }

  @Test func `a report that is refused writes no workbook`() throws {
    let program = try books()
    try program.write("theirs.csv", "nonsense\n")
    let outcome = try program.run(
      "reconcile", "totals", "--against", "theirs.csv", "--xlsx", "r.xlsx")
    #expect(outcome.exit == 65)
    #expect(!FileManager.default.fileExists(atPath: program.folder + "/r.xlsx"))
  }

  @Test func `the names of units that look like formulas stay text`() throws {
    let program = try books()
    #expect(try program.run("sites", "list", "--xlsx", "s.xlsx").exit == 0)
    let units = try rows(program.folder + "/s.xlsx", sheet: "units")
    let names = units.flatMap { row in
      row.cells.filter { $0.kind == .text }.map {
        String(decoding: row.buffer[$0.bytes], as: UTF8.self)
      }
    }
    #expect(names.contains("=1+1"))
  }

  @Test func `a report's own workbook is refused as a list, by name, and posts nothing`() throws {
    let program = try books()
    #expect(try program.run("totals", "--xlsx", "t.xlsx").exit == 0)
    let refused = try program.run("post", "due", "t.xlsx")
    #expect(refused.exit == 65)
    #expect(refused.talk.contains("L0237"))
    try program.write("not.xlsx", "PK\u{3}\u{4}not a workbook")
    let broken = try program.run("post", "due", "not.xlsx")
    #expect(broken.exit == 65)
    #expect(broken.talk.contains("L0230"))
    #expect(try program.run("batch", "list", "--json").json()["batches"] as? [Any] != nil)
    #expect((try program.run("batch", "list", "--json").json()["batches"] as? [Any])?.count == 2)
  }
}
