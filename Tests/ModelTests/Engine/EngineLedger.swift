import BenefitLedger
import Foundation

/// A real ledger in a folder of its own, to which commands of the model test are given.
final class EngineLedger {
  let folder: String
  private(set) var ledger: Ledger
  /// The ledger's file: another one after each restoring.
  private(set) var path: String
  var keys: [String: SigningKey]
  /// Everybody's key when each backup was taken.
  var backups: [[String: SigningKey]] = []
  let checkpointKey: SigningKey
  let today: CivilDate
  /// How many files of rows that were left out were asked for.
  var heldReports = 0
  private var made = 0

  /// Takes a copy of a ledger that was made before.
  init(_ template: LedgerTemplate) throws {
    folder = LedgerTemplate.newFolder()
    path = folder + "/ledger.db"
    try LedgerTemplate.makeFolder(folder)
    try FileManager.default.copyItem(atPath: template.path, toPath: path)
    ledger = try Ledger.open(path)
    keys = template.keys
    checkpointKey = template.checkpointKey
    today = template.today
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Closes the ledger without a word and opens it again.
  func reopen() throws { ledger = try Ledger.open(path) }

  /// Goes on with another ledger, that lies beside this one.
  func goOn(with other: String) throws {
    path = other
    try reopen()
  }

  /// A name in the ledger's folder that no file has.
  func newPath(_ name: String) -> String {
    made += 1
    return folder + "/\(made)-\(name)"
  }

  /// Writes a file into the ledger's folder.
  func file(_ name: String, _ text: String) throws -> String {
    let path = folder + "/" + name
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }
}

/// A ledger with its units, made once and copied for each sequence of commands.
struct LedgerTemplate: Sendable {
  let folder: Folder
  let keys: [String: SigningKey]
  /// By which checkpoints are signed.
  let checkpointKey = SigningKey(name: "checkpoints")
  let today: CivilDate

  /// Where ledgers lie: in memory if the machine has such a folder, because thousands are made.
  static let place =
    FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm/" : NSTemporaryDirectory()

  var path: String { folder.path + "/ledger.db" }

  static func newFolder() -> String { place + "benefit-ledger-model-\(UUID().uuidString)" }

  static func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  /// The sites, agencies and what is above them, as rows and as the model knows them.
  static let units = [
    UnitVersion.Row(code: "VN", name: "Việt Nam", kind: "nation", parent: ""),
    UnitVersion.Row(code: "79", name: "Thành phố", kind: "province", parent: "VN"),
    UnitVersion.Row(code: "S1", name: "Điểm 1", parent: "79"),
    UnitVersion.Row(code: "S2", name: "Điểm 2", parent: "79"),
    UnitVersion.Row(code: "S3", name: "Điểm 3", parent: "79"),
    UnitVersion.Row(code: "AG", name: "Bảo hiểm xã hội", kind: "agency", parent: "79"),
    UnitVersion.Row(
      code: "OLD", name: "Điểm cũ", parent: "79", from: "2000-01-01", to: "2025-10-31"),
  ]

  static let unitColumns = "code,name,kind,parent,valid_from,valid_to,formerly,successor\n"

  /// Makes a ledger that one person keeps, or one under four eyes with its users.
  static func make(isFourEyes: Bool = false) throws -> LedgerTemplate {
    let made = Folder(path: newFolder())
    let folder = made.path
    try makeFolder(folder)
    let sites = folder + "/sites.csv"
    let text = unitColumns + units.map { $0.text + "\n" }.joined()
    try Data(text.utf8).write(to: URL(fileURLWithPath: sites))
    let today = try date("2026-03-31")
    let path = folder + "/ledger.db"
    guard isFourEyes else {
      let answer = try Ledger.create(at: path, sites: sites, maker: "clerk", today: today)
      guard answer.diagnosis.total == 0 else { throw HarnessFault("\(answer.diagnosis)") }
      return LedgerTemplate(folder: made, keys: [:], today: today)
    }
    let founder = folder + "/quan.key"
    let answer = try Ledger.create(
      at: path, sites: sites, chart: try chart(in: folder, today), control: .fourEyes,
      administrator: ("quan", founder), today: today)
    guard answer.diagnosis.total == 0 else { throw HarnessFault("\(answer.diagnosis)") }
    var keys = ["quan": try KeyFile.read(founder), "nobody": SigningKey(name: "nobody")]
    let ledger = try Ledger.open(path)
    for (name, code) in FourEyes.roles.sorted(by: { $0.key < $1.key }) where name != "quan" {
      guard let role = Role.allCases.first(where: { $0.code == code }) else {
        throw HarnessFault("no role \(code)")
      }
      let file = folder + "/\(name).key"
      _ = try ledger.addUser(name, role: role, keyFile: file, by: keys["quan"], date: today)
      keys[name] = try KeyFile.read(file)
    }
    return LedgerTemplate(folder: made, keys: keys, today: today)
  }

  /// The built-in chart, and two approvers for larger sums.
  private static func chart(in folder: String, _ today: CivilDate) throws -> String {
    _ = try Ledger.create(at: folder + "/plain.db", maker: "clerk", today: today)
    let plain = try Ledger.open(folder + "/plain.db").chart().file.canonicalText
    let path = folder + "/chart.toml"
    let text = plain + "\n[[approval]]\nabove = \(FourEyes.manyAbove)\napprovers = 2\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// Whether two persons are needed.
  var isFourEyes: Bool { !keys.isEmpty }

  /// The model of a ledger that was just made.
  var startingModel: Model {
    var model = Model()
    if isFourEyes { model.control = FourEyes() }
    model.units = Self.units.map { row in
      [
        UnitVersion(
          code: row.code, name: row.name, kind: row.kind, parent: row.parent,
          from: row.from.isEmpty ? "0000" : row.from, to: row.to.isEmpty ? nil : row.to)
      ]
    }
    return model
  }

  static func date(_ text: String) throws -> CivilDate {
    guard let date = CivilDate(text) else { throw HarnessFault("\(text) is no date") }
    return date
  }
}

/// A folder that goes away with the last who knows it.
final class Folder: Sendable {
  let path: String

  init(path: String) { self.path = path }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// The harness itself is wrong.
struct HarnessFault: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// The ledgers that sequences begin with.
struct LedgerTemplates: Sendable {
  let single: LedgerTemplate
  let fourEyes: LedgerTemplate

  init() throws {
    single = try LedgerTemplate.make()
    fourEyes = try LedgerTemplate.make(isFourEyes: true)
  }
}
