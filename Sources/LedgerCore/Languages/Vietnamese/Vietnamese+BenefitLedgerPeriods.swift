extension Vietnamese {
  /// Messages of accounting periods and the year end.
  static let benefitLedgerPeriods: [Translation] = [
    // Sources/BenefitLedger/Periods/ClosingDemands.swift
    Translation(
      "Period {1} ends on {2}, and the business date is {3}.",
      "Kỳ {1} kết thúc ngày {2}, mà ngày chứng từ là {3}."),
    Translation(
      """
      Close it on its last day or later. To keep new lists out until then: benefit-ledger \
      period soft-close {1}
      """,
      """
      Khoá sổ vào ngày cuối kỳ hoặc sau đó. Để không nhận danh sách mới cho đến lúc đó: \
      benefit-ledger period soft-close {1}
      """),
    Translation(
      "Period {1}",
      "Kỳ {1}"),
    Translation(
      "Period {1} cannot be closed: {2} for approval.",
      "Chưa thể khoá sổ kỳ {1}: {2} duyệt."),
    Translation(
      "{1} file waits",
      "còn {1} tệp chờ"),
    Translation(
      "Approve or reject what was submitted first.",
      "Duyệt hoặc từ chối các hồ sơ đã trình trước."),
    // may leave out: {4}
    Translation(
      "Period {1} cannot be closed: {2} of the bank up to {3} {4} open, {5} đ.",
      "Chưa thể khoá sổ kỳ {1}: còn {2} của ngân hàng đến ngày {3}, {5} đ."),
    Translation(
      "{1} exception",
      "{1} khoản chưa khớp"),
    Translation(
      "The chart says so (exceptions_block_closing). Run: benefit-ledger exceptions list",
      """
      Hệ thống tài khoản quy định như vậy (exceptions_block_closing). Chạy: benefit-ledger \
      exceptions list
      """),
    Translation(
      " and {1} more before it",
      " và {1} kỳ nữa trước đó"),
    Translation(
      "{1} cannot be closed: {2}{3} is not closed.",
      "{1} chưa thể khoá sổ: {2}{3} chưa khoá sổ."),
    Translation(
      "Periods are closed in their order. Run: benefit-ledger period close {1}",
      "Các kỳ phải khoá sổ theo thứ tự. Chạy: benefit-ledger period close {1}"),
    // Sources/BenefitLedger/Periods/Ledger+CloseYear.swift
    Translation(
      "There is no year {1} in any ledger.",
      "Không sổ nào có năm {1}."),
    Translation(
      """
      Year {1} cannot be closed: income and expense of earlier years are not carried to the \
      funds.
      """,
      "Chưa thể khoá sổ năm {1}: thu và chi của các năm trước chưa được kết chuyển vào quỹ."),
    Translation(
      "Years are closed in their order. Run: benefit-ledger close --year {1}",
      "Các năm phải khoá sổ theo thứ tự. Chạy: benefit-ledger close --year {1}"),
    Translation(
      "Year {1}",
      "Năm {1}"),
    Translation(
      "Year {1} cannot be closed: period {2} is closed, and the year end is posted in it.",
      """
      Chưa thể khoá sổ năm {1}: kỳ {2} đã khoá sổ, mà bút toán quyết toán năm phải ghi vào kỳ \
      đó.
      """),
    Translation(
      """
      With the year end the turnover of account {1} would exceed 9.223.372.036.854.775.807 \
      đồng.
      """,
      """
      Nếu ghi bút toán quyết toán năm, số phát sinh của tài khoản {1} sẽ vượt quá \
      9.223.372.036.854.775.807 đồng.
      """),
    // Sources/BenefitLedger/Periods/Ledger+Periods.swift
    Translation(
      "{1} a period",
      "dùng lệnh period {1}"),
    Translation(
      "Period {1} cannot be reopened: the year {2} is closed by batch {3}.",
      "Không thể mở lại kỳ {1}: năm {2} đã khoá sổ bằng lô {3}."),
    Translation(
      "Undo the year end first: benefit-ledger batch reverse {1} --reason …",
      "Đảo bút toán quyết toán năm trước: benefit-ledger batch reverse {1} --reason …"),
    // Sources/BenefitLedger/Periods/OpenSubmissions.swift
    Translation(
      "Period {1} cannot be soft-closed: {2} for approval.",
      "Chưa thể khoá sổ tạm kỳ {1}: {2} duyệt."),
    Translation(
      "{1} file of it waits",
      "còn {1} tệp của kỳ này chờ"),
    Translation(
      "Approve or reject what was submitted first: it could not be posted afterwards.",
      "Duyệt hoặc từ chối các hồ sơ đã trình trước: sau khi khoá sổ tạm sẽ không ghi sổ được nữa."),
    // Sources/BenefitLedger/Periods/PeriodBook.swift
    Translation(
      "Period {1} was never used, and is closed because {2} is closed.",
      "Kỳ {1} chưa từng được dùng, và đã khoá sổ vì kỳ {2} đã khoá sổ."),
    Translation(
      """
      Post in a period that is open. This one is open again once every later period that is \
      closed is reopened, {1} first.
      """,
      """
      Ghi sổ vào một kỳ đang mở. Kỳ này chỉ mở lại khi mọi kỳ sau đã khoá sổ đều được mở lại, \
      bắt đầu từ {1}.
      """),
    // Sources/BenefitLedger/Periods/PeriodMove.swift
    Translation(
      "To {1} a period needs a reason.",
      "Lệnh period {1} phải có lý do."),
    Translation(
      "Say with --reason why.",
      "Nêu lý do bằng --reason."),
    Translation(
      "is closed already",
      "đã khoá sổ rồi"),
    Translation(
      "To let it take corrections, reopen it first.",
      "Muốn kỳ này nhận điều chỉnh, mở lại kỳ trước."),
    Translation(
      "is open",
      "đang mở"),
    Translation(
      "There is nothing to open.",
      "Không có gì để mở."),
    Translation(
      "Run: benefit-ledger period reopen {1} --reason …",
      "Chạy: benefit-ledger period reopen {1} --reason …"),
    Translation(
      "is closed",
      "đã khoá sổ"),
    Translation(
      "Period {1} is still closed: {2} asked to reopen it, and another person has to agree.",
      "Kỳ {1} vẫn khoá sổ: {2} đã đề nghị mở lại, và phải có người khác đồng ý."),
    Translation(
      "Somebody else has to run: benefit-ledger period reopen {1} --reason …",
      "Người khác phải chạy: benefit-ledger period reopen {1} --reason …"),
    Translation(
      "There is nothing to reopen.",
      "Không có gì để mở lại."),
    Translation(
      "is not closed but soft-closed",
      "chưa khoá sổ mà mới khoá sổ tạm"),
    Translation(
      "Run: benefit-ledger period open {1} --reason …",
      "Chạy: benefit-ledger period open {1} --reason …"),
    Translation(
      "Period {1} {2}.",
      "Kỳ {1} {2}."),
    // Sources/BenefitLedger/Periods/PeriodRefusal.swift
    Translation(
      "takes only corrections and the year end",
      "chỉ nhận điều chỉnh và bút toán quyết toán năm"),
    Translation(
      "Period {1} {2}, and no later one is open.",
      "Kỳ {1} {2}, và không có kỳ nào sau đó đang mở."),
    Translation(
      "Have a period reopened: benefit-ledger period reopen {1} --reason …",
      "Đề nghị mở lại một kỳ: benefit-ledger period reopen {1} --reason …"),
    Translation(
      "Period {1} {2}; the first open one is {3}.",
      "Kỳ {1} {2}; kỳ đang mở đầu tiên là {3}."),
    Translation(
      "Declare --period {1}.",
      "Khai --period {1}."),
    Translation(
      "Declare period={1} on the #batch line of the file.",
      "Khai period={1} ở dòng #batch của tệp."),
    // Sources/BenefitLedger/Periods/ReversalPeriod.swift
    Translation(
      "The year end of {1} cannot be undone: the year {2} is closed by batch {3}.",
      "Không thể đảo bút toán quyết toán năm {1}: năm {2} đã khoá sổ bằng lô {3}."),
    Translation(
      "Undo that year end first.",
      "Đảo bút toán quyết toán của năm đó trước."),
    Translation(
      "The year end of {1} is undone in its own period, {2}, not in {3}.",
      """
      Bút toán quyết toán năm {1} được đảo trong chính kỳ của nó là {2}, không phải trong kỳ \
      {3}.
      """),
    Translation(
      "Leave --period out.",
      "Bỏ --period."),
    // Sources/BenefitLedger/Periods/YearEndBalances.swift
    Translation(
      "The balance of {1} is too large.",
      "Số dư của {1} quá lớn."),
    Translation(
      "Income and expense add up to more than can be kept.",
      "Tổng thu và chi vượt quá số có thể lưu."),
  ]
}
