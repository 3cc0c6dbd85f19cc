import LedgerCore

/// What is said beside the parser's words when a command is not understood: why a date is none, and that
/// a number is never negative.
enum UsageHint {
  /// The hints for a command line, each a line; empty if there is nothing to add.
  ///
  /// - Parameters:
  ///   - arguments: The command line.
  ///   - message: What the parser says of it.
  /// - Returns: Lines to show before the parser's.
  static func text(_ arguments: [String], _ message: String) -> String {
    var hints: [String] = []
    for argument in arguments {
      let value = argument.split(separator: "=", maxSplits: 1).last.map(String.init) ?? argument
      if message.contains("'\(value)'"), let reason = notInCalendar(value) {
        hints.append(localized("\(value): \(reason).\n"))
      } else if isNegative(value), isNegative(argument) || message.contains("'\(value)'") {
        hints.append(
          localized(
            "\(value) is negative: numbers of rows, batches and đồng are written without a sign.\n")
        )
      }
    }
    return hints.joined()
  }

  private static func isNegative(_ text: String) -> Bool {
    text.count > 1 && text.first == "-" && text.dropFirst().allSatisfy { "0123456789".contains($0) }
  }
}
