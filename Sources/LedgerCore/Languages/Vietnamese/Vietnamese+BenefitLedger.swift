extension Vietnamese {
  /// Messages of the program itself.
  static let benefitLedger: [Translation] = [
    // Sources/benefit-ledger/Main.swift
    Translation(
      "The command is not understood:\n",
      "Sai cách gọi lệnh:\n"),
    Translation(
      "This is a bug; please report it.",
      "Đây là lỗi của chương trình; đề nghị báo lại."),
  ]
}
