import LedgerCore

/// Reads the field :61: of MT940, one booking.
enum Mt940Entry {
  /// `YYMMDD[MMDD]2a[1!a]15d1!a3!c16x[//16x]`, and perhaps a line of details.
  static func read(_ field: Mt940Field) -> Result<StatementEntry, Mt940Fault> {
    var rest = Substring(field.text)
    guard let value = date(rest.prefix(6)) else {
      return .failure(.malformed("The value date of the entry is not a date YYMMDD."))
    }
    rest = rest.dropFirst(6)
    var booked = value
    if let first = rest.utf8.first, first >= 0x30, first <= 0x39 {
      guard let day = entryDate(rest.prefix(4), near: value) else {
        return .failure(.malformed("The booking date of the entry is not a date MMDD."))
      }
      booked = day
      rest = rest.dropFirst(4)
    }
    // A reversed credit takes money out, a reversed debit brings it back.
    let marks: [(String, Int64)] = [("RC", -1), ("RD", 1), ("C", 1), ("D", -1)]
    guard let (mark, sign) = marks.first(where: { rest.hasPrefix($0.0) }) else {
      return .failure(.malformed("The entry has none of the marks C, D, RC and RD."))
    }
    rest = rest.dropFirst(mark.count)
    // The third letter of the currency may follow.
    if rest.first == "D" { rest = rest.dropFirst() }
    let digits = rest.prefix { $0 == "," || ("0"..."9").contains($0) }
    guard
      let amount = StatementValue.amount(digits, sign: UInt8(ascii: ","), needsSign: true),
      amount > 0, digits.utf8.count <= 20
    else { return .failure(.amount(String(digits))) }
    rest = rest.dropFirst(digits.count)
    guard rest.utf8.count >= 4, let kind = rest.first, "NFS".contains(kind) else {
      return .failure(.malformed("The entry has no kind of transaction, such as NTRF."))
    }
    let type = String(rest.prefix(4))
    rest = rest.dropFirst(4)
    var entry = StatementEntry(
      line: field.line, booked: booked, value: value, amount: sign * amount)
    let (reference, servicer) = split(rest)
    guard reference.utf8.count <= StatementFile.referenceLimit,
      (servicer ?? "").utf8.count <= StatementFile.referenceLimit
    else { return .failure(.malformed("The entry's reference has more than 140 bytes.")) }
    if !reference.isEmpty, reference != "NONREF" { entry.details.order = reference }
    entry.details.servicer = servicer
    let more = field.lines.dropFirst().joined(separator: " ")
    if !more.isEmpty { entry.details.text = StatementValue.oneLine(more) }
    // NRTI is a returned item; the reason is in the text, if it is anywhere.
    if type == "NRTI" { entry.details.reason = "MS03" }
    return .success(entry)
  }

  private static func split(_ text: Substring) -> (String, String?) {
    let bytes = Array(text.utf8)
    let slashes = bytes.indices.dropLast().first {
      bytes[$0] == UInt8(ascii: "/") && bytes[$0 + 1] == UInt8(ascii: "/")
    }
    guard let slashes else { return (String(text), nil) }
    let servicer = String(decoding: bytes[(slashes + 2)...], as: UTF8.self)
    return (
      String(decoding: bytes[..<slashes], as: UTF8.self), servicer.isEmpty ? nil : servicer
    )
  }

  /// `YYMMDD` of the years 1980 to 2079.
  static func date(_ text: Substring) -> CivilDate? {
    let bytes = Array(text.utf8)
    guard bytes.count == 6, let value = number(bytes) else { return nil }
    return CivilDate(number: (value / 10_000 >= 80 ? 19_000_000 : 20_000_000) + value)
  }

  /// `MMDD` of the year that is nearest to a date.
  private static func entryDate(_ text: Substring, near date: CivilDate) -> CivilDate? {
    let bytes = Array(text.utf8)
    guard bytes.count == 4, let value = number(bytes) else { return nil }
    let year = date.number / 10_000
    let months = value / 100 - date.number / 100 % 100
    let shift: Int32 = months > 6 ? -1 : months < -6 ? 1 : 0
    return CivilDate(number: (year + shift) * 10_000 + value)
  }

  private static func number(_ bytes: [UInt8]) -> Int32? {
    var value: Int32 = 0
    for byte in bytes {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int32(byte - 0x30)
    }
    return value
  }
}
