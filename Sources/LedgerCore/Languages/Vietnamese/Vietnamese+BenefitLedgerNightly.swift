extension Vietnamese {
  /// Messages of the nightly run over an inbox.
  static let benefitLedgerNightly: [Translation] = [
    // Sources/BenefitLedger/Nightly/Inbox.swift
    Translation(
      "not complete or hidden",
      "chưa ghi xong hoặc là tệp ẩn"),
    Translation(
      "a folder",
      "là thư mục"),
    Translation(
      "The file does not say what it is.",
      "Tệp không nêu đây là danh sách gì."),
    Translation(
      "Begin it with a line such as: #batch event=due reference=… count=… total=…",
      "Thêm ở đầu tệp một dòng như: #batch event=due reference=… count=… total=…"),
    Translation(
      "The folder {1} cannot be read: {2}.",
      "Không đọc được thư mục {1}: {2}."),
  ]
}
