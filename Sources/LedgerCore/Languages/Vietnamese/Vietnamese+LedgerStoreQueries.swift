extension Vietnamese {
  /// Messages of queries of a ledger.
  static let ledgerStoreQueries: [Translation] = [
    // Sources/LedgerStore/Queries/Promised.swift
    Translation(
      "The ledger has a row whose {1} is impossible.",
      "Sổ có một dòng dữ liệu mang giá trị không thể có: {1}."),
    Translation(
      "Run `benefit-ledger verify` to find it.",
      "Chạy `benefit-ledger verify` để tìm chỗ sai."),
  ]
}
