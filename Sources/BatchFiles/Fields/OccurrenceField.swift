import LedgerCore

/// The `occurrence` field: 1 to 255, 1 if empty.
enum OccurrenceField {
  /// The occurrence, or 0.
  @inline(__always)
  static func parse(_ field: FieldBytes) -> UInt8 {
    if field.count == 0 { return 1 }
    guard field.count <= 3, field[0] != 0x30 else { return 0 }
    return UInt8(exactly: max(0, field.digits(at: 0, length: field.count))) ?? 0
  }

  static func words(_ field: FieldBytes) -> Words {
    Words(
      "The occurrence \(Shown.plain(field.buffer)) is not a number from 1 to 255.",
      "Leave it empty, or write 2 for the second such payment of that month.")
  }
}
