import LedgerCore

/// A date field: `YYYY-MM-DD`.
enum DateField {
  /// The date, or nil if the field has none of the calendar.
  static func parse(_ field: FieldBytes) -> CivilDate? {
    guard field.count == 10, field[4] == 0x2D, field[7] == 0x2D else { return nil }
    let year = field.digits(at: 0, length: 4)
    let month = field.digits(at: 5, length: 2)
    let day = field.digits(at: 8, length: 2)
    guard year | month | day >= 0 else { return nil }
    return CivilDate(year: Int(year), month: Int(month), day: Int(day))
  }

  static func words(_ field: FieldBytes) -> Words {
    if let reason = notInCalendar(field.text) {
      return Words(
        "“\(field.text)” is not a date: \(reason).",
        "Write it like 2026-02-10; a last day that nobody knows is left empty.")
    }
    return Words(
      "\(Shown.plain(field.buffer)) is not a date of the calendar as YYYY-MM-DD.",
      "Write it like 2026-02-10.")
  }
}
