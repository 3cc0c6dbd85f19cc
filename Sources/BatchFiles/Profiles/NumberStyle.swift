import LedgerCore

/// How amounts are written.
public enum NumberStyle: UInt8, CaseIterable, Sendable, Coded {
  /// Digits only.
  case plain = 1
  /// Thousands with dots.
  case dots
  /// Thousands with commas.
  case commas
  /// Thousands with spaces.
  case spaces

  /// One million two hundred and thirty-four thousand five hundred and sixty-seven.
  public var code: String {
    switch self {
    case .plain: "1234567"
    case .dots: "1.234.567"
    case .commas: "1,234,567"
    case .spaces: "1 234 567"
    }
  }

  /// The sign between thousands, after ``AmountText`` made one space of all kinds of them.
  var group: UInt8? {
    switch self {
    case .plain: nil
    case .dots: 0x2E
    case .commas: 0x2C
    case .spaces: 0x20
    }
  }
}

/// The text of an amount without what stands around its digits.
struct AmountText {
  /// Digits and the signs between them, with an ordinary space for any kind of space.
  private(set) var core: [UInt8] = []
  /// Whether it is in brackets or behind a minus.
  private(set) var isNegative = false

  /// Takes a cell apart; what it cannot take apart stays in ``core``.
  mutating func take(_ cell: ArraySlice<UInt8>) {
    core.removeAll(keepingCapacity: true)
    isNegative = false
    var at = cell.startIndex
    while at < cell.endIndex {
      if let length = Blank.length(cell, at) {
        core.append(0x20)
        at += length
      } else {
        core.append(cell[at])
        at += 1
      }
    }
    dropUnit()
    if core.first == UInt8(ascii: "("), core.last == UInt8(ascii: ")") {
      core.removeFirst()
      core.removeLast()
      isNegative = true
      dropUnit()
    } else if core.first == UInt8(ascii: "-") {
      core.removeFirst()
      isNegative = true
    }
  }

  private mutating func dropUnit() {
    trim()
    for unit in Self.units where core.count > unit.count && core.suffix(unit.count) == unit[...] {
      core.removeLast(unit.count)
      trim()
      return
    }
    for unit in Self.signs where core.count > unit.count && core.prefix(unit.count) == unit[...] {
      core.removeFirst(unit.count)
      trim()
      return
    }
  }

  private mutating func trim() {
    while core.last == 0x20 { core.removeLast() }
    while core.first == 0x20 { core.removeFirst() }
  }

  private static let units = [
    "đồng", "Đồng", "VNĐ", "vnđ", "VND", "vnd", "₫", "đ", "Đ",
  ].map { Array($0.utf8) }
  private static let signs = ["₫", "VND"].map { Array($0.utf8) }

  /// Appends the digits of the amount, read in a style; false if it is no whole number in it.
  func append(_ style: NumberStyle, to line: inout [UInt8]) -> Bool {
    var end = core.count
    if let mark = decimalMark(style), let at = core.lastIndex(of: mark) {
      // Nothing but zeros, and not three of them, which would be thousands.
      let rest = core[(at + 1)...]
      guard (1...2).contains(rest.count), rest.allSatisfy({ $0 == 0x30 }) else { return false }
      end = at
    }
    guard end > 0, isGrouped(core[..<end], by: style.group) else { return false }
    if isNegative { line.append(UInt8(ascii: "-")) }
    for byte in core[..<end] where byte != style.group { line.append(byte) }
    return true
  }

  private func decimalMark(_ style: NumberStyle) -> UInt8? {
    switch style {
    case .dots: 0x2C
    case .commas: 0x2E
    case .plain: nil
    case .spaces: core.contains(0x2C) ? 0x2C : 0x2E
    }
  }

  /// Whether there are digits only, in groups of three if there are groups.
  private func isGrouped(_ digits: ArraySlice<UInt8>, by sign: UInt8?) -> Bool {
    var run = 0
    var groups = 0
    for byte in digits {
      if byte == sign {
        guard groups == 0 ? (1...3).contains(run) : run == 3 else { return false }
        groups += 1
        run = 0
      } else if byte >= 0x30, byte <= 0x39 {
        run += 1
      } else {
        return false
      }
    }
    return groups == 0 ? run > 0 : run == 3
  }

  /// What the text says of the style in which it is written.
  var evidence: NumberEvidence.Sign? {
    var dots = 0
    var commas = 0
    var spaces = 0
    for byte in core {
      switch byte {
      case 0x30...0x39: break
      case 0x2E: dots += 1
      case 0x2C: commas += 1
      case 0x20: spaces += 1
      default: return nil
      }
    }
    if spaces > 0 { return dots + commas <= 1 ? .certain(.spaces) : nil }
    if dots > 0, commas > 0 {
      let isDotLast = (core.lastIndex(of: 0x2E) ?? 0) > (core.lastIndex(of: 0x2C) ?? 0)
      return .certain(isDotLast ? .commas : .dots)
    }
    if dots > 1 { return isGrouped(core[...], by: 0x2E) ? .certain(.dots) : nil }
    if commas > 1 { return isGrouped(core[...], by: 0x2C) ? .certain(.commas) : nil }
    if dots == 1 { return isGrouped(core[...], by: 0x2E) ? .likely(.dots) : .certain(.commas) }
    if commas == 1 { return isGrouped(core[...], by: 0x2C) ? .likely(.commas) : .certain(.dots) }
    return nil
  }
}

/// Spaces of all kinds that stand in and around what people write.
enum Blank {
  /// How many bytes a space has that begins here; nil if none does.
  static func length(_ bytes: ArraySlice<UInt8>, _ at: Int) -> Int? {
    switch bytes[at] {
    case 0x20, 0x09, 0x0A, 0x0D: return 1
    case 0xC2: return at + 1 < bytes.endIndex && bytes[at + 1] == 0xA0 ? 2 : nil
    case 0xE2:
      // Narrow no-break space, thin space.
      guard at + 2 < bytes.endIndex, bytes[at + 1] == 0x80,
        bytes[at + 2] == 0xAF || bytes[at + 2] == 0x89
      else { return nil }
      return 3
    default: return nil
    }
  }

  /// A cell without the spaces around it.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var from = bytes.startIndex
    while from < bytes.endIndex, let length = length(bytes, from) { from += length }
    var to = bytes.endIndex
    trimming: while to > from {
      for length in 1...3 where to - length >= from {
        if Self.length(bytes[..<to], to - length) == length {
          to -= length
          continue trimming
        }
      }
      break
    }
    return bytes[from..<to]
  }
}
