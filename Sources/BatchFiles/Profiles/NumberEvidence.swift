import LedgerCore

/// What all amounts of a file say together of the style in which they are written.
struct NumberEvidence {
  /// What one amount says.
  enum Sign: Hashable {
    /// It can be read in this style only.
    case certain(NumberStyle)
    /// It can be read in this style, or its sign is a decimal sign.
    case likely(NumberStyle)

    fileprivate var bit: UInt16 {
      switch self {
      case .certain(let style): 1 << style.rawValue
      case .likely(let style): 256 << style.rawValue
      }
    }
  }

  /// Where the first amount of each kind stands, and what it is.
  private var seen: UInt16 = 0
  private var first: [Sign: (line: Int, text: String)] = [:]

  /// Whether an amount said so already.
  func knows(_ sign: Sign) -> Bool { seen & sign.bit != 0 }

  /// Takes the next amount.
  mutating func take(_ amount: AmountText, line: Int) {
    guard let sign = amount.evidence, !knows(sign) else { return }
    seen |= sign.bit
    first[sign] = (line, String(decoding: amount.core, as: UTF8.self))
  }

  /// The one style of the file, whose amounts are in a column.
  ///
  /// - Throws: ``Code/numberStyleMixed`` or ``Code/numberStyleAmbiguous``, with the readings.
  func decide(_ file: String, column: Int) throws(FileFault) -> NumberStyle {
    let styles = Set(
      first.keys.map { sign in
        switch sign {
        case .certain(let style), .likely(let style): style
        }
      })
    guard let style = styles.first else { return .plain }
    guard styles.count == 1 else { throw mixed(file, column) }
    guard first[.certain(style)] == nil, let likely = first[.likely(style)] else { return style }
    throw ambiguous(file, column, style, likely)
  }

  private func mixed(_ file: String, _ column: Int) -> FileFault {
    let places = first.sorted { $0.value.line < $1.value.line }
    let shown: [Message] = places.map { "\(Shown.number($0.value.text)) on line \($0.value.line)" }
    return FileFault(
      Diagnostic(
        file: file, line: places[0].value.line, column: column, code: .numberStyleMixed,
        message: "The amounts are written in different ways: \(shown.joined(separator: ", ")).",
        help: "Write all amounts in one way. Parts of two files may have been put together."))
  }

  private func ambiguous(
    _ file: String, _ column: Int, _ style: NumberStyle, _ likely: (line: Int, text: String)
  ) -> FileFault {
    let sign: Message = style == .dots ? "dot" : "comma"
    let other = style == .dots ? NumberStyle.commas : .dots
    let halves = likely.text.split { $0 == "." || $0 == "," }.map(String.init)
    let whole = Int64(halves.joined()).map { grouped($0) } ?? halves.joined()
    return FileFault(
      Diagnostic(
        file: file, line: likely.line, column: column, code: .numberStyleAmbiguous,
        message: """
          \(Shown.number(likely.text)) can be read in two ways: as \(whole) đồng, if the \(sign) \
          stands between thousands, or as \(halves[0]) đồng and a fraction, if it is a decimal \
          sign. No amount of the file says which.
          """,
        help: "Say it with --number “\(style.code)” or --number “\(other.code)”, or in the profile."
      ))
  }
}

extension Shown {
  /// An amount as written, cut if it is long.
  static func number(_ text: String) -> String {
    Array(text.utf8).withUnsafeBufferPointer { amount($0) }
  }
}
