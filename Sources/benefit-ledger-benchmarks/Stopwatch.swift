import Foundation

/// Microseconds of a clock that does not jump.
struct Stopwatch {
  private let start = Stopwatch.now

  /// Microseconds since it was made.
  var microseconds: Int { Self.now - start }

  /// Microseconds since some moment in the past.
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1_000
  }
}
