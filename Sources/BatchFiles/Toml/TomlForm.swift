import LedgerCore

/// A table read key by key: what is missing, unknown or of another form is told where it stands.
final class TomlForm {
  /// The table.
  let table: TomlTable
  /// Its header as messages show it, such as `[[mapping]]`.
  let header: String
  /// Whether nothing was wrong with it so far.
  private(set) var isSound: Bool
  private let report: TomlReport
  private var known: [String] = []

  /// How long a text may be, in characters.
  static let textLimit = 200

  init(_ table: TomlTable, header: String, report: TomlReport) {
    self.table = table
    self.header = header
    self.report = report
    isSound = !table.isDamaged
  }

  /// Where the value of a key stands; the header if there is none.
  func position(of key: String) -> TomlPosition { table[key]?.item.position ?? table.position }

  /// Whether a key is there; it is known from now on.
  func has(_ key: String) -> Bool {
    know(key)
    return table[key] != nil
  }

  /// Notes a fault of a value.
  func fault(
    _ key: String, _ message: @autoclosure () -> Message, _ help: @autoclosure () -> Message,
    code: Code = .tomlValue
  ) {
    fault(at: position(of: key), message(), help(), code: code)
  }

  func fault(
    at position: TomlPosition, _ message: @autoclosure () -> Message,
    _ help: @autoclosure () -> Message, code: Code = .tomlValue
  ) {
    isSound = false
    report.add(code, position, Words(message(), help()))
  }

  /// The value of a key, which must be there unless it is optional.
  func item(_ key: String, isOptional: Bool = false) -> TomlItem? {
    know(key)
    if let entry = table[key] { return entry.item }
    guard !isOptional, !table.isDamaged else { return nil }
    fault(
      at: table.position, "\(header) has no \(key).", "Add a line: \(key) = …",
      code: .tomlKeyMissing)
    return nil
  }

  /// Tells of the keys that nobody asked for.
  ///
  /// - Parameter explain: What to say of a key instead of which are known; nil for that.
  func finish(_ explain: (String) -> Words? = { _ in nil }) {
    for entry in table.entries where !known.contains(entry.key) {
      isSound = false
      report.add(
        .tomlKeyUnknown, entry.keyPosition,
        explain(entry.key)
          ?? Words(
            "\(header) has no key \(Shown.plain(entry.key)).",
            "Its keys are: \(known.joined(separator: ", ")). Correct the key, or delete the line.")
      )
    }
  }

  private func know(_ key: String) { if !known.contains(key) { known.append(key) } }
}
