extension Vietnamese {
  /// Messages of reconciling the books.
  static let benefitLedgerReconciliation: [Translation] = [
    // Sources/BenefitLedger/Reconciliation/Totals/VoucherSums.swift
    Translation(
      "Batch {1} holds what no posting writes.",
      "Lô {1} có giá trị mà việc ghi sổ không thể tạo ra."),
    Translation(
      "Run: benefit-ledger verify",
      "Chạy lệnh: benefit-ledger verify"),
  ]
}
