/// What must be one account: where an event puts what a state holds, and where the next takes it.
private struct Holding {
  /// The state that holds it.
  let state: ObligationState
  /// The channel it is held for; nil if one account holds it for all.
  let channel: Channel?
  /// The side that opens it: credit for what is owed and for money paid out, debit for a claim.
  let isOpenedByCredit: Bool
  /// The kind of account that holds it.
  let accountClass: AccountClass

  /// The account of a place that opens or closes the holding; nil if the place does neither.
  func account(of slot: RuleSlot, in posting: PostingRule) -> ChartCode? {
    guard channel == nil || slot.channel == channel else { return nil }
    let opens = slot.enters(state)
    guard opens || slot.leaves(state) else { return nil }
    let isCredit = opens == isOpenedByCredit
    let usual = isCredit ? slot.builtIn.credit : slot.builtIn.debit
    guard usual.accountClass == accountClass else { return nil }
    return isCredit ? posting.credit : posting.debit
  }

  /// The holdings of the built-in rules: an obligation's account, and its money by channel.
  static let all: [Holding] = {
    let kinds: [(isOpenedByCredit: Bool, accountClass: AccountClass)] = [
      (true, .liability), (false, .claim), (true, .money),
    ]
    return ObligationState.allCases.flatMap { state in
      kinds.flatMap { kind -> [Holding] in
        func holding(_ channel: Channel?) -> Holding {
          Holding(
            state: state, channel: channel, isOpenedByCredit: kind.isOpenedByCredit,
            accountClass: kind.accountClass)
        }
        let whole = holding(nil)
        return whole.isOne ? [whole] : Channel.allCases.map(holding).filter(\.isOne)
      }
    }
  }()

  private var isOne: Bool {
    Set(RuleSlot.all.compactMap { account(of: $0, in: $0.builtIn) }).count == 1
  }
}

extension ChartFile {
  /// States whose amount the rules put into one account and take out of another.
  ///
  /// What was credited on the way into a state must be debited on the way out, or the first account
  /// would keep a balance that nobody is owed.
  public var holdingFaults: [ChartFault] {
    let owners = Dictionary(
      rules.enumerated().flatMap { row, rule in rule.slots.map { ($0, row) } },
      uniquingKeysWith: { first, _ in first })
    return Holding.all.compactMap { holding in
      var places: [ChartCode: [RuleSlot]] = [:]
      var changed: Int?
      for slot in RuleSlot.all {
        let posting = owners[slot].map { rules[$0].posting } ?? slot.builtIn
        guard let account = holding.account(of: slot, in: posting) else { continue }
        places[account, default: []].append(slot)
        guard let row = owners[slot], posting != slot.builtIn else { continue }
        changed = min(changed ?? row, row)
      }
      guard places.count > 1, let changed else { return nil }
      let isMoney = holding.accountClass == .money
      let whose = holding.channel.map { " by \($0.code)" } ?? ""
      let accounts = ChartCode.allCases.compactMap { code in
        places[code].map { "\(code.code) (\(Self.list($0)))" }
      }
      return Self.ruleFault(
        changed, "event",
        "What is \(holding.state.code)\(whose) would be in several accounts: "
          + accounts.joined(separator: ", ") + ".",
        isMoney
          ? "Money comes back to where it was paid from: set rules for all of these."
          : "What one event puts into an account, the next takes out of it: set rules for all.")
    }
  }

  /// Places in words, those that differ only in their channel together.
  private static func list(_ slots: [RuleSlot]) -> String {
    var words: [String] = []
    for slot in slots {
      let text = slot.ofAnyChannel
      if !words.contains(text) { words.append(text) }
    }
    return words.joined(separator: "; ")
  }
}
