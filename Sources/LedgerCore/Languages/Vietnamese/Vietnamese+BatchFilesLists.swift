extension Vietnamese {
  /// Messages of reading payment lists.
  static let batchFilesLists: [Translation] = [
    // Sources/BatchFiles/Lists/Envelope.swift
    Translation(
      "1 to 64 letters, digits or signs, without spaces, commas and quotes",
      "1 đến 64 chữ cái, chữ số hoặc dấu, không có dấu cách, dấu phẩy và dấu ngoặc kép"),
    Translation(
      "one of {1}",
      "một trong các giá trị {1}"),
    Translation(
      "a month as YYYY-MM",
      "tháng theo dạng YYYY-MM"),
    Translation(
      "a date as YYYY-MM-DD",
      "ngày theo dạng YYYY-MM-DD"),
    Translation(
      "a whole number, digits only",
      "số nguyên, chỉ gồm chữ số"),
    // Sources/BatchFiles/Lists/EnvelopeLine.swift
    Translation(
      "The first line begins with # but not with “#batch ”.",
      "Dòng đầu bắt đầu bằng # nhưng không phải bằng “#batch ”."),
    Translation(
      "{1} in the envelope is not of the form key=value.",
      "{1} trong dòng #batch không đúng dạng key=value."),
    Translation(
      "The envelope has a key {1}, which is not known.",
      "Dòng #batch có mục {1} không hợp lệ."),
    Translation(
      "Known keys: {1}.",
      "Các mục hợp lệ: {1}."),
    Translation(
      "Keep one of the two.",
      "Chỉ giữ lại một."),
    Translation(
      "The envelope has “{1}” twice.",
      "Dòng #batch ghi “{1}” hai lần."),
    Translation(
      "{1} is not a value for “{2}” in the envelope{3}.",
      "{1} không phải là giá trị hợp lệ của “{2}” trong dòng #batch{3}."),
    Translation(
      "Write {1}.",
      "Ghi {1}."),
    Translation(
      "Write it like: #batch reference=R-1 event=due period=2026-10 count=2 total=5.",
      "Ghi theo dạng: #batch reference=R-1 event=due period=2026-10 count=2 total=5."),
    // Sources/BatchFiles/Lists/Header.swift
    Translation(
      "The column “{1}” is missing.",
      "Thiếu cột “{1}”."),
    Translation(
      "{1}This list needs: {2}.",
      "{1}Danh sách này cần có: {2}."),
    Translation(
      "The first line must name the columns. ",
      "Dòng đầu phải ghi tên các cột. "),
    Translation(
      "A column has no name.",
      "Có cột không có tên."),
    Translation(
      "The column {1} is not known here.",
      "Cột {1} không dùng trong danh sách này."),
    Translation(
      "{1}Known columns: {2}.",
      "{1}Các cột được dùng: {2}."),
    Translation(
      "Is “{1}” meant? ",
      "Có phải là “{1}” không? "),
    Translation(
      "The column “{1}” is there twice.",
      "Cột “{1}” xuất hiện hai lần."),
    Translation(
      "Remove or rename one of the two.",
      "Xoá hoặc đổi tên một trong hai cột."),
    Translation(
      "semicolons",
      "dấu chấm phẩy"),
    Translation(
      "tabs",
      "dấu tab"),
    Translation(
      "commas",
      "dấu phẩy"),
    Translation(
      "bars",
      "dấu gạch đứng"),
    Translation(
      "Form C72a-HD: monthly pensions and allowances paid in cash at a payment point",
      "Mẫu C72a-HD: lương hưu và trợ cấp hằng tháng chi bằng tiền mặt tại điểm chi trả"),
    Translation(
      "Form C72b-HD: monthly pensions and allowances paid to bank accounts",
      "Mẫu C72b-HD: lương hưu và trợ cấp hằng tháng chi qua tài khoản"),
    Translation(
      "Form 01B-HSB with the amount that was granted: sickness, maternity, convalescence",
      "Mẫu 01B-HSB kèm số tiền được duyệt: ốm đau, thai sản, dưỡng sức"),
    Translation(
      "A post office's list of what it paid, or could not pay, in cash",
      "Danh sách bưu điện đã chi hoặc không chi được bằng tiền mặt"),
    Translation(
      "A bank's CSV of credits or returns, with Vietnamese headers and the person's number",
      "Tệp CSV ngân hàng báo có hoặc hoàn trả, tiêu đề tiếng Việt, có mã số người hưởng"),
    Translation(
      "A bank's CSV of credits or returns, with English headers and the person's number",
      "Tệp CSV ngân hàng báo có hoặc hoàn trả, tiêu đề tiếng Anh, có mã số người hưởng"),
    Translation(
      "A bank's statement as CSV or workbook, with Vietnamese headers and a running balance",
      "Sao kê ngân hàng dạng CSV hoặc bảng tính, tiêu đề tiếng Việt, có cột số dư"),
    Translation(
      "A bank's statement as CSV or workbook, with English headers and a running balance",
      "Sao kê ngân hàng dạng CSV hoặc bảng tính, tiêu đề tiếng Anh, có cột số dư"),
    Translation(
      "The columns are separated by {1}, not by commas.",
      "Các cột được phân cách bằng {1}, không phải bằng dấu phẩy."),
    Translation(
      "Save the file as “CSV UTF-8 (comma delimited)”.",
      "Lưu tệp dưới dạng “CSV UTF-8 (comma delimited)”."),
    // Sources/BatchFiles/Lists/LineGate.swift
    Translation(
      "hold {1}",
      "lệnh tạm dừng chi {1}"),
    Translation(
      "The person of this row is not payable for this month: {1}.",
      "Người hưởng ở dòng này không được chi trả tháng này: {1}."),
    Translation(
      "Take the row out, or release the hold if it is not right.",
      "Bỏ dòng này, hoặc bỏ tạm dừng nếu lệnh tạm dừng chi không đúng."),
    Translation(
      "{1} since {2}, {3}",
      "{1} từ ngày {2}, {3}"),
    // Sources/BatchFiles/Lists/ListFile+Open.swift
    Translation(
      "The file has no header and no rows.",
      "Tệp không có dòng tiêu đề và dòng dữ liệu nào."),
    Translation(
      "Export the list again.",
      "Xuất lại danh sách."),
    Translation(
      "The file declares {1} {2}, the command says {3}.",
      "Tệp khai {1} {2}, còn lệnh ghi {3}."),
    Translation(
      "Find out which is right, then leave the option out or correct the file.",
      "Xác định giá trị đúng, rồi bỏ tuỳ chọn trong lệnh hoặc sửa tệp."),
    Translation(
      "The file declares the event “{1}”, the command posts “{2}”.",
      "Tệp khai nghiệp vụ “{1}”, còn lệnh ghi sổ “{2}”."),
    Translation(
      "Post it as “{1}”, or take the other file.",
      "Ghi sổ tệp này là “{1}”, hoặc chọn tệp khác."),
    Translation(
      "rows",
      "dòng"),
    Translation(
      "The file was cut, or rows were added: ask its maker for the whole list.",
      "Tệp bị cắt cụt hoặc bị thêm dòng: đề nghị nơi lập gửi lại danh sách đầy đủ."),
    Translation(same: "đồng"),
    Translation(
      "An amount differs from what was approved: ask the file's maker.",
      "Có số tiền khác với số đã duyệt: hỏi lại nơi lập tệp."),
    Translation(
      "Declared are {1} {2}, found {3}; the difference is {4}.",
      "Khai {1} {2}, thực có {3}; chênh lệch {4}."),
    // Sources/BatchFiles/Lists/ListFile+Shape.swift
    Translation(
      "All fields of this row are empty.",
      "Mọi trường của dòng này đều trống."),
    Translation(
      "Delete the row.",
      "Xoá dòng này."),
    Translation(
      "Every row needs it.",
      "Dòng nào cũng phải có trường này."),
    Translation(
      "The field “{1}” is empty.",
      "Trường “{1}” để trống."),
    Translation(
      "Something stands to the right of the last column of the header.",
      "Có nội dung nằm bên phải cột cuối cùng của dòng tiêu đề."),
    Translation(
      "Look whether a line end is missing in the file, or a separator is one too many.",
      "Xem trong tệp có thiếu chỗ xuống dòng, hoặc thừa dấu phân cách không."),
    Translation(
      "The row has {1} fields, the header has {2} columns.",
      "Dòng có {1} trường, còn dòng tiêu đề có {2} cột."),
    Translation(
      """
      Put a field that holds a comma into double quotes, write whole đồng without a decimal \
      comma, and do not leave out empty fields.
      """,
      """
      Đặt trường có dấu phẩy trong dấu ngoặc kép, ghi số đồng chẵn không có dấu phẩy thập phân, và \
      không bỏ bớt các trường trống.
      """),
    Translation(
      "envelope",
      "dòng #batch"),
    Translation(
      "header",
      "dòng tiêu đề"),
    Translation(
      "The {1} is there again among the rows.",
      "Giữa các dòng dữ liệu lại có {1}."),
    Translation(
      "Two files were put one after the other: post each by itself.",
      "Hai tệp đã bị nối vào nhau: ghi sổ riêng từng tệp."),
    Translation(
      "A double quote is opened on it and not closed; the rest of the file was not read.",
      "Dấu ngoặc kép mở ở dòng này nhưng không đóng; phần còn lại của tệp chưa được đọc."),
    Translation(
      "Check whether line ends are missing.",
      "Kiểm tra xem có thiếu dấu xuống dòng không."),
    Translation(
      "A field has more than {1} bytes.",
      "Có trường dài hơn {1} byte."),
    Translation(
      "Check whether its closing double quote is missing.",
      "Kiểm tra xem có thiếu dấu ngoặc kép đóng không."),
    Translation(
      "A double quote stands in the middle of a field.",
      "Dấu ngoặc kép nằm giữa trường."),
    Translation(
      "Put the whole field into double quotes and double those inside: \"a \"\"b\"\" c\".",
      "Đặt cả trường trong dấu ngoặc kép và viết đôi dấu ngoặc kép bên trong: \"a \"\"b\"\" c\"."),
    Translation(
      "The file is damaged or no text: export the list again.",
      "Tệp bị hỏng hoặc không phải văn bản: xuất lại danh sách."),
    Translation(
      "The text is not UTF-8.",
      "Văn bản không phải UTF-8."),
    Translation(
      "It may be in Windows-1258, TCVN3 or VNI: save it as “CSV UTF-8 (comma delimited)”.",
      "Có thể là Windows-1258, TCVN3 hoặc VNI: lưu lại dưới dạng “CSV UTF-8 (comma delimited)”."),
    Translation(
      "A carriage return stands without a line feed.",
      "Có ký tự về đầu dòng (CR) không kèm ký tự xuống dòng (LF)."),
    Translation(
      "Save the file with Windows or Unix line ends.",
      "Lưu tệp với dấu xuống dòng kiểu Windows hoặc Unix."),
    Translation(
      "There is a control or invisible character, U+{1}.",
      "Có ký tự điều khiển hoặc ký tự ẩn U+{1}."),
    Translation(
      "Delete it; it often comes along when text is pasted from elsewhere.",
      "Xoá ký tự này; nó thường lẫn vào khi dán văn bản từ nơi khác."),
  ]
}
