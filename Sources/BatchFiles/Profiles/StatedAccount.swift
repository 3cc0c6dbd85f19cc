/// The account that a bank names above its table: `Số tài khoản: 0011004000001`.
enum StatedAccount {
  /// The number of the account; nil if no row names one, or two are named.
  static func read(_ rows: some Sequence<HeadRow>) -> String? {
    var found: Set<String> = []
    for row in rows {
      for (index, cell) in row.cells.enumerated() {
        guard let rest = rest(of: cell.text) else { continue }
        let next = index + 1 < row.cells.count ? row.cells[index + 1].text : ""
        if let number = number(rest.isEmpty ? next[...] : rest) { found.insert(number) }
      }
    }
    return found.count == 1 ? found.first : nil
  }

  /// What follows the words for an account at the beginning of a cell; nil if there are none.
  private static func rest(of text: String) -> Substring? {
    let words = text.prefix { !$0.isNumber && $0 != ":" }
    guard names.contains(Fold.text(String(words))) else { return nil }
    return text[words.endIndex...].drop { $0 == ":" || $0.isWhitespace }
  }

  /// The digits that a text begins with, in groups or not.
  private static func number(_ text: Substring) -> String? {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || " .-".contains($0)) }
      .filter(\.isNumber)
    return (6...20).contains(digits.count) ? String(digits) : nil
  }

  private static let names: Set<String> = [
    "so tai khoan", "tai khoan", "tai khoan so", "so tk", "stk", "tk so", "account",
    "account number", "account no", "so tai khoan account number", "so tai khoan account no",
  ]
}
