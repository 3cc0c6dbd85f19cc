/// Bytes of a file as scalars that are safe to show, one for each that counts as a column.
struct ShownText {
  /// What is shown.
  private(set) var scalars: [Unicode.Scalar] = []
  /// The byte each begins at.
  private var starts: [Int] = []

  /// Stands for what cannot or should not be shown.
  static let dot: Unicode.Scalar = "·"

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    scalars.reserveCapacity(bytes.count)
    starts.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      let found = Utf8.decode(bytes, at: at)
      starts.append(at)
      scalars.append(found.scalar.map { Utf8.isForbidden($0.value) ? Self.dot : $0 } ?? Self.dot)
      at += found.length
    }
  }

  /// How many scalars begin before the byte.
  func index(ofByte offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Masks what the spans say, and long runs of digits outside of amounts.
  mutating func mask(_ spans: [MaskSpan]) {
    var isAmount = [Bool](repeating: false, count: scalars.count)
    var isName = isAmount
    for span in spans {
      var range = index(ofByte: span.range.lowerBound)..<index(ofByte: span.range.upperBound)
      switch span.rule {
      case .personal:
        if range.count >= 2, scalars[range.lowerBound] == "\"" {
          let isClosed = scalars[range.upperBound - 1] == "\""
          range = range.lowerBound + 1..<range.upperBound - (isClosed ? 1 : 0)
        }
        hide(range)
      case .amount where looksLikeAmount(scalars[range]):
        for index in range { isAmount[index] = true }
      case .amount: break
      case .name: for index in range { isName[index] = true }
      }
    }
    maskAccounts()
    maskDigits(except: isAmount, names: isName)
  }

  /// Text of the part, its last characters left out if it is longer than `limit`.
  static func string(_ part: ArraySlice<Unicode.Scalar>, limit: Int = .max) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: part.prefix(limit))
    return String(text) + (part.count > limit ? "…" : "")
  }

  private mutating func hide(_ range: Range<Int>) {
    for index in range.dropLast(3) { scalars[index] = "*" }
  }

  /// A number that begins with a zero is a person's rather than an amount.
  private func looksLikeAmount(_ part: ArraySlice<Unicode.Scalar>) -> Bool {
    let bare = part.filter { $0 != "\"" }
    return bare.first != "0" && bare.allSatisfy { $0.value < 0x80 && Self.amountBytes.contains($0) }
  }

  private static let amountBytes = Set("0123456789 .,'_+-()eE".unicodeScalars)

  /// `970436:0071000123456` wherever it stands.
  private mutating func maskAccounts() {
    for colon in scalars.indices where scalars[colon] == ":" {
      let bin = scalars[..<colon].suffix(6)
      guard bin.count == 6, bin.allSatisfy(Self.isDigit) else { continue }
      let number = scalars[(colon + 1)...].prefix { Self.isLetterOrDigit($0) }
      if number.count >= 4 { hide(colon - 6..<number.endIndex) }
    }
  }

  /// Nine digits or more in a run, single spaces, dots and hyphens between them included; in names
  /// those end a run.
  private mutating func maskDigits(except isAmount: [Bool], names isName: [Bool]) {
    var at = 0
    while at < scalars.count {
      guard Self.isDigit(scalars[at]), !isAmount[at] else {
        at += 1
        continue
      }
      let first = at
      var last = at
      var digits = 1
      at += 1
      while at < scalars.count, !isAmount[at] {
        if Self.isDigit(scalars[at]) {
          digits += 1
          last = at
        } else if at > last + 1 || isName[at] || !Self.separators.contains(scalars[at]) {
          break
        }
        at += 1
      }
      at = last + 1
      if digits >= 9 { hide(first..<last + 1) }
    }
  }

  private static let separators: Set<Unicode.Scalar> = [" ", ".", "-", "\u{A0}", "\u{202F}"]

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return scalar.value >= 0x30 && scalar.value <= 0x39 }
    return scalar.properties.generalCategory == .decimalNumber
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    isDigit(scalar) || (scalar.value < 0x80 && scalar.properties.isAlphabetic)
  }
}
