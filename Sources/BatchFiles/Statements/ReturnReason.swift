import LedgerCore

/// Why a bank gave money back, as ISO 20022 codes it.
public enum ReturnReason {
  /// The codes with what they mean, in English and in Vietnamese.
  public static let words: [(code: String, english: String, vietnamese: String)] = [
    ("AC01", "the account number is wrong", "sai số tài khoản"),
    ("AC02", "the debtor's account number is wrong", "sai số tài khoản bên trả"),
    ("AC03", "the payee's account number is wrong", "sai số tài khoản người nhận"),
    ("AC04", "the account is closed", "tài khoản đã đóng"),
    ("AC06", "the account is blocked", "tài khoản bị phong toả"),
    ("AC13", "this kind of account is not allowed", "loại tài khoản không được phép"),
    ("AC14", "this kind of account is not allowed", "loại tài khoản không được phép"),
    ("AG01", "the transfer is forbidden on this account", "tài khoản không được nhận chuyển khoản"),
    ("AG02", "the bank does not take this transaction", "ngân hàng không nhận giao dịch này"),
    ("AM01", "the amount is zero", "số tiền bằng không"),
    ("AM02", "the amount is above the limit", "vượt hạn mức"),
    ("AM04", "the account has too little money", "tài khoản không đủ số dư"),
    ("AM05", "the payment was sent twice", "lệnh chuyển trùng"),
    ("AM09", "the amount is wrong", "sai số tiền"),
    ("BE01", "the name does not fit the account", "sai tên người nhận"),
    ("BE04", "the payee's address is missing", "thiếu địa chỉ người nhận"),
    ("BE05", "the sender is not known", "không rõ người chuyển"),
    ("CNOR", "the payee's bank is not registered", "ngân hàng nhận chưa đăng ký"),
    ("CUST", "the customer asked for it", "theo yêu cầu của khách hàng"),
    ("DUPL", "the payment was sent twice", "lệnh chuyển trùng"),
    ("FOCR", "the payment was recalled", "theo yêu cầu thu hồi lệnh"),
    ("MD06", "the payee asked to give it back", "người nhận yêu cầu hoàn trả"),
    ("MD07", "the person has died", "người hưởng đã chết"),
    ("MS02", "the customer gave no reason", "khách hàng không nêu lý do"),
    ("MS03", "the bank gave no reason", "ngân hàng không nêu lý do"),
    ("NARR", "the reason is in the text", "lý do ghi trong nội dung"),
    ("RC01", "the bank's number is wrong", "sai mã ngân hàng"),
    ("RR03", "the payee's name or address is missing", "thiếu tên hoặc địa chỉ người nhận"),
    ("RR04", "a rule of the state forbids it", "theo quy định của nhà nước"),
    ("TECH", "technical trouble", "lỗi kỹ thuật"),
  ]

  /// A code in words: English and Vietnamese; the code alone if it is not known.
  public static func sentence(_ code: String) -> String {
    guard let known = words.first(where: { $0.code == code }) else { return code }
    return "\(code): \(known.english) (\(known.vietnamese))"
  }

  /// The first known code that stands in a text by itself.
  static func code(in text: String) -> String? {
    text.split { !$0.isLetter && !$0.isNumber }.lazy.map(String.init).first { word in
      words.contains { $0.code == word }
    }
  }
}
