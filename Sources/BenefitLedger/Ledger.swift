import LedgerCore
import LedgerStore
import SQLiteStore

/// A ledger: the books of one agency, open for posting and for reports.
///
/// Methods are synchronous; give a ledger to one thread at a time for posting. Reports may run on
/// other threads meanwhile.
public final class Ledger: Sendable {
  /// The database behind it.
  let store: any LedgerStore

  /// The chart in force, read once.
  let charts = ChartCache()

  init(store: any LedgerStore) { self.store = store }

  /// Opens a ledger that exists.
  ///
  /// - Parameters:
  ///   - location: A file.
  ///   - readOnly: True if nothing will be posted.
  /// - Returns: The open ledger.
  /// - Throws: `LedgerError`: `ledgerMissing`, `notALedger`, `ledgerOtherVersion`, `ledgerUnsafe`,
  ///   `storeUnavailable`.
  public static func open(_ location: String, readOnly: Bool = false) throws -> Ledger {
    Ledger(store: try SQLiteLedgerStore.open(location, readOnly: readOnly))
  }
}
