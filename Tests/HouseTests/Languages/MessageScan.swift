import LedgerCore

/// The templates of the sources that need a translation.
struct MessageScan {
  /// A template and where it is first said.
  struct Template {
    var english: String
    var path: String
    var line: Int
    /// The places that a translation may leave out, wherever the template is said.
    var optionalPlaces: Set<Int>

    /// The folder of its source below the target, such as `BatchFiles/Lists`.
    var group: String {
      let parts = path.split(separator: "/").dropFirst().dropLast()
      return parts.prefix(2).joined(separator: "/")
    }
  }

  /// The templates, by their English.
  private(set) var templates: [String: Template] = [:]
  /// What is said in one language only: literals of the program that are not in `localized`.
  private(set) var forgotten: [Finding] = []
  /// The literals of each file name, to find exceptions that nothing needs.
  private(set) var literals: [String: Set<String>] = [:]

  /// Takes the literals of a source.
  mutating func take(_ source: String, path: String) {
    let parts = path.split(separator: "/")
    let target = parts.count > 1 ? String(parts[1]) : ""
    guard MessageRules.libraries.contains(target) || target == MessageRules.program,
      !path.contains("/Languages/Vietnamese/")
    else { return }
    for literal in LiteralScan.literals(source) {
      literals[parts.last.map(String.init) ?? path, default: []].insert(literal.template)
      var template = literal.template
      switch MessageRules.kind(literal, path: path, target: target) {
      case .machine: continue
      case .forgotten:
        forgotten.append(
          Finding(
            path, literal.line,
            "“\(template)” is English only: say it with localized, or list it as an exception."))
        continue
      case .counted: template = "{1} " + template
      case .words: break
      }
      if templates[template] == nil {
        templates[template] = Template(
          english: template, path: path, line: literal.line,
          optionalPlaces: literal.optionalPlaces)
      } else {
        templates[template]?.optionalPlaces.formIntersection(literal.optionalPlaces)
      }
    }
  }

  /// Every template that no entry translates, in the order of the sources.
  func missing(_ entries: some Sequence<String>) -> [Template] {
    let known = Set(entries)
    return templates.values.filter { !known.contains($0.english) }
      .sorted { ($0.path, $0.line, $0.english) < ($1.path, $1.line, $1.english) }
  }
}

/// The places of a template: the numbers in its braces.
func places(_ template: String) -> Set<Int> {
  Set(template.matches(of: /\{(\d+)\}/).compactMap { Int($0.1) })
}

/// An entry of the catalogue to be pasted, its translation empty.
func entry(_ template: String) -> String {
  let escaped = template.replacing("\\", with: "\\\\").replacing("\t", with: "\\t")
  let short = escaped.replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  if short.count <= 88 { return "    Translation(\n      \"\(short)\",\n      \"\"),\n" }
  var lines: [String] = []
  for (index, line) in escaped.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
  {
    if index > 0 || lines.isEmpty { lines.append("") }
    for word in line.split(separator: " ", omittingEmptySubsequences: false) {
      let last = lines[lines.count - 1]
      if last.count + word.count > 88, !last.isEmpty {
        lines[lines.count - 1] = last + "\\"
        lines.append(word + " ")
      } else {
        lines[lines.count - 1] = last + word + " "
      }
    }
    lines[lines.count - 1].removeLast()
  }
  let text = lines.map { $0.isEmpty ? "" : "      \($0)" }.joined(separator: "\n")
  return "    Translation(\n      \"\"\"\n\(text)\n      \"\"\",\n      \"\"\"\n      \"\"\"),\n"
}
