extension Vietnamese {
  /// Messages of counting the cash of a site.
  static let benefitLedgerSiteCash: [Translation] = [
    // Sources/BenefitLedger/SiteCash/Ledger+CountCash.swift
    Translation(
      "The cash at {1} cannot have been counted on {2}: today is {3}.",
      "Ngày kiểm kê quỹ tại {1} không thể là {2}: hôm nay mới là {3}."),
    Translation(
      "Give the day on which it was counted.",
      "Nhập đúng ngày đã kiểm kê."),
    Translation(
      "count the cash of a site",
      "kiểm kê quỹ tại điểm chi trả"),
    Translation(
      "At {1} {2} đ were counted on {3}, and the books say {4} đ: {5} đ too little.",
      "Tại {1}, kiểm kê quỹ ngày {3} được {2} đ, theo sổ là {4} đ: thiếu {5} đ."),
    Translation(
      "At {1} {2} đ were counted on {3}, and the books say {4} đ: {5} đ too much.",
      "Tại {1}, kiểm kê quỹ ngày {3} được {2} đ, theo sổ là {4} đ: thừa {5} đ."),
    Translation(
      "Count again, post what is missing in the books, or say why with --reason.",
      "Kiểm kê lại, ghi sổ bổ sung phần còn thiếu, hoặc nêu lý do bằng --reason."),
    Translation(
      "{1} is no payment site or agency on {2}: it has no cash.",
      "Vào ngày {2}, {1} không phải là điểm chi trả hay cơ quan BHXH nên không có quỹ tiền mặt."),
    Translation(
      "Give the code of a site; `benefit-ledger sites list` shows them all.",
      "Nhập mã của điểm chi trả; lệnh `benefit-ledger sites list` liệt kê tất cả."),
  ]
}
