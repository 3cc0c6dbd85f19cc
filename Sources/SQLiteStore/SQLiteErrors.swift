import GRDB
import LedgerCore

/// Runs `body` and turns what the database reports into what the user is told.
func translatingErrors<Result>(_ location: String, _ body: () throws -> Result) throws -> Result {
  do {
    return try body()
  } catch let error as DatabaseError {
    throw ledgerError(error, location)
  }
}

/// What a database error means for the person who ran the command.
func ledgerError(_ error: DatabaseError, _ location: String) -> LedgerError {
  let detail = error.message.map { Message.verbatim($0) } ?? "no message"
  switch error.resultCode {
  case .SQLITE_FULL:
    return LedgerError(
      .diskFull, "The disk of \(location) is full; nothing of this was posted.",
      help: "Make space, then run the same command again.")
  case .SQLITE_BUSY, .SQLITE_LOCKED:
    return LedgerError(
      .busy, "Another program holds \(location).",
      help: "Wait until it is done, then run the same command again.")
  case .SQLITE_NOTADB:
    return LedgerError(.notALedger, "\(location) is not a ledger.")
  case .SQLITE_CORRUPT:
    return LedgerError(
      .ledgerDamaged, "\(location) is damaged: \(detail).",
      help:
        "Do not post to it. Run `benefit-ledger verify`; if it finds damage, restore the last backup."
    )
  case .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_NOMEM:
    return LedgerError(
      .inputOutput, "Reading or writing \(location) failed: \(detail).",
      help: "Nothing that was not acknowledged is posted. Mend the cause and run the command again."
    )
  default:
    return LedgerError(.internalFault, "SQLite reports \(error.extendedResultCode): \(detail)")
  }
}

/// What a failed COMMIT means.
///
/// A full disk fails before the commit record is written. After any other failure the record may have
/// reached the disk, and the next process to open the ledger would find it.
func commitError(_ error: any Error, _ location: String) -> LedgerError {
  guard let error = error as? DatabaseError else {
    return LedgerError(.internalFault, .verbatim("\(error)"))
  }
  switch error.resultCode {
  case .SQLITE_FULL, .SQLITE_BUSY, .SQLITE_CORRUPT: return ledgerError(error, location)
  default:
    return LedgerError(
      .outcomeUnknown,
      "Whether this was posted is not known: \(error.message.map(Message.verbatim) ?? "the commit failed").",
      help: "Run the same command again: what was posted is answered with its receipt.")
  }
}
