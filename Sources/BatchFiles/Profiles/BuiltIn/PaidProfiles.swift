/// What those who paid say of it.
enum PaidProfiles {
  static let post = """
    [profile]
    name = "post-paid"
    source = "A post office's list of what it paid, or could not pay, in cash"
    list = "payments"
    date = "dd/MM/yyyy"
    ignore = ["STT", "TT", "Ngày trả", "Ngày chi trả", "Giờ chi trả", "Người nhận", "Người nhận thay", \
    "Giao dịch viên", "Số CCCD người nhận", "Trạng thái", "Ghi chú", "Ký nhận"]

    [[column]]
    field = "person"
    header = ["Mã số BHXH", "Số sổ BHXH", "Mã người hưởng", "Số CCCD"]

    [[column]]
    field = "name"
    header = ["Họ và tên", "Họ tên", "Tên người hưởng", "Người hưởng"]
    optional = true

    [[column]]
    field = "benefit"
    header = ["Loại chế độ", "Chế độ"]

    [[column]]
    field = "month"
    header = ["Tháng hưởng", "Kỳ chi trả", "Tháng"]
    optional = true

    [[column]]
    field = "amount"
    header = ["Số tiền đã trả", "Số tiền đã chi", "Số tiền chi trả", "Số tiền"]

    [[column]]
    field = "site"
    header = ["Mã điểm chi trả", "Điểm chi trả", "Mã bưu cục"]
    optional = true

    [[column]]
    field = "document"
    header = ["Số phiếu", "Mã giao dịch"]
    optional = true

    [[column]]
    field = "reason"
    header = ["Lý do", "Lý do chưa nhận"]
    optional = true

    [[title]]
    field = "month"
    after = ["Kỳ chi trả", "Tháng hưởng", "Tháng"]

    [[title]]
    field = "site"
    after = ["Mã điểm chi trả", "Điểm chi trả", "Mã bưu cục"]

    [[constant]]
    field = "channel"
    value = "cash"

    \(BuiltInProfiles.benefits)

    """

  static let bankVietnamese = """
    [profile]
    name = "bank-paid-vi"
    source = "A bank's CSV of credits or returns, with Vietnamese headers and the person's number"
    list = "payments"
    date = "dd/MM/yyyy"
    ignore = ["STT", "TT", "Số tham chiếu", "Mã giao dịch", "Ngày giao dịch", "Ngày hạch toán", \
    "Tài khoản ghi nợ", "Số tài khoản", "Số tài khoản ghi có", "Tài khoản thụ hưởng", "Ngân hàng", \
    "Ngân hàng thụ hưởng", "Phí", "Loại tiền", "Trạng thái", "Kết quả", "Nội dung"]

    [[column]]
    field = "person"
    header = ["Mã khách hàng", "Mã số BHXH", "Mã người hưởng", "Mã định danh"]

    [[column]]
    field = "name"
    header = ["Tên người thụ hưởng", "Tên tài khoản", "Tên chủ tài khoản", "Họ và tên"]
    optional = true

    [[column]]
    field = "amount"
    header = ["Số tiền", "Số tiền giao dịch", "Số tiền ghi có"]

    [[column]]
    field = "benefit"
    header = ["Loại chế độ", "Chế độ", "Loại chi"]
    optional = true

    [[column]]
    field = "month"
    header = ["Tháng hưởng", "Kỳ chi trả", "Tháng"]
    optional = true

    [[column]]
    field = "reason"
    header = ["Lý do", "Lý do trả lại", "Lý do từ chối"]
    optional = true

    [[title]]
    field = "month"
    after = ["Kỳ chi trả", "Tháng hưởng"]

    [[constant]]
    field = "channel"
    value = "bank"

    \(BuiltInProfiles.benefits)

    """

  static let bankEnglish = """
    [profile]
    name = "bank-paid-en"
    source = "A bank's CSV of credits or returns, with English headers and the person's number"
    list = "payments"
    date = "dd/MM/yyyy"
    ignore = ["No", "Seq", "Transaction date", "Value date", "Debit account", "Ben account", \
    "Beneficiary account", "Beneficiary bank", "Currency", "Fee", "Status", "Remark", "Description"]

    [[column]]
    field = "person"
    header = ["Customer reference", "Beneficiary ID", "Personal ID", "Customer ref"]

    [[column]]
    field = "name"
    header = ["Beneficiary name", "Ben name"]
    optional = true

    [[column]]
    field = "amount"
    header = ["Credit amount", "Transaction amount", "Amount"]

    [[column]]
    field = "benefit"
    header = ["Payment type", "Benefit", "Purpose"]
    optional = true

    [[column]]
    field = "month"
    header = ["Period", "Month", "Entitlement month"]
    optional = true

    [[column]]
    field = "document"
    header = ["Transaction ID", "FT number", "Reference"]
    optional = true

    [[column]]
    field = "reason"
    header = ["Reject reason", "Return reason", "Reason"]
    optional = true

    [[constant]]
    field = "channel"
    value = "bank"

    [[value]]
    field = "benefit"
    from = ["Pension"]
    to = "pension"

    [[value]]
    field = "benefit"
    from = ["Survivor", "Survivorship"]
    to = "survivor"

    [[value]]
    field = "benefit"
    from = ["Unemployment", "Unemployment benefit"]
    to = "unemployment"

    [[value]]
    field = "benefit"
    from = ["Maternity"]
    to = "maternity"

    [[value]]
    field = "benefit"
    from = ["Sickness"]
    to = "sickness"

    """
}
