import Foundation
import TestSupport
import Testing

/// `reconcile lines` and the cash of sites, as scripts rely on them.
@Suite struct ReconcileLinesCommandTests {
  private let folder = Result { try Folder() }
  private static let an = "079060000011"
  private static let binh = "079060000012"

  /// Two pensions due and advanced at a site, one of them paid.
  private func books() throws -> Program {
    let program = try folder.get().program
    try program.write(
      "sites.csv",
      "code,name,kind,parent\n79,Sài Gòn,province,\n79-S1,Điểm số 1,site,79\n79-S2,Số 2,site,79\n")
    let head = "person,benefit,month,amount,site,channel\n"
    try program.write(
      "due.csv",
      head + "\(Self.an),pension,2026-10,5000000,79-S1,cash\n"
        + "\(Self.binh),pension,2026-10,3000000,79-S1,cash\n")
    try program.write("advance.csv", "unit,fund,amount\n79-S1,retirement,8000000\n")
    try program.write("paid.csv", list([(Self.an, 5_000_000)]))
    #expect(try program.run("init", "--sites", "sites.csv").exit == 0)
    for event in ["due", "advance", "paid"] {
      #expect(try program.run("post", event, "\(event).csv", "--date", "2026-10-05").exit == 0)
    }
    return program
  }

  private func list(_ rows: [(person: String, amount: Int)]) -> String {
    "person,benefit,month,amount\n"
      + rows.map { "\($0.person),pension,2026-10,\($0.amount)\n" }.joined()
  }

  @Test func `a workbook is compared, by its sheet and by a profile`() throws {
    let program = try books()
    let book = Repository.root.appending(
      path: "Tests/BenefitLedgerTests/Profiles/Workbooks/openpyxl-list.xlsx"
    ).path
    let profile = ["--event", "due", "--profile", "c72a-hd", "--json"]
    // Three persons of the workbook, two of the books, and none in both.
    let compared = try program.run(["reconcile", "lines", book] + profile)
    #expect(compared.exit == 1)
    let theirs = try #require(try compared.json()["theirs"] as? [String: Any])
    #expect(theirs["count"] as? Int == 3 && theirs["amount"] as? Int == 10_400_000)
    #expect(try program.run(["post", "due", book, "--profile", "c72a-hd"]).exit == 0)
    let site = try program.run(
      ["reconcile", "lines", book, "--site", "79-S2", "--xlsx", "report.xlsx"] + profile)
    #expect(try site.exit == 0 && site.json()["matched"] as? Int == 1)
    // A report of our own is no list; what it is refused for says what would read a table.
    let again = try program.run("reconcile", "lines", "report.xlsx", "--event", "due", "--json")
    #expect(again.exit == 65)
    let bare = try program.run("reconcile", "lines", book, "--event", "due")
    #expect(bare.exit == 65 && bare.talk.contains("benefit-ledger profile guess"))
  }

  @Test func `0 if every line agrees, 1 if one differs, and numbers are masked`() throws {
    let program = try books()
    let same = try program.run("reconcile", "lines", "paid.csv", "--event", "paid", "--json")
    #expect(same.exit == 0)
    let agreed = try same.json()
    #expect(agreed["agrees"] as? Bool == true && agreed["matched"] as? Int == 1)
    #expect((agreed["differences"] as? [Any])?.isEmpty == true)
    try program.write("other.csv", list([(Self.binh, 3_000_000)]))
    let other = try program.run("reconcile", "lines", "other.csv", "--event", "paid", "--json")
    #expect(other.exit == 1 && !other.output.contains(Self.an) && !other.output.contains(Self.binh))
    let differences = try #require(try other.json()["differences"] as? [[String: Any]])
    #expect(differences.map { $0["kind"] as? String } == ["missing-theirs", "missing-ours"])
    #expect(differences.map { $0["ours"] as? Int } == [5_000_000, nil])
    #expect(differences.map { $0["theirs"] as? Int } == [nil, 3_000_000])
    #expect(differences[1]["line"] as? Int == 2)
    #expect(differences[1]["person"] as? String == "*********012")
    for member in ["person", "benefit", "month", "ours", "theirs", "line"] {
      #expect(differences[0][member] != nil, "\(member)")
    }
    let text = try program.run("reconcile", "lines", "other.csv", "--event", "paid")
    #expect(text.exit == 1 && !text.output.contains(Self.an) && !text.output.contains(Self.binh))
    let then = try program.run(
      "reconcile", "lines", "paid.csv", "--event", "paid", "--as-known-at", "2")
    #expect(then.exit == 1)
  }

  @Test func `what --correct writes, posted, makes it agree`() throws {
    let program = try books()
    try program.write("other.csv", list([(Self.binh, 3_000_000)]))
    try program.write("files.list", "other.csv\n")
    let found = try program.run(
      "reconcile", "lines", "--files-from", "files.list", "--event", "paid", "--correct", "fix.csv",
      "--csv", "all.csv", "--json")
    #expect(found.exit == 1)
    let correction = try #require(try found.json()["correction"] as? [String: Any])
    let lists = try #require(correction["lists"] as? [[String: Any]])
    #expect(lists.map { $0["file"] as? String } == ["fix.reverse.csv", "fix.csv"])
    #expect(lists.map { $0["command"] as? String } == ["reverse", "post"])
    #expect((correction["left"] as? [Any])?.isEmpty == true)
    #expect(try program.run("reverse", "paid", "fix.reverse.csv", "--reason", "not so").exit == 0)
    #expect(try program.run("post", "paid", "fix.csv").exit == 0)
    #expect(try program.run("reconcile", "lines", "other.csv", "--event", "paid").exit == 0)
    // Neither file is written over.
    for output in [["--csv", "all.csv"], ["--correct", "fix.csv"]] {
      let again = try program.run(
        "reconcile", "lines", "other.csv", "--event", "paid", output[0], output[1], "--json")
      #expect(again.exit == 73)
      #expect(try again.errorCode() == "L0822")
    }
  }

  @Test func `a list with a mistake is 65, a missing one 66, a question that makes no sense 64`()
    throws
  {
    let program = try books()
    try program.write("bad.csv", "person,benefit,month,amount\n\(Self.an),pension,2026-10,5.0\n")
    let bad = try program.run("reconcile", "lines", "bad.csv", "--event", "paid", "--json")
    #expect(bad.exit == 65)
    #expect((try bad.json()["diagnostics"] as? [Any])?.count == 1)
    #expect(try program.run("reconcile", "lines", "none.csv", "--event", "paid").exit == 66)
    for wrong in [
      ["paid.csv", "--event", "advance"], ["--event", "paid"], ["paid.csv"],
      ["paid.csv", "--event", "paid", "--site", "x y"],
      ["paid.csv", "--event", "paid", "--correct", "c.csv", "--as-known-at", "1"],
    ] {
      let (process, _, _) = try program.start(["reconcile", "lines"] + wrong)
      process.waitUntilExit()
      #expect(process.terminationStatus == 64, "\(wrong)")
    }
  }

  @Test func `cash that should be at sites is counted, and what differs needs a reason`() throws {
    let program = try books()
    let totals = try program.run(
      "reconcile", "totals", "--period", "2026-10", "--as-at", "2026-10-31", "--json"
    ).json()
    let cash = try #require((totals["cash"] as? [[String: Any]])?.first)
    #expect(totals["agrees"] as? Bool == true)
    #expect(totals["lastPayingDay"] as? String == "2026-10-25")
    #expect(cash["site"] as? String == "79-S1")
    for (member, amount) in [
      ("opening", 0), ("advance", 8_000_000), ("paid", 5_000_000), ("refund", 0), ("other", 0),
      ("cash", 3_000_000), ("left", 3_000_000),
    ] {
      #expect(cash[member] as? Int == amount, "\(member)")
    }
    let text = try program.run("reconcile", "totals", "--as-at", "2026-10-31").output
    #expect(text.contains("Left after 2026-10-25 at 1 of them"))
    let count = ["site", "count", "79-S1", "2900000", "--date", "2026-10-31", "--json"]
    let refused = try run(program, count)
    #expect(refused.exit == 65)
    #expect(try refused.errorCode() == "L0642")
    let counted = try run(program, count + ["--reason", "a note was torn"])
    #expect(counted.exit == 0)
    #expect(try counted.json()["variance"] as? Int == -100_000)
    #expect(try counted.json()["alreadyRecorded"] as? Bool == false)
    let again = try run(program, count + ["--reason", "a note was torn"])
    #expect(try again.json()["alreadyRecorded"] as? Bool == true)
    let counts = try program.run("site", "counts", "79-S1", "--json").json()["counts"]
    #expect((counts as? [[String: Any]])?.map { $0["expected"] as? Int } == [3_000_000])
    #expect(try program.run("site", "counts", "79-S2").output == "There are no such counts.\n")
    #expect(try program.run("site", "79-S1").exit == 0)
  }

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
}
