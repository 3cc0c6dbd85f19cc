extension Vietnamese {
  /// Messages of reading and writing Excel workbooks.
  static let batchFilesXlsx: [Translation] = [
    // Sources/BatchFiles/Xlsx/FileFault+Xlsx.swift
    Translation(
      "The workbook cannot be read: {1}.",
      "Không đọc được sổ tính: {1}."),
    Translation(
      "Open it in Excel and save it again as “Excel Workbook (*.xlsx)”.",
      "Mở sổ tính bằng Excel và lưu lại dưới dạng “Excel Workbook (*.xlsx)”."),
    Translation(
      "The file is {1}, which is not read.",
      "Tệp là {1}; chương trình không đọc loại tệp này."),
    Translation(
      "Open it and save the list as “Excel Workbook (*.xlsx)” or “CSV UTF-8”.",
      "Mở tệp và lưu danh sách dưới dạng “Excel Workbook (*.xlsx)” hoặc “CSV UTF-8”."),
    Translation(
      """
      Its sheets are: {1}{2}. Name the one with the list by --sheet, save it as a workbook of \
      its own, or hide the others.
      """,
      """
      Các trang tính: {1}{2}. Nêu trang tính chứa danh sách bằng --sheet, lưu trang đó thành sổ \
      tính riêng, hoặc ẩn các trang khác.
      """),
    // Sources/BatchFiles/Xlsx/SharedTexts.swift
    Translation(
      "its texts have more than {1} bytes",
      "các chuỗi văn bản dài hơn {1} byte"),
    Translation(
      "it has more than {1} texts",
      "có hơn {1} chuỗi văn bản"),
    // Sources/BatchFiles/Xlsx/Writing/XlsxWriter.swift
    Translation(
      "The report has more than {1} rows, which is all a sheet can have.",
      "Báo cáo có hơn {1} dòng là số dòng tối đa của một trang tính."),
    Translation(
      "Ask for less at a time, such as one period or one site, or take --json.",
      "Mỗi lần lấy ít hơn, ví dụ một kỳ hoặc một điểm chi trả, hoặc dùng --json."),
    // Sources/BatchFiles/Xlsx/XlsxPackage.swift
    Translation(
      "a part refers to too many others",
      "có phần tham chiếu đến quá nhiều phần khác"),
    Translation(
      "two references have the same name",
      "hai tham chiếu trùng tên"),
    // Sources/BatchFiles/Xlsx/XlsxReader+Hidden.swift
    Translation(
      "The sheet hides {1}; hidden rows are read like all others.",
      "Trang tính ẩn {1} (tính từ dòng này); dòng ẩn vẫn được đọc như mọi dòng khác."),
    Translation(
      "{1} row",
      "{1} dòng"),
    Translation(
      "Show all rows and look whether they belong to the list.",
      "Cho hiện mọi dòng và kiểm tra xem các dòng đó có thuộc danh sách không."),
    Translation(
      "The sheet hides {1}; hidden columns are read like all others.",
      "Trang tính ẩn {1}; cột ẩn vẫn được đọc như mọi cột khác."),
    Translation(
      "{1} column",
      "{1} cột"),
    Translation(
      "Show all columns and look whether they belong to the list.",
      "Cho hiện mọi cột và kiểm tra xem các cột đó có thuộc danh sách không."),
    // Sources/BatchFiles/Xlsx/XlsxReader.swift
    Translation(
      "a sheet is missing",
      "thiếu một trang tính"),
    Translation(
      "a sheet is something else",
      "có trang tính không đúng loại"),
    Translation(
      "there is something else than rows",
      "có nội dung không phải là dòng"),
    Translation(
      "a row has no number",
      "có dòng không có số thứ tự"),
    Translation(
      "its rows are not in order, or more than {1}",
      "các dòng không đúng thứ tự, hoặc nhiều hơn {1}"),
    Translation(
      "there is something else than cells in a row",
      "trong dòng có nội dung không phải là ô"),
    Translation(
      "the cells of row {1} are not in order",
      "các ô của dòng {1} không đúng thứ tự"),
    Translation(
      "a cell of row {1} has no format",
      "có ô của dòng {1} không có định dạng"),
    Translation(
      "a cell of row {1} is of a kind that is not known",
      "có ô của dòng {1} thuộc loại không xác định"),
    Translation(
      "row {1} goes on beyond column {2}",
      "dòng {1} vượt quá cột {2}"),
    Translation(
      "a text of row {1} is missing",
      "thiếu một chuỗi văn bản của dòng {1}"),
    Translation(
      "row {1} has more than {2} bytes",
      "dòng {1} dài hơn {2} byte"),
    // Sources/BatchFiles/Xlsx/XlsxStyles.swift
    Translation(
      "it has too many formats",
      "có quá nhiều định dạng"),
    // Sources/BatchFiles/Xlsx/XlsxWorkbook.swift
    Translation(
      "The workbook has no sheet {1}.",
      "Sổ tính không có trang tính {1}."),
    Translation(
      "The workbook has no sheet that is not hidden.",
      "Sổ tính không có trang tính nào không bị ẩn."),
    Translation(
      "The workbook has {1} sheets; nothing says which is the list.",
      "Sổ tính có {1} trang tính; không xác định được trang nào là danh sách."),
    Translation(
      "it has too many sheets",
      "có quá nhiều trang tính"),
    Translation(
      "a sheet has no part of its own",
      "có trang tính không có phần nội dung riêng"),
    Translation(
      "a binary workbook (XLSB)",
      "sổ tính nhị phân (XLSB)"),
    Translation(
      "a Word document",
      "tài liệu Word"),
    Translation(
      "an OpenDocument file (ODS)",
      "tệp OpenDocument (ODS)"),
    Translation(
      "a ZIP archive and no workbook",
      "tệp nén ZIP, không phải sổ tính"),
  ]
}
