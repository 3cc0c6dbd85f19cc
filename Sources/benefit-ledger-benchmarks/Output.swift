import Foundation

/// The only place that writes to the terminal: figures on stdout, talk on stderr.
enum Output {
  /// Writes figures.
  static func answer(_ text: String) { write(text, to: .standardOutput) }

  /// Says what is being done.
  static func talk(_ text: String) { write(text, to: .standardError) }

  /// Writes figures as JSON with the keys in order.
  static func answer(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    answer(String(decoding: try encoder.encode(value), as: UTF8.self))
  }

  private static func write(_ text: String, to file: FileHandle) {
    // Who closes the pipe does not want to know.
    try? file.write(contentsOf: Data((text + "\n").utf8))
  }
}
