import Glibc

/// Composes letters and marks as NFC has it, for Latin letters and the marks U+0300 to U+036F.
///
/// Names typed on one machine and read on another differ in nothing but this; what is kept, compared
/// and hashed are bytes, so every text is composed.
enum Composer {
  /// Whether UTF-8 bytes may have marks that combine, so that they need to be composed.
  static func isNeeded(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // U+0300 to U+033F begin with CC, U+0340 to U+037F with CD.
    guard let base = bytes.baseAddress else { return false }
    return memchr(base, 0xCC, bytes.count) != nil || memchr(base, 0xCD, bytes.count) != nil
  }

  /// The scalars composed.
  static func composed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(scalars.count)
    var at = 0
    while at < scalars.count {
      let first = at
      at += 1
      while at < scalars.count, combiningClass(scalars[at]) != 0 { at += 1 }
      if at == first + 1 || combiningClass(scalars[first]) != 0 {
        result += scalars[first..<at]
      } else {
        result += compose(scalars[first], Array(scalars[first + 1..<at]))
      }
    }
    return result
  }

  /// A letter with its marks: taken apart, the marks put into their order, put together again.
  private static func compose(
    _ letter: Unicode.Scalar, _ marks: [Unicode.Scalar]
  ) -> [Unicode.Scalar] {
    var base = letter
    var all = marks
    while let (inner, mark) = parts[base.value] {
      base = inner
      all.insert(mark, at: 0)
    }
    // The sort must keep the order of marks of one class.
    all = all.enumerated().sorted {
      let (one, other) = (combiningClass($0.element), combiningClass($1.element))
      return one == other ? $0.offset < $1.offset : one < other
    }.map(\.element)
    var left: [Unicode.Scalar] = []
    for mark in all {
      let isBlocked = left.last.map { combiningClass($0) >= combiningClass(mark) } ?? false
      if !isBlocked, let whole = wholes[UInt64(base.value) << 32 | UInt64(mark.value)] {
        base = whole
      } else {
        left.append(mark)
      }
    }
    return [base] + left
  }

  /// 0 for what is no mark.
  static func combiningClass(_ scalar: Unicode.Scalar) -> UInt8 {
    let at = Int(scalar.value) - Int(ComposerTable.firstMark)
    return at >= 0 && at < ComposerTable.classes.count ? ComposerTable.classes[at] : 0
  }

  /// The letter and the mark of each composed letter.
  static let parts: [UInt32: (Unicode.Scalar, Unicode.Scalar)] = {
    var parts: [UInt32: (Unicode.Scalar, Unicode.Scalar)] = [:]
    forEach { whole, letter, mark in parts[whole.value] = (letter, mark) }
    return parts
  }()

  private static let wholes: [UInt64: Unicode.Scalar] = {
    var wholes: [UInt64: Unicode.Scalar] = [:]
    forEach { whole, letter, mark in
      wholes[UInt64(letter.value) << 32 | UInt64(mark.value)] = whole
    }
    return wholes
  }()

  private static func forEach(
    _ body: (Unicode.Scalar, Unicode.Scalar, Unicode.Scalar) -> Void
  ) {
    let triples = ComposerTable.triples
    for at in stride(from: 0, to: triples.count, by: 3) {
      guard let whole = Unicode.Scalar(triples[at]), let letter = Unicode.Scalar(triples[at + 1]),
        let mark = Unicode.Scalar(triples[at + 2])
      else { preconditionFailure("the table has scalars only") }
      body(whole, letter, mark)
    }
  }

  /// A letter without any of its marks, `đ` and its like as `d`.
  static func bare(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    var base = scalar
    while let (inner, _) = parts[base.value] { base = inner }
    switch base {
    case "đ", "\u{F0}", "\u{256}": return "d"
    case "Đ", "\u{D0}", "\u{189}": return "D"
    default: return base
    }
  }
}
