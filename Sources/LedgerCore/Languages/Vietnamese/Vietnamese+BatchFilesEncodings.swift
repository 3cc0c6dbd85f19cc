extension Vietnamese {
  /// Messages of finding out the encoding of a file.
  static let batchFilesEncodings: [Translation] = [
    // Sources/BatchFiles/Encodings/WordCollector.swift
    Translation(
      "{1} reads {2}",
      "{1} đọc thành {2}"),
    Translation(
      "The file is not UTF-8, and its letters make sense in more than one encoding: {1}.",
      "Tệp không phải UTF-8, và chữ trong tệp đọc được theo nhiều bảng mã: {1}."),
    Translation(
      "Say which it is with --encoding, or in the profile.",
      "Chỉ rõ bảng mã bằng --encoding hoặc trong mẫu đọc."),
    Translation(
      """
      The file is neither UTF-8 nor UTF-16, and its words are not Vietnamese in Windows-1258, \
      TCVN3 or VNI.
      """,
      """
      Tệp không phải UTF-8 hay UTF-16, và đọc theo Windows-1258, TCVN3 hay VNI đều không ra chữ \
      tiếng Việt.
      """),
    Translation(
      "Save it as “CSV UTF-8 (comma delimited)”, or say what it is with --encoding.",
      "Lưu lại tệp dưới dạng “CSV UTF-8 (comma delimited)”, hoặc chỉ rõ bảng mã bằng --encoding."),
  ]
}
