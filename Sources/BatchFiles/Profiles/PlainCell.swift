import LedgerCore

/// Writes the cells that are what nearly all of them are, byte by byte and without allocating.
///
/// Each function answers false, and has written nothing, if a cell is anything else: then
/// ``CellWriter`` looks at it with more care. What both write is the same.
enum PlainCell {
  /// What a byte may be in a cell that is copied as it is.
  private enum Class {
    static let plain: UInt8 = 0
    static let space: UInt8 = 1
    /// A letter's first byte that may be that of Eth.
    static let lead: UInt8 = 2
    /// A space between the groups of a number, which is left out.
    static let group: UInt8 = 3
    static let other: UInt8 = 4
  }

  /// For words: controls, quotes, commas, and what may be a space of another kind are looked at.
  private static let words: [UInt8] = table { byte in
    switch byte {
    case 0x20: Class.space
    case 0xC3, 0xC6, 0xC9: Class.lead
    case 0..<0x20, 0x22, 0x2C, 0xC2, 0xE2: Class.other
    default: Class.plain
    }
  }

  /// For codes, which have no spaces at their edges.
  private static let codes: [UInt8] = table { byte in
    switch byte {
    case 0..<0x20, 0x22, 0x2C, 0xC2, 0xE2: Class.other
    default: Class.plain
    }
  }

  /// For numbers that people write in groups: digits and letters of ASCII.
  private static let groups: [UInt8] = table { byte in
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: Class.plain
    case 0x20, 0x2D, 0x2E: Class.group
    default: Class.other
    }
  }

  private static func table(_ kind: (UInt8) -> UInt8) -> [UInt8] {
    (0..<256).map { kind(UInt8($0)) }
  }

  /// Words with single spaces and none at their edges.
  static func words(_ cell: UnsafeBufferPointer<UInt8>, to line: inout [UInt8]) -> Bool {
    guard let first = cell.first, let last = cell.last else { return true }
    guard first != 0x20, last != 0x20 else { return false }
    let isPlain = words.withUnsafeBufferPointer { kinds in
      var at = 0
      while at < cell.count {
        let kind = kinds[Int(cell[at])]
        at += 1
        if kind == Class.plain { continue }
        guard at < cell.count else { return kind == Class.space }
        let next = cell[at]
        switch kind {
        case Class.space: if next == 0x20 { return false }
        case Class.lead:
          // Eth and African D, large and small, in any of their forms.
          if next == 0x90 || next == 0xB0 || next == 0x89 || next == 0x96 { return false }
        default: return false
        }
      }
      return true
    }
    if isPlain { line.append(contentsOf: cell) }
    return isPlain
  }

  /// A code, or anything else that is kept as it is.
  static func code(_ cell: UnsafeBufferPointer<UInt8>, to line: inout [UInt8]) -> Bool {
    guard let first = cell.first, let last = cell.last else { return true }
    guard first != 0x20, last != 0x20 else { return false }
    let isPlain = codes.withUnsafeBufferPointer { kinds in
      for byte in cell where kinds[Int(byte)] != Class.plain { return false }
      return true
    }
    if isPlain { line.append(contentsOf: cell) }
    return isPlain
  }

  /// Digits, at least so many.
  static func digits(
    _ cell: UnsafeBufferPointer<UInt8>, atLeast least: Int, to line: inout [UInt8]
  ) -> Bool {
    guard cell.count >= least else { return false }
    for byte in cell where byte < 0x30 || byte > 0x39 { return false }
    line.append(contentsOf: cell)
    return true
  }

  /// Letters and digits that people write in groups; the signs between them are left out.
  static func compact(_ cell: UnsafeBufferPointer<UInt8>, to line: inout [UInt8]) -> Bool {
    let start = line.count
    let isPlain = groups.withUnsafeBufferPointer { kinds in
      for byte in cell {
        switch kinds[Int(byte)] {
        case Class.plain: line.append(byte)
        case Class.group: break
        default: return false
        }
      }
      return true
    }
    if !isPlain { line.removeSubrange(start...) }
    return isPlain
  }

  /// An amount of at most 18 digits: with the sign of its style between thousands, or with none.
  ///
  /// - Returns: The amount, and how many signs there are; nil if it is anything else.
  static func amount(
    _ cell: UnsafeBufferPointer<UInt8>, _ sign: UInt8?, to line: inout [UInt8]
  ) -> (value: Int64, groups: Int)? {
    var value: Int64 = 0
    var digits = 0
    var run = 0
    var groups = 0
    for byte in cell {
      if byte >= 0x30, byte <= 0x39 {
        run += 1
        digits += 1
        guard digits <= 18 else { return nil }
        value = value &* 10 &+ Int64(byte & 15)
      } else {
        guard byte == sign, byte != 0x20 else { return nil }
        guard groups == 0 ? run >= 1 && run <= 3 : run == 3 else { return nil }
        groups += 1
        run = 0
      }
    }
    guard groups == 0 ? run > 0 : run == 3 else { return nil }
    for byte in cell where byte != sign { line.append(byte) }
    return (value, groups)
  }

  /// The day `dd/MM/yyyy`, with any sign that stands between the numbers of a day.
  ///
  /// - Returns: Its first and second number and its year; nil if it is anything else.
  @inline(__always)
  static func day(_ cell: UnsafeBufferPointer<UInt8>) -> (first: Int, second: Int, year: Int)? {
    guard cell.count >= 8, cell.count <= 10 else { return nil }
    var at = 0
    func number(_ most: Int) -> (value: Int, digits: Int) {
      var value = 0
      let from = at
      while at < cell.count, at - from < most, cell[at] >= 0x30, cell[at] <= 0x39 {
        value = value * 10 + Int(cell[at] & 15)
        at += 1
      }
      return (value, at - from)
    }
    func isSign() -> Bool {
      guard at < cell.count else { return false }
      defer { at += 1 }
      return cell[at] == 0x2F || cell[at] == 0x2D || cell[at] == 0x2E
    }
    let first = number(2)
    guard first.digits > 0, isSign() else { return nil }
    let second = number(2)
    guard second.digits > 0, isSign() else { return nil }
    let year = number(4)
    guard year.digits == 4, at == cell.count else { return nil }
    return (first.value, second.value, year.value)
  }
}
