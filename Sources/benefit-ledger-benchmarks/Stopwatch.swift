import Foundation

/// Microseconds of the clock on the wall and of the processors' time.
struct Stopwatch {
  private let start = Stopwatch.read(CLOCK_MONOTONIC)
  private let processorStart = Stopwatch.read(CLOCK_PROCESS_CPUTIME_ID)

  /// Microseconds since it was made.
  var microseconds: Int { Self.read(CLOCK_MONOTONIC) - start }

  /// Microseconds this process has worked since it was made.
  var processorMicroseconds: Int { Self.read(CLOCK_PROCESS_CPUTIME_ID) - processorStart }

  private static func read(_ clock: clockid_t) -> Int {
    var time = timespec()
    clock_gettime(clock, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1_000
  }
}
