import ArgumentParser
import BenefitLedger
import LedgerCore

/// `user`: the people of the agency and their keys.
struct UserCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "user", abstract: "The people of the agency, their roles and keys.",
    subcommands: [UserAddCommand.self, UserRevokeCommand.self, UserListCommand.self])
}

/// `user add`: a user and his key.
struct UserAddCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a user and make his key.",
    discussion: """
      The private key goes into the file and nowhere else; the ledger keeps the public half. Whoever \
      has the file is the user, so give it to him and keep no copy.
      """)

  @Argument(help: "The name: letters, digits, dots, hyphens, underscores.")
  var name: String

  @Option(help: "clerk, controller, approver, auditor or administrator.")
  var role: Role

  @Option(help: ArgumentHelp("The key file to make.", valueName: "file"))
  var key: String

  @Option(
    help: ArgumentHelp(
      "The administrator's key file. Without it $BENEFIT_LEDGER_KEY.", valueName: "file"))
  var by: String?

  @OptionGroup var global: GlobalOptions

  func answer() throws -> Answer {
    let ledger = try global.openToPost()
    let administrator = try KeyOptions.signingKey(by)
    let user = try ledger.addUser(name, role: role, keyFile: key, by: administrator)
    return Answer(
      json: user.json,
      text: localized("Added \(user.name), \(user.role.code); his key is in \(key)."))
  }
}

/// `user revoke`: a key out of use.
struct UserRevokeCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "Take a user's key out of use.",
    discussion: "What the user signed until now stays valid.")

  @Argument(help: "The name.")
  var name: String

  @Option(help: "Why; kept with the record.")
  var reason: String

  @OptionGroup var keys: KeyOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws { try requireReason(reason) }

  func answer() throws -> Answer {
    let ledger = try global.openToPost()
    let user = try ledger.revokeUser(name, reason: reason, by: keys.signingKey(for: ledger))
    return Answer(json: user.json, text: localized("Revoked \(user.name), \(user.role.code)."))
  }
}

/// `user list`: who may do what.
struct UserListCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the users, their roles and public keys.")

  @OptionGroup var workbook: WorkbookOptions

  @OptionGroup var global: GlobalOptions

  func answer() throws -> Answer {
    let users = try global.openToRead().users()
    return Answer(
      json: .object([("users", .array(users.map(\.json)))]),
      text: users.isEmpty ? localized("The ledger has no users.") : users.table.text)
  }
}

extension UserEntry {
  fileprivate var json: JSON {
    .object([
      ("user", .string(name)), ("role", .string(role.code)),
      ("publicKey", .optional(publicKey?.description)), ("revoked", .bool(publicKey == nil)),
      ("record", .integer(record)),
    ])
  }
}

extension [UserEntry] {
  /// The users for people.
  fileprivate var table: TextTable {
    var table = TextTable([
      .words("user"), .words("role"), .numbers("record"), .words("public key"),
    ])
    for user in self {
      table.add([
        user.name, user.role.code, String(user.record),
        user.publicKey?.description ?? localized("revoked"),
      ])
    }
    return table
  }
}
