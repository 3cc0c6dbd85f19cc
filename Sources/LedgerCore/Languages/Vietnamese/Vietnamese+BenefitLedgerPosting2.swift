extension Vietnamese {
  /// Messages of posting, diagnosing and undoing payment lists, continued.
  static let benefitLedgerPosting2: [Translation] = [
    // Sources/BenefitLedger/Posting/GroupPoster.swift
    Translation(
      "Steps conflict after they were looked up.",
      "Các bước mâu thuẫn nhau sau khi đã tra cứu."),
    // Sources/BenefitLedger/Posting/Ledger+Post.swift
    Translation(
      "A large file ended without its last part.",
      "Một tệp lớn kết thúc mà thiếu phần cuối."),
    // Sources/BenefitLedger/Posting/Ledger+Reverse.swift
    Translation(
      "A reversal needs a reason.",
      "Đảo lô phải có lý do."),
    Translation(
      "Say with --reason why the batch is undone.",
      "Nêu lý do đảo lô bằng --reason."),
    Translation(
      "Batch {1} is itself a correction, and is not undone.",
      "Lô {1} là lô điều chỉnh nên không đảo được."),
    Translation(
      "Post what should have stood again.",
      "Ghi sổ lại nội dung lẽ ra phải giữ."),
    Translation(
      "Batch {1} was reversed by batch {2}.",
      "Lô {1} đã được đảo bằng lô {2}."),
    Translation(
      "There is nothing left to undo.",
      "Không còn gì để đảo."),
    Translation(
      "{1} by batch {2}, file {3}, line {4}",
      "{1} ở lô {2}, tệp {3}, dòng {4}"),
    Translation(
      "{1} undone",
      "đảo {1}"),
    Translation(
      "The {1} of {2} for {3} has later steps: {4}.",
      "Khoản {1} của {2} tháng hưởng {3} đã có bước sau: {4}."),
    Translation(
      "Undo the later steps first.",
      "Đảo các bước sau trước."),
    // Sources/BenefitLedger/Posting/MovementPoster.swift
    Translation(
      "With this file the turnover of account {1} would exceed 9.223.372.036.854.775.807 đồng.",
      """
      Nếu ghi tệp này, số phát sinh của tài khoản {1} sẽ vượt quá 9.223.372.036.854.775.807 \
      đồng.
      """),
    Translation(
      "An amount in the file is probably wrong.",
      "Có thể một số tiền trong tệp bị sai."),
    Translation(
      "An account was opened meanwhile.",
      "Trong lúc đó một tài khoản đã được mở số dư."),
    Translation(
      "Account {1} has its opening balance from batch {2}, file {3}, line {4}.",
      "Tài khoản {1} đã có số dư đầu kỳ ở lô {2}, tệp {3}, dòng {4}."),
    Translation(
      "An account is opened once. Correct a balance by an event of its own.",
      "Mỗi tài khoản chỉ mở số dư đầu kỳ một lần. Điều chỉnh số dư bằng một nghiệp vụ riêng."),
    // Sources/BenefitLedger/Posting/OtherAccounts.swift
    Translation(
      "{1} into another account than was due: line {2}{3}.",
      "{1} vào số tài khoản khác với số tài khoản khi xác lập phải chi: dòng {2}{3}."),
    Translation(
      "{1} line pays",
      "{1} dòng chi"),
    Translation(
      "See who asked for another account, and by which document, before the money goes.",
      "Kiểm tra ai đề nghị đổi số tài khoản và theo giấy tờ nào, trước khi tiền được chuyển."),
    // Sources/BenefitLedger/Posting/PaymentDiagnosis.swift
    Translation(
      "Nothing is posted: its one row is held.",
      "Không ghi sổ dòng nào: dòng duy nhất của tệp bị tạm dừng."),
    Translation(
      "Nothing is posted: all of its {1} rows are held.",
      "Không ghi sổ dòng nào: cả {1} dòng của tệp đều bị tạm dừng."),
    Translation(
      "Post it without leaving held rows out to see each of them.",
      "Ghi sổ mà không bỏ qua các dòng bị tạm dừng để xem từng dòng."),
    // Sources/BenefitLedger/Posting/Posting+Check.swift
    Translation(
      "Reference {1} is used by another file of this call.",
      "Số tham chiếu {1} đã dùng cho tệp khác trong lệnh này."),
    Translation(
      "Give each file a reference of its own.",
      "Mỗi tệp phải có số tham chiếu riêng."),
    // Sources/BenefitLedger/Posting/Posting+Settle.swift
    Translation(
      "The file changed while it was being read; nothing of it is posted.",
      "Tệp đã thay đổi trong khi đang đọc; không ghi sổ dòng nào của tệp."),
    Translation(
      "Wait until it is written completely, then post it again.",
      "Chờ tệp được ghi xong hẳn rồi ghi sổ lại."),
    Translation(
      "Reference {1} of {2} was given to batch {3}, file {4}, which has {5}",
      "Số tham chiếu {1} của {2} đã dùng cho lô {3}, tệp {4}; tệp đó có {5}"),
    Translation(
      "the same bytes and another date or period.",
      "cùng nội dung nhưng khác ngày hoặc khác kỳ."),
    Translation(
      "other bytes.",
      "nội dung khác."),
    Translation(
      """
      If it is the same list again, there is nothing to do. If it is another list, give it a \
      reference of its own, {1}.
      """,
      """
      Nếu đây vẫn là danh sách đó thì không cần làm gì. Nếu là danh sách khác, khai số tham \
      chiếu riêng {1}.
      """),
    Translation(
      """
      These bytes were posted as batch {1}, and every step that they undo was taken anew since \
      and could be undone again.
      """,
      """
      Nội dung này đã được ghi sổ thành lô {1}; sau đó mọi bước bị đảo trong lô đều đã được ghi \
      lại và có thể đảo lần nữa.
      """),
    Translation(
      """
      These bytes were posted as batch {1}, and every payment in them could be {2} again \
      since.
      """,
      """
      Nội dung này đã được ghi sổ thành lô {1}; sau đó mọi khoản trong lô lại có thể được ghi \
      nhận {2} lần nữa.
      """),
    Translation(
      """
      If they are to be undone a second time, declare a reference that tells the two lists \
      apart, {1}. If not, there is nothing to do.
      """,
      """
      Nếu phải đảo lần thứ hai, khai số tham chiếu để phân biệt hai danh sách, {1}. Nếu không \
      thì không cần làm gì.
      """),
    Translation(
      """
      If it happened a second time, declare a reference that tells the two lists apart, {1}. \
      If not, there is nothing to do.
      """,
      """
      Nếu việc này xảy ra lần thứ hai, khai số tham chiếu để phân biệt hai danh sách, {1}. Nếu \
      không thì không cần làm gì.
      """),
    Translation(
      "by --reference or in the file's first line",
      "bằng --reference hoặc ở dòng đầu của tệp"),
    Translation(
      "in the file's first line, where it declares “{1}”",
      "ở dòng đầu của tệp, chỗ đang khai “{1}”"),
    // Sources/BenefitLedger/Posting/Rejects.swift
    Translation(
      "The refused rows of one file are written, not of several.",
      "Chỉ ghi ra được các dòng bị từ chối của một tệp, không phải của nhiều tệp."),
    // Sources/BenefitLedger/Posting/Resolver.swift
    Translation(
      "Line {1} is missing.",
      "Thiếu dòng chi tiết {1}."),
    // Sources/BenefitLedger/Posting/RowReport.swift
    Translation(
      "Name another file with {1}, or move that one away.",
      "Chọn tệp khác bằng {1}, hoặc chuyển tệp kia đi chỗ khác."),
    // Sources/BenefitLedger/Posting/SameRows.swift
    Translation(
      "batch {1}, file {2}, posted with date {3}",
      "lô {1}, tệp {2}, ghi sổ với ngày {3}"),
    Translation(
      "submission {1}, file {2}, submitted with date {3}",
      "hồ sơ trình duyệt {1}, tệp {2}, trình với ngày {3}"),
    Translation(
      "If it is the same money, undo this one: benefit-ledger batch reverse {1} --reason …",
      "Nếu là cùng một khoản tiền, đảo lô này: benefit-ledger batch reverse {1} --reason …"),
    Translation(
      "If it is the same money, withdraw this one: benefit-ledger batch reject {1} --reason …",
      "Nếu là cùng một khoản tiền, rút lại hồ sơ này: benefit-ledger batch reject {1} --reason …"),
    Translation(
      "If it is the same money, do not post it.",
      "Nếu là cùng một khoản tiền thì không ghi sổ."),
    Translation(
      "The file has the same rows as {1}.",
      "Tệp có các dòng giống hệt {1}."),
    // Sources/BenefitLedger/Posting/UndoneBatch.swift
    Translation(
      "Batch {1} is impossible.",
      "Lô {1} không hợp lệ."),
    // Sources/BenefitLedger/Posting/UndoneLines.swift
    // may leave out: {3}
    Translation(
      "{1} of batch {2} {3} undone since by batch {4}; {5}.",
      "{1} của lô {2} sau đó đã bị đảo bởi lô {4}; {5}."),
    Translation(
      "To post those again, put them into a list of their own.",
      "Muốn ghi sổ lại các dòng đó, lập cho chúng một danh sách riêng."),
    Translation(
      "Other lists have taken them since; there is nothing to do.",
      "Các danh sách khác đã ghi những khoản đó; không cần làm gì."),
    Translation(
      "it is not open again",
      "dòng này hiện không ghi sổ lại được"),
    Translation(
      "it is open again",
      "dòng này có thể ghi sổ lại"),
    Translation(
      "all of them are open again",
      "tất cả đều có thể ghi sổ lại"),
    Translation(
      "{1} open again",
      "{1} có thể ghi sổ lại"),
    Translation(
      "{1} of them is",
      "trong đó {1} dòng"),
    Translation(
      "{1} goes by {2}, and the row has a bank account. {3}",
      "{1} được chi bằng {2}, mà dòng này có số tài khoản ngân hàng. {3}"),
    Translation(
      "Write the channel “bank”, or leave the account empty.",
      "Ghi hình thức chi “bank”, hoặc để trống số tài khoản."),
    Translation(
      "A correction needs a reason.",
      "Điều chỉnh phải có lý do."),
    Translation(
      "Say with --reason why the lines are undone.",
      "Dùng --reason nêu lý do đảo các dòng."),
  ]
}
