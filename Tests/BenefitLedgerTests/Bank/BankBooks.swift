import BenefitLedger
import GRDB
import TestSupport
import Testing

/// Reconciling with a bank, made up for tests.
extension TestLedger {
  /// Reconciles a statement that is written to a file first.
  @discardableResult
  func reconcile(
    _ text: String?, name: String = "bank.xml", fund: Fund? = .retirement, window: Int = 5,
    returned: String? = nil, on day: String = "2026-10-07", account: String? = nil,
    isAnotherAccount: Bool = false
  ) throws -> BankAnswer {
    var request = BankRequest(
      try text.map { [try file(name, $0)] } ?? [], maker: "clerk", date: try self.day(day))
    request.fund = fund
    request.window = window
    request.account = account
    request.isAnotherAccount = isAnotherAccount
    request.returned = returned.map { folder + "/" + $0 }
    return try ledger.reconcileBank(request)
  }

  /// Posts an opening balance and what came into the bank account of the fund of pensions.
  func fundBank(_ amount: Int64) throws {
    try post(
      .budget, "unit,fund,amount,document\n79-A,retirement,\(amount),UNC 1\n", name: "in.csv",
      envelope: Envelope(date: try day("2026-10-01")))
  }

  /// The one number that a question to the file answers with.
  func integer(_ sql: String) throws -> Int {
    let database = try DatabaseQueue(path: folder + "/ledger.db")
    return try database.read { try Int.fetchOne($0, sql: sql) ?? -1 }
  }

  /// What the ledger says of exceptions.
  func openExceptions() throws -> [ExceptionEntry] {
    try ledger.exceptions(on: try day("2026-10-07"))
  }

  /// The end-to-end id of a person's pension of October 2026.
  static func reference(_ person: String) -> String { "202610-\(person)-pension-1" }
}
