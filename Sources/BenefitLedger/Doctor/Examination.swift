import LedgerCore

/// What `doctor` found out about a ledger, the machine it is on, and what is kept of it elsewhere.
public struct Examination: Sendable {
  /// One thing that was looked at.
  public struct Check: Sendable, Equatable {
    /// How it is.
    public enum State: String, Sendable {
      /// As it should be, or nothing to be done about it.
      case ok
      /// Something to be seen to.
      case warning
      /// Something that has to be put right before anything is posted.
      case wrong
    }

    /// What was looked at, such as `space`.
    public var name: String
    /// How it is.
    public var state: State
    /// What was found, in a sentence.
    public var message: Message
    /// What to do about it; may be empty.
    public var help: Message

    init(_ name: String, _ state: State, _ message: Message, help: Message = "") {
      self.name = name
      self.state = state
      self.message = message
      self.help = help
    }

    /// What could not be looked at, and why.
    init(_ name: String, _ error: any Error) {
      if let error = error as? LedgerError {
        self.init(name, .wrong, error.message, help: error.help)
      } else {
        self.init(name, .wrong, .verbatim("\(error)"))
      }
    }
  }

  /// Everything that was looked at, always in the same order.
  public var checks: [Check] = []

  /// Whether there is nothing to be seen to.
  public var isWell: Bool { checks.allSatisfy { $0.state == .ok } }
}
