import LedgerCore

/// The `#batch` line of a file: what it declares, where, and what is wrong with it.
struct EnvelopeLine {
  /// What could be read.
  var envelope = Envelope()
  /// Where each key begins, in bytes from the beginning of the line.
  var offsets: [EnvelopeKey: Int] = [:]
  /// What could not.
  var faults: [RowFault] = []
  /// The line itself, for diagnostics that come later.
  var bytes: [UInt8]
  /// The line of the file, from 1.
  var line: UInt32

  /// What every envelope begins with.
  static let mark = Array("#batch".utf8)

  /// Whether a row is meant as an envelope; a spreadsheet may have put it in quotes.
  static func isEnvelope(_ row: UnsafeBufferPointer<UInt8>) -> Bool {
    row.first == 0x23 || (row.count > 1 && row[0] == 0x22 && row[1] == 0x23)
  }

  init(_ row: UnsafeBufferPointer<UInt8>, line: UInt32) {
    bytes = Array(row)
    self.line = line
    var end = bytes.count
    while end > 0, bytes[end - 1] == 0x2C || bytes[end - 1] == 0x20 { end -= 1 }
    var start = 0
    if bytes.first == 0x22 {
      start = 1
      if end > 1, bytes[end - 1] == 0x22 { end -= 1 }
    }
    let body = start..<max(start, end)
    guard bytes[body].starts(with: Self.mark),
      body.count == Self.mark.count || bytes[start + Self.mark.count] == 0x20
    else {
      malformed(at: start, "The first line begins with # but not with “#batch ”.")
      return
    }
    var at = start + Self.mark.count
    while at < body.upperBound {
      if bytes[at] == 0x20 {
        at += 1
        continue
      }
      let tokenEnd = bytes[at..<body.upperBound].firstIndex(of: 0x20) ?? body.upperBound
      read(at..<tokenEnd)
      at = tokenEnd
    }
  }

  private mutating func read(_ token: Range<Int>) {
    guard let equals = bytes[token].firstIndex(of: 0x3D) else {
      let shown = bytes[token].withUnsafeBufferPointer { Shown.plain($0) }
      malformed(at: token.lowerBound, "\(shown) in the envelope is not of the form key=value.")
      return
    }
    let name = String(decoding: bytes[token.lowerBound..<equals], as: UTF8.self)
    let value = String(decoding: bytes[(equals + 1)..<token.upperBound], as: UTF8.self)
    guard let key = EnvelopeKey(rawValue: name) else {
      fault(.envelopeKeyUnknown, at: token.lowerBound) {
        Words(
          "The envelope has a key \(Shown.plain(name)), which is not known.",
          "Known keys: \(EnvelopeKey.allCases.map(\.rawValue).joined(separator: ", ")).")
      }
      return
    }
    guard offsets[key] == nil else {
      fault(.envelopeKeyDuplicate, at: token.lowerBound) {
        Words("The envelope has “\(name)” twice.", "Keep one of the two.")
      }
      return
    }
    offsets[key] = token.lowerBound
    guard key.set(value, in: &envelope) else {
      fault(.envelopeValue, at: equals + 1) {
        Words(
          """
          \(key == .reference ? Shown.name(value) : Shown.plain(value)) is not a value for \
          “\(name)” in the envelope\(notInCalendar(value).map { ": \($0)" } ?? "").
          """,
          "Write \(key.form).")
      }
      return
    }
  }

  private mutating func malformed(at offset: Int, _ message: Message) {
    fault(.envelopeMalformed, at: offset) {
      Words(
        message, "Write it like: #batch reference=R-1 event=due period=2026-10 count=2 total=5.")
    }
  }

  private mutating func fault(_ code: Code, at offset: Int, _ words: @escaping () -> Words) {
    faults.append(RowFault(code, at: offset, words))
  }

  /// What of the line may be shown: the total is an amount, and a reference a name.
  var spans: [MaskSpan] {
    [(EnvelopeKey.total, MaskSpan.Rule.amount), (.reference, .name)].compactMap { key, rule in
      guard let start = offsets[key] else { return nil }
      let value = start + key.rawValue.utf8.count + 1
      let end = bytes[value...].firstIndex { $0 == 0x20 || $0 == 0x2C || $0 == 0x22 }
      return MaskSpan(range: value..<(end ?? bytes.count), rule: rule)
    }
  }
}
