extension Vietnamese {
  /// Messages of archived years.
  static let archive: [Translation] = [
    // Sources/LedgerStore/ArchivedYear.swift
    Translation(
      "Record {1} of the register does not say which file has the lines of {2}.",
      "Bản ghi {1} trong sổ đăng ký không cho biết tệp nào chứa dòng chi tiết của năm {2}."),
    Translation(
      "Do not post to it. Restore the last backup.",
      "Không ghi vào sổ này. Khôi phục từ bản sao lưu gần nhất."),
    // Sources/SQLiteStore
    Translation(
      "SQLite refuses the table of lines in archives.",
      "SQLite từ chối bảng dòng chi tiết trong tệp lưu trữ."),
    Translation(
      "The lines of {1} are in {2}, and there is no such file.",
      "Dòng chi tiết của năm {1} nằm trong {2}, nhưng không có tệp đó."),
    Translation(
      "Copy it back from where the backups are: it belongs beside the ledger, under this name.",
      "Chép lại tệp từ nơi giữ bản sao lưu: tệp phải nằm cạnh sổ, với đúng tên này."),
    Translation(
      "Run: chmod 400 {1}",
      "Chạy: chmod 400 {1}"),
    Translation(
      "{1} is not the file into which the lines of {2} were moved.",
      "{1} không phải là tệp đã nhận dòng chi tiết của năm {2}."),
    Translation(
      """
      Put back the file that has SHA-256 {1}, from where the backups are; nothing is posted before.
      """,
      """
      Đặt lại tệp có SHA-256 {1} từ nơi giữ bản sao lưu; trước đó không ghi sổ gì cả.
      """),
    Translation(
      "Put back the file that has SHA-256 {1}, from where the backups are.",
      "Đặt lại tệp có SHA-256 {1} từ nơi giữ bản sao lưu."),
    Translation(
      "Cannot read {1}: {2}.",
      "Không đọc được {1}: {2}."),
    // Sources/BenefitLedger/Archive
    Translation(
      "archive a year",
      "chuyển một năm vào lưu trữ"),
    Translation(
      "Other lines than those of the archive are removed.",
      "Các dòng bị gỡ không phải là các dòng trong tệp lưu trữ."),
    Translation(
      "{1} exists already, and is no archive of {2} of this ledger.",
      "{1} đã có, và không phải là tệp lưu trữ năm {2} của sổ này."),
    Translation(
      "Move that file away, then run the same command again.",
      "Chuyển tệp đó đi nơi khác, rồi chạy lại đúng lệnh này."),
    Translation(
      "{1} exists already, and is no archive of this ledger; it is left as it is.",
      "{1} đã có, và không phải là tệp lưu trữ của sổ này; tệp được giữ nguyên."),
    Translation(
      "Keep the backups of each ledger in a folder of their own.",
      "Giữ bản sao lưu của mỗi sổ trong một thư mục riêng."),
    Translation(
      "Year {1} cannot be archived: it is not over.",
      "Chưa thể lưu trữ năm {1}: năm chưa kết thúc."),
    Translation(
      "What is archived takes no more postings. Archive a year that is over and closed.",
      "Năm đã lưu trữ không nhận ghi sổ nữa. Chỉ lưu trữ năm đã kết thúc và đã khoá sổ."),
    Translation(
      "Year {1} cannot be archived: period {2} is not closed.",
      "Chưa thể lưu trữ năm {1}: kỳ {2} chưa khoá sổ."),
    Translation(
      "Periods are closed in their order, and December with the year: benefit-ledger close --year {1}",
      "Khoá sổ lần lượt từng kỳ, tháng 12 khoá cùng năm: benefit-ledger close --year {1}"),
    Translation(
      "Year {1} cannot be archived: it has no year end.",
      "Chưa thể lưu trữ năm {1}: chưa kết chuyển cuối năm."),
    Translation(
      "Run: benefit-ledger close --year {1}",
      "Chạy: benefit-ledger close --year {1}"),
    Translation(
      "Year {1} cannot be archived: {2} for approval.",
      "Chưa thể lưu trữ năm {1}: {2} duyệt."),
    Translation(
      "Period {1} cannot be reopened: the year {2} is archived by record {3}.",
      "Không thể mở lại kỳ {1}: năm {2} đã được lưu trữ theo bản ghi {3}."),
    Translation(
      "Correct what is wrong in a period that is open; the correction names what it undoes.",
      "Điều chỉnh sai sót trong một kỳ đang mở; bút toán điều chỉnh nêu rõ dòng được đảo."),
    Translation(
      "The year end of {1} cannot be undone: the year is archived by record {2}.",
      "Không thể đảo kết chuyển cuối năm {1}: năm đã được lưu trữ theo bản ghi {2}."),
    Translation(
      "The lines of batch {1} are not what was sealed.",
      "Dòng chi tiết của lô {1} không đúng như khi niêm phong."),
    Translation(
      "The archive has {1} lines, and {2} of them are lines of the ledger; {3} should be.",
      "Tệp lưu trữ có {1} dòng, trong đó {2} dòng là của sổ; lẽ ra phải là {3}."),
    Translation(
      """
      Nothing is archived. Run `benefit-ledger verify`; if it finds damage, restore the last backup.
      """,
      """
      Không lưu trữ gì cả. Chạy `benefit-ledger verify`; nếu phát hiện hư hỏng, khôi phục từ bản \
      sao lưu gần nhất.
      """),
    Translation("read", "đọc"),
    // Sources/BenefitLedger/Doctor/ArchiveDoctor.swift
    Translation(
      "No record of the register names {1}.",
      "Không bản ghi nào trong sổ đăng ký nêu {1}."),
    Translation(
      "If `archive` was interrupted, run it again: it takes the file, or removes what it left.",
      "Nếu lệnh `archive` bị ngắt, chạy lại: lệnh sẽ dùng tệp đó, hoặc xoá phần còn sót."),
    Translation(
      "No year is archived.",
      "Chưa lưu trữ năm nào."),
    Translation(
      "{1} year",
      "{1} năm"),
    Translation(
      "{1} ({2}: {3}, {4} bytes)",
      "{1} (năm {2}: {3}, {4} byte)"),
    Translation(
      "The lines of {1} are in files beside the ledger: {2}.",
      "Dòng chi tiết của {1} nằm trong các tệp cạnh sổ: {2}."),
    Translation(
      "Size and label are as recorded; `verify` reads every byte of them, `backup` takes them along.",
      """
      Kích thước và nhãn đúng như đã ghi nhận; `verify` đọc từng byte của các tệp này, `backup` sao \
      lưu cùng.
      """),
    Translation(
      "{1} is not its owner's alone.",
      "{1} không phải chỉ của chủ sở hữu."),
    // Sources/BenefitLedger/Backup/BackupArchives.swift
    Translation(
      """
      The lines of {1} are looked for beside the backup, in {2}, and there is no such file.
      """,
      """
      Dòng chi tiết của năm {1} được tìm cạnh bản sao lưu, trong {2}, nhưng không có tệp đó.
      """),
    Translation(
      "The lines of {1} are looked for beside the backup, in {2}, and that is another file.",
      "Dòng chi tiết của năm {1} được tìm cạnh bản sao lưu, trong {2}, nhưng đó là tệp khác."),
    Translation(
      """
      Nothing was restored. An archive never changes: the file beside the former ledger, or beside \
      any other backup made since, is the same, with SHA-256 {1}. Copy it there, then run the same \
      command again.
      """,
      """
      Chưa phục hồi gì. Tệp lưu trữ không bao giờ thay đổi: tệp nằm cạnh sổ cũ, hoặc cạnh bất kỳ bản \
      sao lưu nào khác làm sau đó, là cùng một tệp, có SHA-256 {1}. Chép tệp đó vào đây, rồi chạy lại \
      đúng lệnh này.
      """),
    // Sources/SQLiteStore/ArchiveFile+Check.swift
    Translation(
      "Run: chmod 400 {1}, as its owner.",
      "Chạy: chmod 400 {1}, với quyền của chủ sở hữu."),
    // Sources/benefit-ledger/Commands/VerifyCommand.swift
    Translation(
      "Archives: {1} in {2} with the recorded SHA-256.\n",
      "Lưu trữ: {1} nằm trong {2} có SHA-256 đúng như đã ghi nhận.\n"),
    Translation(
      "{1} line is",
      "{1} dòng"),
    // Sources/benefit-ledger/Commands
    Translation(
      "Year {1} has no lines to archive. Nothing is changed.\n",
      "Năm {1} không có dòng nào để lưu trữ. Không thay đổi gì.\n"),
    Translation(
      "Year {1} was archived before, by record {2}, in {3}. Nothing is changed.\n",
      "Năm {1} đã được lưu trữ trước đây, theo bản ghi {2}, trong {3}. Không thay đổi gì.\n"),
    Translation(
      "{1} of {2} of {3} would be moved to {4}; {5} and all steps stay.\n",
      "{1} của {2} năm {3} sẽ được chuyển sang {4}; {5} và mọi bước vẫn ở lại.\n"),
    Translation(
      "Ledger: {1} bytes. Nothing is changed.\n",
      "Sổ: {1} byte. Không thay đổi gì.\n"),
    Translation(
      "{1} of {2} of {3} moved to {4} by record {5}; {6} and all steps stay.\n",
      "{1} của {2} năm {3} đã chuyển sang {4} theo bản ghi {5}; {6} và mọi bước vẫn ở lại.\n"),
    Translation(
      """
      Archive: {1} bytes, SHA-256 {2}
      Ledger: {3} bytes before, {4} after, {5} of them free for what is posted next.
      The file belongs to the ledger: keep it beside it, and run `backup` again.

      """,
      """
      Tệp lưu trữ: {1} byte, SHA-256 {2}
      Sổ: trước {3} byte, sau {4} byte, trong đó {5} byte trống dành cho lần ghi sổ tiếp theo.
      Tệp này thuộc về sổ: giữ tệp cạnh sổ, và chạy lại `backup`.

      """),
    // may leave out: {2}
    Translation(
      "{1} of lists that correct {2} in the ledger.\n",
      "{1} của danh sách điều chỉnh vẫn ở lại trong sổ.\n"),
    Translation(
      "Archive of {1}: {2}, {3} bytes.\n",
      "Tệp lưu trữ năm {1}: {2}, {3} byte.\n"),
    Translation(
      "Archive of {1}: {2} is there already.\n",
      "Tệp lưu trữ năm {1}: {2} đã có sẵn.\n"),
  ]
}
