import BenefitLedger
import Foundation
import LedgerCore

/// Progress on one line of the terminal: done, rate, time left; only for what takes over a second.
final class ProgressMeter: @unchecked Sendable {
  private let isShown: Bool
  private let start = ProgressMeter.now()
  private var shown = false

  init(_ global: GlobalOptions) { isShown = Output.isWatched && !global.quiet && !global.json }

  /// Shows how far a posting is.
  func report(_ progress: PostingProgress) {
    guard isShown else { return }
    let elapsed = Self.now() - start
    guard elapsed >= 1_000 else { return }
    let rate = progress.lines * 1_000 / max(1, elapsed)
    var text = localized("\(grouped(progress.lines)) lines, \(grouped(rate)) a second")
    if progress.allFiles > 1 {
      text += localized(", \(progress.files) of \(progress.allFiles) files")
      text += Self.left(elapsed, Int64(progress.files), of: Int64(progress.allFiles))
    } else if progress.allBytes > 0 {
      text += localized(", \(progress.bytes * 100 / progress.allBytes) % of the file")
      text += Self.left(elapsed, progress.bytes, of: progress.allBytes)
    }
    Output.line(text)
    shown = true
  }

  /// Shows how many of a known number of lines are done.
  func report(_ done: Int64, of total: Int64) {
    guard isShown, done > 0 else { return }
    let elapsed = Self.now() - start
    guard elapsed >= 1_000 else { return }
    let rate = done * 1_000 / elapsed
    let left = (total - done) / max(1, rate)
    Output.line(
      localized(
        "\(grouped(done)) of \(grouped(total)) lines, \(grouped(rate)) a second, \(left) s left"))
    shown = true
  }

  /// The time left if the rest goes as fast as what is done.
  private static func left(_ elapsed: Int64, _ done: Int64, of all: Int64) -> String {
    guard done > 0, done < all else { return "" }
    return localized(", \(elapsed * (all - done) / done / 1_000) s left")
  }

  /// Clears the line.
  func finish() { if shown { Output.line("") } }

  /// Milliseconds of a clock that does not jump.
  private static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }
}
