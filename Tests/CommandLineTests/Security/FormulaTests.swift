import Foundation
import Testing

/// What a spreadsheet would compute is nowhere in what it may be given.
@Suite struct FormulaTests {
  private static let formulas = [
    "=1+2", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1:A9)", "=HYPERLINK(\"\"http://x\"\")", "\t=1",
  ]

  /// The fields of a CSV, without their quotes.
  private func fields(_ text: String) -> [String] {
    var fields: [String] = [""]
    var isQuoted = false
    for character in text {
      switch character {
      case "\"": isQuoted.toggle()
      case ",", "\n":
        if isQuoted { fields[fields.count - 1].append(character) } else { fields.append("") }
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }

  private func isComputed(_ field: String) -> Bool {
    guard let first = field.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else {
      return false
    }
    return Int64(field) == nil
  }

  @Test func `no report that is made as a CSV has a field that a spreadsheet computes`() throws {
    let folder = try Folder()
    let program = folder.program
    try program.write(
      "sites.csv", "code,name,kind,parent\n79,Sài Gòn,province,\n79-S1,=1+2,site,79\n")
    #expect(try program.run("init", "--sites", "sites.csv").exit == 0)
    var text = "person,name,benefit,month,amount,site,channel,document,reason\n"
    for (number, formula) in Self.formulas.enumerated() {
      for column in 0..<4 {
        let name = column == 0 ? "\"\(formula)\"" : "An"
        let site = column == 1 ? "\"\(formula)\"" : "79-S1"
        let document = column == 2 ? "\"\(formula)\"" : ""
        let reason = column == 3 ? "\"\(formula)\"" : ""
        text += "07906000\(1_000 + number * 4 + column),\(name),pension,2026-10,0,\(site),cash,"
        text += "\(document),\(reason)\n"
      }
    }
    try program.write("due.csv", text)
    let refused = try program.run("post", "due", "due.csv", "--rejects", "rejects.csv")
    #expect(refused.exit == 65, "\(refused)")
    try program.write(
      "holds.csv", "person,from,reason\n079060001000,2026-01-01,\"\(Self.formulas[0])\"\n")
    #expect(try program.run("hold", "import", "holds.csv", "--kind", "suspended").exit == 0)
    try program.write("held.csv", text.replacing(",0,", with: ",5000,").replacing("\t", with: ""))
    let held = try program.run(
      "post", "due", "held.csv", "--held", "skip", "--held-report", "left-out.csv")
    try program.write("theirs.csv", "person,benefit,month,amount\n079060001004,pension,2026-10,7\n")
    let compared = try program.run(
      "reconcile", "lines", "theirs.csv", "--event", "due", "--csv", "differences.csv",
      "--correct", "corrections")
    #expect([0, 1].contains(compared.exit), "\(compared) \(held)")
    var made = 0
    for name in try FileManager.default.subpathsOfDirectory(atPath: program.folder)
    where name.hasSuffix(".csv")
      && !["sites.csv", "due.csv", "held.csv", "holds.csv", "theirs.csv"].contains(name)
    {
      let text = try String(contentsOfFile: program.folder + "/" + name, encoding: .utf8)
      let bad = fields(text).filter(isComputed)
      #expect(bad.isEmpty, "\(name): \(bad)")
      made += 1
    }
    #expect(made >= 2)
    let rejects = try String(contentsOfFile: program.folder + "/rejects.csv", encoding: .utf8)
    #expect(rejects.contains("'=1+2") && rejects.contains("'@SUM(A1:A9)"))
  }

  @Test func `an amount with its sign stays one in the report of refused rows`() throws {
    let folder = try Folder()
    let program = folder.program
    try program.write(
      "sites.csv", "code,name,kind,parent\n79,Sài Gòn,province,\n79-S1,Số 1,site,79\n")
    #expect(try program.run("init", "--sites", "sites.csv").exit == 0)
    try program.write(
      "due.csv",
      "person,benefit,month,amount,site,channel\n079060000011,pension,2026-10,-500,79-S1,cash\n")
    #expect(try program.run("post", "due", "due.csv", "--rejects", "rejects.csv").exit == 65)
    let rejects = try String(contentsOfFile: program.folder + "/rejects.csv", encoding: .utf8)
    #expect(rejects.contains("2026-10,-500,79-S1"), "\(rejects)")
  }
}
