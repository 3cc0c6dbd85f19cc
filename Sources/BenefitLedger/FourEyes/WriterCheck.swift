import LedgerCore
import LedgerStore

extension Ledger {
  /// Runs `body` as the only writer, once it is sure how the ledger is controlled.
  ///
  /// - Throws: What `body` throws; `LedgerError`: `busy`, `ledgerDamaged` if somebody changed the
  ///   control behind the program's back.
  func asWriter<Result>(wait: Int, _ body: () throws -> Result) throws -> Result {
    try store.exclusively(wait: wait) {
      try store.read { try $0.requireControl() }
      return try store.answering(body)
    }
  }
}

extension LedgerSnapshot {
  /// Refuses a ledger whose control is not the one that it was made with.
  ///
  /// A ledger under four eyes has a first user from the first moment on, and the reason of that user's
  /// record, which he signed, is the control; so one word changed in another table is not enough to
  /// post alone.
  fileprivate func requireControl() throws {
    let control = try control()
    let first = try integer(
      "SELECT record_no FROM record WHERE record_kind_id = ?1 ORDER BY record_no LIMIT 1",
      [.integer(Int64(RecordKind.user.rawValue))])
    guard let first else {
      if control == .fourEyes { throw otherControl(control, "and has no user") }
      return
    }
    guard let record = try signedRecord(first),
      let key = try publicKey(ofRecord: first), try record.isSigned(by: key, self)
    else { throw otherControl(control, "and the record of its first user is not what was signed") }
    let isSaid = record.header.reason == LedgerControl.fourEyes.code
    guard isSaid == (control == .fourEyes) else {
      throw otherControl(
        control,
        isSaid
          ? "and the record of its first user says four-eyes"
          : "and the record of its first user says not four-eyes")
    }
  }

  private func publicKey(ofRecord record: Int64) throws -> PublicKey? {
    var key: PublicKey?
    try query("SELECT public_key FROM user_key WHERE record_no = ?1", [.integer(record)]) {
      key = $0.bytes(0).flatMap { PublicKey(bytes: $0) }
    }
    return key
  }

  private func otherControl(_ control: LedgerControl, _ what: Message) -> LedgerError {
    LedgerError(
      .ledgerDamaged,
      "The ledger says that it is under control “\(control.code)”, \(what): somebody changed the file.",
      help: "Nothing is posted. Run `benefit-ledger verify`, and find out who could write the file."
    )
  }
}
