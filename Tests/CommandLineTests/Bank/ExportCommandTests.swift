import Foundation
import Testing

/// `export` as scripts rely on it.
@Suite struct ExportCommandTests {
  private let folder: Folder
  private let program: Program

  init() throws {
    folder = try Folder()
    program = folder.program
    try program.write(
      "sites.csv", "code,name,kind,parent\n79,Sài Gòn,province,\n79-S1,Điểm số 1,site,79\n")
    try program.write(
      "due.csv",
      """
      person,benefit,month,amount,site,channel,account,name
      079060000011,pension,2026-10,5000000,79-S1,bank,970415:105000000001,Nguyễn An
      079160000022,pension,2026-10,6000000,79-S1,cash,,

      """)
    #expect(try program.run("init", "--sites", "sites.csv").exit == 0)
    #expect(try program.run("post", "due", "due.csv", "--date", "2026-10-01").exit == 0)
  }

  private func export(_ more: String...) throws -> Program.Outcome {
    let (process, output, talk) = try program.start(
      [
        "export", "--batch", "1", "--debtor-account", "970436:0011004000001", "--debtor-name",
        "BHXH",
      ] + more)
    process.waitUntilExit()
    try output.seek(toOffset: 0)
    try talk.seek(toOffset: 0)
    return Program.Outcome(
      exit: process.terminationStatus,
      output: String(decoding: try output.readToEnd() ?? Data(), as: UTF8.self),
      talk: String(decoding: try talk.readToEnd() ?? Data(), as: UTF8.self))
  }

  @Test func `an order is written once, with one JSON document`() throws {
    let first = try export("--format", "pain.001", "order.xml", "--json")
    #expect(first.exit == 0)
    let answer = try first.json()
    #expect(answer["file"] as? String == "order.xml")
    #expect(answer["format"] as? String == "pain.001.001.09")
    #expect(answer["count"] as? Int == 1 && answer["amount"] as? Int == 5_000_000)
    #expect(answer["executionDate"] as? String == "2026-10-01")
    let again = try export("--format", "pain.001", "order.xml", "--json")
    #expect(try again.exit == 73 && again.errorCode() == "L0822")
    let newer = try export("--format", "pain.001.001.03", "--date", "2026-10-06", "--json")
    let name = try #require(newer.json()["file"] as? String)
    #expect(name.hasPrefix("BL-1-retirement-") && name.hasSuffix(".xml"))
    let text = try String(contentsOfFile: program.folder + "/" + name, encoding: .utf8)
    #expect(text.contains("<ReqdExctnDt>2026-10-06</ReqdExctnDt>"))
    #expect(text.contains("pain.001.001.03"))
  }

  @Test(arguments: [
    ["--format", "pain.008"], ["--format", "csv"], [],
    ["--format", "pain.001", "--date", "2026-13-01"],
    ["--format", "pain.001", "--fund", "pensions"],
  ])
  func `what is not understood is usage`(_ options: [String]) throws {
    let (process, _, _) = try program.start(
      [
        "export", "--batch", "1", "--debtor-account", "970436:0011004000001", "--debtor-name", "B",
      ] + options)
    process.waitUntilExit()
    #expect(process.terminationStatus == 64)
  }

  @Test func `the number of a card pays nothing`() throws {
    let outcome = try program.run(
      "export", "--format", "pain.001", "--batch", "1", "--debtor-account",
      "970436:9704360071000123", "--debtor-name", "B")
    #expect(outcome.exit == 64)
  }
}
