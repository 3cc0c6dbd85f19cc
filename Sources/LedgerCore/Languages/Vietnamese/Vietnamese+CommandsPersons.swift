extension Vietnamese {
  /// The answers on persons: deaths, holds, linked numbers and statements.
  static let commandsPersons: [Translation] = [
    // Sources/benefit-ledger/Commands/DeathCommand.swift
    Translation(
      "died",
      "ngày chết"),
    Translation(
      "to heirs",
      "cho thân nhân"),
    Translation(
      "notes",
      "ghi chú"),
    Translation(
      "hold released, left alone",
      "đã bỏ tạm dừng, để nguyên"),
    Translation(
      "Checked, nothing posted and nobody held.\n",
      "Đã kiểm tra; không ghi sổ dòng nào và không tạm dừng chi ai.\n"),
    Translation(
      "The dead are held since record {1}.\n",
      "Người hưởng chết đã bị tạm dừng chi từ bản ghi {1}.\n"),
    Translation(
      "{1} of the dead are newly held.\n",
      "Tạm dừng chi thêm {1} người hưởng chết.\n"),
    Translation(
      "There is nothing to post.",
      "Không có gì để ghi sổ."),
    // may leave out: {3}
    Translation(
      """
      {1}: {2} {3} overpaid in part before, and the other {4} đ of the payment is claimed by \
      nobody.
        Undo what was recovered or offset of it, then the overpaid, with “reverse”; then run \
      this list again.

      """,
      """
      {1}: {2} đã được ghi nhận chi thừa một phần từ trước, còn {4} đ đã chi chưa được ghi nhận \
      phải thu hồi.
        Dùng “reverse” đảo phần đã thu hồi hoặc bù trừ, rồi đảo chính bước chi thừa; sau đó chạy \
      lại danh sách này.

      """),
    Translation(
      "{1} later month",
      "{1} tháng sau tháng chết"),
    Translation(
      """
      {1}: of {2} {3} đ is withheld and still owed to the creditor.
        If the month is cancelled, undo the cancelled and the withheld with “reverse” and run \
      this list again; what was remitted, claim back.

      """,
      """
      {1}: trong {2} có {3} đ đã khấu trừ, còn phải trả cho bên được hưởng khấu trừ.
        Nếu tháng đó đã huỷ, dùng “reverse” đảo bước huỷ và bước khấu trừ rồi chạy lại danh sách \
      này; phần đã chuyển cho bên được hưởng (remitted) thì đòi lại.

      """),
    // Sources/benefit-ledger/Commands/HoldCommand.swift
    Translation(
      "{1} hold",
      "{1} lệnh tạm dừng"),
    Translation(
      "--reason is not empty.",
      "--reason không được để trống."),
    Translation(
      "--to is not before --from.",
      "--to không được trước --from."),
    Translation(
      "Person {1} is held from {2} on ({3}); record {4}.",
      "Đã tạm dừng chi người hưởng {1} từ ngày {2} ({3}); bản ghi {4}."),
    Translation(
      "The register has this hold already.",
      "Sổ đăng ký đã có lệnh tạm dừng này."),
    Translation(
      "Nothing is released yet",
      "Chưa bỏ tạm dừng"),
    Translation(
      "the same command with --date {1}",
      "cùng lệnh này với --date {1}"),
    Translation(
      "{1} released from {2} on; record {3}.",
      "Đã bỏ {1} từ ngày {2}; bản ghi {3}."),
    Translation(
      "Name a hold by its number, or a person by 10 or 12 digits.",
      "Ghi số của lệnh tạm dừng, hoặc mã số 10 hoặc 12 chữ số của người hưởng."),
    Translation(
      "There are no such holds.",
      "Không có lệnh tạm dừng nào như vậy."),
    Translation(
      "from",
      "từ"),
    Translation(
      "hold",
      "lệnh tạm dừng"),
    Translation(
      "to",
      "đến"),
    Translation(
      "file:line",
      "tệp:dòng"),
    Translation(
      "reason",
      "lý do"),
    Translation(
      "released from",
      "bỏ tạm dừng từ"),
    // Sources/benefit-ledger/Commands/PersonCommand.swift
    Translation(
      "A person is 10 or 12 digits that are not all equal.",
      "Mã số người hưởng gồm 10 hoặc 12 chữ số không giống hệt nhau."),
    Translation(
      "Person {1}",
      "Người hưởng {1}"),
    Translation(
      ", also {1}",
      ", mã số khác {1}"),
    Translation(
      " under {1}",
      " theo dõi dưới mã số {1}"),
    Translation(same: ": {1} đồng, {2}"),
    Translation(
      ", open {1}",
      ", còn mở {1}"),
    Translation(
      "Due {1}: open {2}, unclaimed {3}, ",
      "Phải chi {1}: còn mở {2}, chưa nhận {3}, "),
    Translation(
      "owed to heirs {1}, ",
      "phải chi cho thân nhân {1}, "),
    Translation(
      "kept back {1}, ",
      "khấu trừ {1}, "),
    Translation(
      "paid {1}, cancelled {2}.",
      "đã chi {1}, đã huỷ {2}."),
    Translation(
      "\nOf what was paid: to be recovered {1}, recovered ",
      "\nTrong số đã chi: còn phải thu hồi {1}, đã thu hồi "),
    Translation(
      "  step",
      "  bước"),
    Translation(
      "undoes step {1}",
      "đảo bước {1}"),
    Translation(
      "undone by step {1}",
      "bị đảo ở bước {1}"),
    Translation(
      "reference {1}",
      "số tham chiếu {1}"),
    Translation(
      "account {1}",
      "số tài khoản {1}"),
    Translation(
      "document {1}",
      "văn bản {1}"),
    Translation(
      "reason {1}",
      "lý do {1}"),
    Translation(
      " undone",
      " (đảo)"),
    // Sources/benefit-ledger/Commands/PersonLinkCommands.swift
    Translation(
      "Person {1} is {2}; record {3}.",
      "{1} và {2} là mã số của cùng một người hưởng; bản ghi {3}."),
    Translation(
      "The numbers are linked already.",
      "Hai mã số này đã được liên kết từ trước."),
    Translation(
      "{1} link",
      "{1} liên kết mã số"),
    Translation(
      "No numbers are linked.",
      "Chưa có mã số nào được liên kết."),
    Translation(
      "Nothing is linked yet",
      "Chưa liên kết mã số"),
    Translation(
      "Owed twice: {1} for {2}{3}\n",
      "Phải chi trùng: {1} tháng hưởng {2}{3}\n"),
    Translation(
      "  under {1}: {2}, {3} đ, batch {4}, {5}:{6}\n",
      "  dưới mã số {1}: {2}, {3} đ, lô {4}, {5}:{6}\n"),
    Translation(
      "{1} more are not listed.\n",
      "Còn {1} khoản không liệt kê.\n"),
    Translation(
      "new",
      "mã số mới"),
    Translation(
      "old",
      "mã số cũ"),
    // Sources/benefit-ledger/Commands/PersonStory+Answer.swift
    Translation(
      "Person {1}{2}\n",
      "Người hưởng {1}{2}\n"),
    Translation(same: "{1}: {2} đồng\n"),
    Translation(
      "{1}, {2}, fund {3}; then {4}",
      "{1}, {2}, quỹ {3}; sau đó {4}"),
    Translation(
      "undoes",
      "đảo"),
    Translation(
      "undone by",
      "bị đảo ở"),
    Translation(
      "{1}, reference {2}, period {3}{4}",
      "{1}, số tham chiếu {2}, kỳ {3}{4}"),
    Translation(
      "{1}, line {2} (line {3} of the ledger)",
      "{1}, dòng {2} (dòng chi tiết {3} của sổ)"),
    Translation(
      "{1} bytes, SHA-256 {2}",
      "{1} byte, SHA-256 {2}"),
    Translation(
      "document",
      "văn bản"),
    Translation(
      "seal",
      "niêm phong"),
    Translation(
      "step {1}, batch {2}, file {3}, line {4}",
      "bước {1}, lô {2}, tệp {3}, dòng {4}"),
    Translation(
      "step {1}, batch {2} on {3}, by {4}: {5}",
      "bước {1}, lô {2} ngày {3}, người lập {4}: {5}"),
    Translation(
      "{1}: debit {2}, credit {3}, {4} đ in {5}{6}",
      "{1}: Nợ {2}, Có {3}, {4} đ gồm {5}{6}"),
    Translation(
      ", corrects voucher {1}",
      ", điều chỉnh chứng từ {1}"),
    Translation(
      "approved by {1}",
      "do {1} duyệt"),
    Translation(
      "nobody had to approve",
      "không cần người duyệt"),
    Translation(
      "submitted by {1} as record {2}, {3}",
      "do {1} trình theo bản ghi {2}, {3}"),
    Translation(
      "nothing became due.",
      "chưa xác lập khoản phải chi nào."),
    Translation(
      "{1} is due and not yet paid.",
      "phải chi {1}, chưa chi."),
    Translation(
      "it is paid; nothing is open.",
      "đã chi; không còn số phải chi."),
    Translation(
      "the money did not reach the person; {1} is owed and unclaimed.",
      "tiền chưa đến tay người hưởng; còn phải chi {1}, chưa nhận."),
    Translation(
      "it is void; nothing is open.",
      "đã huỷ; không còn số phải chi."),
    Translation(
      "what made it due was undone; nothing is open, and it can become due anew.",
      "bước phải chi đã bị đảo; không còn số phải chi, và có thể xác lập phải chi lại."),
    Translation(
      "it is paid, and {1} that was not owed is still to be recovered.",
      "đã chi, trong đó {1} chi thừa còn phải thu hồi."),
    Translation(
      "it is paid, and all that was not owed has come back; nothing is open.",
      "đã chi, và đã thu hồi đủ số chi thừa; không còn số phải thu hồi."),
    Translation(
      "{1} is owed to the heirs.",
      "còn phải chi cho thân nhân {1}."),
  ]
}
