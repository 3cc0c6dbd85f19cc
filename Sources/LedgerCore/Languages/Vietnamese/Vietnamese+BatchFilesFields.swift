extension Vietnamese {
  /// Messages of reading the fields of a row.
  static let batchFilesFields: [Translation] = [
    // Sources/BatchFiles/Fields/AccountField.swift
    Translation(
      "The account {1} is the number of a card, not of an account.",
      "{1} là số thẻ, không phải số tài khoản."),
    Translation(
      "Ask the person for the account number; card numbers are not kept.",
      "Đề nghị người hưởng cung cấp số tài khoản; số thẻ không được lưu."),
    Translation(
      "The account {1} is not of the form BIN:NUMBER.",
      "Số tài khoản {1} không đúng dạng BIN:NUMBER."),
    Translation(
      "Write the bank's 6 digits, a colon, and 6 to 19 letters or digits.",
      "Ghi 6 chữ số mã ngân hàng (BIN), dấu hai chấm, rồi 6 đến 19 chữ cái hoặc chữ số."),
    // Sources/BatchFiles/Fields/AmountField.swift
    Translation(
      "Write whole đồng in digits only, like 1234567.",
      "Ghi số đồng chẵn, chỉ gồm chữ số, ví dụ 1234567."),
    Translation(
      "The amount is zero.",
      "Số tiền bằng 0."),
    Translation(
      "Leave out rows that pay nothing.",
      "Bỏ các dòng không có tiền chi."),
    Translation(
      "The amount {1} is negative.",
      "Số tiền {1} là số âm."),
    Translation(
      "Amounts are positive; money that comes back has an event of its own, such as “returned”.",
      "Số tiền luôn là số dương; tiền quay về được ghi bằng nghiệp vụ riêng, ví dụ “returned”."),
    Translation(
      "The amount {1} has a plus sign.",
      "Số tiền {1} có dấu cộng."),
    Translation(
      "The amount {1} has separators of thousands.",
      "Số tiền {1} có dấu phân cách hàng nghìn."),
    Translation(
      "The amount {1} has a decimal part; the đồng has none.",
      "Số tiền {1} có phần thập phân; tiền đồng không có số lẻ."),
    Translation(
      "The amount {1} was shortened to a power of ten by a spreadsheet.",
      "Số tiền {1} đã bị bảng tính rút gọn thành dạng luỹ thừa của 10."),
    Translation(
      "Its digits are lost: format the column as whole numbers and export the list again.",
      "Các chữ số đã mất: định dạng cột là số nguyên rồi xuất lại danh sách."),
    Translation(
      "The amount {1} is over {2} đồng.",
      "Số tiền {1} vượt quá {2} đồng."),
    Translation(
      "Check whether two fields ran together.",
      "Kiểm tra xem có hai trường bị dính vào nhau không."),
    Translation(
      "The amount {1} begins with a zero.",
      "Số tiền {1} bắt đầu bằng số 0."),
    Translation(
      "The amount {1} has other characters than digits.",
      "Số tiền {1} có ký tự không phải chữ số."),
    // Sources/BatchFiles/Fields/CodeTable.swift
    Translation(
      "The {1} {2} is not known.",
      "Không có {1} {2}."),
    Translation(
      "Known: {1}.",
      "Các giá trị hợp lệ: {1}."),
    // Sources/BatchFiles/Fields/DateField.swift
    Translation(
      "“{1}” is not a date: {2}.",
      "“{1}” không phải là ngày: {2}."),
    Translation(
      "Write it like 2026-02-10; a last day that nobody knows is left empty.",
      "Ghi theo dạng 2026-02-10; nếu chưa biết ngày cuối thì để trống."),
    Translation(
      "{1} is not a date of the calendar as YYYY-MM-DD.",
      "{1} không phải là ngày có trong lịch theo dạng YYYY-MM-DD."),
    Translation(
      "Write it like 2026-02-10.",
      "Ghi theo dạng 2026-02-10."),
    // Sources/BatchFiles/Fields/MonthField.swift
    Translation(
      "There is no month {1} that benefits are paid for.",
      "Không có tháng hưởng {1}."),
    Translation(
      "Months run from 01 to 12, years from 1900 to 2199.",
      "Tháng từ 01 đến 12, năm từ 1900 đến 2199."),
    Translation(
      "The month {1} is not written as YYYY-MM.",
      "Tháng {1} không ghi theo dạng YYYY-MM."),
    Translation(
      "Write it like 2026-10.",
      "Ghi theo dạng 2026-10."),
    // Sources/BatchFiles/Fields/OccurrenceField.swift
    Translation(
      "The occurrence {1} is not a number from 1 to 255.",
      "Giá trị {1} của cột occurrence không phải là số từ 1 đến 255."),
    Translation(
      "Leave it empty, or write 2 for the second such payment of that month.",
      "Để trống, hoặc ghi 2 nếu là khoản chi cùng loại thứ hai của tháng đó."),
    // Sources/BatchFiles/Fields/PersonField.swift
    Translation(
      "The personal number {1} has {2} digits, not 10 or 12.",
      "Mã số {1} có {2} chữ số, không phải 10 hoặc 12."),
    Translation(
      """
      A spreadsheet may have dropped a leading zero: format the column as text and export \
      again.
      """,
      "Có thể bảng tính đã làm mất số 0 ở đầu: định dạng cột là văn bản (Text) rồi xuất lại."),
    Translation(
      "Write the 12-digit personal number or the 10-digit social insurance number.",
      "Ghi số định danh cá nhân 12 chữ số hoặc mã số BHXH 10 chữ số."),
    Translation(
      "The personal number {1} is one digit repeated.",
      "Mã số {1} chỉ gồm một chữ số lặp lại."),
    Translation(
      "Look up the person's real number.",
      "Tra lại mã số đúng của người hưởng."),
    Translation(
      "The personal number {1} has digits that are not 0 to 9 of the ordinary keyboard.",
      "Mã số {1} có chữ số không phải là 0 đến 9 của bàn phím thông thường."),
    Translation(
      "Type the number again with ordinary digits.",
      "Nhập lại mã số bằng chữ số thông thường."),
    Translation(
      "The personal number {1} was turned into a number like 1.23457E+11 by a spreadsheet.",
      "Mã số {1} đã bị bảng tính đổi thành số dạng 1.23457E+11."),
    Translation(
      "Its digits are lost: format the column as text and export the list again.",
      "Các chữ số đã mất: định dạng cột là văn bản (Text) rồi xuất lại danh sách."),
    Translation(
      "The personal number {1} has other characters than digits.",
      "Mã số {1} có ký tự không phải chữ số."),
    Translation(
      "Write 12 or 10 digits, without spaces and hyphens.",
      "Ghi 12 hoặc 10 chữ số, không có dấu cách và dấu gạch nối."),
    // Sources/BatchFiles/Fields/UnitResolver.swift
    Translation(
      "unit",
      "đơn vị"),
    Translation(
      "The unit {1} is a {2} and does not pay out.",
      "Đơn vị {1} thuộc loại {2}, không thực hiện chi trả."),
    Translation(
      "Write the code of a payment site or of an agency.",
      "Ghi mã của điểm chi trả hoặc của cơ quan BHXH."),
    Translation(
      "The unit {1} is not valid on {2}.",
      "Đơn vị {1} không có hiệu lực vào ngày {2}."),
    Translation(
      "Write {1}, which stands for it on that day, or check the business date.",
      "Ghi {1} là đơn vị thay thế vào ngày đó, hoặc kiểm tra lại ngày chứng từ."),
    Translation(
      "Write the code of the unit that took over, or check the business date.",
      "Ghi mã của đơn vị tiếp nhận, hoặc kiểm tra lại ngày chứng từ."),
    Translation(
      "The unit {1} is not in the register.",
      "Đơn vị {1} không có trong danh mục đơn vị."),
    Translation(
      "Check the code, or add the unit with “sites import” first.",
      "Kiểm tra lại mã, hoặc thêm đơn vị bằng lệnh “sites import” trước."),
    Translation(
      "{1} is not a date as {2}: {3}.",
      "{1} không phải là ngày theo dạng {2}: {3}."),
    Translation(
      "Find out which day is meant; write it like {1}.",
      "Xác định lại ngày đúng; ghi theo dạng {1}."),
    Translation(
      "{1} is not a date of the calendar as {2}.",
      "{1} không phải là ngày có trong lịch theo dạng {2}."),
    Translation(
      "Write it like {1}.",
      "Ghi theo dạng {1}."),
  ]
}
