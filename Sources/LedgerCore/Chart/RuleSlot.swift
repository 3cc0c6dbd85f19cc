/// One place where the program posts by a rule: what a chart may set other accounts for.
public struct RuleSlot: Hashable, Sendable {
  /// The event that is posted.
  public let event: Event
  /// The state an obligation leaves; nil for money that moves without a person.
  public let from: ObligationState?
  /// The channel of the payment; nil for money that moves without a person.
  public let channel: Channel?
  /// Whether the obligation became due in a year that is closed.
  public let priorYear: Bool

  /// Names a place.
  public init(event: Event, from: ObligationState?, channel: Channel?, priorYear: Bool = false) {
    self.event = event
    self.from = from
    self.channel = channel
    self.priorYear = priorYear
  }

  /// Every place there is.
  public static let all: [RuleSlot] = {
    var slots: [RuleSlot] = []
    for event in Event.allCases {
      // What is a pair between two funds is not one rule, and stays as it is.
      if PostingRules.builtIn.movement(event).count == 1 {
        slots.append(RuleSlot(event: event, from: nil, channel: nil))
      }
      for state in states(leftBy: event) {
        for channel in Channel.allCases {
          slots.append(RuleSlot(event: event, from: state, channel: channel))
          guard takesPriorYear(event) else { continue }
          slots.append(RuleSlot(event: event, from: state, channel: channel, priorYear: true))
        }
      }
    }
    return slots
  }()

  /// The states an obligation may be in when an event comes, in the order of the state table.
  ///
  /// What was undone and becomes due anew is posted as it was the first time, so that the state
  /// ``ObligationState/none`` stands for ``ObligationState/reversed`` too.
  public static func states(leftBy event: Event) -> [ObligationState] {
    var states: [ObligationState] = []
    for transition in StateTable.transitions where transition.event == event {
      let from = transition.from == .reversed ? .none : transition.from
      if !states.contains(from) { states.append(from) }
    }
    return states
  }

  /// The states of the state table that the place is for; none for money without a person.
  var statesLeft: [ObligationState] {
    guard let from else { return [] }
    return from == .none ? [.none, .reversed] : [from]
  }

  /// Whether an event takes back an expense, which is another account once its year is closed.
  public static func takesPriorYear(_ event: Event) -> Bool {
    event == .cancelled || event == .overpaid
  }

  /// The accounts without a chart.
  public var builtIn: PostingRule {
    guard let from, let channel else {
      guard let rule = PostingRules.builtIn.movement(event).first else {
        preconditionFailure("\(event) without a state is no movement")
      }
      return rule.accounts
    }
    return PostingRules.builtIn.step(event, from: from, channel: channel, isPriorYear: priorYear)
  }

  /// Whether the event takes the obligation into a state from another one.
  func enters(_ state: ObligationState) -> Bool {
    from != state
      && StateTable.transitions.contains { $0.event == event && $0.from == from && $0.to == state }
  }

  /// Whether the event takes the obligation from a state into another one.
  func leaves(_ state: ObligationState) -> Bool {
    from == state
      && StateTable.transitions.contains { $0.event == event && $0.from == from && $0.to != state }
  }
}

extension RuleSlot {
  /// The place as messages name it where its channel does not matter, such as `paid from due`.
  public var ofAnyChannel: Message {
    RuleSlot(event: event, from: from, channel: nil, priorYear: priorYear).words
  }

  /// The place as messages name it, such as `paid from due by cash`.
  public var words: Message {
    var words: Message = .verbatim(event.code)
    if let from, RuleSlot.states(leftBy: event).count > 1 { words += " from \(from.code)" }
    if let channel { words += " by \(channel.code)" }
    return words + (priorYear ? " in a later year" : "")
  }
}
