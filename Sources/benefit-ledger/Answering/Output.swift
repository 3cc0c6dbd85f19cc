import Foundation

/// The only place that writes to the terminal.
///
/// stdout carries the answer, stderr the talk. A closed pipe (`| head`) is not an error: what was
/// posted is posted.
enum Output {
  /// Writes the answer.
  static func answer(_ text: String) { write(text, to: 1) }

  /// Writes to people.
  static func talk(_ text: String) { write(text, to: 2) }

  /// Replaces the line of progress on the terminal.
  static func line(_ text: String) { write(bytes: "\r\u{1B}[K" + text, to: 2) }

  /// Whether progress makes sense: somebody is looking.
  static var isWatched: Bool { isatty(2) == 1 }

  private static func write(_ text: String, to descriptor: Int32) {
    guard !text.isEmpty else { return }
    write(bytes: text.hasSuffix("\n") ? text : text + "\n", to: descriptor)
  }

  private static func write(bytes text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var written = 0
      while written < bytes.count {
        let count = Foundation.write(
          descriptor, bytes.baseAddress.map { UnsafeRawPointer($0 + written) },
          bytes.count - written)
        if count > 0 {
          written += count
        } else if count < 0, errno == EINTR {
          continue
        } else {
          return
        }
      }
    }
  }
}
