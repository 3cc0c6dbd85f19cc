import BenefitLedger
import Foundation

/// A real ledger in a folder of its own, to which commands of the model test are given.
final class EngineLedger {
  let folder: String
  private(set) var ledger: Ledger
  let keys: [String: SigningKey]
  let today: CivilDate
  /// How many files of rows that were left out were asked for.
  var heldReports = 0

  /// Takes a copy of a ledger that was made before.
  init(_ template: LedgerTemplate) throws {
    folder = LedgerTemplate.newFolder()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: template.path, toPath: folder + "/ledger.db")
    ledger = try Ledger.open(folder + "/ledger.db")
    keys = template.keys
    today = template.today
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Closes the ledger without a word and opens it again.
  func reopen() throws { ledger = try Ledger.open(folder + "/ledger.db") }

  /// Writes a file into the ledger's folder.
  func file(_ name: String, _ text: String) throws -> String {
    let path = folder + "/" + name
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }
}

/// A ledger with its units, made once and copied for each sequence of commands.
struct LedgerTemplate: Sendable {
  let path: String
  let keys: [String: SigningKey]
  let today: CivilDate

  /// Where ledgers lie: in memory if the machine has such a folder, because thousands are made.
  static let place =
    FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm/" : NSTemporaryDirectory()

  static func newFolder() -> String { place + "benefit-ledger-model-\(UUID().uuidString)" }

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
    let folder = newFolder()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let sites = folder + "/sites.csv"
    let text = unitColumns + units.map { $0.text + "\n" }.joined()
    try Data(text.utf8).write(to: URL(fileURLWithPath: sites))
    let today = try date("2026-03-31")
    let path = folder + "/ledger.db"
    guard isFourEyes else {
      let answer = try Ledger.create(at: path, sites: sites, maker: "clerk", today: today)
      guard answer.diagnosis.total == 0 else { throw HarnessFault("\(answer.diagnosis)") }
      return LedgerTemplate(path: path, keys: [:], today: today)
    }
    let founder = folder + "/quan.key"
    _ = try Ledger.create(
      at: path, sites: sites, control: .fourEyes, administrator: ("quan", founder), today: today)
    var keys = ["quan": try KeyFile.read(founder)]
    let ledger = try Ledger.open(path)
    for (name, code) in FourEyes.roles.sorted(by: { $0.key < $1.key }) where name != "quan" {
      guard let role = Role.allCases.first(where: { $0.code == code }) else {
        throw HarnessFault("no role \(code)")
      }
      let file = folder + "/\(name).key"
      _ = try ledger.addUser(name, role: role, keyFile: file, by: keys["quan"], date: today)
      keys[name] = try KeyFile.read(file)
    }
    return LedgerTemplate(path: path, keys: keys, today: today)
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
