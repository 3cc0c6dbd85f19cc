import LedgerCore
import LedgerStore

/// Who makes a record of the register.
///
/// Under four eyes, and wherever a key is given, it is the user of the key, and the record is signed;
/// otherwise whoever the operating system says.
struct RecordMaker {
  /// His name.
  let name: String
  /// What he may do; nil where nobody has a key.
  let role: Role?
  /// Signs the record; nil where nobody has a key.
  let sign: ((Digest) throws -> [UInt8])?

  /// Finds out who it is, and whether he may.
  ///
  /// - Throws: `LedgerError`: `keyMissing`, `userUnknown`, `userRevoked`, `roleNotAllowed`.
  init(
    _ key: SigningKey?, otherwise name: String, toDo what: Message, _ snapshot: any LedgerSnapshot,
    may isAllowed: (Role) -> Bool
  ) throws {
    guard try snapshot.control() == .fourEyes || key != nil else {
      self.name = name
      role = nil
      sign = nil
      return
    }
    let signer = try Signer(key, snapshot, toDo: what)
    try signer.require(isAllowed(signer.user.role), toDo: what)
    self.name = signer.user.name
    role = signer.user.role
    sign = signer.sign
  }

  /// Somebody whose name nobody vouches for.
  init(_ name: String) {
    self.name = name
    role = nil
    sign = nil
  }

  /// The first user, whose key is made with the ledger.
  init(founder key: SigningKey) {
    name = key.name
    role = .administrator
    sign = key.sign
  }
}

extension RecordMaker {
  /// Who writes what restricts or describes: everybody but an auditor.
  init(_ request: RecordRequest, toDo what: Message, _ snapshot: any LedgerSnapshot) throws {
    try self.init(request.key, otherwise: request.maker, toDo: what, snapshot) { $0.mayRegister }
  }

  /// Who asks for what two persons have to agree to, or agrees.
  init(
    _ key: SigningKey?, otherwise name: String, _ subject: ProposalSubject,
    _ snapshot: any LedgerSnapshot
  ) throws {
    try self.init(key, otherwise: name, toDo: subject.toDo, snapshot) { subject.mayPropose($0) }
  }
}

extension Role {
  /// Whether he may open and close accounting periods.
  var mayClosePeriods: Bool { self == .controller || self == .approver }

  /// Whether he may take in the bank's statements and have them matched.
  var mayReconcile: Bool { mayMake || mayClosePeriods }
}
