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
  public static let transitions: [Transition] = [
    Transition(event: .due, from: .none, to: .due),
    Transition(event: .paid, from: .due, to: .paid),
    Transition(event: .paid, from: .unclaimed, to: .paid),
    Transition(event: .unpaid, from: .due, to: .unclaimed),
    Transition(event: .returned, from: .paid, to: .unclaimed),
    Transition(event: .reissued, from: .unclaimed, to: .paid),
    Transition(event: .cancelled, from: .due, to: .cancelled),
    Transition(event: .cancelled, from: .unclaimed, to: .cancelled),
  ]

  /// The state an event leads to from a state, or nil if it is not allowed there.
  public static func state(after event: Event, from: ObligationState) -> ObligationState? {
    lookup[Int(event.rawValue) << 3 | Int(from.rawValue)]
  }

  /// The transitions by event and state, so that a line costs one array read.
  private static let lookup: [ObligationState?] = {
    var table = [ObligationState?](repeating: nil, count: 256)
    for transition in transitions {
      table[Int(transition.event.rawValue) << 3 | Int(transition.from.rawValue)] = transition.to
    }
    return table
  }()
}
