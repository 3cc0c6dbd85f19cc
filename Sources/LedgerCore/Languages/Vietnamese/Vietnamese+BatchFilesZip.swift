extension Vietnamese {
  /// Messages of reading and writing ZIP archives.
  static let batchFilesZip: [Translation] = [
    // Sources/BatchFiles/Zip/FileFault+Archive.swift
    Translation(
      "The archive is damaged: {1}.",
      "Tệp nén bị hỏng: {1}."),
    Translation(
      "Copy it again from where it was made; a workbook can also be saved again in Excel.",
      "Chép lại tệp từ nơi lập; nếu là sổ tính thì cũng có thể lưu lại bằng Excel."),
    Translation(
      "The archive cannot be read here: {1}.",
      "Chương trình không đọc được tệp nén này: {1}."),
    Translation(
      "Open the workbook in Excel and save it as “Excel Workbook (*.xlsx)”.",
      "Mở sổ tính bằng Excel và lưu lại dưới dạng “Excel Workbook (*.xlsx)”."),
    Translation(
      "The archive has more than {1} entries; no workbook of ours has so many.",
      "Tệp nén có hơn {1} mục; không sổ tính nào dùng ở đây có nhiều mục như vậy."),
    Translation(
      "Copy the sheet into a new workbook and save that.",
      "Chép trang tính sang sổ tính mới rồi lưu sổ tính đó."),
    Translation(
      "The workbook is protected by a password.",
      "Sổ tính được bảo vệ bằng mật khẩu."),
    Translation(
      "Open it in Excel and save it without one (File, Info, Protect Workbook).",
      "Mở sổ tính bằng Excel và lưu lại không có mật khẩu (File, Info, Protect Workbook)."),
    // Sources/BatchFiles/Zip/ZipArchive.swift
    Translation(
      "its directory is not where it should be",
      "mục lục không nằm đúng chỗ"),
    Translation(
      "two of its entries have the same name",
      "có hai mục trùng tên"),
    Translation(
      "its directory has more than its entries",
      "mục lục chứa nhiều hơn các mục của tệp"),
    Translation(
      "an entry is not where the directory says",
      "có mục không nằm ở chỗ ghi trong mục lục"),
    Translation(
      "an entry is not what the directory says",
      "có mục không đúng với mục lục"),
    Translation(
      "its entries overlap",
      "các mục chồng lên nhau"),
    // Sources/BatchFiles/Zip/ZipDirectoryEntry.swift
    Translation(
      "its directory is cut short",
      "mục lục bị cắt cụt"),
    Translation(
      "an entry has a name that leads out of it",
      "có mục mang tên dẫn ra ngoài tệp nén"),
    Translation(
      "an entry is packed in another way than by deflate",
      "có mục được nén không theo phương pháp deflate"),
    Translation(
      "an entry has two lengths",
      "có mục ghi hai độ dài khác nhau"),
    // Sources/BatchFiles/Zip/ZipEnd.swift
    Translation(
      "its end is missing",
      "thiếu phần cuối"),
    Translation(
      "it is one of several parts",
      "đây là một phần của tệp nén nhiều phần"),
    Translation(
      "it is a ZIP64 archive",
      "đây là tệp nén ZIP64"),
    // Sources/BatchFiles/Zip/ZipEntryReader.swift
    Translation(
      "an entry is not what was packed",
      "có mục giải nén ra không đúng với nội dung đã nén"),
    Translation(
      "an entry does not unpack",
      "có mục không giải nén được"),
    Translation(
      "an entry is cut short",
      "có mục bị cắt cụt"),
    // Sources/BatchFiles/Zip/ZipWriter.swift
    Translation(
      "{1} exists already; it is left as it is.",
      "{1} đã tồn tại; tệp đó được giữ nguyên."),
    Translation(
      "Name another file, or move that one away.",
      "Chọn tên tệp khác, hoặc chuyển tệp đó đi chỗ khác."),
    Translation(
      "made",
      "tạo"),
    Translation(
      "The report is larger than a workbook can be.",
      "Báo cáo lớn hơn mức một sổ tính có thể chứa."),
    Translation(
      "Ask for less at a time, or take --json.",
      "Mỗi lần lấy ít hơn, hoặc dùng --json."),
    Translation(
      "written",
      "ghi"),
    Translation(
      "The workbook {1} cannot be {2}: {3}.",
      "Không {2} được sổ tính {1}: {3}."),
  ]
}
