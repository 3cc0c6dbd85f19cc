import GRDB
import LedgerCore
import LedgerStore
import Testing

@testable import SQLiteStore

@Suite struct DurabilityTests {
  @Test func `nothing is posted on a connection that does not wait for the disk`() throws {
    let fresh = try FreshStore()
    try fresh.store.write { try $0.insertLedger(control: "single") }
    for level in ["PRAGMA synchronous = NORMAL", "PRAGMA synchronous = OFF"] {
      try fresh.store.pool.writeWithoutTransaction { try $0.execute(sql: level) }
      let error = #expect(throws: LedgerError.self) { try fresh.store.write { _ in } }
      #expect(error?.code == .notDurable && error?.code.exit == .inputOutput)
    }
  }

  @Test func `what SQLite says of misuse is reported as a bug of ours`() {
    let misuse = ledgerError(DatabaseError(resultCode: .SQLITE_MISUSE), "ledger.db")
    #expect(misuse.code == .internalFault && misuse.code.exit == .internalFault)
  }

  @Test func `a commit that fails otherwise than by a full disk has an unknown outcome`() {
    let unknown = commitError(DatabaseError(resultCode: .SQLITE_IOERR), "ledger.db")
    #expect(unknown.code == .outcomeUnknown && unknown.code.exit == .tryAgain)
    #expect(commitError(DatabaseError(resultCode: .SQLITE_FULL), "ledger.db").code == .diskFull)
  }
}
