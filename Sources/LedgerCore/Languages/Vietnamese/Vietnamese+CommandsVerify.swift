extension Vietnamese {
  /// The answer of `verify`.
  static let commandsVerify: [Translation] = [
    // Sources/benefit-ledger/Commands/VerifyCommand.swift
    Translation(
      "--since is a batch number.",
      "--since phải là số lô."),
    Translation(
      "{1}, {2} and {3}",
      "{1}, {2} và {3}"),
    Translation(
      "{1} batch",
      "{1} lô"),
    Translation(
      """
      the batches after {1} of {2} (the rows of those up to it were not read, only their \
      seals)
      """,
      """
      các lô sau lô {1} trong tổng số {2} lô (từ lô đó trở về trước không đọc từng dòng, chỉ kiểm \
      tra dấu niêm phong)
      """),
    Translation(
      "Intact: {1} recomputed.\n{2}",
      "Toàn vẹn: đã tính lại {1}.\n{2}"),
    Translation(
      "{1} more findings are not listed. By kind:\n",
      "Còn {1} phát hiện không liệt kê. Theo loại:\n"),
    Translation(
      "Head: {1}\nRegister: record {2}, {3}\n",
      "Mã đầu sổ: {1}\nSổ đăng ký: bản ghi {2}, {3}\n"),
  ]
}
