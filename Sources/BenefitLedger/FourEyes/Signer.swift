import LedgerCore
import LedgerStore

/// A user who proved by his key who he is.
struct Signer: Sendable {
  /// Who he is, and what he may do.
  let user: UserEntry
  private let key: SigningKey

  /// Checks a key against the users of a ledger.
  ///
  /// - Throws: `LedgerError`: `keyMissing`, `userUnknown`, `userRevoked`.
  init(_ key: SigningKey?, _ snapshot: any LedgerSnapshot, toDo what: Message) throws {
    guard let key else {
      throw LedgerError(
        .keyMissing, "Who wants to \(what) must say who he is.",
        help: "Name your key file with --key or in BENEFIT_LEDGER_KEY.")
    }
    let users = try UserList(snapshot)
    guard let user = users[name: key.name] else {
      throw LedgerError(
        .userUnknown, "This ledger knows no user \(key.name).",
        help: "Ask an administrator for: benefit-ledger user add \(key.name)")
    }
    guard let publicKey = user.publicKey else {
      throw LedgerError(
        .userRevoked, "\(key.name) was revoked by record \(user.record).",
        help: "Ask an administrator for a new key if that was a mistake.")
    }
    guard publicKey == key.publicKey else {
      throw LedgerError(
        .userUnknown, "This is not the key by which the ledger knows \(key.name).",
        help: "It may be an old key, or that of another ledger.")
    }
    self.user = user
    self.key = key
  }

  /// Refuses what his role does not allow.
  func require(_ isAllowed: Bool, toDo what: Message) throws {
    guard !isAllowed else { return }
    throw LedgerError(
      .roleNotAllowed, "\(user.name) is \(user.role.article) and may not \(what).",
      help: "Somebody whose role it is has to do it: benefit-ledger user list")
  }

  /// Signs a record.
  func sign(_ digest: Digest) throws -> [UInt8] { try key.sign(digest) }
}

extension Role {
  /// The role in a sentence.
  var article: Message {
    self == .approver || self == .auditor || self == .administrator ? "an \(code)" : "a \(code)"
  }
}
