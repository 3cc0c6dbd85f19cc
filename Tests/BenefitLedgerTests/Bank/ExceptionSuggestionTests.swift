import LedgerCore
import Testing

@testable import BenefitLedger

/// What is recorded in English is said in every language.
@Suite struct ExceptionSuggestionTests {
  @Test(arguments: [
    ExceptionSuggestion.rejected(order: "BL-3-sickness", "AC04: closed. (đóng): x"),
    ExceptionSuggestion.candidates(
      [BankPlace.line(7), BankPlace.batch(12), BankPlace.voucher(1_000)].joined(separator: ", ")),
    ExceptionSuggestion.candidatesAndOthers(BankPlace.batch(5)),
    ExceptionSuggestion.out(fund: "retirement"), ExceptionSuggestion.into(fund: "health"),
    ExceptionSuggestion.otherAmountBack(paid: "5.000.000", back: "4.000.000"),
    ExceptionSuggestion.returned("AC01: wrong"), ExceptionSuggestion.returnedOfDead("MD07: died"),
    ExceptionSuggestion.otherAmount("7.000", in: BankPlace.voucher(8)),
    ExceptionSuggestion.paidTwice, ExceptionSuggestion.backTwice, ExceptionSuggestion.unpaid,
    ExceptionSuggestion.notPosted,
  ])
  func `what was recorded has the words it was made of`(_ words: Message) {
    let recorded = ExceptionSuggestion.recorded(words.description)
    #expect(recorded == words)
    #expect(recorded.text(in: .vi) == words.text(in: .vi))
    #expect(recorded.text(in: .vi) != words.description)
  }

  @Test func `what another program recorded is shown as it stands`() {
    for text in ["", "Pay it out.", "It could be", "Post it as returned: x"] {
      #expect(ExceptionSuggestion.recorded(text).text(in: .vi) == text)
    }
  }

  @Test func `each suggestion is known by its own words`() {
    let said = Set(ExceptionSuggestion.all.map(\.description))
    #expect(said.count == ExceptionSuggestion.all.count)
    for words in ExceptionSuggestion.all {
      #expect(ExceptionSuggestion.recorded(words.description) == words)
    }
  }
}
