/// The part of a row that a diagnostic shows: personal data masked, controls made visible.
struct Excerpt: Equatable {
  /// At most about a hundred characters.
  var text: String
  /// Where the caret stands in the text, from 0.
  var caret: Int
  /// Where the fault is in the row, in Unicode scalars from 1.
  var column: Int

  /// How wide an excerpt may be.
  static let width = 100

  init(text: String, caret: Int, column: Int) {
    self.text = text
    self.caret = caret
    self.column = column
  }

  /// Cuts, masks and points.
  ///
  /// - Parameters:
  ///   - row: The bytes of the row, without its line end.
  ///   - spans: What is known of its parts; without any, only long runs of digits are masked.
  ///   - offset: The byte at fault.
  init(row: UnsafeBufferPointer<UInt8>, spans: [MaskSpan], offset: Int) {
    var shown = ShownText(row)
    shown.mask(spans)
    let at = shown.index(ofByte: offset)
    column = at + 1
    let scalars = shown.scalars
    guard scalars.count > Self.width else {
      text = ShownText.string(scalars[...])
      caret = at
      return
    }
    let first = max(0, min(at - Self.width / 2, scalars.count - Self.width))
    let last = min(scalars.count, first + Self.width)
    let head = first > 0 ? "…" : ""
    text = head + ShownText.string(scalars[first..<last]) + (last < scalars.count ? "…" : "")
    caret = at - first + (first > 0 ? 1 : 0)
  }
}

/// What a part of a row holds, as far as masking goes.
struct MaskSpan {
  enum Rule {
    /// A person or a bank account: masked whatever it looks like.
    case personal
    /// An amount: its digits are shown, however many.
    case amount
    /// A name: only digits without a sign between them are masked.
    case name
  }

  /// The bytes of the row, quotes included.
  var range: Range<Int>
  /// What they hold.
  var rule: Rule
}
