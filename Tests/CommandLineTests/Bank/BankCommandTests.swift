import Foundation
import Testing

/// `reconcile bank` and `exceptions` as scripts rely on them.
@Suite struct BankCommandTests {
  private let folder: Folder
  private let program: Program

  init() throws {
    folder = try Folder()
    program = folder.program
    try program.write(
      "sites.csv", "code,name,kind,parent\n79,Sài Gòn,province,\n79-S1,Điểm số 1,site,79\n")
    try program.write("income.csv", "unit,fund,amount\n79,retirement,1000000\n")
    #expect(try program.run("init", "--sites", "sites.csv").exit == 0)
    #expect(
      try program.run("post", "contribution", "income.csv", "--date", "2026-10-01").exit == 0)
  }

  private func list(_ outcome: Program.Outcome, _ key: String) throws -> [[String: Any]] {
    try #require(outcome.json()[key] as? [[String: Any]])
  }

  @Test func `what agrees is 0, what is open 1, and of what is wrong nothing is kept`() throws {
    try program.write("a.csv", "date,amount,balance\n2026-10-02,1000000,1000000\n")
    let first = try program.run(
      "reconcile", "bank", "a.csv", "--fund", "retirement", "--json", "--date", "2026-10-03")
    #expect(first.exit == 0)
    #expect(try first.json()["agrees"] as? Bool == true)
    #expect(try list(first, "statements").first?["closing"] as? Int == 1_000_000)
    #expect(try list(first, "matched").first?["rule"] as? String == "amount-and-date")
    try program.write("wrong.csv", "date,amount,balance\n2026-10-03,5,7\n2026-10-03,5,13\n")
    try program.write("b.csv", "date,amount,balance\n2026-10-04,-11000,989000\n")
    let refused = try program.run(
      "reconcile", "bank", "b.csv", "wrong.csv", "--fund", "retirement", "--json")
    #expect(try refused.exit == 65 && refused.errorCode() == "L0672")
    let open = try program.run(
      "reconcile", "bank", "b.csv", "--fund", "retirement", "--json", "--date", "2026-10-05")
    #expect(open.exit == 1)
    #expect(try list(open, "exceptions").first?["kind"] as? String == "unmatched")
    #expect(try list(open, "exceptions").first?["exception"] as? Int == 1)
    #expect(try program.run("reconcile", "bank", "none.csv").exit == 66)
  }

  @Test func `an exception is listed by age, assigned and resolved`() throws {
    try program.write("b.csv", "date,amount,balance\n2026-10-04,-11000,989000\n")
    #expect(try program.run("reconcile", "bank", "b.csv", "--fund", "retirement").exit == 1)
    let old = try program.run(
      "exceptions", "list", "--age", "10", "--date", "2026-10-14", "--json")
    #expect(try old.exit == 1 && list(old, "exceptions").first?["age"] as? Int == 10)
    let older = try program.run(
      "exceptions", "list", "--age", "11", "--date", "2026-10-14", "--json")
    #expect(try older.exit == 0 && list(older, "exceptions").isEmpty)
    #expect(try program.run("exceptions", "assign", "1", "--owner", "lan").exit == 0)
    let shown = try program.run("exceptions", "show", "1", "--json").json()
    #expect(shown["owner"] as? String == "lan" && shown["state"] as? String == "open")
    let done = try program.run("exceptions", "resolve", "1", "--note", "a charge", "--json")
    #expect(try done.exit == 0 && done.json()["state"] as? String == "noted")
    #expect(try program.run("exceptions", "list").exit == 0)
    let again = try program.run("exceptions", "resolve", "1", "--note", "x", "--json")
    #expect(try again.exit == 65 && again.errorCode() == "L0678")
    #expect(try program.run("exceptions", "show", "9").exit == 64)
  }

  @Test func `a statement under the wrong fund is taken back and taken in again`() throws {
    try program.write("a.csv", "date,amount,balance\n2026-10-02,1000000,1000000\n")
    #expect(try program.run("reconcile", "bank", "a.csv", "--fund", "health").exit == 1)
    let listed = try list(try program.run("statements", "list", "--json"), "statements")
    #expect(listed.first?["fund"] as? String == "health" && listed.first?["open"] as? Int == 1)
    #expect(listed.first?["state"] as? String == "standing")
    let missing = try program.run("statements", "withdraw", "7", "--reason", "x", "--json")
    #expect(try missing.exit == 64 && missing.errorCode() == "L0851")
    let taken = try program.run(
      "statements", "withdraw", "1", "--reason", "the retirement fund's", "--date", "2026-10-03",
      "--json")
    #expect(try taken.exit == 0 && taken.json()["exceptions"] as? Int == 1)
    let again = try program.run("statements", "withdraw", "1", "--reason", "x", "--json")
    #expect(try again.exit == 65 && again.errorCode() == "L0682")
    #expect(
      try program.run("reconcile", "bank", "a.csv", "--fund", "retirement").exit == 0)
    #expect(
      try list(try program.run("statements", "list", "--json"), "statements").map {
        $0["statement"] as? Int
      } == [2])
    let all = try list(try program.run("statements", "list", "--all", "--json"), "statements")
    let withdrawal = try #require(all.first?["withdrawal"] as? [String: Any])
    #expect(withdrawal["reason"] as? String == "the retirement fund's")
    #expect(withdrawal["date"] as? String == "2026-10-03")
    let shown = try program.run("exceptions", "show", "1", "--json").json()
    #expect(shown["state"] as? String == "withdrawn")
    #expect(try program.run("verify").exit == 0)
  }

  @Test func `people read the terms of the bank in the language of the call`() throws {
    try program.write(
      "b.csv",
      "date,amount,balance,description,reason\n2026-10-04,-11000,989000,Phi,\n"
        + "2026-10-04,5,989005,202610-079060000011-pension-1,AC04\n")
    _ = try program.run("reconcile", "bank", "b.csv", "--fund", "retirement")
    let english = try program.run("exceptions", "list").output
    #expect(english.contains(" unmatched ") && english.contains(" not-paid "))
    let vietnamese = try program.run("exceptions", "list", "--lang", "vi").output
    #expect(vietnamese.contains(" chưa khớp ") && vietnamese.contains(" chưa chi "))
    for word in ["unmatched", "not-paid", " open "] { #expect(!vietnamese.contains(word)) }
    let shown = try program.run("exceptions", "show", "1", "--lang", "vi").output
    #expect(shown.contains("chưa khớp, còn mở"))
    // Programs read codes in every language.
    let json = try program.run("exceptions", "list", "--lang", "vi", "--json")
    #expect(
      try list(json, "exceptions").map { $0["kind"] as? String } == ["unmatched", "not-paid"])
    _ = try program.run("statements", "withdraw", "1", "--reason", "thử")
    let gone = try program.run("exceptions", "list", "--all", "--lang", "vi").output
    #expect(gone.contains(" đã rút lại ") && !gone.contains("withdrawn"))
  }

  @Test(arguments: [
    ["withdraw", "1"], ["withdraw", "--reason", "x"], ["withdraw", "1", "--reason", ""],
    ["list", "--fund", "none"],
  ])
  func `of statements what is not understood is usage`(_ arguments: [String]) throws {
    let (process, _, _) = try program.start(["statements"] + arguments)
    process.waitUntilExit()
    #expect(process.terminationStatus == 64)
  }

  @Test(arguments: [
    ["resolve", "1"], ["resolve", "1", "--note", ""], ["resolve", "1", "--voucher", "1"],
    ["resolve", "1", "--note", "x", "--voucher", "1", "--reason", "y"], ["assign", "1"],
    ["resolve", "--note", "x"], ["list", "--age", "old"],
  ])
  func `what is not understood is usage`(_ arguments: [String]) throws {
    let (process, _, _) = try program.start(["exceptions"] + arguments)
    process.waitUntilExit()
    #expect(process.terminationStatus == 64)
  }
}
