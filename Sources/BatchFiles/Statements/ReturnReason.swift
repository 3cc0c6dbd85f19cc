import LedgerCore

/// Why a bank gave money back, as ISO 20022 codes it.
public enum ReturnReason {
  /// The codes with what they mean.
  public static let words: [(code: String, meaning: Message)] = [
    ("AC01", "the account number is wrong"),
    ("AC02", "the debtor's account number is wrong"),
    ("AC03", "the payee's account number is wrong"),
    ("AC04", "the account is closed"),
    ("AC06", "the account is blocked"),
    ("AC13", "this kind of account is not allowed"),
    ("AC14", "this kind of account is not allowed"),
    ("AG01", "the transfer is forbidden on this account"),
    ("AG02", "the bank does not take this transaction"),
    ("AM01", "the amount is zero"),
    ("AM02", "the amount is above the limit"),
    ("AM04", "the account has too little money"),
    ("AM05", "the payment was sent twice"),
    ("AM09", "the amount is wrong"),
    ("BE01", "the name does not fit the account"),
    ("BE04", "the payee's address is missing"),
    ("BE05", "the sender is not known"),
    ("CNOR", "the payee's bank is not registered"),
    ("CUST", "the customer asked for it"),
    ("DUPL", "the payment was sent twice"),
    ("FOCR", "the payment was recalled"),
    ("MD06", "the payee asked to give it back"),
    ("MD07", "the person has died"),
    ("MS02", "the customer gave no reason"),
    ("MS03", "the bank gave no reason"),
    ("NARR", "the reason is in the text"),
    ("RC01", "the bank's number is wrong"),
    ("RR03", "the payee's name or address is missing"),
    ("RR04", "a rule of the state forbids it"),
    ("TECH", "technical trouble"),
  ]

  /// A code with what it means; the code alone if it is not known.
  public static func sentence(_ code: String) -> Message {
    guard let known = words.first(where: { $0.code == code }) else { return .verbatim(code) }
    return "\(code): \(known.meaning)"
  }

  /// The same words in every language of what was recorded in English; nil if it is none of them.
  public static func recorded(_ text: some StringProtocol) -> Message? {
    let sentence = sentence(String(text.prefix(4)))
    return text.utf8.count > 4 && sentence.description == text ? sentence : nil
  }

  /// The first known code that stands in a text by itself.
  static func code(in text: String) -> String? {
    text.split { !$0.isLetter && !$0.isNumber }.lazy.map(String.init).first { word in
      words.contains { $0.code == word }
    }
  }
}
