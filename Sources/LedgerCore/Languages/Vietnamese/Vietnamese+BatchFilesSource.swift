extension Vietnamese {
  /// Messages of opening files that lists are read from.
  static let batchFilesSource: [Translation] = [
    // Sources/BatchFiles/Source/BatchSource+Profile.swift
    Translation(
      "“{1}” is posted from another kind of list",
      "“{1}” được ghi sổ từ loại danh sách khác"),
    Translation(
      "The profile “{1}” makes a list of {2}; {3}.",
      "Mẫu đọc “{1}” lập danh sách loại {2}; {3}."),
    Translation(
      "`profile list` says what each profile is for.",
      "Lệnh `profile list` cho biết mỗi mẫu đọc dùng cho loại nào."),
    // Sources/BatchFiles/Source/BatchSource+Reading.swift
    Translation(
      "The file changed while it was read.",
      "Tệp bị thay đổi trong khi đang đọc."),
    Translation(
      "Wait until whoever writes it has finished, then run the same command again.",
      "Chờ người đang ghi tệp ghi xong, rồi chạy lại đúng lệnh này."),
    // Sources/BatchFiles/Source/BatchSource+Unpacked.swift
    Translation(
      "a workbook of Excel 2003 or older (XLS)",
      "sổ tính Excel 2003 trở về trước (XLS)"),
    // Sources/BatchFiles/Source/BatchSource.swift
    Translation(
      "There is no such file.",
      "Không có tệp này."),
    Translation(
      "Check the name and the folder.",
      "Kiểm tra lại tên tệp và thư mục."),
    Translation(
      "The file cannot be read: {1}.",
      "Không đọc được tệp: {1}."),
    Translation(
      "Check who may read it and whether the disk or share it is on is well.",
      "Kiểm tra quyền đọc tệp và tình trạng của đĩa hoặc thư mục chia sẻ chứa tệp."),
    Translation(
      "This is a folder, not a file.",
      "Đây là thư mục, không phải tệp."),
    Translation(
      "Name the file, or several files of the folder.",
      "Ghi tên tệp, hoặc tên nhiều tệp trong thư mục."),
    Translation(
      "The file has {1} bytes; at most {2} are read.",
      "Tệp có {1} byte; chỉ đọc tệp không quá {2} byte."),
    Translation(
      "This is a pipe, a socket or a device, not a file.",
      "Đây là đường ống (pipe), socket hoặc thiết bị, không phải tệp."),
    Translation(
      "Write the list to a file first.",
      "Ghi danh sách ra tệp trước."),
    Translation(
      "This is a link to another file; links are not read here.",
      "Đây là liên kết (link) đến tệp khác; ở đây không đọc liên kết."),
    Translation(
      "Put a copy of the file itself into the folder.",
      "Chép chính tệp đó vào thư mục."),
    // Sources/BatchFiles/Source/FileFault+Content.swift
    Translation(
      "Export the list again; the copy may have failed.",
      "Xuất lại danh sách; việc chép tệp có thể đã bị lỗi."),
    Translation(
      "The file is UTF-16 (“Unicode text”), not UTF-8.",
      "Tệp là UTF-16 (“Unicode text”), không phải UTF-8."),
    Translation(
      "Save it as “CSV UTF-8 (comma delimited)”.",
      "Lưu lại dưới dạng “CSV UTF-8 (comma delimited)”."),
    Translation(
      "The file is {1}, not a CSV file.",
      "Tệp là {1}, không phải tệp CSV."),
    Translation(
      "Open it and save it as “CSV UTF-8 (comma delimited)”.",
      "Mở tệp và lưu lại dưới dạng “CSV UTF-8 (comma delimited)”."),
    Translation(
      "an Excel workbook (XLSX) or a ZIP archive",
      "sổ tính Excel (XLSX) hoặc tệp nén ZIP"),
    Translation(
      "an empty ZIP archive",
      "tệp nén ZIP rỗng"),
    Translation(
      "an old or a protected Excel workbook",
      "sổ tính Excel kiểu cũ hoặc có mật khẩu"),
    Translation(
      "compressed (gzip)",
      "tệp nén gzip"),
    Translation(
      "compressed (xz)",
      "tệp nén xz"),
    Translation(
      "a 7-Zip archive",
      "tệp nén 7-Zip"),
    Translation(
      "a RAR archive",
      "tệp nén RAR"),
    Translation(
      "a PDF document",
      "tài liệu PDF"),
    Translation(
      "a web page",
      "trang web"),
    Translation(
      "an XML document",
      "tài liệu XML"),
    // Sources/BatchFiles/Source/Spool.swift
    Translation(
      "The file cannot be unpacked: {1}.",
      "Không giải nén được tệp: {1}."),
    Translation(
      "Make room in the folder for temporary files (TMPDIR, or /var/tmp), then run it again.",
      "Giải phóng chỗ trong thư mục tạm (TMPDIR hoặc /var/tmp), rồi chạy lại."),
    Translation(
      "Unpacked, the file would have more than {1} bytes; no more are read.",
      "Sau khi giải nén, tệp sẽ vượt quá {1} byte là mức tối đa được đọc."),
    Translation(
      "Check with its maker what it is. Split a list that is really that long.",
      "Hỏi lại nơi lập xem đó là tệp gì. Nếu danh sách dài như vậy thật thì tách ra."),
  ]
}
