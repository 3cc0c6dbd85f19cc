import Foundation
import Testing

/// Periods and the year end on the command line, as scripts rely on them.
@Suite struct PeriodTests {
  private let folder: Folder
  private let program: Program

  /// A pension that became due and was paid in November 2025, and 90 đ of contributions.
  init() throws {
    folder = try Folder()
    program = folder.program
    try program.write(
      "sites.csv", "code,name,kind,parent\n79,Sài Gòn,province,\n79-S1,Điểm số 1,site,79\n")
    try program.write(
      "due.csv",
      "person,benefit,month,amount,site,channel\n079060000011,pension,2025-11,50,79-S1,cash\n")
    try program.write("contribution.csv", "unit,fund,amount\n79,retirement,90\n")
    try program.write("advance.csv", "unit,fund,amount\n79-S1,retirement,60\n")
    #expect(try program.run("init", "--sites", "sites.csv").exit == 0)
    for event in ["contribution", "due", "advance"] {
      #expect(
        try program.run("post", event, "\(event).csv", "--date", "2025-11-05").exit == 0)
    }
  }

  @Test func `a period is closed and reopened with one JSON document each`() throws {
    let close = ["period", "close", "2025-11", "--date", "2025-12-01", "--json"]
    #expect(
      try run(close).output
        == #"{"period":"2025-11","state":"closed","changed":true,"record":3,"requestedBy":null,"#
        + #""agrees":true,"differences":[],"total":0,"notCompared":[],"#
        + #""exceptions":{"count":0,"amount":0}}"# + "\n")
    #expect(
      try run(close).output
        == #"{"period":"2025-11","state":"closed","changed":false,"record":3,"requestedBy":null,"#
        + #""exceptions":{"count":0,"amount":0}}"# + "\n")
    let paid = try program.write(
      "paid.csv", "person,benefit,month,amount\n079060000011,pension,2025-11,50\n")
    let late = try program.run("post", "paid", paid, "--date", "2025-11-06", "--json")
    #expect(try late.exit == 65 && late.errorCode() == "L0321")
    #expect(late.talk.contains("Declare --period 2025-12."))
    let reopened = try program.run(
      "period", "reopen", "2025-11", "--reason", "late", "--date", "2025-12-02", "--json")
    #expect(try reopened.exit == 0 && reopened.json()["state"] as? String == "open")
    #expect(try program.run("post", "paid", paid, "--date", "2025-11-06").exit == 0)
    let soft = try program.run("period", "soft-close", "2025-11", "--date", "2025-12-02", "--json")
    #expect(try soft.exit == 0 && soft.json()["state"] as? String == "soft-closed")
    let open = try program.run(
      "period", "open", "2025-11", "--reason", "late", "--date", "2025-12-02", "--json")
    #expect(try open.exit == 0 && open.json()["state"] as? String == "open")
    let list = try program.run("period", "list", "--as-at", "2025-12-01", "--json").output
    #expect(
      list.hasPrefix(
        #"{"periods":[{"period":"2025-11","state":"closed","batches":4,"record":3,"#
          + #""date":"2025-12-01","maker":""#), "\(list)")
  }

  @Test func `totals that differ are findings, and nothing is closed`() throws {
    try program.write(
      "paid.csv", "person,benefit,month,amount\n079060000011,pension,2025-11,50\n")
    #expect(try program.run("post", "paid", "paid.csv", "--date", "2025-11-06").exit == 0)
    let advance = ["batch", "reverse", "3", "--reason", "x", "--date", "2025-11-07"]
    #expect(try run(advance).exit == 0)
    let answer = try run(["period", "close", "2025-11", "--date", "2026-01-05", "--json"])
    let json = try answer.json()
    #expect(answer.exit == 1 && json["changed"] as? Bool == false)
    #expect(json["state"] as? String == "open" && json["agrees"] as? Bool == false)
    let kinds = (json["differences"] as? [[String: Any]])?.map { $0["kind"] as? String }
    #expect(kinds == ["cash-negative"])
    let text = try program.run("period", "close", "2025-11", "--date", "2026-01-05")
    #expect(text.exit == 1 && text.output.contains("Period 2025-11 is not closed"))
  }

  @Test func `a year is closed once, and the second call answers with the first receipt`() throws {
    #expect(try program.run("period", "close", "2025-11", "--date", "2025-12-01").exit == 0)
    let close = ["close", "--year", "2025", "--date", "2026-01-05", "--json"]
    let first = try run(close)
    let batch = try #require(try first.json()["batch"] as? [String: Any])
    #expect(try first.exit == 0 && first.json()["changed"] as? Bool == true)
    #expect(batch["event"] as? String == "year-end" && batch["total"] as? Int == 140)
    #expect(try first.json()["income"] as? Int == 90 && first.json()["expense"] as? Int == 50)
    #expect(try first.json()["surplus"] as? Int == 40)
    let funds = try #require(try first.json()["funds"] as? [[String: Any]])
    #expect(funds.map { $0["fund"] as? String } == ["retirement"])
    #expect(funds.map { $0["surplus"] as? Int } == [40])
    #expect(batch["date"] as? String == "2026-01-05" && batch["period"] as? String == "2025-12")
    let second = try run(close)
    let again = try #require(try second.json()["batch"] as? [String: Any])
    #expect(try second.exit == 0 && second.json()["changed"] as? Bool == false)
    #expect(again["seal"] as? String == batch["seal"] as? String)
    #expect(again["alreadyPosted"] as? Bool == true)
    let text = try program.run("close", "--year", "2025").output
    #expect(
      text.hasPrefix(
        "Year 2025 was closed before: income 90 đ, expense 50 đ, surplus 40 đ, carried to the funds "
          + "by batch 4 in 2 vouchers"), "\(text)")
    #expect(text.hasSuffix("Nothing is changed.\n"))
    #expect(try program.run("verify").exit == 0)
  }

  @Test func `a year of several funds tells each, and a deficit as one`() throws {
    try program.write("contribution.csv", "unit,fund,amount\n79,sickness,7\n")
    #expect(
      try program.run("post", "contribution", "contribution.csv", "--date", "2025-11-06").exit == 0)
    try program.write(
      "more.csv",
      "person,benefit,month,amount,site,channel\n079060000022,pension,2025-11,60,79-S1,cash\n")
    #expect(try program.run("post", "due", "more.csv", "--date", "2025-11-06").exit == 0)
    #expect(try program.run("period", "close", "2025-11", "--date", "2025-12-01").exit == 0)
    let text = try program.run("close", "--year", "2025", "--date", "2025-12-31").output
    #expect(text.contains("income 97 đ, expense 110 đ, deficit 13 đ, carried to the funds"))
    #expect(text.contains("\n  sickness: income 7 đ, expense 0 đ, surplus 7 đ\n"))
    #expect(text.contains("\n  retirement: income 90 đ, expense 110 đ, deficit 20 đ\n"))
    let json = try program.run("close", "--year", "2025", "--json").json()
    let funds = try #require(json["funds"] as? [[String: Any]])
    #expect(funds.map { $0["surplus"] as? Int } == [7, -20] && json["surplus"] as? Int == -13)
  }

  @Test(arguments: [
    ["period", "close", "2025-13"], ["period", "close", "2025-1"], ["period", "close", "11/2025"],
    ["period", "close"], ["period", "reopen", "2025-11"], ["period", "open", "2025-11"],
    ["period", "reopen", "2025-11", "--reason", ""], ["period", "open", "2025-11", "--reason", ""],
    ["period", "soft-close", "2025-11", "--date", "2025-02-30"],
    ["period", "list", "--as-at", "x"],
    ["period", "shut", "2025-11"], ["close"], ["close", "--year", "2025-12"],
    ["close", "--year", "99999999999999999999"], ["close", "--year", "25"],
    ["close", "--year", "2200"],
  ])
  func `what is not a period, a year, a date or a reason is a usage error`(_ command: [String])
    throws
  {
    let answer = try run(command + ["--json"])
    #expect(try answer.exit == 64 && answer.errorCode() == "L0801")
    #expect(try program.run("period", "list", "--json").output.contains("\"state\":\"open\""))
  }

  @Test(arguments: [
    (["period", "reopen", "2025-11", "--reason", "x"], "L0323"),
    (["period", "open", "1999-01", "--reason", "x"], "L0323"),
    (["period", "close", "2025-11", "--date", "2025-11-29"], "L0324"),
    (["period", "close", "2199-12", "--date", "2026-01-01"], "L0324"),
    (["period", "close", "2025-12", "--date", "2026-01-01"], "L0325"),
    (["close", "--year", "2025", "--date", "2025-12-30"], "L0324"),
    (["close", "--year", "2025", "--date", "2026-01-01"], "L0325"),
  ])
  func `a change that is not possible is refused with its code`(_ command: [String], _ code: String)
    throws
  {
    let answer = try run(command + ["--json"])
    #expect(try answer.exit == 65 && answer.errorCode() == code)
  }

  private func run(_ arguments: [String]) throws -> Program.Outcome {
    let (process, output, talk) = try program.start(arguments)
    process.waitUntilExit()
    try output.seek(toOffset: 0)
    try talk.seek(toOffset: 0)
    return Program.Outcome(
      exit: process.terminationStatus,
      output: String(decoding: try output.readToEnd() ?? Data(), as: UTF8.self),
      talk: String(decoding: try talk.readToEnd() ?? Data(), as: UTF8.self))
  }
}
