/// Whether a word can be a Vietnamese syllable: what tells one-byte encodings apart.
enum Syllable {
  /// Whether a word is an onset, a rime and at most one tone that the rime can have.
  static func isPlausible(_ word: [Unicode.Scalar]) -> Bool {
    var letters = String.UnicodeScalarView()
    var tone: Unicode.Scalar?
    for scalar in word {
      guard let (letter, found) = withoutTone(scalar) else { return false }
      if let found {
        if tone != nil { return false }
        tone = found
      }
      letters.append(letter)
    }
    let text = String(letters)
    return onsets.contains { onset in
      text.hasPrefix(onset) && isRime(String(text.dropFirst(onset.count)), tone)
    }
  }

  private static func isRime(_ rime: String, _ tone: Unicode.Scalar?) -> Bool {
    guard rimes.contains(rime) else { return false }
    let isStopped = ["c", "p", "t", "ch"].contains { rime.hasSuffix($0) }
    // A rime that ends in a stop has one of two tones, and has one.
    return !isStopped || tone == "\u{301}" || tone == "\u{323}"
  }

  /// A small letter with its shape, and the tone it had; nil for what is no letter.
  private static func withoutTone(
    _ scalar: Unicode.Scalar
  ) -> (Unicode.Scalar, Unicode.Scalar?)? {
    var base = scalar
    var shape: Unicode.Scalar?
    var tone: Unicode.Scalar?
    while let (inner, mark) = Composer.parts[base.value] {
      switch mark {
      case "\u{302}", "\u{306}", "\u{31B}": shape = mark
      case "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}": tone = mark
      default: return nil
      }
      base = inner
    }
    if base == "Đ" || base == "đ" { return tone == nil && shape == nil ? ("đ", nil) : nil }
    guard base.isASCII, base.properties.isAlphabetic,
      let small = Unicode.Scalar(base.value | 0x20)
    else { return nil }
    guard let shape else { return (small, tone) }
    return (Composer.composed([small, shape]).first ?? small, tone)
  }

  private static let onsets =
    ("ngh ng gh gi kh nh ph qu th tr ch b c d đ g h k l m n p r s t v x"
      .split(separator: " ").map(String.init)) + [""]

  private static let rimes = Set(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en \
    eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it \
    iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet \
    oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê \
    uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh uyt uyu uyn \
    uyp ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu ynh yt \
    ych
    """.split(separator: " ").map(String.init))
}
