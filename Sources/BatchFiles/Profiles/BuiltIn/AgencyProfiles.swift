/// The agency's own payment lists.
enum AgencyProfiles {
  /// What both lists have.
  private static let columns = """
    [[column]]
    field = "person"
    header = ["Mã số BHXH", "Số sổ BHXH", "Số sổ/Mã số BHXH", "Số sổ (mã số) BHXH", "Số BHXH", \
    "Số hồ sơ", "Số CCCD", "Số định danh cá nhân", "Mã số BHXH/CCCD"]

    [[column]]
    field = "name"
    header = ["Họ và tên", "Họ tên", "Họ và tên người hưởng", "Người hưởng"]
    optional = true

    [[column]]
    field = "benefit"
    header = ["Loại chế độ", "Chế độ", "Loại trợ cấp", "Chế độ hưởng"]

    [[column]]
    field = "amount"
    header = ["Tổng số tiền được nhận", "Tổng số tiền", "Số tiền được nhận", "Số tiền được lĩnh", \
    "Tổng được lĩnh", "Thực lĩnh", "Số tiền"]

    [[column]]
    field = "month"
    header = ["Tháng hưởng", "Tháng", "Kỳ hưởng"]
    optional = true

    [[column]]
    field = "site"
    header = ["Mã điểm chi trả", "Điểm chi trả", "Mã điểm"]
    optional = true

    [[column]]
    field = "document"
    header = ["Số quyết định", "Quyết định"]
    optional = true

    """

  private static let titles = """
    [[title]]
    field = "month"
    after = ["Tháng hưởng", "Kỳ chi trả", "Kỳ hưởng", "Tháng"]

    [[title]]
    field = "site"
    after = ["Mã điểm chi trả", "Điểm chi trả", "Mã điểm"]

    """

  private static let ignored = """
    ignore = ["STT", "TT", "Số TT", "Năm sinh", "Ngày sinh", "Giới tính", "Địa chỉ", "Điện thoại", \
    "Lương hưu", "Lương hưu, trợ cấp", "Lương hưu/trợ cấp", "Mức hưởng", "Trợ cấp", "Phụ cấp", \
    "Phụ cấp khu vực", "Truy lĩnh", "Truy thu", "Khấu trừ", "Truy thu/Khấu trừ", "Trừ", \
    "Ký nhận", "Ngày nhận", "Ghi chú"]

    """

  static let c72a = """
    [profile]
    name = "c72a-hd"
    source = "Form C72a-HD: monthly pensions and allowances paid in cash at a payment point"
    list = "payments"
    date = "dd/MM/yyyy"
    \(ignored)
    \(columns)
    \(titles)
    [[constant]]
    field = "channel"
    value = "cash"

    \(BuiltInProfiles.benefits)

    """

  static let c72b = """
    [profile]
    name = "c72b-hd"
    source = "Form C72b-HD: monthly pensions and allowances paid to bank accounts"
    list = "payments"
    date = "dd/MM/yyyy"
    \(ignored)
    \(columns)
    [[column]]
    field = "account"
    header = ["Số tài khoản", "Số TK", "Tài khoản", "Số tài khoản cá nhân"]

    [[column]]
    field = "bank"
    header = ["Mã ngân hàng", "Ngân hàng", "Tên ngân hàng", "Mở tại ngân hàng"]

    \(titles)
    [[constant]]
    field = "channel"
    value = "bank"

    \(BuiltInProfiles.benefits)

    \(BuiltInProfiles.banks)

    """
}
