import LedgerCore

@testable import BatchFiles

/// Statements of banks, as they are and by a profile.
enum StatementOracle {
  static func statement(_ bytes: [UInt8]) throws {
    try check(bytes, ListReading())
    try check(bytes, ListReading(BuiltInProfiles.profile("bank-statement-vi")))
  }

  private static func check(_ bytes: [UInt8], _ reading: ListReading) throws {
    let one = StatementReader.read(file(bytes), reading)
    let other = StatementReader.read(file(bytes), reading)
    try require(one.file == other.file, "a second reading differs")
    guard let statements = one.file else {
      return try require(one.diagnosis.total > 0, "refused, and nothing said")
    }
    guard statements.format.hasBalances else { return }
    for statement in statements.statements {
      guard let opening = statement.opening, let closing = statement.closing else {
        throw Complaint(words: "accepted without balances")
      }
      let sum = statement.entries.reduce(Int128(opening)) { $0 + Int128($1.amount) }
      try require(sum == Int128(closing), "\(opening) and its entries are not \(closing)")
    }
  }
}
