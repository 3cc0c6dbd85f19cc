extension Vietnamese {
  /// The demonstration and the making up of files.
  static let commandsDemo: [Translation] = [
    // Sources/benefit-ledger/Commands/DemoCommand.swift
    Translation(
      "Cannot make {1}: {2}.",
      "Không thể tạo {1}: {2}."),
    Translation(
      "Name a folder that does not exist: benefit-ledger demo DIR",
      "Nêu một thư mục chưa có: benefit-ledger demo DIR"),
    Translation(same: "\n{1}. {2}\n\n    $ benefit-ledger {3}\n"),
    Translation(
      "The demonstration's step {1} went wrong.",
      "Bước {1} của phần minh hoạ không cho kết quả như dự kiến."),
    Translation(
      "\nThe ledger is {1}. Try: benefit-ledger totals --by site --ledger {2}\n",
      "\nSổ nằm ở {1}. Thử chạy: benefit-ledger totals --by site --ledger {2}\n"),
    Translation(
      "\n    … {1} more lines",
      "\n    … còn {1} dòng nữa"),
    Translation(
      "{1} is not a command.",
      "{1} không phải là lệnh."),
    // Sources/benefit-ledger/Commands/DemoSteps.swift
    Translation(
      """
      Make a ledger with the province's units. (The files in {1} are made up: benefit-ledger \
      generate province {2})
      """,
      """
      Tạo sổ với danh mục đơn vị của tỉnh. (Các tệp trong {1} là số liệu giả định: benefit-ledger \
      generate province {2})
      """),
    Translation(
      "The month's contributions arrive in the bank.",
      "Tiền thu đóng góp của tháng về tài khoản ngân hàng."),
    Translation(
      "So does the state budget's money.",
      "Ngân sách nhà nước cấp tiền vào tài khoản ngân hàng."),
    Translation(
      "The monthly payment list is approved: these benefits are owed.",
      "Danh sách chi trả hằng tháng được duyệt: xác lập các khoản phải chi."),
    Translation(
      "So are the short-term ones: sickness, maternity, unemployment.",
      "Các danh sách chế độ ngắn hạn cũng được duyệt: ốm đau, thai sản, thất nghiệp."),
    Translation(
      "Cash goes out to the payment sites.",
      "Tạm ứng tiền mặt cho các điểm chi trả."),
    Translation(
      "The bank has credited the accounts.",
      "Ngân hàng đã ghi Có vào tài khoản của người hưởng."),
    Translation(
      "Every site hands in its list of what it paid: {1} files in one call.",
      "Mỗi điểm chi trả nộp danh sách đã chi: {1} tệp trong một lệnh."),
    Translation(
      "A clerk's list has mistakes: nothing of it is posted, and each mistake is named.",
      "Một danh sách có sai sót: không ghi sổ dòng nào, và từng sai sót được nêu rõ."),
    Translation(
      "The right list of people who did not come for their money.",
      "Danh sách đã sửa đúng về những người chưa đến nhận tiền."),
    Translation(
      "The same list once more by accident: the first receipt is the answer.",
      "Vô ý ghi sổ lại cùng danh sách: chương trình trả lời bằng biên nhận của lần đầu."),
    Translation(
      "The bank gives some payments back.",
      "Ngân hàng trả lại một số khoản chi."),
    Translation(
      "The sites give back the cash that is left.",
      "Các điểm chi trả hoàn ứng số tiền mặt còn lại."),
    Translation(
      "What happened this month?",
      "Trong tháng đã phát sinh những nghiệp vụ gì?"),
    Translation(
      "What is owed and paid, by benefit?",
      "Từng chế độ phải chi và đã chi bao nhiêu?"),
    Translation(
      "The trial balance.",
      "Bảng cân đối số phát sinh."),
    Translation(
      "Do lists, vouchers, balances and cash agree to the đồng?",
      "Danh sách, chứng từ, số dư và tiền mặt có khớp đến từng đồng không?"),
    Translation(
      "Was anything changed behind the program's back?",
      "Có gì bị sửa ngoài chương trình không?"),
    // Sources/benefit-ledger/Commands/GenerateCommand.swift
    Translation(
      "There is no such month.",
      "Không có tháng này."),
    Translation(
      "Wrote {1} files to {2}: {3} payments due, {4} đ, at {5} sites, for {6}.",
      "Đã ghi {1} tệp vào {2}: {3} khoản phải chi, {4} đ, tại {5} điểm chi trả, tháng {6}."),
    Translation(
      "{1} exists and is not empty; it is left as it is.",
      "{1} đã tồn tại và không trống; được giữ nguyên."),
    Translation(
      "Name a folder that does not exist.",
      "Nêu một thư mục chưa có."),
    Translation(
      "Cannot write {1}: {2}.",
      "Không thể ghi {1}: {2}."),
  ]
}
