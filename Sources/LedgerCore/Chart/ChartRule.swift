/// Other accounts for an event than the built-in ones.
///
/// It names no fund: a voucher lies inside one fund, so both accounts are of the payment's fund.
public struct ChartRule: Hashable, Sendable {
  /// The event.
  public var event: Event
  /// The state an obligation leaves; nil for money that moves without a person.
  public var from: ObligationState?
  /// The channels it is for; empty for money that moves without a person.
  public var channels: [Channel]
  /// Whether it is for obligations of a year that is closed, rather than those of the open one.
  public var priorYear: Bool
  /// The account debited (Nợ).
  public var debit: ChartCode
  /// The account credited (Có).
  public var credit: ChartCode

  /// Makes a rule.
  public init(
    event: Event, from: ObligationState?, channels: [Channel], priorYear: Bool = false,
    debit: ChartCode, credit: ChartCode
  ) {
    self.event = event
    self.from = from
    self.channels = channels
    self.priorYear = priorYear
    self.debit = debit
    self.credit = credit
  }

  /// The two accounts.
  public var posting: PostingRule { PostingRule(debit: debit, credit: credit) }

  /// The places it holds for.
  public var slots: [RuleSlot] {
    guard let from else { return [RuleSlot(event: event, from: nil, channel: nil)] }
    return channels.map {
      RuleSlot(event: event, from: from, channel: $0, priorYear: priorYear)
    }
  }
}

extension ChartFile {
  /// The rules that the engine posts by: the built-in ones, with those of the chart in their place.
  public var postingRules: PostingRules {
    var rules = PostingRules.builtIn
    for (slot, rule) in postings {
      guard let channel = slot.channel else {
        rules.setMovement(slot.event, [MovementRule(rule)])
        continue
      }
      for from in slot.statesLeft {
        rules.setStep(slot.event, from: from, channel: channel, isPriorYear: slot.priorYear, rule)
      }
    }
    return rules
  }

  /// The accounts the chart sets for each place where it does; two rules never set the same one.
  public var postings: [RuleSlot: PostingRule] {
    var postings: [RuleSlot: PostingRule] = [:]
    for rule in rules { for slot in rule.slots { postings[slot] = rule.posting } }
    return postings
  }

  /// The accounts of a place: those of the chart, or else the built-in ones.
  public func posting(_ slot: RuleSlot) -> PostingRule {
    rules.first { $0.slots.contains(slot) }?.posting ?? slot.builtIn
  }
}
