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
    var words = WordCollector(limit: Self.wordLimit)
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
        marked = Self.mark(block[..<count])
        isFirst = false
      }
      if given == nil, marked == nil {
        utf8.take(block, count)
        words.take(block, count)
      }
    }
    try source.checkUnchanged()
    guard !isFirst else {
      throw FileFault(
        .fileEmpty, file: source.name, "The file is empty.",
        help: "Export the list again; the copy may have failed.")
    }
    digest = Digest(hash.finalize())
    if let known = given ?? marked ?? (utf8.isValid ? .utf8 : nil) {
      encoding = known
      fault = nil
    } else {
      (encoding, fault) = words.decide(source.name)
    }
  }

  /// What the first bytes say: a byte order mark, or a NUL in every second byte.
  private static func mark(_ first: ArraySlice<UInt8>) -> TextEncoding? {
    if first.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if first.starts(with: [0xFF, 0xFE]) { return .utf16le }
    if first.starts(with: [0xFE, 0xFF]) { return .utf16be }
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
      while at < count {
        if all[at] < 0x80 {
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
