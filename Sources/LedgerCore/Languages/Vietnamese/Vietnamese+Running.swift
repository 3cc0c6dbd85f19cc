extension Vietnamese {
  /// Messages of running a ledger: backup, restore, doctor.
  static let running: [Translation] = [
    Translation(
      "find",
      "tìm thấy"),
    Translation(
      "The backup {1} ends with batch {2}, head {3}, and not with {4}.",
      "Bản sao lưu {1} kết thúc ở lô {2}, mã đầu sổ {3}, không phải {4}."),
    Translation(
      "There is no backup at {1}.",
      "Không có bản sao lưu tại {1}."),
    Translation(
      "Name a file that `backup` made.",
      "Nêu tệp mà `backup` đã tạo."),
    Translation(
      "Nothing was restored. Look for the backup that printed this head.",
      "Chưa phục hồi gì. Tìm bản sao lưu đã in ra mã đầu sổ này."),
    Translation(
      "{1} opens: {2}, {3}, head {4}.",
      "{1} mở được: {2}, {3}, mã đầu sổ {4}."),
    Translation(
      "SQLite {1} has no known bug that concerns a ledger.",
      "SQLite {1} không có lỗi đã biết nào ảnh hưởng đến sổ."),
    Translation(
      """
      SQLite {1} can damage its log if two connections write at one moment (mended in 3.51.3); \
      this program lets one write at a time.
      """,
      """
      SQLite {1} có thể làm hỏng nhật ký khi hai kết nối cùng ghi một lúc (đã sửa ở 3.51.3); \
      chương trình này chỉ cho một bên ghi mỗi lúc.
      """),
    Translation(
      "Write to a ledger with this program only, never with the sqlite3 shell.",
      "Chỉ ghi vào sổ bằng chương trình này, không bao giờ bằng lệnh sqlite3."),
    Translation(
      "{1} is {2} and has to be {3}",
      "{1} là {2}, phải là {3}"),
    Translation(
      "As posting needs them: {1}.",
      "Đúng như việc ghi sổ cần: {1}."),
    Translation(
      "Nobody is writing.",
      "Không có ai đang ghi."),
    Translation(
      "Somebody is writing; who cannot be seen from here.",
      "Có người đang ghi; từ đây không thấy được là ai."),
    Translation(
      "Process {1} ({2}) is writing.",
      "Tiến trình {1} ({2}) đang ghi."),
    Translation(
      "Nothing waits in the log.",
      "Nhật ký không còn gì chờ."),
    Translation(
      "{1} bytes are in {2}-wal, and belong to the ledger.",
      "{1} byte nằm trong {2}-wal và thuộc về sổ."),
    Translation(
      """
      Copy a ledger with `backup`. cp of a ledger in use is no backup: it misses the log, or \
      half of a batch.
      """,
      """
      Sao chép sổ bằng `backup`. Dùng cp với sổ đang dùng không phải là sao lưu: thiếu nhật ký, \
      hoặc thiếu nửa lô.
      """),
    Translation(
      "There is no note of a backup of this ledger; one that was restored begins without.",
      "Chưa có ghi nhận lần sao lưu nào của sổ này; sổ vừa phục hồi thì lúc đầu chưa có."),
    Translation(
      "Run: benefit-ledger backup FILE, on another disk, every day.",
      "Chạy: benefit-ledger backup FILE, sang đĩa khác, hằng ngày."),
    Translation(
      "The last backup is of {1}, up to batch {2}, in {3}",
      "Bản sao lưu cuối ngày {1}, đến lô {2}, tại {3}"),
    Translation(
      "{1}; it is not of this ledger, or this ledger lost batches since.",
      "{1}; bản này không phải của sổ này, hoặc từ đó sổ đã mất lô."),
    Translation(
      "Post nothing. Compare the head of the backup with the ledger's, and ask who restored it.",
      "Không ghi sổ gì. So mã đầu sổ của bản sao lưu với của sổ, và hỏi ai đã phục hồi."),
    Translation(
      "{1}; nothing came after it.",
      "{1}; sau đó không có gì thêm."),
    Translation(
      "{1} batch came",
      "{1} lô"),
    Translation(
      "{1}; {2} after it.",
      "{1}; sau đó có thêm {2}."),
    Translation(
      "Signed checkpoints were not looked at.",
      "Chưa xem các điểm chốt có chữ ký."),
    Translation(
      "Name the file that they are kept in with --checkpoints.",
      "Nêu tệp lưu chúng bằng --checkpoints."),
    Translation(
      "The last checkpoint is of {1}, up to batch {2}",
      "Điểm chốt cuối ngày {1}, đến lô {2}"),
    Translation(
      "Post nothing. Run: benefit-ledger verify --against FILE",
      "Không ghi sổ gì. Chạy: benefit-ledger verify --against FILE"),
    Translation(
      "Run: benefit-ledger checkpoint, every day.",
      "Chạy: benefit-ledger checkpoint, hằng ngày."),
    Translation(
      "Today is {1}.",
      "Hôm nay là {1}."),
    Translation(
      "Today is {1}, and a batch is dated {2}.",
      "Hôm nay là {1}, mà có lô đề ngày {2}."),
    Translation(
      "Set the clock, if it is wrong; batches keep their order all the same.",
      "Chỉnh lại đồng hồ nếu sai; thứ tự các lô vẫn không đổi."),
    Translation(
      "The ledger is on a disk of this machine ({1}).",
      "Sổ nằm trên đĩa của máy này ({1})."),
    Translation(
      "The ledger is on a file system of another machine ({1}); nothing is posted there.",
      "Sổ nằm trên hệ thống tệp của máy khác ({1}); không ghi sổ ở đó."),
    Translation(
      "Keep the ledger on a disk of this machine, and back it up to the other.",
      "Để sổ trên đĩa của máy này, và sao lưu sang máy kia."),
    Translation(
      "The ledger is in this machine's memory ({1}): the next power cut takes it away.",
      "Sổ nằm trong bộ nhớ của máy ({1}): mất điện là mất sổ."),
    Translation(
      "Keep a ledger that matters on a disk.",
      "Sổ thật phải để trên đĩa."),
    Translation(
      "What the ledger is kept on ({1}) may be a disk or another machine.",
      "Nơi để sổ ({1}) có thể là đĩa hoặc là máy khác."),
    Translation(
      "Keep the ledger on a disk of this machine, such as an ext4 or XFS.",
      "Để sổ trên đĩa của máy này, như ext4 hoặc XFS."),
    Translation(
      "How much is free cannot be found out.",
      "Không biết được còn trống bao nhiêu."),
    Translation(
      "{1} bytes are free; another month like the largest needs about {2} bytes.",
      "Còn trống {1} byte; thêm một tháng như tháng lớn nhất cần khoảng {2} byte."),
    Translation(
      "Make room before the month's lists come. A list that finds no room is refused whole.",
      "Dọn chỗ trước khi danh sách của tháng đến. Danh sách không đủ chỗ bị từ chối toàn bộ."),
    Translation(
      "The folder of {1} {2}.",
      "Thư mục của {1} {2}."),
    Translation(
      "Keep the ledger in a folder of its own that only its owner may write: chmod 700.",
      "Để sổ trong thư mục riêng mà chỉ chủ sở hữu được ghi: chmod 700."),
    Translation(
      "{1} is a link, or has a second name.",
      "{1} là liên kết, hoặc có tên thứ hai."),
    Translation(
      "Use one name for a ledger: under another, SQLite looks for another log.",
      "Chỉ dùng một tên cho sổ: với tên khác, SQLite tìm nhật ký khác."),
    Translation(
      "{1}{2} is not its owner's alone.",
      "{1}{2} không phải chỉ của chủ sở hữu."),
    Translation(
      "Run: chmod 600 {1}{2}",
      "Chạy: chmod 600 {1}{2}"),
    Translation(
      "Only the owner may read or write the ledger.",
      "Chỉ chủ sở hữu được đọc hoặc ghi sổ."),
    Translation(
      "Nothing was left behind.",
      "Không có gì bị bỏ lại."),
    Translation(
      "A process that was stopped left behind: {1}.",
      "Một tiến trình bị dừng đã bỏ lại: {1}."),
    Translation(
      "Remove them when nobody makes a ledger or a backup. Never remove -wal or -shm.",
      "Xoá chúng khi không ai đang tạo sổ hoặc sao lưu. Không bao giờ xoá -wal hoặc -shm."),
    Translation(
      """
      What was asked for is in the books, as far as is known, but its receipt cannot be read: \
      {1}
      """,
      """
      Việc đã yêu cầu, theo những gì biết được, đã có trong sổ, nhưng không đọc được biên nhận: \
      {1}
      """),
    Translation(
      "What {1} is kept on cannot be found out: {2}.",
      "Không biết được {1} nằm trên đâu: {2}."),
    Translation(
      "{1} is on a file system of another machine ({2}), where a ledger is not safe.",
      "{1} nằm trên hệ thống tệp của máy khác ({2}), nơi sổ không an toàn."),
    Translation(
      "may be written by others",
      "người khác cũng ghi được"),
    Translation(
      "belongs to somebody else",
      "thuộc về người khác"),
    Translation(
      """
      Do not post to it. Run `benefit-ledger verify`; if it finds damage, restore the last \
      backup.
      """,
      """
      Không ghi sổ vào đó. Chạy `benefit-ledger verify`; nếu có hư hỏng, phục hồi bản sao lưu \
      cuối.
      """),
    Translation(
      "The copy keeps its journal as {1}.",
      "Bản sao giữ nhật ký theo chế độ {1}."),
    Translation(
      "--head is a seal of 64 hexadecimal digits.",
      "--head là dấu niêm phong gồm 64 chữ số thập lục phân."),
    Translation(
      "Restored {1} as {2}.\n",
      "Đã phục hồi {1} thành {2}.\n"),
    Translation(
      "Nothing was restored.",
      "Chưa phục hồi gì."),
    Translation(
      "No note of it is left beside the ledger: {1}\n",
      "Không để lại được ghi nhận sao lưu bên cạnh sổ: {1}\n"),
    Translation(
      "Backed up to {1}: {2} bytes, up to batch {3}.\nHead: {4}\nRegister: record {5}, {6}\n",
      "Đã sao lưu vào {1}: {2} byte, đến lô {3}.\nMã đầu sổ: {4}\nSổ đăng ký: bản ghi {5}, {6}\n"),
    Translation(
      """

      benefit-ledger: stopped. Nothing is posted by half.
        Run the same command again: what was posted is answered with its receipt.

      """,
      """

      benefit-ledger: đã dừng. Không có gì ghi sổ dở dang.
        Chạy lại đúng lệnh này: những gì đã ghi sổ sẽ được trả lời bằng biên nhận.

      """),
  ]
}
