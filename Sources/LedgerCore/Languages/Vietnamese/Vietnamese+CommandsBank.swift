extension Vietnamese {
  /// The answers of `exceptions`, `export` and `reconcile bank`.
  static let commandsBank: [Translation] = [
    // Sources/benefit-ledger/Commands/ExceptionsCommand.swift
    Translation(
      "There are no such exceptions.",
      "Không có khoản chưa khớp nào như vậy."),
    Translation(
      "--owner has 1 to 64 bytes.",
      "--owner dài từ 1 đến 64 byte."),
    Translation(
      "{1} sees to exception {2}; record {3}.",
      "{1} phụ trách khoản chưa khớp {2}; bản ghi {3}."),
    Translation(
      "Name an exception.",
      "Nêu số của một khoản chưa khớp."),
    Translation(
      "Say either --note, or --voucher and --line.",
      "Chỉ dùng --note, hoặc dùng --voucher và --line."),
    Translation(
      "--reason says why vouchers or lines are it.",
      "--reason nêu lý do khớp với chứng từ hoặc dòng, chỉ dùng cùng --voucher hoặc --line."),
    Translation(
      "A reason is not empty.",
      "Lý do không được để trống."),
    Translation(
      "closed by a note",
      "đã đóng bằng ghi chú"),
    Translation(
      "matched",
      "đã khớp"),
    Translation(
      "Exception {1}: {2}; record {3}.",
      "Khoản chưa khớp {1}: {2}; bản ghi {3}."),
    Translation(
      """
      Exception {1}, {2}, {3}: {4} đ on the account of fund {5}, booked on {6}, {7} days old.

      """,
      """
      Khoản chưa khớp {1}, {2}, {3}: {4} đ trên tài khoản của quỹ {5}, hạch toán ngày {6}, đã {7} \
      ngày.

      """),
    Translation(
      "  from: {1}:{2}, entry {3}, record {4}\n",
      "  nguồn: {1}:{2}, bút toán {3}, bản ghi {4}\n"),
    Translation(
      "  end-to-end id: {1}\n",
      "  mã end-to-end: {1}\n"),
    Translation(
      "  text: {1}\n",
      "  nội dung: {1}\n"),
    Translation(
      "  reason: {1}\n",
      "  lý do: {1}\n"),
    Translation(
      "  seen to by: {1}\n",
      "  người phụ trách: {1}\n"),
    Translation(
      "  match {1} by {2}\n",
      "  lần khớp {1} theo {2}\n"),
    Translation(
      "  note: {1}\n",
      "  ghi chú: {1}\n"),
    Translation(
      "  to do: {1}",
      "  cần làm: {1}"),
    Translation(
      "no",
      "số"),
    Translation(
      "booked",
      "ngày hạch toán"),
    Translation(
      "days",
      "số ngày"),
    Translation(
      "owner",
      "người phụ trách"),
    Translation(
      "to do",
      "cần làm"),
    // may leave out: {2}
    Translation(
      "\n{1} of the bank {2} open, {3} đ: benefit-ledger exceptions list",
      "\nCòn {1} của ngân hàng, {3} đ: benefit-ledger exceptions list"),
    // Sources/benefit-ledger/Commands/ExportCommand.swift
    Translation(
      "--debtor-name is not empty.",
      "--debtor-name không được để trống."),
    Translation(
      "Wrote {1}: order {2}, {3}, {4} đ, fund {5}, to be paid on {6}.",
      "Đã ghi {1}: lệnh chuyển tiền {2}, {3}, {4} đ, quỹ {5}, ngày chi {6}."),
    Translation("{1} payment", "{1} khoản"),
    Translation("{1} entry", "{1} bút toán"),
    Translation("{1} difference", "{1} chênh lệch"),
    Translation(
      "{1} bank payment of the batch is no longer open.",
      "{1} khoản chi qua ngân hàng của lô không còn phải chi."),
    Translation(
      "{1} is left out because the person is held: benefit-ledger hold list",
      """
      {1} khoản không đưa vào lệnh vì người hưởng đang bị tạm dừng chi: benefit-ledger hold list
      """),
    // Sources/benefit-ledger/Commands/ReconcileBankCommand.swift
    Translation(
      "--window is 0 to 366 days.",
      "--window từ 0 đến 366 ngày."),
    Translation(
      "Matched by {1}: {2}, {3} đ.\n",
      "Khớp theo {1}: {2} bút toán, {3} đ.\n"),
    Translation(
      "Nothing new is matched.\n",
      "Không có khoản nào mới khớp.\n"),
    Translation(
      "In the books and on no statement:\n",
      "Có trong sổ nhưng chưa có trong sao kê nào:\n"),
    Translation(
      "Exceptions:\n",
      "Các khoản chưa khớp:\n"),
    Translation(
      "Wrote {1}: {2} returned, {3} đ. Post it: benefit-ledger post returned {4}\n",
      """
      Đã ghi {1}: {2} khoản bị trả lại, {3} đ. Ghi sổ bằng lệnh: benefit-ledger post returned {4}\n
      """),
    Translation(
      "{1} came back and are not posted, {2} đ.\n",
      "{1} khoản quay về chưa ghi sổ, {2} đ.\n"),
    Translation(
      "Bank and books agree.",
      "Sao kê ngân hàng và sổ khớp nhau."),
    Translation(
      "Bank and books do not agree.",
      "Sao kê ngân hàng và sổ không khớp nhau."),
    Translation(
      "{1}: {2} {3}of fund {4}, ",
      "{1}: {2} {3}của quỹ {4}, "),
    Translation(
      ", recorded before",
      ", đã ghi nhận trước đó"),
    Translation(
      "statement {1}{2}.\n",
      "sao kê {1}{2}.\n"),
    Translation(
      "  {1} đ + {2} đ in − {3} đ out = {4} đ, {5}.\n",
      "  {1} đ + {2} đ vào − {3} đ ra = {4} đ, {5}.\n"),
    Translation(
      "  {1}: {2} đ in, {3} đ out.\n",
      "  {1}: {2} đ vào, {3} đ ra.\n"),
    // may leave out: {3}
    Translation(
      """
        {1}, {2} đ, {3} a value date that is not the day of booking; balances are by the day \
      of booking.

      """,
      """
        {1}, {2} đ, có ngày giá trị khác ngày hạch toán; số dư tính theo ngày hạch toán.

      """),
    Translation(
      "{1} booking",
      "{1} bút toán"),
    Translation(
      "  {1} bookings are announced and not booked; they are left out.\n",
      "  {1} bút toán mới được báo trước, chưa hạch toán; không đưa vào đối chiếu.\n"),
    Translation(
      "  withdrawn with its statement on {1} by {2}, record {3}: {4}\n",
      "  đã rút lại cùng sao kê ngày {1}, người thực hiện {2}, bản ghi {3}: {4}\n"),
    Translation(
      "--account has 1 to 64 bytes.",
      "--account dài từ 1 đến 64 byte."),
    Translation(
      "There are no such statements.",
      "Không có sao kê nào như vậy."),
    Translation(
      "Name a statement.",
      "Nêu số của một sao kê."),
    Translation(
      """
      Withdrawn: statement {1}, {2}, {3}; record {4}.
      Take in the right file, or look at what is open: benefit-ledger reconcile bank
      """,
      """
      Đã rút lại: sao kê {1}, {2}, {3}; bản ghi {4}.
      Nhận tệp đúng, hoặc xem lại những gì còn mở: benefit-ledger reconcile bank
      """),
    Translation(
      "{1} match",
      "{1} lần khớp"),
    Translation(
      "{1} by {2}: {3}",
      "{1}, {2}: {3}"),
  ]
}
