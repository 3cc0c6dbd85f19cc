extension Vietnamese {
  /// Messages of reading bank statements.
  static let batchFilesStatements: [Translation] = [
    // Sources/BatchFiles/Statements/CamtEntryReader.swift
    Translation(
      "The booking has too many elements.",
      "Bút toán có quá nhiều phần tử."),
    Translation(
      "The batch booking says that its payments come to {1} đ; it is of {2} đ.",
      "Bút toán gộp ghi tổng các khoản chi là {1} đ; số tiền của bút toán là {2} đ."),
    Translation(
      "The booking of {1} đ lists a payment of {2} đ.",
      "Bút toán {1} đ liệt kê một khoản chi {2} đ."),
    // Sources/BatchFiles/Statements/CamtReader.swift
    Translation(
      "The message has no {1}.",
      "Thông điệp thiếu {1}."),
    Translation(
      "The message is not whole: ask the bank for it again.",
      "Thông điệp không đầy đủ: đề nghị ngân hàng gửi lại."),
    Translation(
      "A message {1} has no {2}.",
      "Thông điệp {1} không có phần tử {2}."),
    Translation(
      "The statement has more than 64 balances.",
      "Sao kê có hơn 64 số dư."),
    Translation(
      "The account is in {1}, not in VND.",
      "Tài khoản dùng đồng tiền {1}, không phải VND."),
    Translation(
      "A ledger is kept in đồng: take the statement of the account in đồng.",
      "Sổ ghi bằng đồng Việt Nam: lấy sao kê của tài khoản bằng đồng."),
    Translation(
      "{1} says {2} bookings of {3} đ; there are {4} of {5} đ.",
      "{1} ghi {2} bút toán, cộng {3} đ; thực có {4} bút toán, cộng {5} đ."),
    Translation(
      "The file was cut or changed: ask the bank for it again.",
      "Tệp bị cắt cụt hoặc bị sửa: đề nghị ngân hàng gửi lại."),
    // Sources/BatchFiles/Statements/IsoNode.swift
    Translation(
      "The element {1} is in one that has too much in it.",
      "Phần tử {1} nằm trong một phần tử có quá nhiều nội dung."),
    Translation(
      "The text of {1} has more than 4.096 bytes.",
      "Nội dung của {1} dài hơn 4.096 byte."),
    Translation(
      "No field of the message may be as long: ask the bank for the file again.",
      "Không trường nào của thông điệp được dài như vậy: đề nghị ngân hàng gửi lại tệp."),
    Translation(
      "The text of {1} has invisible characters.",
      "Nội dung của {1} có ký tự không nhìn thấy."),
    // Sources/BatchFiles/Statements/IsoValues.swift
    Translation(
      "The amount is in {1}, not in VND.",
      "Số tiền ghi bằng {1}, không phải VND."),
    Translation(
      "The amount {1} is not whole đồng, such as 1234 or 1234.00.",
      "Số tiền {1} không phải số đồng chẵn, ví dụ 1234 hoặc 1234.00."),
    Translation(
      "CdtDbtInd is {1}, which is neither CRDT nor DBIT.",
      "CdtDbtInd là {1}, không phải CRDT hay DBIT."),
    Translation(
      "A reference has more than 140 bytes.",
      "Số tham chiếu dài hơn 140 byte."),
    Translation(
      "The element {1} has no {2}.",
      "Phần tử {1} thiếu {2}."),
    // Sources/BatchFiles/Statements/Mt940Entry.swift
    Translation(
      "The value date of the entry is not a date YYMMDD.",
      "Ngày giá trị của bút toán không phải là ngày theo dạng YYMMDD."),
    Translation(
      "The booking date of the entry is not a date MMDD.",
      "Ngày hạch toán của bút toán không phải là ngày theo dạng MMDD."),
    Translation(
      "The entry has none of the marks C, D, RC and RD.",
      "Bút toán không có dấu hiệu C, D, RC hoặc RD."),
    Translation(
      "The entry has no kind of transaction, such as NTRF.",
      "Bút toán không có loại giao dịch, ví dụ NTRF."),
    Translation(
      "The entry's reference has more than 140 bytes.",
      "Số tham chiếu của bút toán dài hơn 140 byte."),
    // Sources/BatchFiles/Statements/Mt940Field.swift
    Translation(
      "Ask the bank for the file again.",
      "Đề nghị ngân hàng gửi lại tệp."),
    Translation(
      "The amount {1} is not whole đồng with a comma, such as 1234, or 1234,00.",
      "Số tiền {1} không phải số đồng chẵn có dấu phẩy, ví dụ 1234, hoặc 1234,00."),
    Translation(
      "The đồng has no fractions: ask the bank what is meant.",
      "Tiền đồng không có số lẻ: hỏi ngân hàng số tiền đúng."),
    // Sources/BatchFiles/Statements/Mt940Reader.swift
    Translation(
      "The field has more than 64 lines.",
      "Trường có hơn 64 dòng."),
    Translation(
      "The line belongs to no field.",
      "Dòng không thuộc trường nào."),
    Translation(
      "The file has no field :20:, with which a statement begins.",
      "Tệp không có trường :20: là trường mở đầu sao kê."),
    Translation(
      "A statement has no field :{1}:.",
      "Sao kê không có trường :{1}:."),
    Translation(
      "The statement has two opening balances.",
      "Sao kê có hai số dư đầu."),
    Translation(
      "The balance is not of the form C261001VND1234,00.",
      "Số dư không đúng dạng C261001VND1234,00."),
    Translation(
      "The balance is in {1}, not in VND.",
      "Số dư ghi bằng {1}, không phải VND."),
    Translation(
      "The statement names no account (:25:).",
      "Sao kê không ghi số tài khoản (:25:)."),
    Translation(
      "The statement has no closing balance (:62F: or :62M:).",
      "Sao kê không có số dư cuối (:62F: hoặc :62M:)."),
    Translation(
      "The field :{1}: stands after the closing balance.",
      "Trường :{1}: đứng sau số dư cuối."),
    Translation(
      "The field :{1}: stands where none is expected.",
      "Trường :{1}: đứng không đúng chỗ."),
    // Sources/BatchFiles/Statements/PainStatusReader.swift
    Translation(
      "A message pain.002 has no {1}.",
      "Thông điệp pain.002 không có phần tử {1}."),
    // Sources/BatchFiles/Statements/StatementFaults.swift
    Translation(
      "The file has more than {1} bookings and payments.",
      "Tệp có hơn {1} bút toán và khoản chi."),
    Translation(
      "Ask the bank for a file of fewer days.",
      "Đề nghị ngân hàng gửi tệp ít ngày hơn."),
    // Sources/BatchFiles/Statements/StatementLines.swift
    Translation(
      "The line is longer than 4.096 bytes.",
      "Dòng dài hơn 4.096 byte."),
    Translation(
      "The line is not UTF-8 text, or has invisible characters.",
      "Dòng không phải là văn bản UTF-8, hoặc có ký tự không nhìn thấy."),
    // Sources/BatchFiles/Statements/StatementReader.swift
    Translation(
      "The XML is none of the messages camt.053, camt.054 and pain.002: its namespace is {1}.",
      "XML không phải là thông điệp camt.053, camt.054 hay pain.002: không gian tên là {1}."),
    Translation(
      """
      Ask the bank for the account's statement (camt.053), notices (camt.054) or the report on \
      an order (pain.002).
      """,
      """
      Đề nghị ngân hàng gửi sao kê tài khoản (camt.053), thông báo biến động (camt.054) hoặc báo \
      cáo kết quả lệnh chi (pain.002).
      """),
    Translation(
      "The end-to-end id {1} is on line {2} already.",
      "Mã end-to-end {1} đã có ở dòng {2}."),
    Translation(
      "A payment comes back once: ask the bank which of the two is right.",
      """
      Mỗi khoản chi chỉ bị trả lại một lần: hỏi ngân hàng bút toán nào trong hai bút toán là đúng.
      """),
    // Sources/BatchFiles/Statements/StatementSums.swift
    Translation(
      "Statement {1} begins with {2} đ; the one before it in the file, {3}, ends with {4} đ.",
      "Sao kê {1} bắt đầu bằng {2} đ; sao kê liền trước trong tệp, {3}, kết thúc bằng {4} đ."),
    Translation(
      "A page or a statement between the two is missing, or they are in the wrong order.",
      "Thiếu một trang hoặc một sao kê ở giữa, hoặc thứ tự của chúng bị sai."),
    Translation(
      "The last page of the file says that another follows.",
      "Trang cuối của tệp ghi rằng còn trang tiếp theo."),
    Translation(
      "The file was cut: ask the bank for the whole statement.",
      "Tệp bị cắt cụt: đề nghị ngân hàng gửi sao kê đầy đủ."),
    Translation(
      "Statement {1} has no {2} balance.",
      "Sao kê {1} không có {2}."),
    Translation(
      "closing",
      "số dư cuối"),
    Translation(
      "opening",
      "số dư đầu"),
    Translation(
      "Ask the bank for a statement with booked balances (OPBD and CLBD, or :60F: and :62F:).",
      "Đề nghị ngân hàng gửi sao kê có số dư hạch toán (OPBD và CLBD, hoặc :60F: và :62F:)."),
    Translation(
      """
      Statement {1}: {2} đ and {3} come to {4} đ; it says that it closes with {5} đ. \
      The difference is {6} đ.
      """,
      """
      Sao kê {1}: số dư đầu {2} đ và {3} cộng thành {4} đ; số dư cuối ghi trên sao kê là \
      {5} đ. Chênh lệch {6} đ.
      """),
    Translation(
      """
      It is what the {1} entries with a value date after {2} come to: the closing balance is \
      by value date. Ask the bank for booked balances.
      """,
      """
      Chênh lệch đúng bằng tổng của {1} bút toán có ngày giá trị sau ngày {2}: số dư cuối tính \
      theo ngày giá trị. Đề nghị ngân hàng gửi số dư theo ngày hạch toán.
      """),
    Translation(
      """
      Balances are by the day of booking. An entry is missing or was changed: ask the bank for \
      the statement again.
      """,
      """
      Số dư tính theo ngày hạch toán. Có bút toán bị thiếu hoặc bị sửa: đề nghị ngân hàng gửi lại \
      sao kê.
      """),
    Translation(
      "The batch booking says it has {1} payments, and lists {2}.",
      "Bút toán gộp ghi có {1} khoản chi, nhưng liệt kê {2}."),
    Translation(
      "The booking of {1} đ lists payments that come to {2} đ.",
      "Bút toán {1} đ liệt kê các khoản chi có tổng là {2} đ."),
    // Sources/BatchFiles/Statements/TableStatementReader.swift
    Translation(
      "The statement has neither the column “amount” nor “debit” and “credit”.",
      "Sao kê không có cột “amount”, cũng không có “debit” và “credit”."),
    Translation(
      "Name the column with the bookings; money that went out has a minus in “amount”.",
      "Đặt tên cho cột số tiền của bút toán; tiền ra ghi dấu trừ trong cột “amount”."),
    Translation(
      "The balance before this booking of {1} đ is {2} đ; the row above ends with {3} đ.",
      "Số dư trước bút toán {1} đ này là {2} đ; dòng phía trên kết thúc bằng {3} đ."),
    Translation(
      "A row is missing here or was changed; rows stand from the oldest to the newest.",
      "Có dòng bị thiếu hoặc bị sửa ở đây; các dòng phải xếp từ cũ nhất đến mới nhất."),
    Translation(
      "A booking has either a debit or a credit, of 1 đ or more.",
      "Mỗi bút toán chỉ ghi một trong hai cột debit (Nợ) hoặc credit (Có), từ 1 đ trở lên."),
    Translation(
      "Leave the other field empty, or write 0.",
      "Để trống trường còn lại, hoặc ghi 0."),
    Translation(
      "The booking has no amount.",
      "Bút toán không có số tiền."),
    Translation(
      "Write whole đồng; a minus if the money went out.",
      "Ghi số đồng chẵn; thêm dấu trừ nếu là tiền ra."),
    Translation(
      "{1} is not whole đồng.",
      "{1} không phải số đồng chẵn."),
    Translation(
      "Write digits only, with a minus in front if it is negative, like -1500000.",
      "Chỉ ghi chữ số, thêm dấu trừ phía trước nếu là số âm, ví dụ -1500000."),
    Translation(
      "Shorten it.",
      "Rút gọn nội dung."),
    Translation(
      "The field “{1}” has more than 140 bytes.",
      "Trường “{1}” dài hơn 140 byte."),
    Translation(
      "The order was accepted in part, and nothing says which payments were rejected.",
      "Lệnh chỉ được chấp nhận một phần, nhưng không có gì cho biết khoản nào bị từ chối."),
    Translation(
      "Ask the bank for the report with each payment.",
      "Đề nghị ngân hàng gửi báo cáo chi tiết đến từng khoản chi."),
    Translation(
      "The report is on direct debits ({1}), not on an order to pay.",
      "Báo cáo này về lệnh nhờ thu ({1}), không phải về lệnh chi."),
    Translation(
      "Take the report on the order (pain.001).",
      "Lấy báo cáo về lệnh chi (pain.001)."),
    Translation(
      "Line {1} says of the payment {2} otherwise than this one.",
      "Dòng {1} nói khác dòng này về khoản chi {2}."),
    Translation(
      "One says that it was rejected: ask the bank which of the two is right.",
      "Một trong hai dòng ghi là bị từ chối: hỏi ngân hàng dòng nào đúng."),
    Translation(
      """
      A rejected payment has neither OrgnlEndToEndId nor OrgnlInstrId: nothing says which it \
      is.
      """,
      """
      Một khoản bị từ chối không có OrgnlEndToEndId lẫn OrgnlInstrId: không biết là khoản nào.
      """),
    Translation(
      "Ask the bank for a report with the end-to-end ids of the order.",
      "Đề nghị ngân hàng gửi báo cáo có mã end-to-end của lệnh."),
    Translation(
      "The report counts {1} rejected payments, and lists {2}.",
      "Báo cáo ghi có {1} khoản bị từ chối, nhưng liệt kê {2} khoản."),
    Translation(
      "the account number is wrong",
      "sai số tài khoản"),
    Translation(
      "the debtor's account number is wrong",
      "sai số tài khoản bên trả"),
    Translation(
      "the payee's account number is wrong",
      "sai số tài khoản người nhận"),
    Translation(
      "the account is closed",
      "tài khoản đã đóng"),
    Translation(
      "the account is blocked",
      "tài khoản bị phong toả"),
    Translation(
      "this kind of account is not allowed",
      "loại tài khoản không được phép"),
    Translation(
      "the transfer is forbidden on this account",
      "tài khoản không được nhận chuyển khoản"),
    Translation(
      "the bank does not take this transaction",
      "ngân hàng không nhận giao dịch này"),
    Translation(
      "the amount is zero",
      "số tiền bằng không"),
    Translation(
      "the amount is above the limit",
      "vượt hạn mức"),
    Translation(
      "the account has too little money",
      "tài khoản không đủ số dư"),
    Translation(
      "the payment was sent twice",
      "lệnh chuyển trùng"),
    Translation(
      "the amount is wrong",
      "sai số tiền"),
    Translation(
      "the name does not fit the account",
      "sai tên người nhận"),
    Translation(
      "the payee's address is missing",
      "thiếu địa chỉ người nhận"),
    Translation(
      "the sender is not known",
      "không rõ người chuyển"),
    Translation(
      "the payee's bank is not registered",
      "ngân hàng nhận chưa đăng ký"),
    Translation(
      "the customer asked for it",
      "theo yêu cầu của khách hàng"),
    Translation(
      "the payment was recalled",
      "theo yêu cầu thu hồi lệnh"),
    Translation(
      "the payee asked to give it back",
      "người nhận yêu cầu hoàn trả"),
    Translation(
      "the person has died",
      "người hưởng đã chết"),
    Translation(
      "the customer gave no reason",
      "khách hàng không nêu lý do"),
    Translation(
      "the bank gave no reason",
      "ngân hàng không nêu lý do"),
    Translation(
      "the reason is in the text",
      "lý do ghi trong nội dung"),
    Translation(
      "the bank's number is wrong",
      "sai mã ngân hàng"),
    Translation(
      "the payee's name or address is missing",
      "thiếu tên hoặc địa chỉ người nhận"),
    Translation(
      "a rule of the state forbids it",
      "theo quy định của nhà nước"),
    Translation(
      "technical trouble",
      "lỗi kỹ thuật"),
  ]
}
