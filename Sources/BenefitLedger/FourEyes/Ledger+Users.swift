import LedgerCore
import LedgerStore

extension Ledger {
  /// Adds a user: makes his key, writes the private half into a file of his and keeps the public half.
  ///
  /// The first user of a ledger is an administrator and vouches for himself; afterwards an
  /// administrator adds users.
  ///
  /// - Parameters:
  ///   - name: The user.
  ///   - role: What he may do.
  ///   - path: The key file to make; nothing that exists is overwritten.
  ///   - administrator: The key of the administrator who adds him; nil for the first user.
  ///   - date: Today in Vietnam.
  ///   - wait: How many seconds to wait while another process posts.
  /// - Returns: The user.
  /// - Throws: `LedgerError`: `userNameMalformed`, `outputExists`, `userExists`, `keyMissing`,
  ///   `userUnknown`, `userRevoked`, `roleNotAllowed`, and what the disk did.
  public func addUser(
    _ name: String, role: Role, keyFile path: String, by administrator: SigningKey?,
    date: CivilDate = VietnamClock.today(), wait: Int = 30
  ) throws -> UserEntry {
    try asWriter(wait: wait) {
      try KeyFile.making(path, name: name) { key in
        try store.write { transaction in
          let users = try UserList(transaction)
          if let known = users[name: name], known.publicKey != nil {
            throw LedgerError(
              .userExists, "There is a user \(name), \(known.role.article).",
              help: "To give him another role or key, revoke him first.")
          }
          if let like = users.users.first(where: {
            $0.name != name && $0.name.lowercased() == name.lowercased()
          }) {
            throw LedgerError(
              .userExists,
              """
              There is a user \(like.name), whose name differs from \(name) only in small and \
              capital letters.
              """, help: "Choose a name that nobody takes for another's.")
          }
          if users.users.isEmpty {
            guard role == .administrator else { throw Self.firstIsAdministrator }
            return try transaction.appendFirstUser(key, date: date, control: nil)
          }
          let signer = try Self.administrator(administrator, transaction, "add users")
          return try transaction.appendUser(
            name, role, key.publicKey, date: date, reason: nil, maker: signer.user.name,
            sign: signer.sign)
        }
      }
    }
  }

  /// Takes a user's key out of use; what he signed until now stays valid.
  ///
  /// - Parameters:
  ///   - name: The user.
  ///   - reason: Why; not empty.
  ///   - administrator: The key of the administrator who revokes him.
  ///   - date: Today in Vietnam.
  ///   - wait: How many seconds to wait while another process posts.
  /// - Returns: The user, without a key.
  /// - Throws: `LedgerError`: `reasonMissing`, `keyMissing`, `userUnknown`, `userRevoked`,
  ///   `roleNotAllowed`, `lastAdministrator`, and what the disk did.
  public func revokeUser(
    _ name: String, reason: String, by administrator: SigningKey?,
    date: CivilDate = VietnamClock.today(), wait: Int = 30
  ) throws -> UserEntry {
    guard !reason.isEmpty else {
      throw LedgerError(.reasonMissing, "A user is not revoked without a reason.")
    }
    return try asWriter(wait: wait) {
      try store.write { transaction in
        let signer = try Self.administrator(administrator, transaction, "revoke users")
        let users = try UserList(transaction)
        guard let user = users[name: name] else {
          throw LedgerError(.userUnknown, "This ledger knows no user \(name).")
        }
        guard user.publicKey != nil else {
          throw LedgerError(.userRevoked, "\(name) was revoked by record \(user.record).")
        }
        guard user.role != .administrator || users.administrators > 1 else {
          throw LedgerError(
            .lastAdministrator, "\(name) is the only administrator.",
            help: "Add another administrator first: without one nobody could add users any more.")
        }
        return try transaction.appendUser(
          name, user.role, nil, date: date, reason: reason, maker: signer.user.name,
          sign: signer.sign)
      }
    }
  }

  /// Lists the users, those who were revoked too.
  ///
  /// - Throws: `LedgerError` for what the store did.
  public func users() throws -> [UserEntry] { try store.read { try UserList($0).users } }

  /// How the ledger is controlled.
  ///
  /// - Throws: `LedgerError` for what the store did.
  public func control() throws -> LedgerControl { try store.read { try $0.control() } }

  static let firstIsAdministrator = LedgerError(
    .roleNotAllowed, "The first user of a ledger is an administrator.",
    help: "Add him with --role administrator; he adds the others.")

  private static func administrator(
    _ key: SigningKey?, _ snapshot: any LedgerSnapshot, _ what: Message
  ) throws -> Signer {
    let signer = try Signer(key, snapshot, toDo: what)
    try signer.require(signer.user.role == .administrator, toDo: what)
    return signer
  }
}

extension LedgerSnapshot {
  /// How the ledger is controlled.
  func control() throws -> LedgerControl {
    var control = ""
    try query("SELECT control FROM ledger", []) { control = $0.text(0) }
    return try promised(LedgerControl(code: control), "control")
  }
}

extension LedgerTransaction {
  /// Appends the record of the first user, whom nobody but himself can vouch for.
  ///
  /// The control of the ledger is its reason, so that the register's digest covers it.
  func appendFirstUser(
    _ key: SigningKey, date: CivilDate, control: LedgerControl?
  ) throws -> UserEntry {
    try appendUser(
      key.name, .administrator, key.publicKey, date: date, reason: control?.code, maker: key.name,
      sign: key.sign)
  }

  /// Appends a record about a user; without a key, the end of the one before.
  func appendUser(
    _ name: String, _ role: Role, _ key: PublicKey?, date: CivilDate, reason: String?,
    maker: String, sign: @escaping (Digest) throws -> [UInt8]
  ) throws -> UserEntry {
    let number = try appendRecord(.user, date: date, maker: maker, reason: reason, sign: sign) {
      try execute(
        "INSERT INTO user_key (record_no, user_name, role, public_key) VALUES (?1, ?2, ?3, ?4)",
        [
          .integer($0), .text(name), .text(role.code), key.map { .bytes($0.bytes) } ?? .null,
        ])
    }
    return UserEntry(name: name, role: role, publicKey: key, record: number)
  }
}
