import BatchFiles
import BenefitLedger
import Foundation
import Testing

/// Payments by bank, made up for tests.
extension TestLedger {
  /// Makes pensions of October 2026 due by bank, each with the account of its row.
  @discardableResult
  func dueByBank(
    _ rows: [(person: String, amount: Int64)], benefit: String = "pension",
    name: String = "due.csv"
  ) throws -> Receipt {
    let text = rows.map { row in
      "\(row.person),\(benefit),2026-10,\(row.amount),79-S1,bank,970415:1\(row.person),Tên\n"
    }
    return try post(
      .due, "person,benefit,month,amount,site,channel,account,name\n" + text.joined(), name: name)
  }

  /// Orders a batch's bank payments into a file of the test's folder.
  func order(
    _ batch: Int64?, fund: Fund? = nil, version: OrderVersion = .v09, out: String = "order.xml",
    on day: String? = nil
  ) throws -> OrderAnswer {
    var request = OrderRequest(
      batch: try #require(batch), debtorName: "BHXH TP. Hồ Chí Minh",
      debtorAccount: try #require(BankAccount("970436:0011004000001")))
    request.fund = fund
    request.version = version
    request.path = folder + "/" + out
    request.execution = try day.map { try #require(CivilDate($0)) }
    return try ledger.writeOrder(request)
  }
}
