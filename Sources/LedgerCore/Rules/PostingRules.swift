/// Which accounts each event moves money between: data, of which a chart file may change a part.
///
/// Every rule names one account to debit and one to credit, and both lie inside one fund. What two
/// funds owe each other is a pair of vouchers, each inside its fund.
public struct PostingRules: Hashable, Sendable {
  /// The rules that come with the program.
  public static let builtIn = PostingRules()

  /// Steps by event, state left, channel, and whether the obligation's year is closed.
  private var steps: [PostingRule?]
  /// Movements by event.
  private var movements: [[MovementRule]]

  private init() {
    steps = [PostingRule?](repeating: nil, count: 1 << 13)
    movements = [[MovementRule]](repeating: [], count: 1 << 5)
    for transition in StateTable.transitions {
      for channel in Channel.allCases {
        for isPriorYear in [false, true] {
          setStep(
            transition.event, from: transition.from, channel: channel, isPriorYear: isPriorYear,
            Self.step(
              transition.event, from: transition.from, channel: channel, isPriorYear: isPriorYear))
        }
      }
    }
    for event in Event.allCases {
      movements[Int(event.rawValue)] = Self.movement(event)
    }
  }

  /// The accounts of a step.
  ///
  /// The caller has checked the transition with ``StateTable``.
  ///
  /// - Parameters:
  ///   - event: The event.
  ///   - from: The state the step leaves.
  ///   - channel: The channel in force.
  ///   - isPriorYear: Whether the obligation became due in a year that is closed, so that what it
  ///     gives back is income of this year.
  /// - Returns: The accounts.
  @inline(__always)
  public func step(
    _ event: Event, from: ObligationState, channel: Channel, isPriorYear: Bool = false
  ) -> PostingRule {
    guard let rule = steps[Self.place(event, from, channel, isPriorYear)] else {
      preconditionFailure("\(event) is not a step from \(from)")
    }
    return rule
  }

  /// The vouchers that a row of a movement list makes; none if the event is not such a movement.
  public func movement(_ event: Event) -> [MovementRule] { movements[Int(event.rawValue)] }

  /// The funds that a movement between two funds pays into; none if it stays in its own.
  public func receivingFunds(_ event: Event) -> [Fund] { movement(event).compactMap(\.fund) }

  /// Changes the accounts of a step.
  public mutating func setStep(
    _ event: Event, from: ObligationState, channel: Channel, isPriorYear: Bool, _ rule: PostingRule
  ) {
    steps[Self.place(event, from, channel, isPriorYear)] = rule
  }

  /// Changes the vouchers of a movement.
  public mutating func setMovement(_ event: Event, _ rules: [MovementRule]) {
    movements[Int(event.rawValue)] = rules
  }

  @inline(__always)
  private static func place(
    _ event: Event, _ from: ObligationState, _ channel: Channel, _ isPriorYear: Bool
  ) -> Int {
    Int(event.rawValue) << 8 | Int(from.rawValue) << 4 | Int(channel.rawValue) << 1
      | (isPriorYear ? 1 : 0)
  }
}

extension PostingRules {
  /// The account that holds what is open in a state.
  private static func holding(_ state: ObligationState) -> ChartCode {
    switch state {
    case .unclaimed: .unclaimed
    case .inherited: .heirs
    case .overpaid: .receivable
    case .none, .due, .paid, .cancelled, .reversed, .recovered: .payable
    }
  }

  private static func step(
    _ event: Event, from state: ObligationState, channel: Channel, isPriorYear: Bool
  ) -> PostingRule {
    let held = holding(state)
    let money: ChartCode = channel.isCash ? .advance : .bank
    let spent: ChartCode = isPriorYear ? .income : .expense
    switch event {
    case .due: return PostingRule(debit: .expense, credit: .payable)
    case .paid, .reissued: return PostingRule(debit: held, credit: money)
    case .unpaid: return PostingRule(debit: .payable, credit: .unclaimed)
    case .returned: return PostingRule(debit: money, credit: .unclaimed)
    case .cancelled: return PostingRule(debit: held, credit: spent)
    case .overpaid: return PostingRule(debit: .receivable, credit: spent)
    case .recovered: return PostingRule(debit: .bank, credit: .receivable)
    // From the account of the site that had it to that of the site that has it now.
    case .transferred: return PostingRule(debit: held, credit: held)
    case .withheld: return PostingRule(debit: .payable, credit: .withheld)
    case .inherited: return PostingRule(debit: held, credit: .heirs)
    case .offset: return PostingRule(debit: .withheld, credit: .receivable)
    case .opening, .contribution, .budget, .advance, .refund, .shortage, .shortageRecovered,
      .premium, .premiumSettled, .remitted, .handover, .yearEnd:
      preconditionFailure("\(event) is not a step of an obligation")
    }
  }

  private static func movement(_ event: Event) -> [MovementRule] {
    func one(_ debit: ChartCode, _ credit: ChartCode, in fund: Fund? = nil) -> MovementRule {
      MovementRule(PostingRule(debit: debit, credit: credit), fund: fund)
    }
    switch event {
    case .contribution, .budget: return [one(.bank, .income)]
    case .advance: return [one(.advance, .bank)]
    case .refund: return [one(.bank, .advance)]
    case .shortage: return [one(.shortage, .advance)]
    case .shortageRecovered: return [one(.bank, .shortage)]
    case .premium: return [one(.expense, .dueTo), one(.dueFrom, .income, in: .health)]
    case .premiumSettled: return [one(.dueTo, .bank), one(.bank, .dueFrom, in: .health)]
    case .remitted: return [one(.withheld, .bank)]
    case .opening, .due, .paid, .unpaid, .returned, .reissued, .cancelled, .overpaid, .recovered,
      .transferred, .withheld, .inherited, .offset, .handover, .yearEnd:
      return []
    }
  }
}
