/// How names and contents of fields appear in messages.
enum Shown {
  /// How much of a field a message repeats.
  static let width = 40

  /// A file's name with control characters escaped.
  static func path(_ path: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in path.unicodeScalars {
      if Utf8.isForbidden(scalar.value) {
        shown.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
      } else {
        shown.append(scalar)
      }
    }
    return String(shown)
  }

  /// The content of an ordinary field; long runs of digits are masked.
  static func plain(_ bytes: UnsafeBufferPointer<UInt8>) -> String { quoted(bytes, []) }

  /// The content of a field that holds a person or an account, masked to its last three.
  static func personal(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    quoted(bytes, [MaskSpan(range: 0..<bytes.count, rule: .personal)])
  }

  /// The content of an amount field.
  static func amount(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    quoted(bytes, [MaskSpan(range: 0..<bytes.count, rule: .amount)])
  }

  /// Plain text from elsewhere than a field.
  static func plain(_ text: String) -> String {
    Array(text.utf8).withUnsafeBufferPointer { plain($0) }
  }

  /// A name from elsewhere than a field, such as a reference.
  static func name(_ text: String) -> String {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      quoted(bytes, [MaskSpan(range: 0..<bytes.count, rule: .name)])
    }
  }

  private static func quoted(_ bytes: UnsafeBufferPointer<UInt8>, _ spans: [MaskSpan]) -> String {
    var shown = ShownText(bytes)
    shown.mask(spans)
    return "“" + ShownText.string(shown.scalars[...], limit: width) + "”"
  }
}
