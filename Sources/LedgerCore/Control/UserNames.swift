/// What a user of a ledger may be called.
public enum UserNames {
  /// Whether text can be a user's name: 1 to 32 ASCII letters, digits, `.`, `_` or `-`, beginning with
  /// a letter or a digit.
  ///
  /// Names stand in headers with commas between, and in every shell.
  public static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= 32, isLetterOrDigit(first) else {
      return false
    }
    return text.utf8.allSatisfy {
      isLetterOrDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_")
        || $0 == UInt8(ascii: "-")
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}
