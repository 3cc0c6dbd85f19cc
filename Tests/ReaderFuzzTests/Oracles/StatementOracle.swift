import LedgerCore

@testable import BatchFiles

/// Statements of banks.
enum StatementOracle {
  static func statement(_ bytes: [UInt8]) throws {
    let one = StatementReader.read(file(bytes))
    let other = StatementReader.read(file(bytes))
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
