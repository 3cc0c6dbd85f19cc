extension Vietnamese {
  /// Messages of generating sample files.
  static let sampleFiles: [Translation] = [
    // Sources/SampleFiles/SamplePlan.swift
    Translation(
      "persons must be 1 to {1}",
      "số người hưởng phải từ 1 đến {1}"),
    Translation(
      "sites must be {1} to {2}",
      "số điểm chi trả phải từ {1} đến {2}"),
    Translation(
      "the bank share must be 0 to 100",
      "tỷ lệ chi qua ngân hàng phải từ 0 đến 100"),
  ]
}
