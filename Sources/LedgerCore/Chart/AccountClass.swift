/// What an account is for; a rule of a chart takes another account of the same class only.
///
/// So what was owed stays owed, and no rule makes money out of a debt.
enum AccountClass: Hashable {
  /// Money in a bank or in cash.
  case money
  /// What others owe.
  case claim
  /// What is owed to others.
  case liability
  /// The fund, and what it earns and spends.
  case result

  /// The words of messages.
  var words: Message {
    switch self {
    case .money: "money"
    case .claim: "what others owe"
    case .liability: "what is owed to others"
    case .result: "the fund, its income or its expense"
    }
  }
}

extension ChartCode {
  /// What the account is for.
  var accountClass: AccountClass {
    switch self {
    case .bank, .advance: .money
    case .shortage, .receivable, .dueFrom: .claim
    case .payable, .unclaimed, .withheld, .heirs, .dueTo: .liability
    case .fund, .expense, .income: .result
    }
  }

  /// The codes of a class, in the order of the chart.
  static func codes(of accountClass: AccountClass) -> [String] {
    allCases.filter { $0.accountClass == accountClass }.map(\.code)
  }
}
