import LedgerCore

/// What can be said of a file before it is read as TOML: its encoding and its lines.
enum TomlText {
  /// What some editors write at the beginning of UTF-8.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The first fault of each line whose bytes cannot be text.
  static func faults(in bytes: [UInt8]) -> [TomlFault] {
    var faults: [TomlFault] = []
    bytes.withUnsafeBufferPointer { all in
      var at = bytes.starts(with: byteOrderMark) ? 3 : 0
      var line = 1
      while at < all.count {
        var end = at
        while end < all.count, all[end] != UInt8(ascii: "\n") { end += 1 }
        if let fault = fault(in: all, at..<end, line: line) { faults.append(fault) }
        at = end + 1
        line += 1
      }
    }
    return faults
  }

  private static func fault(
    in all: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, line: Int
  ) -> TomlFault? {
    guard range.count <= TomlDocument.longestLine else {
      return TomlFault(
        TomlPosition(line: line, column: 1, offset: range.lowerBound),
        """
        The line has \(grouped(range.count)) bytes; \
        at most \(grouped(TomlDocument.longestLine)) are read.
        """,
        "Break the list over several lines.")
    }
    var at = range.lowerBound
    var column = 1
    while at < range.upperBound {
      let position = TomlPosition(line: line, column: column, offset: at)
      let found = Utf8.decode(all, at: at)
      switch found.scalar?.value {
      case nil:
        return TomlFault(
          position, "These bytes are not UTF-8.", "Save the file as UTF-8.", code: .invalidUTF8)
      case 0:
        return TomlFault(
          position, "There is a NUL byte.", "Save the file as UTF-8.", code: .nulByte)
      case 0x09: break
      case 0x0D where at + 1 == range.upperBound && at + 1 < all.count: break
      case .some(let value):
        guard Utf8.isForbidden(value) else { break }
        return TomlFault(
          position, "There is a control or invisible character (U+\(hex(value))).",
          "Delete it.", code: .forbiddenCharacter)
      }
      at += found.length
      column += 1
    }
    return nil
  }

  private static func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
