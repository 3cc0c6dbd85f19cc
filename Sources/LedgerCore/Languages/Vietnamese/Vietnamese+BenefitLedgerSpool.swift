extension Vietnamese {
  /// Messages of output files and temporary files.
  static let benefitLedgerSpool: [Translation] = [
    // Sources/BenefitLedger/Spool/OutputFile.swift
    Translation(
      "The file {1} cannot be {2}: {3}.",
      "Không {2} được tệp {1}: {3}."),
    // Sources/BenefitLedger/Spool/PrivateFile.swift
    Translation(
      "A temporary file cannot be {1}: {2}.",
      "Không {1} được tệp tạm: {2}."),
    Translation(
      "It is made in the ledger's folder, or in the folder that TMPDIR names.",
      "Tệp tạm được tạo trong thư mục của sổ, hoặc trong thư mục do TMPDIR chỉ định."),
  ]
}
