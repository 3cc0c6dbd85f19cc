extension Vietnamese {
  /// Messages of reconciling the bank, of exceptions and of bank orders.
  static let benefitLedgerBank: [Translation] = [
    // Sources/BenefitLedger/Bank/BankEntry.swift
    Translation(
      "line {1}",
      "dòng {1}"),
    Translation(
      "voucher {1}",
      "chứng từ {1}"),
    // Sources/BenefitLedger/Bank/BankMatcher.swift
    Translation(
      "batch {1}",
      "lô {1}"),
    // Sources/BenefitLedger/Bank/ExceptionFinding.swift
    Translation(
      "The bank made no payment of order {1}: {2}. Order it again, and close this with a note.",
      """
      Ngân hàng không chi khoản nào của lệnh chuyển tiền {1}: {2}. Lập lại lệnh, rồi đóng khoản \
      này bằng ghi chú.
      """),
    Translation(
      "It could be {1} or others: match it by hand.",
      "Có thể là {1} hoặc khoản khác: khớp thủ công."),
    Translation(
      "It could be {1}: match it by hand.",
      "Có thể là {1}: khớp thủ công."),
    Translation(
      """
      Post what was paid from fund {1}, or match it by hand; the bank's charges can be closed \
      with a note.
      """,
      """
      Ghi sổ khoản đã chi từ quỹ {1}, hoặc khớp thủ công; phí ngân hàng có thể đóng bằng ghi chú.
      """),
    Translation(
      "Find out whose money it is, post it to fund {1}, or send it back.",
      "Xác định tiền này của ai, ghi sổ vào quỹ {1}, hoặc chuyển trả lại."),
    Translation(
      "It was paid as {1} đ, and {2} đ came back: ask the bank.",
      "Đã chi {1} đ nhưng số quay về là {2} đ: hỏi ngân hàng."),
    Translation(
      "Post it as returned: {1}. Hold the person as deceased.",
      "Ghi sổ returned: {1}. Tạm dừng chi cho người hưởng này vì đã chết."),
    Translation(
      "Post it as returned: {1}.",
      "Ghi sổ returned: {1}."),
    Translation(
      "The books have {1} đ in {2}: correct the voucher, or ask the bank.",
      "Theo sổ là {1} đ ở {2}: điều chỉnh chứng từ, hoặc hỏi ngân hàng."),
    Translation(
      "The bank paid it twice: call the second payment back.",
      "Ngân hàng đã chi khoản này hai lần: yêu cầu ngân hàng thu hồi lần chi thứ hai."),
    Translation(
      "It came back before: ask the bank, and send it back if it is not ours.",
      """
      Khoản này đã quay về một lần trước đó: hỏi ngân hàng, và chuyển trả lại nếu không phải của \
      quỹ.
      """),
    Translation(
      "The books do not have it as paid: if it was never paid, post it as unpaid.",
      "Sổ không ghi khoản này là đã chi: nếu thực tế chưa chi thì ghi sổ unpaid."),
    Translation(
      "The books do not have it as paid: post the list of what was paid.",
      "Sổ không ghi khoản này là đã chi: ghi sổ danh sách đã chi (paid)."),
    // Sources/BenefitLedger/Bank/Ledger+Exceptions.swift
    Translation(
      "assign an exception",
      "phân công xử lý khoản chưa khớp"),
    Translation(
      "resolve an exception",
      "xử lý khoản chưa khớp"),
    Translation(
      "Voucher {1} has nothing open on bank/{2}.",
      "Chứng từ {1} không còn gì chờ khớp trên bank/{2}."),
    Translation(
      "`benefit-ledger reconcile bank` shows the batches that no statement has.",
      "`benefit-ledger reconcile bank` liệt kê các lô chưa có trong sao kê nào."),
    Translation(
      "Line {1} is not open on bank/{2}.",
      "Dòng chi tiết {1} không còn chờ khớp trên bank/{2}."),
    Translation(
      "A line that was matched or undone, or whose voucher is named too, is not open.",
      "Dòng đã khớp, đã đảo, hoặc có chứng từ của nó cũng được nêu thì không còn chờ khớp."),
    Translation(
      "The bank has {1} đ, and what is named comes to {2} đ.",
      "Theo ngân hàng là {1} đ, còn các dòng và chứng từ được nêu cộng lại là {2} đ."),
    Translation(
      "Name everything that it is: the two come to the same, to the đồng.",
      "Nêu đủ mọi dòng và chứng từ: hai bên phải bằng nhau đến từng đồng."),
    Translation(
      """
      Exceptions that are resolved together are of one account, and all of statements or all \
      of notices.
      """,
      """
      Các khoản chưa khớp được xử lý cùng lúc phải thuộc cùng một tài khoản, và đều từ sao kê hoặc \
      đều từ giấy báo.
      """),
    Translation(
      "There is no exception {1}.",
      "Không có khoản chưa khớp {1}."),
    Translation(
      "`benefit-ledger exceptions list --all` shows every exception.",
      "`benefit-ledger exceptions list --all` liệt kê mọi khoản chưa khớp."),
    Translation(
      "Exception {1} is not open: {2}",
      "Khoản chưa khớp {1} không còn mở: {2}"),
    Translation(
      "a note closed it.",
      "đã được đóng bằng ghi chú."),
    Translation(
      "match {1} has its booking.",
      "bút toán của khoản này đã thuộc lần khớp {1}."),
    // Sources/BenefitLedger/Bank/Ledger+Order.swift
    Translation(
      "The name of who pays is empty, or has characters that nobody sees.",
      "Tên bên trả tiền để trống, hoặc có ký tự không nhìn thấy."),
    Translation(
      "Name who pays as the bank knows the account.",
      "Ghi tên bên trả tiền đúng như tên tài khoản tại ngân hàng."),
    Translation(
      "No bank payment{1} of batch {2} is still to be paid.",
      "Lô {2} không còn khoản chi qua ngân hàng nào{1} chưa chi."),
    Translation(
      " of fund {1}",
      " thuộc quỹ {1}"),
    Translation(
      "What is paid, cancelled or held is not ordered: benefit-ledger batch show {1}",
      """
      Khoản đã chi, đã huỷ hoặc bị tạm dừng không được lập lệnh chuyển tiền: benefit-ledger batch \
      show {1}
      """),
    Translation(
      "The order would come to more than 999.999.999.999.999.999 đ.",
      "Lệnh chuyển tiền sẽ vượt quá 999.999.999.999.999.999 đ."),
    Translation(
      "A bank order cannot say more. Check the list; order it in parts.",
      "Lệnh chuyển tiền không ghi được số lớn hơn. Kiểm tra danh sách; lập lệnh thành nhiều phần."),
    Translation(
      "Batch {1} has bank payments of several funds: {2}.",
      "Lô {1} có các khoản chi qua ngân hàng của nhiều quỹ: {2}."),
    Translation(
      "Each fund pays from its own account: order them one by one with --fund.",
      "Mỗi quỹ chi từ tài khoản riêng: lập lệnh lần lượt cho từng quỹ bằng --fund."),
    Translation(
      "`benefit-ledger batch list` shows the batches.",
      "`benefit-ledger batch list` liệt kê các lô."),
    Translation(
      "it is a list of {1}",
      "đây là danh sách {1}"),
    Translation(
      "it undoes another",
      "lô này đảo một lô khác"),
    Translation(
      "batch {1} undoes it",
      "lô này đã được đảo bằng lô {1}"),
    Translation(
      "Batch {1} cannot be ordered from the bank: {2}.",
      "Không lập được lệnh chuyển tiền cho lô {1}: {2}."),
    Translation(
      "Name a due list or a list of reissues.",
      "Chọn một danh sách phải chi (due) hoặc danh sách chi lại (reissued)."),
    // Sources/BenefitLedger/Bank/Ledger+ReconcileBank.swift
    Translation(
      "reconcile the bank",
      "đối chiếu với ngân hàng"),
    Translation(
      "Statements of this account were of fund {1}, and --fund says {2}.",
      "Các sao kê trước của tài khoản này thuộc quỹ {1}, còn --fund nêu {2}."),
    Translation(
      "Nothing says which fund's account this is.",
      "Không có gì cho biết đây là tài khoản của quỹ nào."),
    Translation(
      "Say it once with --fund; a statement of the same account is known from then on.",
      "Nêu một lần bằng --fund; từ đó sao kê của cùng tài khoản sẽ được tự nhận ra."),
    Translation(
      "The statement begins with {1} đ; the last one of fund {2} ended with {3} đ.",
      "Sao kê này có số dư đầu {1} đ; sao kê gần nhất của quỹ {2} có số dư cuối {3} đ."),
    Translation(
      """
      It is of an earlier day than the last one: statements are taken in by their dates, each \
      once.
      """,
      """
      Sao kê này có ngày sớm hơn sao kê gần nhất: sao kê được nhập theo thứ tự ngày, mỗi sao kê \
      một lần.
      """),
    Translation(
      "A statement between the two is missing: take it in first.",
      "Thiếu một sao kê nằm giữa hai sao kê này: nhập sao kê đó trước."),
    Translation(
      "end-to-end",
      "mã end-to-end"),
    Translation(
      "order",
      "mã lệnh"),
    Translation(
      "batch-total",
      "tổng của lô"),
    Translation(
      "several-entries",
      "nhiều bút toán"),
    Translation(
      "amount-and-date",
      "số tiền và ngày"),
    Translation(
      "not-executed",
      "khoản không được thực hiện"),
    Translation(
      "by-voucher",
      "chứng từ được chỉ định"),
    Translation(
      "by-hand",
      "khớp thủ công"),
    Translation(
      "unmatched",
      "chưa khớp"),
    Translation(
      "ambiguous",
      "nhiều khả năng"),
    Translation(
      "amount-differs",
      "khác số tiền"),
    Translation(
      "twice",
      "trùng"),
    Translation(
      "not-paid",
      "chưa chi"),
    Translation(
      "order-rejected",
      "lệnh bị từ chối"),
    Translation(
      """
      The bank did not make payment {1} of order {2}, which the ledger does not know: {3}. \
      Find out whose it is, and close this with a note.
      """,
      """
      Ngân hàng không chi khoản {1} của lệnh {2}, khoản này không có trong sổ: {3}. Xác định \
      là khoản của ai rồi đóng bằng ghi chú.
      """),
    Translation(
      "Exception {1} is not open: its statement was withdrawn by record {2}.",
      "Khoản chưa khớp {1} không còn mở: sao kê của nó đã được rút lại theo bản ghi {2}."),
    Translation(
      "withdraw a statement",
      "rút lại sao kê"),
    Translation(
      "There is no statement {1}.",
      "Không có sao kê {1}."),
    Translation(
      "`benefit-ledger statements list --all` shows every statement.",
      "`benefit-ledger statements list --all` liệt kê mọi sao kê."),
    Translation(
      "Statement {1} is withdrawn already, by record {2}.",
      "Sao kê {1} đã được rút lại, theo bản ghi {2}."),
    Translation(
      "`benefit-ledger statements list --all` says why.",
      "`benefit-ledger statements list --all` cho biết lý do."),
    Translation(
      "Statement {1} came in one file with others: {2}.",
      "Sao kê {1} nằm trong cùng một tệp với các sao kê khác: {2}."),
    Translation(
      "A file is taken back whole: benefit-ledger statements withdraw {1} --reason …",
      "Tệp được rút lại trọn vẹn: benefit-ledger statements withdraw {1} --reason …"),
    Translation(
      "Later statements of the account go on from statement {1}: {2}.",
      "Các sao kê sau của tài khoản nối tiếp sao kê {1}: {2}."),
    Translation(
      """
      The last is taken back first, or all of them together: benefit-ledger statements \
      withdraw {1} --reason …
      """,
      """
      Rút lại sao kê cuối cùng trước, hoặc rút lại tất cả cùng lúc: benefit-ledger statements \
      withdraw {1} --reason …
      """),
    Translation(
      "Match {1} has bookings of statement {2} and of statement {3}.",
      "Lần khớp {1} có bút toán của sao kê {2} và của sao kê {3}."),
    Translation(
      "They are taken back together: benefit-ledger statements withdraw {1} --reason …",
      "Hai sao kê được rút lại cùng nhau: benefit-ledger statements withdraw {1} --reason …"),
    Translation(
      "Voucher {1} was posted for a booking of statement {2}, in batch {3}.",
      "Chứng từ {1} đã ghi sổ cho một bút toán của sao kê {2}, trong lô {3}."),
    Translation(
      "Undo what was posted first: benefit-ledger batch reverse {1} --reason …",
      "Đảo phần đã ghi sổ trước: benefit-ledger batch reverse {1} --reason …"),
    Translation(
      "The statement is of account {1}, and --account says {2}.",
      "Sao kê là của tài khoản {1}, còn --account ghi {2}."),
    Translation(
      "Leave --account out; it is for files that do not name their account.",
      "Bỏ --account; tuỳ chọn này chỉ dùng cho tệp không ghi số tài khoản."),
    Translation(
      "Nothing says of which account of fund {1} the statement is.",
      "Không có gì cho biết sao kê là của tài khoản nào của quỹ {1}."),
    Translation(
      "Say it with --account: the file does not name it.",
      "Nêu số tài khoản bằng --account: tệp không ghi."),
    Translation(
      "The statements of fund {1} are of account {2}; this one is of {3}.",
      "Sao kê của quỹ {1} là của tài khoản {2}; sao kê này là của tài khoản {3}."),
    Translation(
      """
      If it is of another fund, say which with --fund. If the fund has a second account, say \
      so once with --another-account. Nothing was taken in.
      """,
      """
      Nếu là của quỹ khác, nêu quỹ bằng --fund. Nếu quỹ có thêm tài khoản, nêu một lần bằng \
      --another-account. Chưa nhận gì vào sổ.
      """),
    Translation(
      """
      Leave --fund out, or ask the bank whose account it is. If they were taken in under the \
      wrong fund, take them back: benefit-ledger statements list. Nothing was taken in.
      """,
      """
      Bỏ --fund, hoặc hỏi ngân hàng tài khoản là của ai. Nếu các sao kê trước nhận nhầm quỹ \
      thì rút lại: benefit-ledger statements list. Chưa nhận gì vào sổ.
      """),
    Translation(
      """
      The statement begins with {1} đ; the last one of its account, of fund {2}, ended with \
      {3} đ.
      """,
      """
      Sao kê bắt đầu với {1} đ; sao kê gần nhất của tài khoản này, thuộc quỹ {2}, kết thúc với \
      {3} đ.
      """),
    Translation(
      """
      A statement between the two is missing: take it in first. If the last one was wrong, it \
      is taken back by: benefit-ledger statements withdraw {1}
      """,
      """
      Thiếu một sao kê ở giữa: nhận sao kê đó trước. Nếu sao kê gần nhất bị nhận nhầm thì rút \
      lại: benefit-ledger statements withdraw {1}
      """),
  ]
}
