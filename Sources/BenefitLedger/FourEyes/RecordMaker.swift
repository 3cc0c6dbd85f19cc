import LedgerCore
import LedgerStore

/// Who makes a record of the register.
///
/// Under four eyes, and wherever a key is given, it is the user of the key, and the record is signed;
/// otherwise whoever the operating system says.
struct RecordMaker {
  /// His name.
  let name: String
  /// Signs the record; nil where nobody has a key.
  let sign: ((Digest) throws -> [UInt8])?

  /// Finds out who it is, and whether he may.
  ///
  /// - Throws: `LedgerError`: `keyMissing`, `userUnknown`, `userRevoked`, `roleNotAllowed`.
  init(
    _ key: SigningKey?, otherwise name: String, toDo what: String, _ snapshot: any LedgerSnapshot,
    may isAllowed: (Role) -> Bool
  ) throws {
    guard try snapshot.control() == .fourEyes || key != nil else {
      self.name = name
      sign = nil
      return
    }
    let signer = try Signer(key, snapshot, toDo: what)
    try signer.require(isAllowed(signer.user.role), toDo: what)
    self.name = signer.user.name
    sign = signer.sign
  }
}

extension Role {
  /// Whether he may open and close accounting periods.
  var mayClosePeriods: Bool { self == .controller || self == .approver }

  /// Whether he may take in the bank's statements and have them matched.
  var mayReconcile: Bool { mayMake || mayClosePeriods }
}
