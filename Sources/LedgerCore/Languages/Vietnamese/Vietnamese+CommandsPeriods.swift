extension Vietnamese {
  /// The answers of closing and reopening periods and years.
  static let commandsPeriods: [Translation] = [
    // Sources/benefit-ledger/Commands/CloseCommand.swift
    Translation(
      "Year {1} is not closed: its totals differ.",
      "Chưa khoá sổ năm {1}: số tổng hợp có chênh lệch."),
    Translation(
      "Year {1} is not closed yet",
      "Chưa khoá sổ năm {1}"),
    Translation(
      "Year {1} was closed before{2}{3}",
      "Năm {1} đã khoá sổ từ trước{2}{3}"),
    Translation(
      "Year {1} is closed{2}{3}",
      "Đã khoá sổ năm {1}{2}{3}"),
    Translation(
      " Nothing is changed.",
      " Không có gì thay đổi."),
    Translation(
      "Nothing is changed.",
      "Không có gì thay đổi."),
    Translation(
      ": there was no income or expense to carry.",
      ": không có thu, chi nào phải kết chuyển."),
    Translation(
      ": {1}, carried to the funds by batch {2} in ",
      ": {1}, kết chuyển vào quỹ bằng lô {2} gồm "),
    Translation(
      "{1}, date {2}, ",
      "{1}, ngày {2}, "),
    Translation(
      "period {1}.",
      "kỳ {1}."),
    Translation(
      "deficit {1}",
      "thâm hụt {1}"),
    Translation(
      "surplus {1}",
      "thặng dư {1}"),
    Translation(
      "income {1} đ, expense {2} đ, {3} đ",
      "thu {1} đ, chi {2} đ, {3} đ"),
    // Sources/benefit-ledger/Commands/PeriodCommand.swift
    Translation(
      "No period was used.",
      "Chưa có kỳ nào được sử dụng."),
    Translation(
      """
      Period {1} is still closed: {2} asks to reopen it, and another person has to agree by \
      the same command.
      """,
      """
      Kỳ {1} vẫn khoá sổ: {2} đã đề nghị mở lại, và phải có người khác đồng ý bằng cùng lệnh này.
      """),
    Translation(
      "Period {1} is not closed: its totals differ.",
      "Chưa khoá sổ kỳ {1}: số tổng hợp có chênh lệch."),
    Translation(
      "Period {1} is {2}",
      "Kỳ {1} {2}"),
    Translation(
      "{1} already; nothing is changed.{2}",
      "{1}; trạng thái này đã có từ trước, không có gì thay đổi.{2}"),
    Translation(
      """
      {1}. Income and expense of {2} are not carried to the funds: that is done by `close \
      --year {3}`, which closes December itself. Reopen {4} for it.{5}
      """,
      """
      {1}. Thu và chi năm {2} chưa được kết chuyển vào quỹ: việc đó do lệnh `close --year {3}` \
      thực hiện, lệnh này tự khoá sổ tháng 12. Muốn chạy lệnh đó, mở lại kỳ {4}.{5}
      """),
    Translation(
      "soft-closed: it takes corrections and the year end",
      "khoá sổ tạm: chỉ nhận điều chỉnh và bút toán quyết toán năm"),
    Translation(
      "closed",
      "đã khoá sổ"),
    Translation(
      "closed; reopening it is asked for",
      "đã khoá sổ; đang có đề nghị mở lại"),
    Translation(
      "batches",
      "số lô"),
    Translation(
      "by",
      "người thực hiện"),
    Translation(
      "since",
      "từ ngày"),
  ]
}
