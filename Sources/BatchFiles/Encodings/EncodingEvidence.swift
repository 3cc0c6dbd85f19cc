import struct Crypto.SHA256
import LedgerCore

/// What the bytes of a whole file say of how its letters are written; the file is hashed on the way.
struct EncodingEvidence {
  /// The SHA-256 of all bytes.
  let digest: Digest
  /// The encoding, if there is evidence for one only.
  let encoding: TextEncoding?
  /// Why there is none.
  let fault: FileFault?

  /// How many different words are looked at.
  private static let wordLimit = 2_000

  /// Reads a source from its beginning to its end.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - given: The encoding that a profile or an option gives; then nothing is guessed.
  /// - Throws: A ``FileFault`` if it cannot be read, is empty, or is no text.
  init(_ source: BatchSource, given: TextEncoding?) throws(FileFault) {
    try source.rewind()
    var hash = SHA256()
    var utf8 = Utf8Watch()
    var block = [UInt8](repeating: 0, count: 1 << 16)
    var marked: TextEncoding?
    var isFirst = true
    while true {
      let count = try source.read(into: &block)
      if count == 0 { break }
      block.withUnsafeBytes { hash.update(bufferPointer: .init(rebasing: $0[..<count])) }
      if isFirst {
        if let fault = FileFault.otherFormat(block[..<count], name: source.name) { throw fault }
        // A byte order mark says it of this file, a profile of files like it.
        marked =
          Self.byteOrderMark(block[..<count]) ?? given ?? Self.zeroBytes(block[..<count])
        isFirst = false
      }
      if marked == nil { utf8.take(block, count) }
    }
    try source.checkUnchanged()
    guard !isFirst else {
      throw FileFault(
        .fileEmpty, file: source.name, "The file is empty.",
        help: "Export the list again; the copy may have failed.")
    }
    digest = Digest(hash.finalize())
    if let known = marked ?? (utf8.isValid ? .utf8 : nil) {
      encoding = known
      fault = nil
    } else {
      var words = try Self.words(of: source, &block)
      (encoding, fault) = words.decide(source.name)
    }
  }

  /// The words of a file that is not UTF-8, which takes a second reading.
  private static func words(
    of source: BatchSource, _ block: inout [UInt8]
  ) throws(FileFault) -> WordCollector {
    var words = WordCollector(limit: wordLimit)
    try source.rewind()
    while !words.isFull {
      let count = try source.read(into: &block)
      if count == 0 { break }
      words.take(block, count)
    }
    return words
  }

  private static func byteOrderMark(_ first: ArraySlice<UInt8>) -> TextEncoding? {
    if first.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if first.starts(with: [0xFF, 0xFE]) { return .utf16le }
    return first.starts(with: [0xFE, 0xFF]) ? .utf16be : nil
  }

  /// What a NUL in every second byte says.
  private static func zeroBytes(_ first: ArraySlice<UInt8>) -> TextEncoding? {
    let head = Array(first.prefix(64))
    guard head.count >= 4 else { return nil }
    // Vietnamese letters have a high byte too, so most of the pairs decide.
    let even = stride(from: 0, to: head.count, by: 2).count { head[$0] == 0 }
    let odd = stride(from: 1, to: head.count, by: 2).count { head[$0] == 0 }
    if even == 0, odd * 4 >= head.count { return .utf16le }
    if odd == 0, even * 4 >= head.count { return .utf16be }
    return nil
  }
}

/// Whether bytes that come in blocks are UTF-8.
struct Utf8Watch {
  private(set) var isValid = true
  private var carried: [UInt8] = []

  mutating func take(_ block: [UInt8], _ count: Int) {
    guard isValid else { return }
    if carried.isEmpty {
      check(block, count)
    } else {
      let whole = carried + block[..<count]
      carried = []
      check(whole, whole.count)
    }
  }

  private mutating func check(_ bytes: [UInt8], _ count: Int) {
    var rest = 0
    isValid = bytes.withUnsafeBufferPointer { all in
      let all = UnsafeBufferPointer(rebasing: all[..<count])
      var at = 0
      guard let base = all.baseAddress else { return true }
      while at < count {
        if at + 8 <= count {
          // Mostly ASCII, and the usual letters of Vietnamese.
          let high = loadWord(base + at) & 0x8080_8080_8080_8080
          if high == 0 {
            at += 8
            continue
          }
          at += high.trailingZeroBitCount >> 3
          let usual = at + 3 <= count ? Utf8.usualLength(base + at) : 0
          if usual > 0 {
            at += usual
            continue
          }
        } else if all[at] < 0x80 {
          at += 1
          continue
        }
        let found = Utf8.decode(all, at: at)
        guard found.scalar != nil else {
          // It may go on in the next block.
          rest = count - at
          return rest < 4 && Self.isBeginning(all[at...])
        }
        at += found.length
      }
      return true
    }
    carried = Array(bytes[(count - rest)..<count])
  }

  private static func isBeginning(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let lead = bytes.first, lead >= 0xC2, lead <= 0xF4 else { return false }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    return bytes.count < length && bytes.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
  }
}
