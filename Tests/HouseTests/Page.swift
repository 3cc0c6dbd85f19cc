import Foundation
import TestSupport

/// One Markdown page, with what a reader can trip over.
struct Page {
  /// Its path from the top level.
  let path: String
  /// Its lines; those inside fenced blocks are empty.
  let lines: [String]

  init(path: String, _ text: String) {
    self.path = path
    var fence: Substring?
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let mark = line.prefix { $0 == "`" }
      if let open = fence {
        if mark.count >= open.count, mark.count == line.count { fence = nil }
        return ""
      }
      guard mark.count >= 3 else { return String(line) }
      fence = mark
      return ""
    }
  }

  /// Every page of the project.
  static func all() throws -> [Page] {
    try Repository.pages().map { Page(path: $0, try Repository.text($0)) }
  }

  /// The headings with their level and line.
  var headings: [(level: Int, text: String, line: Int)] {
    lines.enumerated().compactMap { index, line in
      let level = line.prefix { $0 == "#" }.count
      guard level > 0, line.dropFirst(level).hasPrefix(" ") else { return nil }
      return (level, String(line.dropFirst(level + 1)), index + 1)
    }
  }

  /// The addresses of the headings, as GitHub makes them.
  var anchors: Set<String> { Set(headings.map { Self.anchor($0.text) }) }

  private static func anchor(_ heading: String) -> String {
    String(
      heading.lowercased().compactMap { character in
        if character == " " { return "-" }
        return character.isLetter || character.isNumber || character == "-" || character == "_"
          ? character : nil
      })
  }

  /// The links with their lines, images included.
  var links: [(target: String, line: Int)] {
    lines.enumerated().flatMap { index, line in
      line.split(separator: "](", omittingEmptySubsequences: false).dropFirst().compactMap { part in
        part.firstIndex(of: ")").map { (target: String(part[..<$0]), line: index + 1) }
      }
    }
  }

  /// What is to be repaired on this page by itself.
  var findings: [Finding] {
    var findings: [Finding] = []
    let titles = headings.filter { $0.level == 1 }
    if titles.isEmpty { findings.append(Finding(path, 1, "A page begins with one `# Title`.")) }
    for title in titles.dropFirst() {
      findings.append(Finding(path, title.line, "A page has one H1; make this one `##`."))
    }
    for (index, line) in lines.enumerated()
    where line.count > 100 && !line.hasPrefix("|") && !line.contains("](http") {
      findings.append(Finding(path, index + 1, "Wrap the line at 100 characters."))
    }
    return findings
  }

  /// The relative links that lead nowhere.
  func deadLinks(in pages: [String: Page], exists: (String) -> Bool) -> [Finding] {
    links.compactMap { target, line in
      if target.contains("://") || target.hasPrefix("mailto:") { return nil }
      let parts = target.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
      let destination = parts[0].isEmpty ? path : resolve(parts[0])
      guard exists(destination) else {
        return Finding(path, line, "\(target) leads nowhere; there is no \(destination).")
      }
      guard parts.count > 1, let page = pages[destination], !page.anchors.contains(parts[1]) else {
        return nil
      }
      return Finding(path, line, "\(target) leads nowhere; \(destination) has no such heading.")
    }
  }

  /// A relative path as a path from the top level.
  private func resolve(_ relative: String) -> String {
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in relative.split(separator: "/").map(String.init) {
      switch part {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
