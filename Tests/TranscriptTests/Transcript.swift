import Foundation

/// A page's console blocks: commands and what they say.
///
/// A line `$ command` is a command, lines `> …` after it belong to it, the rest is its output. In the
/// output `…` stands for anything within a line and a line `...` for any lines.
struct Transcript {
  /// One command of a page.
  struct Command: Equatable {
    /// The text for the shell.
    var text: String
    /// The output the page shows.
    var expected: [String]
    /// The line of the page the command stands on, from 1.
    var line: Int
    /// The lines of the page that show the output, as indices.
    var output: Range<Int>
  }

  /// The page's lines.
  private(set) var lines: [String]
  /// Its commands in order.
  private(set) var commands: [Command] = []

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var index = 0
    while index < lines.count {
      defer { index += 1 }
      guard lines[index] == "```console" else { continue }
      index += 1
      while index < lines.count, lines[index] != "```" {
        guard lines[index].hasPrefix("$ ") else {
          index += 1
          continue
        }
        index = readCommand(at: index)
      }
    }
  }

  /// Reads a command and its output; says where the next thing begins.
  private mutating func readCommand(at start: Int) -> Int {
    var text = String(lines[start].dropFirst(2))
    var index = start + 1
    while index < lines.count, lines[index] == ">" || lines[index].hasPrefix("> ") {
      text += "\n" + lines[index].dropFirst(2)
      index += 1
    }
    let first = index
    while index < lines.count, lines[index] != "```", !lines[index].hasPrefix("$ ") { index += 1 }
    commands.append(
      Command(
        text: text, expected: Array(lines[first..<index]), line: start + 1, output: first..<index))
    return index
  }

  /// Puts what the commands really said where the page said something else.
  mutating func rewrite(with outputs: [[String]]) {
    for (command, output) in zip(commands, outputs).reversed()
    where !matches(output, command.expected[...]) {
      lines.replaceSubrange(command.output, with: output.map(steady))
    }
  }

  /// The page.
  var text: String { lines.joined(separator: "\n") }
}

/// Whether output is what a page shows.
func matches(_ output: [String], _ expected: ArraySlice<String>) -> Bool {
  matches(output[...], expected)
}

private func matches(_ output: ArraySlice<String>, _ expected: ArraySlice<String>) -> Bool {
  guard let wanted = expected.first else { return output.isEmpty }
  let rest = expected.dropFirst()
  if wanted == "..." {
    return (output.startIndex...output.endIndex).contains { matches(output[$0...], rest) }
  }
  guard let line = output.first, matches(line: line, wanted) else { return false }
  return matches(output.dropFirst(), rest)
}

/// Whether a line is what a page shows, where `…` stands for anything.
func matches(line: String, _ wanted: String) -> Bool {
  let parts = wanted.split(separator: "…", omittingEmptySubsequences: false)
  guard parts.count > 1, let first = parts.first, let last = parts.last else {
    return line == wanted
  }
  guard line.hasPrefix(first) else { return false }
  var rest = line.dropFirst(first.count)
  for part in parts.dropFirst().dropLast() where !part.isEmpty {
    guard let found = rest.firstRange(of: part) else { return false }
    rest = rest[found.upperBound...]
  }
  return rest.hasSuffix(last)
}

/// A line of output without what differs from run to run: digests become `…`.
func steady(_ line: String) -> String {
  line.replacing(/\b(?:[0-9a-f]{64}|[0-9a-f]{16}…)/, with: "…")
}
