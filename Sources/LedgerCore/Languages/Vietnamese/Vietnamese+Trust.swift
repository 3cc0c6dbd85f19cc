extension Vietnamese {
  /// Messages of checkpoints and proofs, and of reading lists with a profile.
  static let trust: [Translation] = [
    Translation(
      "A double quote is opened on the row and not closed; the rest of the file was not read.",
      "Dấu ngoặc kép mở trên dòng này mà không đóng; phần còn lại của tệp chưa được đọc."),
    Translation(
      "These are the program's own columns of a list of {1}; no profile is needed.",
      "Đây là các cột của chính chương trình cho danh sách {1}; không cần mẫu đọc."),
    Translation(
      "Give the file as it is, without --profile, to: {1}.",
      "Nộp tệp nguyên như vậy, không dùng --profile, cho: {1}."),
    Translation(
      "a list of {1} is wanted here",
      "ở đây cần danh sách {1}"),
    Translation(
      "The account {1} was opened without a voucher.",
      "Tài khoản {1} được mở mà không có chứng từ nào."),
    Translation(
      "What is reserved for submission {1} is not what its lines say.",
      "Khoản giữ chỗ cho hồ sơ trình duyệt {1} không khớp với các dòng của hồ sơ."),
    Translation(
      "The ledger does not say how it is controlled, or says it twice.",
      "Sổ không ghi chế độ kiểm soát, hoặc ghi hai lần."),
    Translation(
      "Submission {1} would not be read as its maker read it.",
      "Hồ sơ trình duyệt {1} sẽ không được đọc như người lập đã đọc."),
    Translation(
      "A way to read is kept for submission {1}, which is not open.",
      "Còn lưu cách đọc cho hồ sơ trình duyệt {1}, trong khi hồ sơ này không còn mở."),
    Translation(
      """
      The checkpoint of {1} after batch {2} is not signed by the key that was named: it was \
      altered, or made by somebody else.
      """,
      """
      Điểm chốt ngày {1} sau lô {2} không có chữ ký của khoá đã nêu: đã bị sửa, hoặc do người \
      khác lập.
      """),
    Translation(
      """
      The checkpoint of {1} covers the batches up to {2}, and the last of this ledger is {3}: \
      batches were cut off, or this is an older copy of the ledger.
      """,
      """
      Điểm chốt ngày {1} gồm các lô đến số {2}, còn lô cuối của sổ này là {3}: có lô đã bị cắt \
      bỏ, hoặc đây là bản sao cũ của sổ.
      """),
    Translation(
      """
      Batches {1} to {2} are not those of the checkpoint of {3}: at least one was replaced and \
      everything after it sealed anew, or this is another ledger.
      """,
      """
      Các lô từ {1} đến {2} không phải là các lô của điểm chốt ngày {3}: ít nhất một lô đã bị \
      thay và mọi lô sau đó bị niêm phong lại, hoặc đây là sổ khác.
      """),
    Translation(
      """
      The checkpoint of {1} was made after record {2} of the register, and the last is {3}: \
      records were cut off, or this is an older copy of the ledger.
      """,
      """
      Điểm chốt ngày {1} được lập sau bản ghi {2} của sổ đăng ký, còn bản ghi cuối là {3}: có \
      bản ghi đã bị cắt bỏ, hoặc đây là bản sao cũ của sổ.
      """),
    Translation(
      """
      The register up to record {1} is not that of the checkpoint of {2}: at least one record \
      was replaced, or this is another ledger.
      """,
      """
      Sổ đăng ký đến bản ghi {1} không phải là sổ của điểm chốt ngày {2}: ít nhất một bản ghi đã \
      bị thay, hoặc đây là sổ khác.
      """),
    Translation(
      "opened",
      "mở"),
    Translation(
      "Another process adds a checkpoint to {1}.",
      "Một tiến trình khác đang thêm điểm chốt vào {1}."),
    Translation(
      "Run the same command again.",
      "Chạy lại đúng lệnh này."),
    Translation(
      "{1}, line {2}: this is not a checkpoint.",
      "{1}, dòng {2}: đây không phải là điểm chốt."),
    Translation(
      """
      A file of checkpoints is used as `checkpoint` wrote it. If a power cut left the last one \
      unfinished, remove its lines.
      """,
      """
      Tệp điểm chốt phải giữ nguyên như `checkpoint` đã ghi. Nếu mất điện làm điểm chốt cuối bị \
      dở dang, xoá các dòng của nó.
      """),
    Translation(
      "The checkpoint of {1} in the file is not signed by the key {2}.",
      "Điểm chốt ngày {1} trong tệp không có chữ ký của khoá {2}."),
    Translation(
      """
      Nothing is signed. `benefit-ledger verify --against` with the file says more; a file holds \
      the checkpoints of one ledger by one key.
      """,
      """
      Chưa ký gì. `benefit-ledger verify --against` với tệp này cho biết thêm; một tệp chỉ chứa \
      các điểm chốt của một sổ, do một khoá ký.
      """),
    Translation(
      "Batch {1} is missing or does not continue from the one before.",
      "Lô {1} bị thiếu hoặc không nối tiếp lô trước."),
    Translation(
      "Nothing is signed. Run `benefit-ledger verify`.",
      "Chưa ký gì. Chạy `benefit-ledger verify`."),
    Translation(
      "Line {1} was posted by batch {2}, and the checkpoint of {3} covers the batches up to {4}.",
      "Dòng chi tiết {1} thuộc lô {2}, còn điểm chốt ngày {3} chỉ gồm các lô đến số {4}."),
    Translation(
      "Make a checkpoint with `benefit-ledger checkpoint`, and prove the line by it.",
      "Lập điểm chốt bằng `benefit-ledger checkpoint`, rồi chứng minh dòng theo điểm chốt đó."),
    Translation(
      """
      Line {1} cannot be proven: the ledger is not the one of the checkpoint of {2}, or it was \
      changed.
      """,
      """
      Không chứng minh được dòng chi tiết {1}: sổ không phải là sổ của điểm chốt ngày {2}, hoặc \
      đã bị sửa.
      """),
    Translation(
      "`benefit-ledger verify --against` with the file of the checkpoint says more.",
      "`benefit-ledger verify --against` với tệp của điểm chốt cho biết thêm."),
    Translation(
      "There is no such occurrence of the benefit in {1}.",
      "Tháng {1} không có lần thứ đó của chế độ này."),
    Translation(
      "`benefit-ledger person` shows every obligation of the person.",
      "`benefit-ledger person` cho xem mọi khoản phải chi của người hưởng."),
    Translation(
      "Person {1} has {2} obligations of {3} for {4}.",
      "Người hưởng {1} có {2} khoản {3} của tháng {4}."),
    Translation(
      "Say with --occurrence which one is to be proven.",
      "Dùng --occurrence để chỉ rõ khoản cần chứng minh."),
    Translation(
      "The obligation has no step of that event.",
      "Khoản phải chi không có bước nào của nghiệp vụ đó."),
    Translation(
      "`benefit-ledger person` shows every step.",
      "`benefit-ledger person` cho xem mọi bước."),
    Translation(
      "Nothing is proven. Ask for another proof, and for the key from whom you trust.",
      "Không chứng minh được gì. Yêu cầu bằng chứng khác, và hỏi khoá từ người đáng tin."),
    Translation(
      "{1}, line {2}: a proof has something else here.",
      "{1}, dòng {2}: chỗ này trong bằng chứng phải là nội dung khác."),
    Translation(
      "A proof is used as `prove` wrote it: every byte of it counts.",
      "Bằng chứng phải giữ nguyên như `prove` đã ghi: từng byte đều có giá trị."),
    Translation(
      "{1} does not hold: the line and its path do not make the root of batch {2}.",
      "{1} không đúng: dòng chi tiết và đường dẫn của nó không cho ra mã gốc của lô {2}."),
    Translation(
      "{1} does not hold: the header and the root do not make the seal of batch {2}.",
      "{1} không đúng: thông tin chung và mã gốc không cho ra dấu niêm phong của lô {2}."),
    Translation(
      "{1} does not hold: batch {2} is not in the checkpoint of {3}.",
      "{1} không đúng: lô {2} không nằm trong điểm chốt ngày {3}."),
    Translation(
      "{1} does not hold: the checkpoint of {2} is not signed by the key that was named.",
      "{1} không đúng: điểm chốt ngày {2} không có chữ ký của khoá đã nêu."),
    Translation(
      "There is no file {1}.",
      "Không có tệp {1}."),
    Translation(
      "it has more than {1} KiB",
      "tệp lớn hơn {1} KiB"),
    Translation(
      "The file {1} cannot be read: {2}.",
      "Không đọc được tệp {1}: {2}."),
    Translation(
      "{1} is not a verifier key.",
      "{1} không phải là khoá kiểm tra chữ ký."),
    Translation(
      "It is one line, NAME+HASH+KEY, as `benefit-ledger checkpoint key` prints it.",
      "Khoá là một dòng, NAME+HASH+KEY, như `benefit-ledger checkpoint key` in ra."),
    Translation(
      "A checkpoint is signed, and no key was named.",
      "Điểm chốt phải được ký, mà chưa nêu khoá nào."),
    Translation(
      "Name a key file with --key; `benefit-ledger checkpoint key` makes one.",
      "Nêu tệp khoá bằng --key; `benefit-ledger checkpoint key` tạo tệp khoá."),
    Translation(
      "Checkpoints: {1} of {2} continued by this ledger",
      "Điểm chốt: {1} trên {2} được sổ này nối tiếp"),
    Translation(
      "; the last is of {1}, after batch {2} and record {3}",
      "; điểm chốt cuối ngày {1}, sau lô {2} và bản ghi {3}"),
    Translation(
      "Their signatures were not checked: name the key with --vkey.\n",
      "Chưa kiểm tra chữ ký của các điểm chốt: nêu khoá bằng --vkey.\n"),
    Translation(
      "Signed by {1}: {2} of {3}.\n",
      "Do {1} ký: {2} trên {3}.\n"),
    Translation(
      "--profile and --event go together.",
      "--profile và --event phải đi cùng nhau."),
    Translation(
      "--sheet goes with --profile.",
      "--sheet chỉ dùng cùng --profile."),
    Translation(
      "Wrote {1}, which proves:\n{2}",
      "Đã ghi {1}, chứng minh rằng:\n{2}"),
    Translation(
      "The proof holds.\n{1}",
      "Bằng chứng đúng.\n{1}"),
    Translation(
      "Person {1}, {2} for {3}: {4} {5} đồng",
      "Người hưởng {1}, {2} tháng {3}: {4} {5} đồng"),
    Translation(
      ", which undoes line {1}",
      ", đảo dòng chi tiết {1}"),
    Translation(
      "\nLine {1}, batch {2} of {3}, {4} line {5}, posted by {6}",
      "\nDòng chi tiết {1}, lô {2} ngày {3}, {4} dòng {5}, do {6} ghi sổ"),
    Translation(
      ", approved by {1}",
      ", do {1} duyệt"),
    Translation(
      "\nCheckpoint of {1} after batch {2}, of {3}: what was posted later, it does not say\n",
      "\nĐiểm chốt của {1} sau lô {2}, ngày {3}: không nói gì về những gì ghi sổ sau đó\n"),
    Translation(
      "--vkey is the key of the checkpoints of --against.",
      "--vkey là khoá của các điểm chốt trong --against."),
    Translation(
      "Not intact: {1} in {2}.\n",
      "Không toàn vẹn: {1} trong {2}.\n"),
    Translation(
      "{1} finding",
      "{1} phát hiện"),
    Translation(
      "The first batch that is named is {1}.\n",
      "Lô đầu tiên bị nêu là {1}.\n"),
  ]
}
