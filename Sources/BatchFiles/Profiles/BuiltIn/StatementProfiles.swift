/// What banks let their customers download of an account.
enum StatementProfiles {
  static let vietnamese = """
    [profile]
    name = "bank-statement-vi"
    source = "A bank's statement as CSV or workbook, with Vietnamese headers and a running balance"
    list = "statement"
    date = "dd/MM/yyyy"
    ignore = ["STT", "Loại tiền", "Tiền tệ", "Chi nhánh", "Kênh giao dịch", "Loại giao dịch", \
    "Đơn vị hưởng", "Đơn vị chuyển", "Tên đối ứng", "Ngân hàng đối ứng", "Giao dịch viên", "Ghi chú"]

    [[column]]
    field = "date"
    header = ["Ngày giao dịch", "Ngày GD", "Ngày hạch toán", "Ngày"]

    [[column]]
    field = "value-date"
    header = ["Ngày hiệu lực", "Ngày giá trị"]
    optional = true

    [[column]]
    field = "debit"
    header = ["Ghi nợ", "Phát sinh nợ", "Số tiền ghi nợ", "PS nợ", "Nợ", "Tiền ra"]

    [[column]]
    field = "credit"
    header = ["Ghi có", "Phát sinh có", "Số tiền ghi có", "PS có", "Có", "Tiền vào"]

    [[column]]
    field = "balance"
    header = ["Số dư", "Số dư sau giao dịch", "Số dư lũy kế", "Số dư cuối"]

    [[column]]
    field = "reference"
    header = ["Số tham chiếu", "Mã giao dịch", "Số giao dịch", "Số bút toán", "Số chứng từ", "Số CT"]
    optional = true

    [[column]]
    field = "account"
    header = ["Tài khoản đối ứng", "Số tài khoản đối ứng"]
    optional = true

    [[column]]
    field = "description"
    header = ["Nội dung", "Nội dung giao dịch", "Diễn giải", "Mô tả", "Mô tả giao dịch"]
    optional = true

    """

  static let english = """
    [profile]
    name = "bank-statement-en"
    source = "A bank's statement as CSV or workbook, with English headers and a running balance"
    list = "statement"
    date = "dd/MM/yyyy"
    ignore = ["No", "Seq", "Currency", "Branch", "Channel", "Transaction type", "Counterparty", \
    "Counterparty name", "Counterparty bank", "Teller"]

    [[column]]
    field = "date"
    header = ["Transaction date", "Posting date", "Booking date", "Tnx date", "Date"]

    [[column]]
    field = "value-date"
    header = ["Value date", "Effective date"]
    optional = true

    [[column]]
    field = "debit"
    header = ["Debit", "Debit amount", "Withdrawal", "Money out"]

    [[column]]
    field = "credit"
    header = ["Credit", "Credit amount", "Deposit", "Money in"]

    [[column]]
    field = "balance"
    header = ["Balance", "Running balance", "Ledger balance", "Closing balance"]

    [[column]]
    field = "reference"
    header = ["Reference", "Transaction ID", "Transaction number", "FT number", "Doc No"]
    optional = true

    [[column]]
    field = "end-to-end"
    header = ["End-to-end ID", "Customer reference"]
    optional = true

    [[column]]
    field = "account"
    header = ["Counterparty account", "Corresponsive account"]
    optional = true

    [[column]]
    field = "description"
    header = ["Description", "Transaction details", "Details", "Remark", "Narrative"]
    optional = true

    """
}
