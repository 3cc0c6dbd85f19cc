extension Vietnamese {
  /// Messages of reports, statements and traces.
  static let benefitLedgerReports: [Translation] = [
    // Sources/BenefitLedger/Reports/AccountName.swift
    Translation(
      "No unit has the code {1}.",
      "Không có đơn vị nào mang mã {1}."),
    // Sources/BenefitLedger/Reports/BatchIndex.swift
    Translation(
      "Batch {1} is missing.",
      "Thiếu lô {1}."),
    Translation(
      "Batch {1} says that its vouchers are where none can be.",
      "Lô {1} ghi chứng từ ở vị trí không thể có chứng từ."),
    Translation(
      "Voucher {1} names batch {2}, which is missing.",
      "Chứng từ {1} dẫn chiếu lô {2}, nhưng thiếu lô này."),
    // Sources/BenefitLedger/Reports/Changes/Ledger+Changes.swift
    Translation(
      "The later of two states of knowledge cannot come before the earlier one.",
      "Khi so sánh hai thời điểm số liệu, thời điểm sau không được đứng trước thời điểm đầu."),
    // Sources/BenefitLedger/Reports/Statements/Ledger+AccountStatement.swift
    Translation(
      "{1} is not an account.",
      "{1} không phải là tài khoản."),
    Translation(
      "Accounts are written CODE/FUND, and CODE/FUND/UNIT where they are kept per unit.",
      "Tài khoản viết dạng CODE/FUND, hoặc CODE/FUND/UNIT nếu theo dõi theo đơn vị."),
    // Sources/BenefitLedger/Reports/Statements/ObligationReader.swift
    Translation(
      " for {1}",
      " của tháng {1}"),
    Translation(
      " of {1}",
      " thuộc chế độ {1}"),
    Translation(
      "Nothing{1}{2} was posted for person {3}.",
      "Chưa ghi sổ khoản nào{2}{1} cho người hưởng {3}."),
    Translation(
      """
      Personal and social insurance numbers are two persons until they are linked: try the \
      other number.
      """,
      """
      Số định danh và mã số BHXH được coi là của hai người cho đến khi được liên kết: thử tra \
      theo mã số kia.
      """),
    Translation(
      "Nothing was posted for person {1} by then; something was later.",
      "Đến thời điểm đó chưa ghi sổ khoản nào cho người hưởng {1}; về sau mới có."),
    Translation(
      "Ask for a later date or batch, or for neither to see what is known now.",
      "Chọn ngày hoặc lô muộn hơn, hoặc bỏ cả hai để xem theo số liệu hiện nay."),
    // Sources/BenefitLedger/Reports/Sums.swift
    Translation(
      "A total exceeds 9.223.372.036.854.775.807 đồng.",
      "Một tổng số tiền vượt quá 9.223.372.036.854.775.807 đồng."),
    Translation(
      "Ask for a shorter period or for fewer funds at a time.",
      "Mỗi lần chỉ chọn khoảng thời gian ngắn hơn hoặc ít quỹ hơn."),
    // Sources/BenefitLedger/Reports/Totals/TotalsAccumulator.swift
    Translation(
      "A voucher names unit {1}, which is not in the register.",
      "Một chứng từ dẫn chiếu đơn vị {1} không có trong danh mục đơn vị."),
    // Sources/BenefitLedger/Reports/Totals/TotalsConditions.swift
    Translation(
      "No {1} has the code {2} as known at batch {3}.",
      "Theo số liệu đã biết tại lô {3}, không có {1} nào mang mã {2}."),
    Translation(
      "No {1} has the code {2}.",
      "Không có {1} nào mang mã {2}."),
    Translation(
      "`benefit-ledger sites list` shows every unit.",
      "Lệnh `benefit-ledger sites list` liệt kê mọi đơn vị."),
    Translation(
      "There is no batch {1}.",
      "Không có lô {1}."),
    // Sources/BenefitLedger/Reports/Totals/TotalsLayout.swift
    Translation(
      "That is more keys than one report of this ledger can have.",
      "Số tiêu thức tổng hợp nhiều hơn mức một báo cáo của sổ này có thể có."),
    // Sources/BenefitLedger/Reports/TrialBalance/TrialBalanceSheet.swift
    Translation(
      "The ledger has an account numbered {1}.",
      "Sổ có một tài khoản mang số {1} không hợp lệ."),
    Translation(
      "Account {1} is missing.",
      "Thiếu tài khoản {1}."),
    // Sources/BenefitLedger/Reports/UnitTree.swift
    Translation(
      "The register has a unit numbered {1}.",
      "Danh mục đơn vị có một đơn vị mang số {1} không hợp lệ."),
    // Sources/BenefitLedger/Reports/Why/Ledger+Why.swift
    Translation(
      "There is no batch {1}{2}.",
      "Không có lô {1}{2}."),
    Translation(
      " by then",
      " tại thời điểm đó"),
    Translation(
      "`benefit-ledger batch list` shows every batch.",
      "Lệnh `benefit-ledger batch list` liệt kê mọi lô."),
    Translation(
      "Line {1} is impossible.",
      "Dòng chi tiết {1} không hợp lệ."),
  ]
}
