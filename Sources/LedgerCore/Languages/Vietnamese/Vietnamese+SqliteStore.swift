extension Vietnamese {
  /// Messages of the ledger's file: the disk, locks, damage, schema.
  static let sqliteStore: [Translation] = [
    // Sources/SQLiteStore/SQLiteErrors.swift
    Translation(
      "no message",
      "không có thông báo"),
    Translation(
      "The disk of {1} is full; nothing of this was posted.",
      "Đĩa chứa {1} đã đầy; không ghi sổ dòng nào."),
    Translation(
      "Make space, then run the same command again.",
      "Giải phóng dung lượng đĩa, rồi chạy lại đúng lệnh này."),
    Translation(
      "Another program holds {1}.",
      "Một chương trình khác đang giữ {1}."),
    Translation(
      "Wait until it is done, then run the same command again.",
      "Chờ đến khi xong, rồi chạy lại đúng lệnh này."),
    Translation(
      "{1} is not a ledger.",
      "{1} không phải là tệp sổ."),
    Translation(
      "{1} is damaged: {2}.",
      "{1} bị hỏng: {2}."),
    Translation(
      "Reading or writing {1} failed: {2}.",
      "Đọc hoặc ghi {1} không thành công: {2}."),
    Translation(
      "Nothing that was not acknowledged is posted. Mend the cause and run the command again.",
      "Chỉ những gì đã được xác nhận mới được ghi sổ. Khắc phục nguyên nhân rồi chạy lại lệnh."),
    Translation(
      "SQLite reports {1}: {2}",
      "SQLite báo lỗi {1}: {2}"),
    Translation(
      "the commit failed",
      "không hoàn tất được giao dịch"),
    Translation(
      "Whether this was posted is not known: {1}.",
      "Không rõ đã ghi sổ hay chưa: {1}."),
    Translation(
      "Run the same command again: what was posted is answered with its receipt.",
      "Chạy lại đúng lệnh này: phần đã ghi sổ sẽ được trả lời bằng biên nhận."),
    // Sources/SQLiteStore/SQLiteLedgerStore.swift
    Translation(
      "This program keeps ledgers in SQLite files; PostgreSQL is not built in.",
      "Chương trình này lưu sổ trong tệp SQLite; không hỗ trợ PostgreSQL."),
    Translation(
      "Name a file with --ledger.",
      "Nêu tên tệp bằng --ledger."),
    Translation(
      "SQLite refuses its defensive mode.",
      "SQLite không bật được chế độ phòng vệ."),
    Translation(
      "Make one with: benefit-ledger init --ledger {1}",
      "Tạo sổ bằng lệnh: benefit-ledger init --ledger {1}"),
    Translation(
      "{1} is not a file.",
      "{1} không phải là tệp."),
    Translation(
      "Others may write {1}.",
      "Người khác có quyền ghi vào {1}."),
    Translation(
      "Run: chmod 600 {1}",
      "Chạy lệnh: chmod 600 {1}"),
    Translation(
      "{1} is a database, but not a ledger.",
      "{1} là cơ sở dữ liệu nhưng không phải là tệp sổ."),
    Translation(
      "{1} has schema version {2}; this program knows version 1.",
      "{1} có cấu trúc dữ liệu phiên bản {2}; chương trình này chỉ dùng phiên bản 1."),
    Translation(
      "The ledger would not be durable (journal {1}, synchronous {2}).",
      "Dữ liệu sổ sẽ không được lưu chắc chắn xuống đĩa (journal {1}, synchronous {2})."),
    // Sources/SQLiteStore/SQLiteSnapshot+Structure.swift
    Translation(
      "The {1} is not the program's own.",
      "“{1}” không đúng như chương trình tạo ra."),
    Translation(
      "The {1} is missing.",
      "Thiếu “{1}”."),
    Translation(
      "The {1} is not part of a ledger.",
      "“{1}” không thuộc cấu trúc của sổ."),
    Translation(
      "The terms of table {1} were changed.",
      "Các mã quy định trong bảng {1} đã bị sửa."),
    Translation(
      "Row{1} of {2} names a {3} that does not exist.",
      "Dòng{1} của bảng {2} dẫn chiếu một dòng không tồn tại của bảng {3}."),
    Translation(
      "SQLite's integrity check says: {1}.",
      "Kết quả kiểm tra toàn vẹn của SQLite: {1}."),
    // Sources/SQLiteStore/SQLiteTransaction.swift
    Translation(
      "Voucher {1} breaks a constraint.",
      "Chứng từ {1} vi phạm ràng buộc dữ liệu."),
    Translation(
      "The counters of account {1} cannot grow.",
      "Không cộng thêm được vào số phát sinh của tài khoản {1}."),
    // Sources/SQLiteStore/RowScan.swift
    Translation(
      "SQLite refuses the function that takes rows.",
      "SQLite không nhận hàm dùng để lấy các dòng."),
    Translation(
      "Table {1} holds an impossible value at number {2}.",
      "Bảng {1} có giá trị không hợp lệ tại số {2}."),
    // Sources/SQLiteStore/WriterLock.swift
    Translation(
      "The lock file {1} cannot be opened: {2}.",
      "Không mở được tệp chặn ghi {1}: {2}."),
    Translation(
      "Another process is posting to {1}.",
      "Một tiến trình khác đang ghi sổ vào {1}."),
    // Sources/SQLiteStore/SQLiteTransaction+Append.swift
    Translation(
      "SQLite refuses the table that rows are fed from.",
      "SQLite không nhận bảng dùng để nạp các dòng."),
    Translation(
      "The lines from {1} on cannot be appended.",
      "Không thể ghi thêm các dòng chi tiết từ số {1} trở đi."),
    Translation(
      "SQLite does not turn its triggers off.",
      "SQLite không tắt được các trigger."),
    Translation(
      "SQLite does not turn its triggers on again.",
      "SQLite không bật lại được các trigger."),
  ]
}
