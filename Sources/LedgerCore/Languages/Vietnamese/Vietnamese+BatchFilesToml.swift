extension Vietnamese {
  /// Messages of reading TOML files.
  static let batchFilesToml: [Translation] = [
    // Sources/BatchFiles/Toml/TomlForm+Values.swift
    Translation(
      "Put it into quotes.",
      "Đặt giá trị trong dấu ngoặc kép."),
    Translation(
      "{1} is text, and this is {2}.",
      "{1} phải là văn bản, ở đây lại là {2}."),
    Translation(
      "{1} has {2} characters.",
      "{1} có {2} ký tự."),
    Translation(
      "{1} is empty.",
      "{1} để trống."),
    Translation(
      "Write 1 to {1} characters.",
      "Ghi từ 1 đến {1} ký tự."),
    Translation(
      "{1} has a control or invisible character.",
      "{1} có ký tự điều khiển hoặc ký tự không nhìn thấy."),
    Translation(
      "Leave the escape such as \\n out.",
      "Bỏ ký tự thoát, ví dụ \\n."),
    Translation(
      "The list {1} is empty.",
      "Danh sách {1} để trống."),
    Translation(
      "Write at least one.",
      "Ghi ít nhất một giá trị."),
    Translation(
      "{1} is a whole number, and this is {2}.",
      "{1} phải là số nguyên, ở đây lại là {2}."),
    Translation(
      "Write digits without quotes, such as 25_000_000.",
      "Ghi các chữ số không có dấu ngoặc kép, ví dụ 25_000_000."),
    Translation(
      "{1} is {2}.",
      "{1} là {2}."),
    Translation(
      "Write a number from {1} to {2}.",
      "Ghi số từ {1} đến {2}."),
    Translation(
      "Write: {1} = true",
      "Ghi: {1} = true"),
    Translation(
      "{1} is true or false, and this is {2}.",
      "{1} phải là true hoặc false, ở đây lại là {2}."),
    Translation(
      "{1} is a date, and this is {2}.",
      "{1} phải là ngày, ở đây lại là {2}."),
    Translation(
      "Write it as YYYY-MM-DD without quotes.",
      "Ghi theo dạng YYYY-MM-DD, không có dấu ngoặc kép."),
    Translation(
      "{1} is a month of the years 1900 to 2199.",
      "{1} phải là tháng thuộc các năm 1900 đến 2199."),
    Translation(
      "Write it as YYYY-MM in quotes, such as \"2024-07\".",
      "Ghi theo dạng YYYY-MM trong dấu ngoặc kép, ví dụ \"2024-07\"."),
    Translation(
      "Name at least one.",
      "Nêu ít nhất một giá trị."),
    Translation(
      "Keep it once.",
      "Chỉ giữ lại một lần."),
    Translation(
      "{1} is in the list already.",
      "{1} đã có trong danh sách."),
    Translation(
      "Write one of these in quotes: {1}.",
      "Ghi một trong các giá trị sau, đặt trong dấu ngoặc kép: {1}."),
    Translation(
      "It is one of: {1}.",
      "Các giá trị hợp lệ: {1}."),
    Translation(
      "{1} cannot be {2}.",
      "{1} không thể là {2}."),
    // Sources/BatchFiles/Toml/TomlForm.swift
    Translation(
      "Add a line: {1} = …",
      "Thêm dòng: {1} = …"),
    Translation(
      "{1} has no {2}.",
      "{1} thiếu {2}."),
    Translation(
      "{1} has no key {2}.",
      "{1} không có mục {2}."),
    Translation(
      "Its keys are: {1}. Correct the key, or delete the line.",
      "Các mục hợp lệ: {1}. Sửa tên mục, hoặc xoá dòng này."),
    // Sources/BatchFiles/Toml/TomlParser+Keys.swift
    Translation(
      "Here stands a key, or a header in square brackets.",
      "Chỗ này phải là tên mục, hoặc tiêu đề trong ngoặc vuông."),
    Translation(
      "A key is made of ASCII letters, digits, _ and -; any other is put into quotes.",
      "Tên mục gồm chữ cái ASCII, chữ số, _ và -; tên khác phải đặt trong dấu ngoặc kép."),
    // Sources/BatchFiles/Toml/TomlParser+Text.swift
    Translation(
      "Text over several lines is not read here.",
      "Không đọc văn bản dài nhiều dòng."),
    Translation(
      "Put it on one line, in one pair of quotes.",
      "Ghi trên một dòng, trong một cặp dấu ngoặc kép."),
    Translation(
      "Close it on the same line.",
      "Đóng dấu này trên cùng dòng."),
    Translation(
      "The quote is not closed.",
      "Dấu ngoặc kép hoặc nháy đơn chưa đóng."),
    Translation(
      "This backslash begins nothing.",
      "Dấu gạch chéo ngược ở đây không mở đầu ký tự nào."),
    Translation(
      "Write \\\\ for a backslash, or put the text into single quotes.",
      "Ghi \\\\ để có một dấu gạch chéo ngược, hoặc đặt văn bản trong dấu nháy đơn."),
    // Sources/BatchFiles/Toml/TomlParser+Values.swift
    Translation(
      "A list holds no lists; the list that begins on line {1} is still open.",
      "Danh sách không chứa danh sách khác; danh sách bắt đầu ở dòng {1} chưa đóng."),
    Translation(
      "Close it with ].",
      "Đóng danh sách bằng ]."),
    Translation(
      "The values of a list are separated by commas.",
      "Các giá trị trong danh sách phải phân cách bằng dấu phẩy."),
    Translation(
      "Add the comma, or close the list with ].",
      "Thêm dấu phẩy, hoặc đóng danh sách bằng ]."),
    Translation(
      "The list is not closed.",
      "Danh sách chưa đóng."),
    Translation(
      "A table in curly braces is not read here.",
      "Không đọc bảng ghi trong ngoặc nhọn."),
    Translation(
      "Write it under a header in square brackets.",
      "Ghi bảng dưới tiêu đề trong ngoặc vuông."),
    Translation(
      "There is no such date as {1}.",
      "Không có ngày {1}."),
    Translation(
      "A date is YYYY-MM-DD, of the years 1900 to 2199, without a time.",
      "Ngày ghi theo dạng YYYY-MM-DD, thuộc các năm 1900 đến 2199, không kèm giờ."),
    Translation(
      "Here stands no value.",
      "Chỗ này không có giá trị."),
    Translation(
      "A value is text in quotes, a whole number, a date, true, false, or a list in [ ].",
      """
      Giá trị là văn bản trong dấu ngoặc kép, số nguyên, ngày, true, false hoặc danh sách trong [ \
      ].
      """),
    Translation(
      "This is not a whole number.",
      "Đây không phải là số nguyên."),
    Translation(
      "A number has digits, with underscores between them: 25_000_000. Text is put into quotes.",
      """
      Số gồm các chữ số, có thể ngăn bằng dấu gạch dưới: 25_000_000. Văn bản đặt trong dấu ngoặc \
      kép.
      """),
    Translation(
      "The number begins with a zero.",
      "Số bắt đầu bằng số 0."),
    Translation(
      "Leave the zero out; codes that begin with zeros are put into quotes.",
      "Bỏ số 0 ở đầu; mã bắt đầu bằng số 0 phải đặt trong dấu ngoặc kép."),
    Translation(
      "At most {1} is kept.",
      "Số lớn nhất lưu được là {1}."),
    Translation(
      "The number is too large.",
      "Số quá lớn."),
    // Sources/BatchFiles/Toml/TomlParser.swift
    Translation(
      "Something stands after what the line says.",
      "Có nội dung thừa ở cuối dòng."),
    Translation(
      "Put it on a line of its own, or a comment after `#`.",
      "Ghi nội dung đó trên dòng riêng, hoặc thành chú thích sau `#`."),
    Translation(
      "A key with a point in it is not read here.",
      "Không đọc tên mục có dấu chấm."),
    Translation(
      "Write a header such as [{1}] above it, or put the key into quotes.",
      "Ghi tiêu đề như [{1}] ở phía trên, hoặc đặt tên mục trong dấu ngoặc kép."),
    Translation(
      "After a key there is an equals sign.",
      "Sau tên mục phải có dấu bằng."),
    Translation(
      "Write: {1} = value",
      "Ghi: {1} = giá trị"),
    Translation(
      "The key {1} is on line {2} already.",
      "Mục {1} đã có ở dòng {2}."),
    Translation(
      "Keep one of them.",
      "Chỉ giữ lại một."),
    Translation(
      "A header has at most {1} keys.",
      "Tiêu đề có nhiều nhất {1} mục."),
    Translation(
      "Use fewer.",
      "Dùng ít mục hơn."),
    Translation(
      "End it with {1}.",
      "Kết thúc tiêu đề bằng {1}."),
    Translation(
      "The header is not closed.",
      "Tiêu đề chưa đóng."),
    Translation(
      "{1} is on line {2} already, as something else.",
      "{1} đã có ở dòng {2}, với loại khác."),
    Translation(
      "A table has one header [{1}]; a list of tables has [[{2}]] for each.",
      "Mỗi bảng có một tiêu đề [{1}]; danh sách bảng có [[{2}]] cho từng bảng."),
    // Sources/BatchFiles/Toml/TomlTable.swift
    Translation(
      "text",
      "nội dung chữ"),
    Translation(
      "a number",
      "số"),
    Translation(
      "true or false",
      "giá trị true/false"),
    Translation(
      "a date",
      "ngày"),
    Translation(
      "a list",
      "danh sách giá trị"),
    Translation(
      "a table",
      "bảng"),
    Translation(
      "a list of tables",
      "danh sách bảng"),
    // Sources/BatchFiles/Toml/TomlText.swift
    Translation(
      "The line has {1} bytes; at most {2} are read.",
      "Dòng có {1} byte; chỉ đọc dòng không quá {2} byte."),
    Translation(
      "Break the list over several lines.",
      "Ngắt danh sách thành nhiều dòng."),
    Translation(
      "Save the file as UTF-8.",
      "Lưu tệp dưới dạng UTF-8."),
    Translation(
      "These bytes are not UTF-8.",
      "Các byte này không phải UTF-8."),
    Translation(
      "There is a NUL byte.",
      "Có byte NUL."),
    Translation(
      "There is a control or invisible character (U+{1}).",
      "Có ký tự điều khiển hoặc ký tự không nhìn thấy (U+{1})."),
    Translation(
      "Delete it.",
      "Xoá ký tự này."),
  ]
}
