extension Vietnamese {
  /// Messages of reading the cells of tables.
  static let batchFilesTables: [Translation] = [
    // Sources/BatchFiles/Tables/CellMark.swift
    Translation(
      "The cell holds a number where text must be; leading zeros are lost in it.",
      "Ô chứa số ở chỗ phải là văn bản; các số 0 ở đầu đã bị mất."),
    Translation(
      "Format the column as Text first, then enter or import its values again.",
      "Trước hết định dạng cột là Text (văn bản), rồi nhập hoặc nạp lại các giá trị."),
    Translation(
      "The cell holds a formula; what it came to is not read.",
      "Ô chứa công thức; kết quả của công thức không được đọc."),
    Translation(
      "Copy the column and paste it as values.",
      "Sao chép cột rồi dán dưới dạng giá trị (Values)."),
    Translation(
      "Find out what should stand there.",
      "Xác định giá trị đúng của ô này."),
    Translation(
      "The cell holds an error value.",
      "Ô chứa giá trị lỗi."),
    Translation(
      "The cell holds true or false.",
      "Ô chứa giá trị đúng/sai (TRUE/FALSE)."),
    Translation(
      "The cell holds a date where none can be; the spreadsheet may have made it one.",
      "Ô chứa ngày ở chỗ không thể là ngày; có thể bảng tính đã tự đổi thành ngày."),
    Translation(
      "Format the column as Text first, then enter its values again.",
      "Trước hết định dạng cột là Text (văn bản), rồi nhập lại các giá trị."),
    Translation(
      "The cell holds a number that is not whole, or has more than 15 digits.",
      "Ô chứa số không phải số nguyên, hoặc có hơn 15 chữ số."),
    Translation(
      "Amounts are whole đồng: look at what the cell holds, not at what it shows.",
      "Số tiền phải là số đồng chẵn: xem giá trị thực trong ô, không phải giá trị hiển thị."),
    Translation(
      "The text of the cell has a line break.",
      "Văn bản trong ô có dấu ngắt dòng."),
    Translation(
      "Put it on one line.",
      "Ghi trên một dòng."),
    // Sources/BatchFiles/Tables/DelimitedReader.swift
    Translation(
      "The row has more than {1} bytes.",
      "Dòng dài hơn {1} byte."),
    Translation(
      "Check whether line ends are missing, or a double quote is not closed.",
      "Kiểm tra xem có thiếu dấu xuống dòng hoặc dấu ngoặc kép chưa đóng không."),
    Translation(
      "A double quote is opened here and never closed.",
      "Dấu ngoặc kép mở ở đây nhưng không đóng."),
    Translation(
      "A double quote stands in the middle of a cell.",
      "Dấu ngoặc kép nằm giữa ô."),
    Translation(
      "Close it, or double it if it belongs to the text. The file may also have been cut short.",
      "Đóng dấu ngoặc kép, hoặc viết đôi nếu nó thuộc văn bản. Cũng có thể tệp đã bị cắt cụt."),
    Translation(
      "Put the whole cell into double quotes and double those inside: \"a \"\"b\"\" c\".",
      "Đặt cả ô trong dấu ngoặc kép và viết đôi dấu ngoặc kép bên trong: \"a \"\"b\"\" c\"."),
  ]
}
