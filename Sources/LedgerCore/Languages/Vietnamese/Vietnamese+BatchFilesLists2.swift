extension Vietnamese {
  /// Messages of reading payment lists, continued.
  static let batchFilesLists2: [Translation] = [
    // Sources/BatchFiles/Lists/ListFile.swift
    Translation(
      "The file has more than {1} rows.",
      "Tệp có hơn {1} dòng."),
    Translation(
      "Split it into several files.",
      "Tách thành nhiều tệp."),
    Translation(
      "The file has no rows.",
      "Tệp không có dòng dữ liệu nào."),
    Translation(
      "Export the list again; an empty list is not posted.",
      "Xuất lại danh sách; danh sách trống không được ghi sổ."),
    Translation(
      "The last line has no line end; the file may have been cut short.",
      "Dòng cuối không có dấu xuống dòng; tệp có thể đã bị cắt cụt."),
    Translation(
      "Declare count and total, so that a file that was cut cannot be posted.",
      "Khai count và total để tệp bị cắt cụt không thể được ghi sổ."),
    // Sources/BatchFiles/Lists/MovementListReader.swift
    Translation(
      "With this row the amounts add up to more than {1} đồng.",
      "Tính cả dòng này, tổng số tiền vượt quá {1} đồng."),
    Translation(
      "Split the list.",
      "Tách danh sách."),
    Translation(
      "This account has its opening balance on line {1} already.",
      "Tài khoản này đã có số dư đầu kỳ ở dòng {1}."),
    Translation(
      "This row is the same as the one on line {1}.",
      "Dòng này giống hệt dòng {1}."),
    Translation(
      "Keep one row for each account, fund and unit.",
      "Mỗi tài khoản, quỹ và đơn vị chỉ giữ một dòng."),
    Translation(
      "Delete one of the two, or give each its own “document”.",
      "Xoá một trong hai dòng, hoặc ghi cho mỗi dòng một “document” riêng."),
    // Sources/BatchFiles/Lists/MovementRow.swift
    Translation(
      "“{1}” is paid to the fund “{2}”, which cannot pay it to itself.",
      "“{1}” là khoản trả cho quỹ “{2}”; quỹ này không thể tự trả cho mình."),
    Translation(
      "Write the fund that pays, or leave the row out.",
      "Ghi quỹ chi tiền, hoặc bỏ dòng này."),
    Translation(
      "account",
      "tài khoản"),
    Translation(
      "The account “fund” has no opening balance of its own.",
      "Tài khoản “fund” không có số dư đầu kỳ riêng."),
    Translation(
      "Leave the row out: the fund is the other side of every opening balance.",
      "Bỏ dòng này: quỹ là bên đối ứng của mọi số dư đầu kỳ."),
    Translation(
      "The account “{1}” is kept for each unit, and the row names none.",
      "Tài khoản “{1}” được theo dõi theo từng đơn vị, nhưng dòng này không ghi đơn vị."),
    Translation(
      "Write the unit's code into the column “unit”.",
      "Ghi mã đơn vị vào cột “unit”."),
    Translation(
      "The account “{1}” is not kept for each unit, and the row names one.",
      "Tài khoản “{1}” không theo dõi theo đơn vị, nhưng dòng này lại ghi đơn vị."),
    Translation(
      "Leave the unit empty.",
      "Để trống đơn vị."),
    // Sources/BatchFiles/Lists/OtherList.swift
    Translation(
      "payments",
      "chi trả"),
    Translation(
      "opening balances",
      "số dư đầu kỳ"),
    Translation(
      "money that moves without persons",
      "các khoản tiền không theo người hưởng"),
    Translation(
      "units",
      "đơn vị"),
    Translation(
      "totals",
      "số tổng hợp"),
    Translation(
      "persons who are not payable",
      "người hưởng bị tạm dừng chi"),
    Translation(
      "numbers of the same persons",
      "liên kết mã số"),
    Translation(
      "deaths",
      "người hưởng chết"),
    Translation(
      "These are the columns of a list of {1}, and another list is wanted here.",
      "Đây là các cột của danh sách {1}; ở đây cần một danh sách khác."),
    Translation(
      "Take the other file, or give this one to: {1}.",
      "Chọn tệp khác, hoặc dùng tệp này với lệnh: {1}."),
    // Sources/BatchFiles/Lists/PaymentListReader+Faults.swift
    Translation(
      "channel",
      "hình thức chi"),
    Translation(
      " or ",
      " hoặc "),
    Translation(
      "The fund “{1}” does not pay “{2}”.",
      "Quỹ “{1}” không chi “{2}”."),
    Translation(
      "Write {1}, or leave the fund empty.",
      "Ghi {1}, hoặc để trống quỹ."),
    Translation(
      "The row is paid through a bank and has no account.",
      "Dòng này chi qua ngân hàng nhưng không có số tài khoản."),
    Translation(
      "Write the account as BIN:NUMBER, or choose another channel.",
      "Ghi số tài khoản theo dạng BIN:NUMBER, hoặc chọn hình thức chi khác."),
    Translation(
      "The row has a bank account and is not paid through a bank.",
      "Dòng này có số tài khoản nhưng không chi qua ngân hàng."),
    Translation(
      "Leave the account empty, or write the channel “bank”.",
      "Để trống số tài khoản, hoặc ghi hình thức chi “bank”."),
    Translation(
      "Split the list; before this row they were {1}.",
      "Tách danh sách; trước dòng này tổng số tiền là {1}."),
    // Sources/BatchFiles/Lists/PaymentListReader+Limits.swift
    Translation(
      "The {1} of {2} is {3} đ",
      "Khoản {1} tháng {2} là {3} đ"),
    Translation(
      "a limit of the chart ({1})",
      "giới hạn trong tệp quy tắc hạch toán ({1})"),
    Translation(
      "{1}, more than {2} đ. Limit: {3}.",
      "{1}, vượt quá {2} đ. Giới hạn: {3}."),
    Translation(
      "Look at it again. The file is posted all the same.",
      "Kiểm tra lại khoản này. Tệp vẫn được ghi sổ."),
    Translation(
      "{1}; more than {2} đ is held. Limit: {3}.",
      "{1}; khoản trên {2} đ bị tạm dừng chi. Giới hạn: {3}."),
    Translation(
      "Correct the amount. If it is right, the limit is changed with a new chart.",
      "Sửa lại số tiền. Nếu số tiền đúng, thay đổi giới hạn bằng tệp quy tắc hạch toán mới."),
    // Sources/BatchFiles/Lists/PersonListReader.swift
    Translation(
      "The hold ends on {1}, before it begins on {2}.",
      "Lệnh tạm dừng chi kết thúc ngày {1}, trước ngày bắt đầu {2}."),
    Translation(
      "The two numbers of this row are the same.",
      "Hai mã số ở dòng này giống nhau."),
    Translation(
      "Correct one of them, or take the row out.",
      "Sửa một trong hai mã số, hoặc bỏ dòng này."),
    Translation(
      "The day of death, {1}, is after today, {2}.",
      "Ngày chết {1} sau ngày hôm nay {2}."),
    Translation(
      "Correct the date.",
      "Sửa lại ngày."),
    Translation(
      "The day of death, {1}, is after the business date, {2}.",
      "Ngày chết {1} sau ngày chứng từ {2}."),
    Translation(
      "Correct the date, or give a business date that is not before the death.",
      "Sửa lại ngày, hoặc ghi ngày chứng từ không trước ngày chết."),
    // Sources/BatchFiles/Lists/PersonRowReader.swift
    Translation(
      "kind",
      "loại"),
    // Sources/BatchFiles/Lists/TotalsListReader.swift
    Translation(
      "This site, benefit, month and event are on line {1} already.",
      "Điểm chi trả, chế độ, tháng và nghiệp vụ này đã có ở dòng {1}."),
    Translation(
      "Keep one row, or add the two up.",
      "Giữ lại một dòng, hoặc cộng hai dòng thành một."),
    // Sources/BatchFiles/Lists/TotalsRowReader.swift
    Translation(
      "Totals of “{1}” are by site, benefit and month.",
      "Số tổng hợp của “{1}” được lập theo điểm chi trả, chế độ và tháng."),
    Translation(
      "The count {1} is not a whole number.",
      "Số lượng {1} không phải là số nguyên."),
    Translation(
      "Write digits only, like 1250.",
      "Chỉ ghi chữ số, ví dụ 1250."),
    // Sources/BatchFiles/Lists/UnitListReader.swift
    Translation(
      "The unit {1} is on line {2} already.",
      "Đơn vị {1} đã có ở dòng {2}."),
    Translation(
      "Keep one row.",
      "Chỉ giữ lại một dòng."),
    Translation(
      "The parent {1} is neither in the register nor in the file.",
      "Đơn vị cấp trên {1} không có trong danh mục đơn vị và cũng không có trong tệp."),
    Translation(
      "Add a row for it, or correct the code.",
      "Thêm dòng cho đơn vị này, hoặc sửa lại mã."),
    // Sources/BatchFiles/Lists/UnitRowReader.swift
    Translation(
      "The unit ends on {1}, before it begins on {2}.",
      "Đơn vị kết thúc ngày {1}, trước ngày bắt đầu {2}."),
    Translation(
      "Check which of the two dates is wrong.",
      "Kiểm tra xem ngày nào trong hai ngày bị sai."),
    Translation(
      "The row names a successor and no last day.",
      "Dòng này ghi đơn vị kế thừa nhưng không ghi ngày cuối."),
    Translation(
      "Say in valid_to on which day the unit ends, or leave successor empty.",
      "Ghi ngày đơn vị kết thúc vào cột valid_to, hoặc để trống cột successor."),
    Translation(
      "The code {1} is not of the form of a unit's code.",
      "Mã {1} không đúng dạng mã đơn vị."),
    Translation(
      "Write 1 to 16 letters, digits, dots, hyphens or underscores, a letter or digit first.",
      """
      Ghi 1 đến 16 chữ cái, chữ số, dấu chấm, gạch nối hoặc gạch dưới, bắt đầu bằng chữ cái hoặc \
      chữ số.
      """),
    Translation(
      "Write the name on one line.",
      "Ghi tên trên một dòng."),
    Translation(
      "The name of a unit has a line end.",
      "Tên đơn vị có dấu xuống dòng."),
    Translation(
      "The name has {1} characters.",
      "Tên dài {1} ký tự."),
    Translation(
      "Shorten it to {1}.",
      "Rút gọn còn {1} ký tự."),
    Translation(
      """
      Known columns: {1}. A table with columns of its own is read by a profile: `benefit-ledger \
      profile guess` proposes one.
      """,
      """
      Các cột được biết: {1}. Bảng có cột riêng được đọc theo mẫu: `benefit-ledger profile guess` \
      đề xuất một mẫu.
      """),
  ]
}
