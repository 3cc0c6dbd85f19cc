import LedgerCore

/// The first different words of a file that have other letters than those of English.
struct WordCollector {
  private let limit: Int
  private var words: [[UInt8]] = []
  private var known: Set<UInt64> = []
  /// The beginning of the word that is being read.
  private var word = [UInt8](repeating: 0, count: WordCollector.longest)
  private var length = 0
  private var isOther = false

  /// So many bytes of a word are looked at.
  private static let longest = 32

  private static let isLetter: [Bool] = (0..<256).map { byte in
    byte >= 0x80 && byte != 0xA0 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }

  init(limit: Int) { self.limit = limit }

  /// Whether there are as many words as are looked at.
  var isFull: Bool { words.count >= limit }

  mutating func take(_ block: [UInt8], _ count: Int) {
    let isLetter = Self.isLetter
    for byte in block[..<count] {
      if isLetter[Int(byte)] {
        if length < Self.longest {
          word[length] = byte
          length += 1
        }
        isOther = isOther || byte >= 0x80
      } else if length > 0 {
        endWord()
        if isFull { return }
      }
    }
  }

  private mutating func endWord() {
    if isOther, !isFull {
      // The hash stands for the word: it is the same in every run, and a word that two share is missed.
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in word[..<length] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      if known.insert(hash).inserted { words.append(Array(word[..<length])) }
    }
    length = 0
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
