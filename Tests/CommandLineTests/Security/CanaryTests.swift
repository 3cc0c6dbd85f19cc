import Foundation
import Testing

/// One person and one bank account that are given to every command wherever it takes anything, and may
/// be read in no message.
@Suite struct CanaryTests {
  private static let person = "079060812345"
  private static let account = "0102938475610"
  /// A message may show the last three digits; no more than six in a row are chance.
  private static let forbidden = ["0790608", "9060812", "0102938", "8475610"]

  /// Files of every kind that is taken, with the person and the account where they may be and where not.
  private static let files: [String: String] = {
    let head = "person,name,benefit,month,amount,site,channel,account\n"
    let row = "\(person),Nguyễn Văn An,pension,2026-10,5000000,79-S1,bank,970436:\(account)\n"
    return [
      "due.csv": head + row,
      "twice.csv": head + row + row,
      "wrong.csv": head
        + "\(person)x,\(person),pension,2026-1,\(account),\(person),bank,\(account)\n"
        + "\"\(person),An,pension,2026-10,5000000,79-S1,bank,970436:\(account)\n",
      "paid.csv": "person,benefit,month,amount\n\(person),pension,2026-10,5000000\n",
      "other.csv": "a,b\n\(person),\(account)\n",
      "\(person).csv": "\(person),\(account)\n",
      "holds.csv": "person,from,reason\n\(person),2026-1,\(account)\n\(person)1,2026-10-01,x\n",
      "persons.csv": "person,replaces\n\(person),\(person)\n\(person)1,\(account)\n",
      "units.csv": "code,name,kind,parent\n\(person),\(person),site,\(account)\n",
      "statement.csv": "date,amount,balance,text\n2026-10-02,\(account).5,1,\(person)\n",
      "statement.txt":
        ":20:\(person)\n:25:\(account)\n:28C:1/1\n:60F:C261001VND0,\n:61:\(person)\n",
      "chart.toml": "name = \(person)\n[[accounts]]\ncode = \"\(account)\"\n",
      "list.txt": "\(person)\n\(account)\n",
    ]
  }()

  private func made() throws -> Folder {
    let folder = try Folder()
    let program = folder.program
    try program.write(
      "sites.csv", "code,name,kind,parent\n79,Sài Gòn,province,\n79-S1,Điểm số 1,site,79\n")
    for (name, text) in Self.files { try program.write(name, text) }
    try FileManager.default.createDirectory(
      atPath: program.folder + "/inbox", withIntermediateDirectories: true)
    for name in Self.files.keys {
      try program.write(
        "inbox/\(name)", "#batch event=due reference=\(name)\n" + (Self.files[name] ?? ""))
    }
    #expect(try program.run("init", "--sites", "sites.csv").exit == 0)
    #expect(try program.run("post", "due", "due.csv", "--date", "2026-10-05").exit == 0)
    return folder
  }

  /// What may be said in a place, and what is tried there.
  private struct Place: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String
    }
    var kind: String
    var valueName: String?
    var names: [Name]?
    var isOptional: Bool

    var long: String? { names?.first { $0.kind == "long" }.map { "--" + $0.name } }

    /// Something that is understood here, so that what else is said is looked at.
    var usual: String {
      switch valueName {
      case "person", "old", "which": CanaryTests.person
      case "new": "079060812346"
      case "number" where long == nil, "submission", "exception", "batch", "exceptions": "1"
      case "event": "due"
      case "from", "to", "date": "2026-10-05"
      case "site", "code": "79-S1"
      case "amount": "5"
      case "period", "month": "2026-10"
      case "year": "2025"
      case "role": "maker"
      case "format": "pain.001"
      case "scope": "province"
      case "keys": "benefit"
      default: "other.csv"
      }
    }
  }

  private struct Command: Decodable {
    var commandName: String
    var subcommands: [Command]?
    var arguments: [Place]?

    func leaves(_ path: [String]) -> [(path: [String], places: [Place])] {
      let below = (subcommands ?? []).filter { $0.commandName != "help" }
      guard below.isEmpty else { return below.flatMap { $0.leaves(path + [$0.commandName]) } }
      let common: Set<String> = ["--json", "--quiet", "--lang", "--help", "--version"]
      return [(path, (arguments ?? []).filter { !common.contains($0.long ?? "") })]
    }
  }

  private struct Dump: Decodable { var command: Command }

  /// Every way in which a command is given the canary: in each place in turn, as itself and as a file.
  private func trials(_ path: [String], _ places: [Place]) -> [[String]] {
    let files = Self.files.keys.sorted()
    var trials: [[String]] = []
    for (index, place) in places.enumerated() where place.kind != "flag" {
      // What an option cannot be is said by one parser, so one number is enough there.
      var values = [Self.person]
      if place.long == nil {
        values.append(Self.account)
        if ["file", "files", "backup"].contains(place.valueName) { values += files }
      } else if ["--chart", "--against", "--profile", "--files-from"].contains(place.long) {
        values += files
      }
      for value in values {
        var words = path
        for (other, place) in places.enumerated() {
          let isIt = other == index
          guard place.kind != "flag", isIt || !place.isOptional else { continue }
          if let long = place.long { words.append(long) }
          words.append(isIt ? value : place.usual)
        }
        trials.append(words)
      }
    }
    // Nothing is generated at the size of a nation here.
    return path == ["generate"] || path == ["demo"] ? Array(trials.prefix(4)) : trials
  }

  @Test func `no message of any command shows a person or a bank account`() throws {
    let folder = try made()
    let program = folder.program
    let temporary = program.folder + "/tmp"
    try FileManager.default.createDirectory(
      atPath: temporary, withIntermediateDirectories: true)
    let help = try program.run("--experimental-dump-help")
    let leaves = try JSONDecoder().decode(Dump.self, from: Data(help.output.utf8)).command
      .leaves([])
    #expect(leaves.count >= 50)
    var refusals = 0
    var runs = 0
    for (path, places) in leaves {
      var trials = trials(path, places)
      if path == ["nightly"] { trials.append(["nightly", "inbox"]) }
      for words in trials {
        // Words that would begin an endless work or write elsewhere are none of these.
        let outcome = try program.run(
          words, wrapper: ["env", "TMPDIR=\(temporary)", "timeout", "60"])
        runs += 1
        let said = outcome.exit == 0 ? outcome.talk : outcome.output + outcome.talk
        if ![0, 1].contains(outcome.exit) { refusals += 1 }
        for digits in Self.forbidden where said.contains(digits) {
          Issue.record("\(words.joined(separator: " ")): shows \(digits)…:\n\(said.prefix(600))")
        }
      }
    }
    print("canary: \(runs) runs, \(refusals) of them refused, of \(leaves.count) commands")
    #expect(refusals > 200)
    #expect(try FileManager.default.contentsOfDirectory(atPath: temporary) == [])
  }

  /// The negative control: the account is in the books, and the test would see it in a message.
  @Test func `the canary is in the ledger`() throws {
    let folder = try made()
    let program = folder.program
    let bytes = ["ledger.db", "ledger.db-wal"].flatMap {
      Array(FileManager.default.contents(atPath: program.folder + "/" + $0) ?? Data())
    }
    let kept = String(decoding: bytes, as: UTF8.self)
    #expect(Self.forbidden.contains { kept.contains($0) })
    let shown = try program.run("person", "show", Self.person)
    #expect(shown.exit == 0 && shown.output.contains("*********345"), "\(shown)")
  }
}
