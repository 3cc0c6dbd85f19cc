extension Vietnamese {
  /// Messages of the store of a ledger.
  static let ledgerStore: [Translation] = [
    // Sources/LedgerStore/RegisterTime.swift
    Translation(
      "The register that batch {1} was posted with cannot be found.",
      "Không tìm thấy sổ đăng ký đã dùng khi ghi sổ lô {1}."),
    Translation(
      "Run `benefit-ledger verify`.",
      "Chạy `benefit-ledger verify`."),
    // Sources/LedgerStore/UnitHistory.swift
    Translation(
      "Unit {1} is not in the register.",
      "Đơn vị số {1} không có trong danh mục đơn vị."),
    Translation(
      "Version {1} of unit {2} is impossible.",
      "Phiên bản {1} của đơn vị số {2} không hợp lệ."),
  ]
}
