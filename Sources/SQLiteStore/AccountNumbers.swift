import LedgerStore

/// The numbers of accounts met so far, so that each is looked up once.
///
/// Accounts are never removed, so a number stays right for as long as the process lives; the ones made
/// in a transaction count only once it is committed. Used under the pool's writer alone.
final class AccountNumbers: @unchecked Sendable {
  private var known: [UInt64: Int64] = [:]
  private var new: [UInt64] = []

  /// Starts a transaction.
  func begin() { new.removeAll(keepingCapacity: true) }

  /// Gives up what the transaction made.
  func forgetNew() {
    for key in new { known[key] = nil }
    new.removeAll(keepingCapacity: true)
  }

  /// The number of an account, if met before.
  subscript(key: AccountKey) -> Int64? { known[key.packed] }

  /// Remembers an account that exists, or that this transaction has made.
  func remember(_ key: AccountKey, _ number: Int64, isNew: Bool) {
    known[key.packed] = number
    if isNew { new.append(key.packed) }
  }
}
