/// The translations, read from their texts the first time one is needed.
///
/// A text holds entries with an empty line between: a line of English as the sources have it, with
/// `{1}`, `{2}`… for what is put in, and a line of the translation. `\n` stands for a line break.
enum Catalogue {
  /// Vietnamese.
  static let vietnamese = read(Vietnamese.texts)

  /// Reads texts of entries.
  static func read(_ texts: [String]) -> [String: String] {
    var entries: [String: String] = [:]
    for text in texts {
      var english: Substring?
      for line in text.split(separator: "\n") {
        if let template = english {
          entries[plain(template)] = plain(line)
          english = nil
        } else {
          english = line
        }
      }
    }
    return entries
  }

  private static func plain(_ line: Substring) -> String {
    guard line.contains("\\") else { return String(line) }
    return line.split(separator: "\\n", omittingEmptySubsequences: false).joined(separator: "\n")
  }
}
