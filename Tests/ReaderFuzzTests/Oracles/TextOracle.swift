import LedgerCore

@testable import BatchFiles

/// Letters, and files of TOML.
enum TextOracle {
  private static let marks: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]]

  static func encodings(_ bytes: [UInt8]) throws {
    for encoding in TextEncoding.allCases {
      let whole = try decoded(bytes, encoding, 1 << 16)
      // A byte order mark is looked for in the first block.
      if !marks.contains(where: bytes.starts(with:)) {
        for size in [1, 3] {
          try require(
            whole == decoded(bytes, encoding, size), "\(encoding.code): blocks of \(size)")
        }
      }
      switch encoding {
      case .utf8:
        let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        try require(whole == Array(bytes[mark...]), "UTF-8 is not what it was")
      case .utf16le, .utf16be:
        guard bytes.count % 2 == 0, !whole.contains(0xFF) else { continue }
        let (high, low) = encoding == .utf16le ? (1, 0) : (0, 1)
        let units: [UInt16] = stride(from: 0, to: bytes.count, by: 2).map { at in
          UInt16(bytes[at + high]) << 8 | UInt16(bytes[at + low])
        }
        let text = units.first == 0xFEFF ? units.dropFirst() : units[...]
        try require(
          whole == Array(String(decoding: text, as: UTF16.self).utf8), "UTF-16 read otherwise")
      default: break
      }
    }
    let evidence = try Reading { try EncodingEvidence(file(bytes), given: nil).encoding }
    let isUtf8 = String(validating: bytes, as: UTF8.self) != nil
    if case .read(let encoding?) = evidence, encoding == .utf8 {
      // A file that was cut in the middle of a letter is told so where it ends.
      let isCut = (1...3).contains { count in
        String(validating: bytes.dropLast(count), as: UTF8.self) != nil
      }
      let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
      try require(isUtf8 || isCut || isMarked, "called UTF-8 and is not")
    }
    if isUtf8, case .read(let encoding) = evidence {
      try require(encoding != nil, "UTF-8 and not known as such")
      let isLegacy = encoding.map(TextEncoding.legacy.contains) ?? true
      try require(!isLegacy, "UTF-8 read in letters of one byte")
    }
  }

  private static func decoded(
    _ bytes: [UInt8], _ encoding: TextEncoding, _ blockSize: Int
  ) throws -> [UInt8] {
    var text: [UInt8] = []
    let decoder = try DecodedText(file(bytes), encoding, blockSize: blockSize)
    while try decoder.read(into: &text) {}
    return text
  }

  /// A profile that is read is the profile that its own text is.
  static func profile(_ bytes: [UInt8]) throws {
    let read = readProfile(source: file(bytes))
    guard let profile = read.profile else {
      return try require(read.diagnosis.total > 0, "no profile, and nothing said")
    }
    let again = readProfile(source: file(profile.text.utf8))
    try require(again.profile == profile, "its own text is another profile")
  }

  static func chart(_ bytes: [UInt8]) throws {
    let read = readChart(source: file(bytes))
    guard let chart = read.chart else {
      return try require(read.diagnosis.total > 0, "no chart, and nothing said")
    }
    let again = readChart(source: file(chart.canonicalText.utf8))
    try require(again.chart?.canonicalText == chart.canonicalText, "its own text is another chart")
  }
}
