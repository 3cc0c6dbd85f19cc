extension Vietnamese {
  /// The answers of `reconcile lines` and `reconcile totals`.
  static let commandsReconcile: [Translation] = [
    // Sources/benefit-ledger/Commands/ReconcileLinesCommand.swift
    Translation(
      "Lines of “{1}” have no persons; use `reconcile totals`.",
      "Các dòng của “{1}” không theo người hưởng; dùng `reconcile totals`."),
    Translation(
      "--correct is for the ledger as it is now, without --as-at and --as-known-at.",
      "--correct chỉ dùng với số liệu hiện tại của sổ, không dùng cùng --as-at và --as-known-at."),
    Translation(
      ", site {1}",
      ", điểm chi trả {1}"),
    Translation(
      ", period {1}",
      ", kỳ {1}"),
    Translation(
      "{1} of ours, {2} of theirs",
      "theo sổ {1}; bên kia {2}"),
    Translation(
      "Every line agrees: {1} ({2}).\n",
      "Mọi dòng đều khớp: {1} ({2}).\n"),
    Translation(
      "Compared {1} ({2}); {3} agree.\n",
      "Đã đối chiếu {1} ({2}); khớp {3}.\n"),
    Translation(
      "{1} more of these are not shown; --json has all.\n",
      "Còn {1} nhóm chênh lệch không hiển thị; --json có đủ tất cả.\n"),
    Translation(
      "{1} more are not shown; --csv writes all.\n",
      "Còn {1} chênh lệch không hiển thị; --csv ghi ra đủ tất cả.\n"),
    Translation(
      "\n{1} has every difference, with the persons' whole numbers.\n",
      "\n{1} có đủ mọi chênh lệch, kèm mã số đầy đủ của người hưởng.\n"),
    Translation(
      "they have and we do not",
      "bên kia có, sổ không có"),
    Translation(
      "we have and they do not",
      "sổ có, bên kia không có"),
    Translation(
      "another amount",
      "khác số tiền"),
    Translation(
      "they have more than once",
      "bên kia có nhiều hơn một lần"),
    Translation(
      "another site",
      "khác điểm chi trả"),
    Translation(
      "another channel",
      "khác hình thức chi"),
    Translation(
      "difference",
      "chênh lệch"),
    Translation(
      "our site",
      "điểm theo sổ"),
    Translation(
      "ours",
      "theo sổ"),
    Translation(
      "their site",
      "điểm bên kia"),
    Translation(
      "theirs",
      "bên kia"),
    Translation(
      "{1} lines, {2} đ",
      "{1} dòng, {2} đ"),
    Translation(
      "We have nothing of {1}: {2}.",
      "Sổ không có khoản nào của {1}: {2}."),
    Translation(
      "They have nothing of {1}: {2}.",
      "Bên kia không có khoản nào của {1}: {2}."),
    Translation(
      "They have {1} twice: {2} more.",
      "Bên kia có hai lần các khoản của {1}: thừa {2}."),
    Translation(
      "They have {1} where we have {2}{3}: {4}.",
      "Bên kia ghi {1}, sổ ghi {2}{3}: {4}."),
    Translation(
      ", all of it",
      ", toàn bộ"),
    Translation(
      "They have {1} where we have {2}: {3}.",
      "Bên kia ghi {1}, sổ ghi {2}: {3}."),
    Translation(
      "Another amount: {1}.",
      "Khác số tiền: {1}."),
    Translation(
      "site {1}",
      "điểm chi trả {1}"),
    Translation(
      "month {1}",
      "tháng hưởng {1}"),
    Translation(
      "channel {1}",
      "hình thức chi {1}"),
    Translation(
      "file {1}",
      "tệp {1}"),
    Translation(
      "the whole list",
      "cả danh sách"),
    Translation(
      "\nTo make our lines theirs, look these lists through and post them in this order:\n",
      """
      \nĐể các dòng trong sổ khớp với bên kia, kiểm tra kỹ các danh sách sau rồi ghi sổ theo đúng \
      thứ tự này:\n
      """),
    Translation(
      "No list corrects {1} of the differences: {2}.\n",
      "Có {1} chênh lệch không danh sách nào điều chỉnh được: {2}.\n"),
    Translation(
      "they are in their list more than once, and theirs to strike out",
      "có nhiều hơn một lần trong danh sách bên kia, bên kia phải tự loại bỏ"),
    Translation(
      "another of the same payment comes first; then reconcile again",
      "phải xử lý trước một chênh lệch khác của cùng khoản chi, rồi đối chiếu lại"),
    Translation(
      "it never became due",
      "chưa từng được xác lập phải chi"),
    Translation(
      "the ledger owes another amount",
      "số phải chi trong sổ là số khác"),
    Translation(
      "something happened to it since, which is undone first",
      "sau đó đã có bước khác, phải đảo bước đó trước"),
    Translation(
      "it is still due",
      "vẫn đang phải chi"),
    Translation(
      "it is paid, by a line that is not looked at here",
      "đã chi, ở một dòng không thuộc phạm vi đối chiếu này"),
    Translation(
      "it is cancelled or undone",
      "đã huỷ hoặc đã đảo"),
    Translation(
      "the person is not payable",
      "người hưởng đang không được chi trả"),
    Translation(
      "it goes through a bank, and the list here has no account",
      "chi qua ngân hàng nhưng danh sách ở đây không có số tài khoản"),
    Translation(
      "their row names no site or no channel",
      "dòng của bên kia không ghi điểm chi trả hoặc hình thức chi"),
    Translation(
      "their site is closed, or pays nobody",
      "điểm chi trả của bên kia đã ngừng hoạt động, hoặc không thực hiện chi trả"),
    Translation(
      "the amount is above a limit of the chart",
      "số tiền vượt giới hạn trong tệp quy tắc hạch toán"),
    Translation(
      "another channel at the same site is another due",
      "hình thức chi khác ở cùng điểm chi trả là một khoản phải chi khác"),
    Translation(
      "the rules of the ledger do not allow it",
      "quy tắc của sổ không cho phép"),
    // Sources/benefit-ledger/Commands/ReconcileTotalsCommand.swift
    Translation(
      "--profile and --sheet go with --against.",
      "--profile và --sheet chỉ dùng cùng --against."),
    Translation(
      ", and {1} totals of the other side",
      ", cùng {1} số tổng hợp của bên kia"),
    Translation(
      "Everything agrees: {1} compared{2}.\n{3}",
      "Tất cả đều khớp: đã đối chiếu {1}{2}.\n{3}"),
    Translation(
      "{1} more differences are not listed.\n",
      "Còn {1} chênh lệch không liệt kê.\n"),
    Translation(
      "{1} differences in {2}{3}.\n{4}",
      "{1} chênh lệch trong {2}{3}.\n{4}"),
    Translation(
      """
      Not compared: the accounts' counters (debit, credit), which know neither date nor batch; \
      cash is what the vouchers say.

      """,
      """
      Không đối chiếu: số phát sinh luỹ kế của tài khoản (debit, credit), vì số này không phân \
      theo ngày và lô; tiền mặt tính theo chứng từ.

      """),
    Translation(
      "advance",
      "tạm ứng"),
    Translation(
      "cash",
      "tiền mặt"),
    Translation(
      "left",
      "còn lại"),
    Translation(
      "other",
      "khác"),
    Translation(
      "refund",
      "hoàn ứng"),
    Translation(
      "\nCash that should be at sites, in đồng:\n",
      "\nTiền mặt phải có tại các điểm chi trả, đơn vị tính đồng:\n"),
    Translation(
      "{1} more sites are not shown.\n",
      "Còn {1} điểm chi trả không hiển thị.\n"),
    Translation(
      "Left after {1} at {2} of them; post “refund” once it is given back.\n",
      """
      Sau ngày {1}, {2} điểm trong số này vẫn còn tiền mặt; ghi sổ “refund” khi tiền đã nộp lại.\n
      """),
    Translation(
      "{1}: the vouchers come to {2}, the file's envelope says {3}.",
      "{1}: theo chứng từ {2}, dòng #batch của tệp khai {3}."),
    Translation(
      "{1}: the vouchers come to {2}, their lines to {3}.",
      "{1}: theo chứng từ {2}, theo dòng chi tiết {3}."),
    Translation(
      "{1}: the vouchers come to {2}, their steps to {3}.",
      "{1}: theo chứng từ {2}, theo các bước {3}."),
    Translation(
      "{1}: the vouchers debit {2}, the account's counter says {3}.",
      "{1}: phát sinh Nợ theo chứng từ {2}, số luỹ kế của tài khoản {3}."),
    Translation(
      "{1}: the vouchers credit {2}, the account's counter says {3}.",
      "{1}: phát sinh Có theo chứng từ {2}, số luỹ kế của tài khoản {3}."),
    Translation(
      "{1}: owed (due − cancelled) is {2}, discharged and open is {3}.",
      "{1}: số phải chi (due − cancelled) là {2}, số đã giải quyết và còn mở là {3}."),
    Translation(
      "{1}: more cash was paid out than there was: {2}.",
      "{1}: tiền mặt đã chi nhiều hơn số hiện có: {2}."),
    Translation(
      "{1}: more was taken out than was put in: a {2} balance of {3} đ.",
      "{1}: số lấy ra nhiều hơn số ghi vào: dư {2} {3} đ."),
    Translation(
      "{1}: they have {2}, we have nothing.",
      "{1}: bên kia có {2}, sổ không có."),
    Translation(
      "{1}: we have {2}, they have nothing.",
      "{1}: sổ có {2}, bên kia không có."),
    Translation(
      "{1}: we have {2}, they have {3}.",
      "{1}: sổ có {2}, bên kia có {3}."),
    Translation(
      "Batch {1}",
      "Lô {1}"),
    Translation(
      "{1} for ",
      "{1} dòng, cộng "),
  ]
}
