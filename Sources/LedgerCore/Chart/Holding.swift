/// What must be one account: where events put what is held, and where others take it.
struct Holding {
  /// One side of the voucher of a place.
  struct Side {
    /// The place.
    let slot: RuleSlot
    /// Whether it is the credited side.
    let isCredit: Bool

    /// The account of the side.
    func account(in posting: PostingRule) -> ChartCode {
      isCredit ? posting.credit : posting.debit
    }
  }

  /// What is held, to begin a sentence, such as `What is due`.
  let words: Message
  /// The kind of account that holds it.
  let accountClass: AccountClass
  /// The sides that put it in or take it out.
  let sides: [Side]

  /// Whether it may pass from the account of one site to that of another.
  var isTransferred: Bool { sides.contains { $0.slot.event == .transferred } }

  /// Whether obligations that it is held for are owed to persons.
  private(set) var isOwed = false

  /// The holdings of the built-in rules: of each state, of money by channel, of what is kept back and
  /// of cash that is missing.
  static let all: [Holding] = {
    let kinds: [(isOpenedByCredit: Bool, accountClass: AccountClass)] = [
      (true, .liability), (false, .claim), (true, .money),
    ]
    let states = ObligationState.allCases.flatMap { state in
      kinds.flatMap { kind -> [Holding] in
        func holding(_ channel: Channel?) -> Holding {
          Holding(
            state, channel, isOpenedByCredit: kind.isOpenedByCredit,
            accountClass: kind.accountClass)
        }
        let whole = holding(nil)
        return whole.isOne ? [whole] : Channel.allCases.map(holding).filter(\.isOne)
      }
    }
    return states + [keptBack, missing]
  }()

  /// What is kept back: owed to third parties until it is remitted or recovers an overpayment.
  static let keptBack = Holding(
    words: "What is kept back", accountClass: .liability,
    sides: sides(.withheld, isCredit: true) + sides(.offset, isCredit: false)
      + sides(.remitted, isCredit: false))

  /// Cash that is missing at a site until it is made good.
  private static let missing = Holding(
    words: "Missing cash", accountClass: .claim,
    sides: sides(.shortage, isCredit: false) + sides(.shortageRecovered, isCredit: true))

  private static func sides(_ event: Event, isCredit: Bool) -> [Side] {
    RuleSlot.all.filter { $0.event == event }.map { Side(slot: $0, isCredit: isCredit) }
  }

  private init(words: Message, accountClass: AccountClass, sides: [Side]) {
    self.words = words
    self.accountClass = accountClass
    self.sides = sides
  }

  /// What a state holds: opened by one side on the way in, closed by the other on the way out; what is
  /// kept back is taken out too, and a transfer takes it out and puts it in.
  private init(
    _ state: ObligationState, _ channel: Channel?, isOpenedByCredit: Bool,
    accountClass: AccountClass
  ) {
    var sides: [Side] = []
    var isEntered = false
    for slot in RuleSlot.all where channel == nil || slot.channel == channel {
      let opens = slot.enters(state) || slot.event == .transferred && slot.from == state
      let closes = slot.from == state
      for isOpening in [true, false] where isOpening ? opens : closes {
        let side = Side(slot: slot, isCredit: isOpening == isOpenedByCredit)
        guard side.account(in: slot.builtIn).accountClass == accountClass else { continue }
        sides.append(side)
        if isOpening, slot.enters(state) { isEntered = true }
      }
    }
    self.init(
      words: channel.map { "What is \(state.code) by \($0.code)" } ?? "What is \(state.code)",
      accountClass: accountClass, sides: isEntered ? sides : [])
    isOwed = accountClass == .liability
  }

  private var isOne: Bool { Set(sides.map { $0.account(in: $0.slot.builtIn) }).count == 1 }
}
