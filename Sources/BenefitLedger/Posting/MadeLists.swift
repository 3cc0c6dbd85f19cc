import BatchFiles
import Foundation

/// What was made of the files of one call: a list that is looked at a second time, to be checked, to
/// be explained or to have its refused rows written, is not converted or unpacked a second time.
final class MadeLists: Sendable {
  private let lock = NSLock()
  private nonisolated(unsafe) var kept: [MadeList] = []

  /// A call may have thousands of files; the last of them are those that are looked at again.
  private static let limit = 4

  /// What is to be read of a file: what was made of it before, or what is made now.
  func source(
    _ original: BatchSource, _ make: (BatchSource) throws -> BatchSource
  ) throws -> BatchSource {
    if let known = lock.withLock({ kept.lazy.compactMap { $0.source(of: original) }.first }) {
      return known
    }
    let source = try make(original)
    guard let made = MadeList(source, of: original) else { return source }
    lock.withLock {
      kept.append(made)
      if kept.count > Self.limit { kept.removeFirst() }
    }
    return source
  }
}
