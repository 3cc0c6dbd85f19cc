/// When to kill a process, so that most often it still runs, however fast or busy the machine is.
///
/// How long a command takes is known of the past only: a machine that was busy then and is not now is done
/// before anybody kills. So each round that came too late shortens what is waited, and each that did not
/// lengthens it a little. Some seven of eight rounds are in time then, at moments over the whole command.
public struct KillMoment {
  /// The longest that is waited, in seconds.
  public private(set) var longest: Double

  /// Begins with how long the command took, or may take, in seconds.
  public init(upTo longest: Double) { self.longest = longest }

  /// How long to wait this time, in microseconds.
  public func next(using randomness: inout some RandomNumberGenerator) -> UInt32 {
    UInt32(Double.random(in: 0...longest, using: &randomness) * 1_000_000)
  }

  /// Learns of a round.
  ///
  /// - Parameter wasKilled: Whether the process still ran.
  public mutating func note(wasKilled: Bool) {
    longest = min(60, max(0.000_001, longest * (wasKilled ? 1.1 : 0.5)))
  }
}
