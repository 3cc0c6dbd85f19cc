extension Vietnamese {
  /// Messages of finding a profile.
  static let benefitLedgerProfiles: [Translation] = [
    // Sources/BenefitLedger/Profiles/Profiles.swift
    Translation(
      "There is no profile “{1}”.",
      "Không có mẫu đọc “{1}”."),
    Translation(
      "Known are: {1}. A profile of your own is a file whose name ends in .toml.",
      "Các mẫu đọc có sẵn: {1}. Mẫu đọc tự lập là tệp có tên kết thúc bằng .toml."),
  ]
}
