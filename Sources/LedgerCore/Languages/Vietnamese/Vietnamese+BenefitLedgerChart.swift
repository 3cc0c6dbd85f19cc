extension Vietnamese {
  /// Messages of the charts of a ledger.
  static let benefitLedgerChart: [Translation] = [
    // Sources/BenefitLedger/Chart/Ledger+Charts.swift
    Translation(
      "A new chart needs a reason.",
      "Thay đổi hệ thống tài khoản phải có lý do."),
    Translation(
      "Say with --reason why the chart changes.",
      "Nêu bằng --reason lý do thay đổi hệ thống tài khoản."),
    Translation(
      "This chart has other rules than the ledger for: {1}.",
      "Tệp này có quy tắc hạch toán khác với sổ ở: {1}."),
    Translation(
      """
      What is posted is verified by the rules of the ledger's first chart: keep its rules. \
      `benefit-ledger chart show` prints them.
      """,
      """
      Số liệu đã ghi sổ được kiểm tra theo quy tắc của hệ thống tài khoản đầu tiên của sổ: giữ \
      nguyên các quy tắc đó. `benefit-ledger chart show` in ra các quy tắc này.
      """),
    // Sources/BenefitLedger/Chart/LedgerChart.swift
    Translation(
      "Record {1} is not a chart.",
      "Bản ghi {1} không phải là hệ thống tài khoản."),
    Translation(
      "`benefit-ledger chart list` shows every chart.",
      "`benefit-ledger chart list` liệt kê mọi hệ thống tài khoản."),
    Translation(
      "The ledger has no chart.",
      "Sổ không có hệ thống tài khoản."),
    Translation(
      "The chart of record {1} cannot be read.",
      "Không đọc được hệ thống tài khoản của bản ghi {1}."),
  ]
}
