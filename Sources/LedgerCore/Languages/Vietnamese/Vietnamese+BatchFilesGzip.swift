extension Vietnamese {
  /// Messages of unpacking files that gzip compressed.
  static let batchFilesGzip: [Translation] = [
    // Sources/BatchFiles/Gzip/Gunzip.swift
    Translation(
      "it does not unpack",
      "không giải nén được"),
    Translation(
      "The compressed file is damaged: {1}, or what it unpacks to is not what was packed.",
      "Tệp nén bị hỏng: {1}, hoặc nội dung giải nén không đúng với nội dung đã nén."),
    Translation(
      "Copy it again from where it was made; a copy may have been cut short.",
      "Chép lại tệp từ nơi lập; bản chép có thể đã bị cắt cụt."),
    Translation(
      "The file unpacks to more than {1} times its size, which no list does.",
      "Tệp giải nén ra lớn hơn {1} lần kích thước của nó; không danh sách nào như vậy."),
    Translation(
      "Ask where it comes from; such files are made to fill a disk.",
      "Hỏi rõ nguồn gốc của tệp; loại tệp này được tạo ra để làm đầy đĩa."),
  ]
}
