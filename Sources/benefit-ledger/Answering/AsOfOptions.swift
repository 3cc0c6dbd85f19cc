import ArgumentParser
import LedgerCore

/// The two times that every report can be asked for: up to which business date, and as far as the
/// ledger knew at which batch.
struct AsOfOptions: ParsableArguments {
  @Option(help: "Only business dates up to this one, YYYY-MM-DD.")
  var asAt: CivilDate?

  @Option(help: "Only batches up to this one: what the ledger knew then.")
  var asKnownAt: Int64?

  mutating func validate() throws {
    if let asKnownAt, asKnownAt < 0 { throw usage("--as-known-at is a batch number.") }
  }

  /// The times, to go on from a report's title; nothing if it was asked for neither.
  var words: String {
    (asAt.map { localized(", as at \($0)") } ?? "")
      + (asKnownAt.map { localized(", as known at batch \($0)") } ?? "")
  }

  /// How the state that is shown is spoken of: that of now, or of then.
  var now: String { asAt == nil && asKnownAt == nil ? localized("now") : localized("then") }

  /// What the answer says of the times it was asked for; null if it was not.
  var members: [(String, JSON)] {
    [("asAt", .optional(asAt?.description)), ("asKnownAt", .optional(asKnownAt))]
  }
}
