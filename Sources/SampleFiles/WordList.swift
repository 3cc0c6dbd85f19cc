/// Words kept as one run of UTF-8 bytes, so that writing one is a copy and touches no String.
struct WordList: Sendable {
  fileprivate let bytes: [UInt8]
  fileprivate let starts: [Int]

  init(_ words: [String]) {
    bytes = words.flatMap { Array($0.utf8) }
    starts = words.reduce(into: [0]) { starts, word in
      starts.append(starts[starts.count - 1] + word.utf8.count)
    }
  }

  /// Splits a text at its spaces; an underscore stands for a space inside a word.
  init(spaced text: String) {
    self.init(
      text.split(whereSeparator: \.isWhitespace).map { word in
        String(word.map { $0 == "_" ? " " : $0 })
      })
  }

  var count: Int { starts.count - 1 }

  subscript(index: Int) -> String {
    String(decoding: bytes[starts[index]..<starts[index + 1]], as: UTF8.self)
  }
}

extension ByteWriter {
  /// Writes one word of a list.
  func word(_ index: Int, of list: borrowing WordList) {
    let range = list.starts[index]..<list.starts[index + 1]
    list.bytes.withUnsafeBytes { raw(UnsafeRawBufferPointer(rebasing: $0[range])) }
  }
}
