import LedgerCore
import LedgerStore

/// A user of the ledger, as the last record about him says.
public struct UserEntry: Sendable, Hashable {
  /// The name.
  public let name: String
  /// What he may do.
  public let role: Role
  /// The public half of his key; nil once he is revoked.
  public let publicKey: PublicKey?
  /// The record that says so.
  public let record: Int64

  /// Whether what he did by a record is still his: his key is in force, and was then.
  func hasStood(since record: Int64) -> Bool { publicKey != nil && self.record <= record }
}

/// The users of a ledger as they are after some record.
struct UserList {
  /// The users, in the order in which they first came.
  private(set) var users: [UserEntry] = []

  /// Reads the users as they are now, or as they were before a record.
  init(_ snapshot: any LedgerSnapshot, before record: Int64 = .max) throws {
    try snapshot.query(
      """
      SELECT record_no, user_name, role, public_key FROM user_key WHERE record_no < ?1
      ORDER BY record_no
      """, [.integer(record)]
    ) { row in
      let entry = UserEntry(
        name: row.text(1), role: try promised(Role(code: row.text(2)), "role"),
        publicKey: row.bytes(3).flatMap { PublicKey(bytes: $0) }, record: row.integer(0))
      guard try isVouchedFor(entry, snapshot) else {
        throw LedgerError(
          .ledgerDamaged,
          """
          What record \(entry.record) says of user \(entry.name) is not signed by \
          an administrator.
          """, help: "Run `benefit-ledger verify`, and approve nothing before.")
      }
      take(entry)
    }
  }

  /// Whether an administrator of then signed a record, or the first user his own.
  private func isVouchedFor(_ entry: UserEntry, _ snapshot: any LedgerSnapshot) throws -> Bool {
    guard let record = try snapshot.signedRecord(entry.record) else { return false }
    let voucher = users.isEmpty ? entry : self[name: record.header.maker]
    guard let voucher, voucher.role == .administrator, voucher.name == record.header.maker else {
      return false
    }
    return try record.isSigned(by: voucher.publicKey, snapshot)
  }

  /// No users.
  init() {}

  /// Takes over what a record says of a user.
  mutating func take(_ entry: UserEntry) {
    if let index = users.firstIndex(where: { $0.name == entry.name }) {
      users[index] = entry
    } else {
      users.append(entry)
    }
  }

  /// The user of a name.
  subscript(name name: String) -> UserEntry? { users.first { $0.name == name } }

  /// How many administrators have a key.
  var administrators: Int { users.count { $0.role == .administrator && $0.publicKey != nil } }
}
