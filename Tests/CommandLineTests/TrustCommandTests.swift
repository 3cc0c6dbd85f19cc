import Foundation
import Testing

/// `checkpoint`, `verify --against`, `prove` and `check-proof`, as scripts and auditors rely on them.
@Suite struct TrustCommandTests {
  private let folder = Result { try Folder() }
  private static let person = "079060000011"

  /// A pension that was due and paid, a key, its verifier key in a file, and one checkpoint.
  private func books() throws -> Program {
    let program = try folder.get().program
    try program.write(
      "sites.csv", "code,name,kind,parent\n79,Sài Gòn,province,\n79-S1,Điểm số 1,site,79\n")
    try program.write(
      "due.csv",
      "person,benefit,month,amount,site,channel\n\(Self.person),pension,2026-10,5000000,79-S1,cash\n"
    )
    try program.write(
      "paid.csv", "person,benefit,month,amount\n\(Self.person),pension,2026-10,5000000\n")
    #expect(try program.run("init", "--sites", "sites.csv").exit == 0)
    #expect(try program.run("post", "due", "due.csv", "--date", "2026-10-01").exit == 0)
    #expect(try program.run("post", "paid", "paid.csv", "--date", "2026-10-04").exit == 0)
    let key = try program.run("checkpoint", "key", "--new", "bhxh-79", "--key", "c.key")
    try program.write("c.vkey", key.output)
    #expect(try program.run("checkpoint", "--key", "c.key", "--append", "anchors").exit == 0)
    return program
  }

  @Test func `a checkpoint is a signed note on stdout and in the file, and JSON has its parts`()
    throws
  {
    let program = try books()
    let note = try program.run("checkpoint", "--key", "c.key")
    let kept = try String(contentsOfFile: program.folder + "/anchors", encoding: .utf8)
    #expect(note.exit == 0 && note.output == kept && note.talk.isEmpty)
    let lines = note.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 8 && lines[0] == "bhxh-79" && lines[1] == "2")
    let json = try program.run("checkpoint", "--key", "c.key", "--append", "anchors", "--json")
      .json()
    #expect(json["note"] as? String == kept && json["added"] as? Bool == false)
    #expect(json["size"] as? Int == 2 && json["origin"] as? String == "bhxh-79")
    let key = try program.run("checkpoint", "key", "--key", "c.key", "--json").json()
    let vkey = try String(contentsOfFile: program.folder + "/c.vkey", encoding: .utf8)
    #expect((key["verifierKey"] as? String).map { $0 + "\n" } == vkey)
    for (name, mode) in [("anchors", 0o600), ("c.key", 0o600)] {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: program.folder + "/" + name)
      #expect(attributes[.posixPermissions] as? Int == mode)
    }
    #expect(try program.run("checkpoint", "--json").errorCode() == "L1001")
    #expect(
      try program.run("checkpoint", "key", "--new", "x", "--key", "c.key").exit == 73)
  }

  @Test func `verify --against exits 1 with an older ledger, and says what it found`() throws {
    let program = try books()
    let vkey = try String(contentsOfFile: program.folder + "/c.vkey", encoding: .utf8)
      .trimmingCharacters(in: .newlines)
    let whole = try program.run("verify", "--against", "anchors", "--vkey", vkey, "--json")
    let checkpoints = try #require(whole.json()["checkpoints"] as? [[String: Any]])
    #expect(whole.exit == 0 && checkpoints.count == 1)
    #expect(checkpoints[0]["continued"] as? Bool == true)
    #expect(checkpoints[0]["signed"] as? Bool == true)
    #expect(try whole.json()["consistency"] as? [String] == [])
    #expect(try program.run("init", "--sites", "sites.csv", "--ledger", "new.db").exit == 0)
    let other = try program.run(
      "verify", "--against", "anchors", "--ledger", "new.db", "--json")
    let findings = try #require(other.json()["findings"] as? [[String: Any]])
    #expect(other.exit == 1)
    #expect(findings.first?["kind"] as? String == "checkpoint-ahead")
    let unsigned = try #require(other.json()["checkpoints"] as? [[String: Any]])
    #expect(unsigned[0]["signed"] is NSNull && unsigned[0]["continued"] as? Bool == false)
    #expect(try program.run("verify", "--vkey", "c.vkey").exit == 64)
    #expect(try program.run("verify", "--against", "none").exit == 66)
    #expect(try program.run("verify", "--against", "paid.csv", "--json").errorCode() == "L0910")
    #expect(
      try program.run("verify", "--against", "anchors", "--vkey", "c.key", "--json").errorCode()
        == "L0911")
  }

  @Test func `a proof is written for its owner and checked where there is no ledger`() throws {
    let program = try books()
    let proven = try program.run(
      "prove", Self.person, "pension", "2026-10", "--checkpoint", "anchors", "--out", "p", "--json")
    #expect(try proven.exit == 0 && proven.json()["event"] as? String == "paid")
    #expect(!proven.output.contains(Self.person))
    let attributes = try FileManager.default.attributesOfItem(atPath: program.folder + "/p")
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let again = try program.run(
      "prove", Self.person, "pension", "2026-10", "--checkpoint", "anchors", "--out", "p")
    #expect(again.exit == 73)
    for name in ["ledger.db", "ledger.db.lock"] {
      try? FileManager.default.removeItem(atPath: program.folder + "/" + name)
    }
    let checked = try program.run("check-proof", "p", "--vkey", "c.vkey", "--json")
    #expect(try checked.exit == 0 && checked.json()["ok"] as? Bool == true)
    #expect(try checked.json()["amount"] as? Int == 5_000_000)
    #expect(!checked.output.contains(Self.person))
    let text = try String(contentsOfFile: program.folder + "/p", encoding: .utf8)
    #expect(text.contains("person \(Self.person)\n"))
    try program.write("q", text.replacing("amount 5000000", with: "amount 9000000"))
    let forged = try program.run("check-proof", "q", "--vkey", "c.vkey", "--json")
    #expect(try forged.exit == 65 && forged.errorCode() == "L0916")
    try program.write("r", text + "\n")
    #expect(
      try program.run("check-proof", "r", "--vkey", "c.vkey", "--json").errorCode() == "L0915")
    #expect(try program.run("check-proof", "none", "--vkey", "c.vkey").exit == 66)
    #expect(try program.run("check-proof", "p").exit == 64)
  }
}
