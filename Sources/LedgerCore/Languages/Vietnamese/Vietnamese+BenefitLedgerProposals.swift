extension Vietnamese {
  /// Messages of what two persons have to agree to.
  static let benefitLedgerProposals: [Translation] = [
    // Sources/BenefitLedger/Proposals/Consent.swift
    Translation(
      "{1} asks for this by record {2} already, and another person has to agree.",
      "{1} đã đề nghị việc này theo bản ghi {2}, và phải có người khác đồng ý."),
    Translation(
      "An approver other than {1} has to run the same command.",
      "Một người duyệt khác ngoài {1} phải chạy cùng lệnh này."),
    // Sources/BenefitLedger/Proposals/Proposal.swift
    Translation(
      "The proposal of record {1} is not what {2} signed.",
      "Đề nghị của bản ghi {1} không đúng như {2} đã ký."),
    Translation(
      "Run `benefit-ledger verify`, and agree to nothing before.",
      "Chạy `benefit-ledger verify`, và không đồng ý gì trước khi kiểm tra xong."),
    // Sources/BenefitLedger/Proposals/ProposalSubject.swift
    Translation(
      "change the chart",
      "thay đổi hệ thống tài khoản"),
    Translation(
      "release holds",
      "bỏ tạm dừng"),
    Translation(
      "close a year",
      "khoá sổ năm"),
    Translation(
      "transfer the balances of a site",
      "bàn giao số dư của một điểm chi trả"),
    Translation(
      "link numbers",
      "liên kết mã số"),
  ]
}
