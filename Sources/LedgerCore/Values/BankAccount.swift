/// A bank account as files write it: the bank's number (BIN), a colon, and the account's number.
///
/// Printing masks all but the last three characters of the account's number.
public struct BankAccount: Hashable, Sendable {
  /// The bank's 6 digits.
  public let bank: String
  /// The account's number, 6 to 19 letters or digits.
  public let number: String

  /// Reads `BIN:NUMBER`; nil for anything else, and for the number of a card.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard (13...26).contains(bytes.count), bytes[6] == UInt8(ascii: ":"),
      bytes[..<6].allSatisfy(Self.isDigit), bytes[7...].allSatisfy(Self.isLetterOrDigit)
    else { return nil }
    let number = bytes[7...]
    let isCard =
      (number.count == 16 || number.count == 19) && number.starts(with: Array("9704".utf8))
      && number.allSatisfy(Self.isDigit)
    guard !isCard else { return nil }
    bank = String(decoding: bytes[..<6], as: UTF8.self)
    self.number = String(decoding: number, as: UTF8.self)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
  }
}

extension BankAccount: CustomStringConvertible {
  /// The account with its number masked to the last three characters.
  public var description: String { "\(bank):\(masked(number))" }
}
