extension Vietnamese {
  /// Messages of checking the values of a chart.
  static let ledgerCoreChart: [Translation] = [
    // Sources/LedgerCore/Chart/AccountClass.swift
    Translation(
      "money",
      "tiền"),
    Translation(
      "what others owe",
      "phải thu"),
    Translation(
      "what is owed to others",
      "phải trả"),
    Translation(
      "the fund, its income or its expense",
      "quỹ, thu hoặc chi của quỹ"),
    // Sources/LedgerCore/Chart/ChartFile+Check.swift
    Translation(
      "{1} is named",
      "tên của {1}"),
    Translation(
      "the funds of {1} are given",
      "các quỹ của {1}"),
    Translation(
      "{1} from {2} is given",
      "{1} từ {2}"),
    Translation(
      "the limit of {1} from {2} is given",
      "giới hạn của {1} từ {2}"),
    Translation(
      "An earlier row says this already: {1}.",
      "Mục trước đã khai nội dung này: {1}."),
    Translation(
      "Keep one of the rows.",
      "Chỉ giữ lại một mục."),
    Translation(
      "on",
      "trở đi"),
    Translation(
      "to {1}",
      "đến {1}"),
    Translation(
      "{1} already has the number {2} from {3} {4}.",
      "{1} đã có số hiệu {2} từ {3} {4}."),
    Translation(
      "On each day an account has one number: end the one before the other begins.",
      "Mỗi ngày một tài khoản chỉ có một số hiệu: cho số này kết thúc trước khi số kia bắt đầu."),
    Translation(
      "An earlier row says already who approves above {1} đ.",
      "Mục trước đã quy định việc duyệt số tiền trên {1} đ."),
    Translation(
      "A batch above {1} đ needs {2} approvers already.",
      "Lô trên {1} đ đã cần {2} người duyệt."),
    Translation(
      "A higher total needs more approvers than a lower one; leave the row out otherwise.",
      "Mức tiền cao hơn phải cần nhiều người duyệt hơn mức thấp; nếu không thì bỏ mục này."),
    // Sources/LedgerCore/Chart/ChartFile+CheckHoldings.swift
    Translation(
      "{1} would be in several accounts: {2}.",
      "{1} sẽ nằm ở nhiều tài khoản: {2}."),
    Translation(
      "Money comes back to where it was paid from: set rules for all of these.",
      "Tiền quay về đúng tài khoản đã chi ra: đặt quy tắc cho tất cả các trường hợp này."),
    Translation(
      "What one event puts into an account, the next takes out of it: set rules for all.",
      """
      Nghiệp vụ trước ghi vào tài khoản nào thì nghiệp vụ sau lấy ra từ tài khoản đó: đặt quy tắc \
      cho tất cả các trường hợp này.
      """),
    Translation(
      "{1} would be in {2}, which is not kept for each site.",
      "{1} sẽ nằm ở {2}, là tài khoản không theo dõi theo từng điểm chi trả."),
    Translation(
      "What is transferred goes from one site's account to another's. Take one of: ",
      "Khoản chuyển đi từ tài khoản của điểm này sang tài khoản của điểm khác. Chọn một trong: "),
    Translation(
      "{1} would hold what is kept back beside what is owed to persons.",
      "{1} sẽ vừa giữ số đã khấu trừ vừa giữ số phải chi cho người hưởng."),
    Translation(
      """
      What is owed to third parties is in an account of its own: set rules for withheld, \
      offset and remitted.
      """,
      """
      Số phải trả bên thứ ba nằm ở tài khoản riêng: đặt quy tắc cho withheld, offset và remitted.
      """),
    // Sources/LedgerCore/Chart/ChartFile+CheckLimits.swift
    Translation(
      "There is no [[parameter]] named {1}.",
      "Không có [[parameter]] nào tên là {1}."),
    Translation(
      "Add its rows.",
      "Thêm các mục của tham số này."),
    Translation(
      "There is: {1}.",
      "Hiện có: {1}."),
    Translation(
      "From {1} on, more than {2} đ is held and only more than {3} đ is warned of.",
      "Từ {1} trở đi, khoản trên {2} đ đã bị tạm dừng mà khoản trên {3} đ mới được cảnh báo."),
    Translation(
      "What is warned of is less than what is held.",
      "Mức cảnh báo phải thấp hơn mức tạm dừng."),
    // Sources/LedgerCore/Chart/ChartFile+CheckRules.swift
    Translation(
      "An earlier rule sets the accounts of {1} already.",
      "Quy tắc trước đã đặt tài khoản cho {1}."),
    Translation(
      "Keep one of the rules, or give them different channels.",
      "Chỉ giữ lại một quy tắc, hoặc ghi hình thức chi khác nhau."),
    Translation(
      "No voucher is posted by this rule.",
      "Không chứng từ nào được ghi sổ theo quy tắc này."),
    Translation(
      "See the table of events in the manual for the states an event can come from.",
      "Xem bảng nghiệp vụ trong tài liệu hướng dẫn để biết nghiệp vụ có thể đi từ trạng thái nào."),
    Translation(
      "Debit and credit are the same account, so nothing would be posted.",
      "Tài khoản Nợ và tài khoản Có là một nên sẽ không ghi sổ được gì."),
    Translation(
      "Without a chart it is debit {1}, credit {2}.",
      "Khi không có hệ thống tài khoản riêng: Nợ {1}, Có {2}."),
    Translation(
      "{1} {2}s {3}, and {4} is {5}.",
      "{1} ghi {2} tài khoản loại {3}, còn {4} là tài khoản loại {5}."),
    Translation(
      "Take one of: {1}.",
      "Chọn một trong: {1}."),
    // Sources/LedgerCore/Chart/Holding.swift
    Translation(
      "What is kept back",
      "Số đã khấu trừ"),
    Translation(
      "Missing cash",
      "Tiền mặt thiếu"),
    Translation(
      "What is {1}",
      "Khoản ở trạng thái {1}"),
    Translation(
      "What is {1} by {2}",
      "Khoản ở trạng thái {1} (hình thức chi {2})"),
    // Sources/LedgerCore/Chart/RuleSlot.swift
    Translation(
      " from {1}",
      " từ {1}"),
    Translation(
      " by {1}",
      " qua {1}"),
    Translation(
      " in a later year",
      " ở năm sau"),
  ]
}
