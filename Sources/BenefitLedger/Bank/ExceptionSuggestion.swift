import BatchFiles
import LedgerCore

/// What to do about an exception, in words.
///
/// They are recorded in English, because they are sealed; ``recorded(_:)`` makes words of every language
/// of them again. So each is made here, of what is put in, and listed in ``all``.
enum ExceptionSuggestion {
  static func rejected(order: Message, _ why: Message) -> Message {
    """
    The bank made no payment of order \(order): \(why). Order it again, and close this with a note.
    """
  }

  static func rejected(payment: Message, of order: Message, _ why: Message) -> Message {
    """
    The bank did not make payment \(payment) of order \(order), which the ledger does not know: \
    \(why). Find out whose it is, and close this with a note.
    """
  }

  static func candidates(_ shown: Message) -> Message {
    "It could be \(shown): match it by hand."
  }

  static func candidatesAndOthers(_ shown: Message) -> Message {
    "It could be \(shown) or others: match it by hand."
  }

  static func out(fund: Message) -> Message {
    """
    Post what was paid from fund \(fund), or match it by hand; the bank's charges can be closed \
    with a note.
    """
  }

  static func into(fund: Message) -> Message {
    "Find out whose money it is, post it to fund \(fund), or send it back."
  }

  static func otherAmountBack(paid: Message, back: Message) -> Message {
    "It was paid as \(paid) đ, and \(back) đ came back: ask the bank."
  }

  static func returned(_ why: Message) -> Message { "Post it as returned: \(why)." }

  static func returnedOfDead(_ why: Message) -> Message {
    "Post it as returned: \(why). Hold the person as deceased."
  }

  static func otherAmount(_ amount: Message, in place: Message) -> Message {
    "The books have \(amount) đ in \(place): correct the voucher, or ask the bank."
  }

  static let paidTwice: Message = "The bank paid it twice: call the second payment back."
  static let backTwice: Message =
    "It came back before: ask the bank, and send it back if it is not ours."
  static let unpaid: Message =
    "The books do not have it as paid: if it was never paid, post it as unpaid."
  static let notPosted: Message =
    "The books do not have it as paid: post the list of what was paid."

  /// Each of them once; of two of which one says more, that one first.
  static let all: [Message] = [
    rejected(order: "", ""), rejected(payment: "", of: "", ""), candidatesAndOthers(""),
    candidates(""), out(fund: ""),
    into(fund: ""), otherAmountBack(paid: "", back: ""), returnedOfDead(""), returned(""),
    otherAmount("", in: ""), paidTwice, backTwice, unpaid, notPosted,
  ]

  /// What can be put in that has words of its own.
  private static let places: [Message] = [
    BankPlace.line(0), BankPlace.voucher(0), BankPlace.batch(0),
  ]

  /// The words of a suggestion as it was recorded; as they stand if this program never made them.
  static func recorded(_ text: String) -> Message {
    func place(_ text: Substring) -> Message {
      if let reason = ReturnReason.recorded(text) { return reason }
      return text.split(separator: ", ").map { text in
        places.lazy.compactMap { $0.refilled(from: text) { .verbatim($0) } }.first
          ?? .verbatim(text)
      }.joined(separator: ", ")
    }
    return all.lazy.compactMap { $0.refilled(from: text[...], place) }.first ?? .verbatim(text)
  }
}

/// Where money is in the books, in words.
enum BankPlace {
  static func line(_ number: Int64) -> Message { "line \(number)" }
  static func voucher(_ number: Int64) -> Message { "voucher \(number)" }
  static func batch(_ number: Int64) -> Message { "batch \(number)" }
}
