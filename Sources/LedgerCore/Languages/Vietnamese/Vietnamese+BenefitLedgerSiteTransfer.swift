extension Vietnamese {
  /// Messages of moving the balances of a closed site.
  static let benefitLedgerSiteTransfer: [Translation] = [
    // Sources/BenefitLedger/SiteTransfer/Ledger+TransferSite.swift
    Translation(
      "A transfer of balances needs a reason.",
      "Chuyển số dư phải có lý do."),
    Translation(
      "Say with --reason why they move, such as the decision that closed the site.",
      "Nêu lý do chuyển bằng --reason, ví dụ quyết định đóng điểm chi trả."),
    // Sources/BenefitLedger/SiteTransfer/TransferUnits.swift
    Translation(
      "Unit {1} is not closed on {2}.",
      "Vào ngày {2}, đơn vị {1} chưa đóng."),
    Translation(
      "Its last day is {1}: give a later --date.",
      "Ngày hoạt động cuối cùng của đơn vị là {1}: nhập --date muộn hơn."),
    Translation(
      "Close it first: `sites import` with its last day in valid_to.",
      "Đóng đơn vị này trước: chạy `sites import` với ngày cuối cùng ở cột valid_to."),
    Translation(
      "{1} is a {2}, which pays nobody.",
      "{1} là đơn vị loại {2}, không chi trả cho người hưởng."),
    Translation(
      "Name the site or agency that takes the balances.",
      "Nêu điểm chi trả hoặc cơ quan BHXH nhận số dư."),
    Translation(
      "The register has no unit {1}.",
      "Danh mục đơn vị không có đơn vị {1}."),
    Translation(
      "Name a site that is, or check the date.",
      "Nêu điểm chi trả có hiệu lực vào ngày đó, hoặc kiểm tra lại ngày."),
    Translation(
      "Nothing takes the place of {1} on {2}, as the register has it.",
      "Theo danh mục đơn vị, vào ngày {2} không có đơn vị nào kế thừa {1}."),
    Translation(
      "Name the site that takes its balances.",
      "Nêu điểm chi trả nhận số dư của đơn vị này."),
  ]
}
