import ArgumentParser

/// The time of lists that are of the register alone: as far as the ledger knew at which batch.
struct AsKnownOption: ParsableArguments {
  @Option(help: "What the register said when this batch was posted.")
  var asKnownAt: Int64?

  mutating func validate() throws {
    if let asKnownAt, asKnownAt < 0 { throw usage("--as-known-at is a batch number.") }
  }
}
