/// The one table of what each event does to an obligation.
///
/// It is data: the engine reads it here, the schema states it again as a CHECK and as rows of
/// `transition`, and a test holds the two equal.
public enum StateTable {
  /// An allowed step: the event, the state before and the state after.
  public struct Transition: Hashable, Sendable {
    /// The event that takes the obligation from one state to the other.
    public let event: Event
    /// The state before.
    public let from: ObligationState
    /// The state after.
    public let to: ObligationState
  }

  /// Every allowed transition.
  ///
  /// Where an event leads from one state to two, the second is the state once nothing is left to
  /// recover.
  public static let transitions: [Transition] = [
    Transition(event: .due, from: .none, to: .due),
    Transition(event: .due, from: .reversed, to: .due),
    Transition(event: .paid, from: .due, to: .paid),
    Transition(event: .paid, from: .unclaimed, to: .paid),
    Transition(event: .paid, from: .inherited, to: .paid),
    Transition(event: .unpaid, from: .due, to: .unclaimed),
    Transition(event: .returned, from: .paid, to: .unclaimed),
    Transition(event: .reissued, from: .unclaimed, to: .paid),
    Transition(event: .cancelled, from: .due, to: .cancelled),
    Transition(event: .cancelled, from: .unclaimed, to: .cancelled),
    Transition(event: .cancelled, from: .inherited, to: .cancelled),
    Transition(event: .overpaid, from: .paid, to: .overpaid),
    Transition(event: .recovered, from: .overpaid, to: .overpaid),
    Transition(event: .recovered, from: .overpaid, to: .recovered),
    Transition(event: .transferred, from: .due, to: .due),
    Transition(event: .transferred, from: .unclaimed, to: .unclaimed),
    Transition(event: .transferred, from: .inherited, to: .inherited),
    Transition(event: .transferred, from: .overpaid, to: .overpaid),
    Transition(event: .withheld, from: .due, to: .due),
    Transition(event: .inherited, from: .due, to: .inherited),
    Transition(event: .inherited, from: .unclaimed, to: .inherited),
    Transition(event: .offset, from: .overpaid, to: .overpaid),
    Transition(event: .offset, from: .overpaid, to: .recovered),
  ]

  /// The state an event leads to from a state, or nil if it is not allowed there.
  ///
  /// - Parameters:
  ///   - event: The event.
  ///   - from: The state before.
  ///   - settles: Whether a recovery leaves nothing to recover.
  /// - Returns: The state after.
  public static func state(
    after event: Event, from: ObligationState, settles: Bool = false
  ) -> ObligationState? {
    let place = Int(event.rawValue) << 4 | Int(from.rawValue)
    return settles ? settled[place] ?? lookup[place] : lookup[place]
  }

  /// The state that undoing a step leads back to: the one it left, or that of an undone due.
  public static func state(undoing from: ObligationState) -> ObligationState {
    from == .none ? .reversed : from
  }

  /// The transitions by event and state, so that a line costs one array read.
  private static let lookup: [ObligationState?] = {
    var table = [ObligationState?](repeating: nil, count: 1 << 9)
    for transition in transitions.reversed() {
      table[Int(transition.event.rawValue) << 4 | Int(transition.from.rawValue)] = transition.to
    }
    return table
  }()

  /// The second state of those that lead to two.
  private static let settled: [ObligationState?] = {
    var table = [ObligationState?](repeating: nil, count: 1 << 9)
    for transition in transitions where transition.to == .recovered {
      table[Int(transition.event.rawValue) << 4 | Int(transition.from.rawValue)] = transition.to
    }
    return table
  }()
}
