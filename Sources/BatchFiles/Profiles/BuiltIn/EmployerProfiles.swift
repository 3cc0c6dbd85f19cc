/// The lists of employers.
enum EmployerProfiles {
  static let hsb01b = """
    [profile]
    name = "01b-hsb"
    source = "Form 01B-HSB with the amount that was granted: sickness, maternity, convalescence"
    list = "payments"
    date = "dd/MM/yyyy"
    ignore = ["STT", "TT", "Từ ngày", "Đến ngày", "Số serial của chứng từ", "Số CMND", \
    "Tổng số ngày nghỉ", "Tổng số", "Đợt bổ sung", "Hình thức nhận", "Tên chủ tài khoản", \
    "Mã nhân viên", "Từ ngày đơn vị đề nghị", "Nghỉ dưỡng thai", "Ngày sinh con", \
    "Mã thẻ BHYT của con", "Ngày nghỉ trong tuần", "Số con", "Điều kiện làm việc", \
    "Mã tuyến bệnh viện", "Mã bệnh dài ngày", "Ghi chú", "Số tài khoản", "Mã ngân hàng"]

    [[column]]
    field = "person"
    header = ["Mã số BHXH", "Số sổ BHXH", "Số sổ/Mã số BHXH", "Số CCCD", "Số định danh cá nhân"]

    [[column]]
    field = "name"
    header = ["Họ và tên", "Họ tên"]
    optional = true

    [[column]]
    field = "benefit"
    header = ["Loại nhóm hưởng", "Nhóm hưởng", "Loại chế độ", "Chế độ"]

    [[column]]
    field = "amount"
    header = ["Số tiền được duyệt", "Số tiền đề nghị", "Số tiền", "Số tiền trợ cấp"]

    [[column]]
    field = "month"
    header = ["Tháng hưởng", "Tháng", "Kỳ hưởng"]
    optional = true

    [[column]]
    field = "document"
    header = ["Số hồ sơ", "Mã hồ sơ"]
    optional = true

    [[title]]
    field = "month"
    after = ["Tháng hưởng", "Đợt tháng", "Tháng"]

    [[title]]
    field = "site"
    after = ["Mã cơ quan BHXH", "Mã nơi chi trả"]

    [[constant]]
    field = "channel"
    value = "employer"

    \(BuiltInProfiles.benefits)

    """
}
