import LedgerCore

/// The first different words of a file that have other letters than those of English.
struct WordCollector {
  private let limit: Int
  private var words: [[UInt8]] = []
  private var known: Set<[UInt8]> = []
  private var word: [UInt8] = []
  private var isOther = false

  init(limit: Int) { self.limit = limit }

  mutating func take(_ block: [UInt8], _ count: Int) {
    guard words.count < limit else { return }
    for byte in block[..<count] {
      let small = byte | 0x20
      if byte >= 0x80 && byte != 0xA0 || (small >= 0x61 && small <= 0x7A) {
        if word.count < 32 { word.append(byte) }
        isOther = isOther || byte >= 0x80
      } else {
        endWord()
        if words.count >= limit { return }
      }
    }
  }

  private mutating func endWord() {
    if isOther, known.insert(word).inserted { words.append(word) }
    word.removeAll(keepingCapacity: true)
    isOther = false
  }

  /// The one encoding in which the words are Vietnamese.
  mutating func decide(_ name: String) -> (TextEncoding?, FileFault?) {
    endWord()
    let scores = TextEncoding.legacy.map { encoding in
      (
        encoding: encoding,
        hits: words.count { Syllable.isPlausible(DecodedText.text($0, encoding)) }
      )
    }.sorted { $0.hits > $1.hits }
    // Names of hamlets, firms and foreigners are no syllables: three of four words are enough.
    guard scores[0].hits * 4 >= words.count * 3, scores[0].hits > 0 else {
      return (nil, Self.unknown(name))
    }
    // The others must be far behind, or somebody has to say which it is.
    guard scores[1].hits * 2 <= scores[0].hits else {
      let near = scores.filter { $0.hits * 2 > scores[0].hits }.map(\.encoding)
      return (nil, ambiguous(name, near))
    }
    return (scores[0].encoding, nil)
  }

  private func ambiguous(_ name: String, _ candidates: [TextEncoding]) -> FileFault {
    let readings = words.lazy.map { word in
      candidates.map { String(String.UnicodeScalarView(DecodedText.text(word, $0))) }
    }
    let first = readings.first { Set($0).count > 1 } ?? []
    let shown: [Message] = zip(candidates, first).map { "\($0.code) reads \(Shown.plain($1))" }
    return FileFault(
      .encodingAmbiguous, file: name,
      """
      The file is not UTF-8, and its letters make sense in more than one encoding: \
      \(shown.joined(separator: ", ")).
      """,
      help: "Say which it is with --encoding, or in the profile.")
  }

  private static func unknown(_ name: String) -> FileFault {
    FileFault(
      .encodingUnknown, file: name,
      """
      The file is neither UTF-8 nor UTF-16, and its words are not Vietnamese in Windows-1258, \
      TCVN3 or VNI.
      """,
      help: "Save it as “CSV UTF-8 (comma delimited)”, or say what it is with --encoding.")
  }
}
