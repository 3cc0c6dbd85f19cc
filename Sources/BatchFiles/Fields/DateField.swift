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

  /// What is wrong with a date.
  ///
  /// - Parameters:
  ///   - field: The field, as it stands in the file.
  ///   - style: How a table of its own writes days; nil for a list in the program's own columns.
  /// - Returns: What is wrong, and how it is written.
  static func words(_ field: FieldBytes, _ style: DateStyle? = nil) -> Words {
    if let style { return words(field, as: style) }
    if let reason = notInCalendar(field.text) {
      return Words(
        "“\(field.text)” is not a date: \(reason).",
        "Write it like 2026-02-10; a last day that nobody knows is left empty.")
    }
    return Words(
      "\(Shown.plain(field.buffer)) is not a date of the calendar as YYYY-MM-DD.",
      "Write it like 2026-02-10.")
  }

  private static func words(_ field: FieldBytes, as style: DateStyle) -> Words {
    let shown = Shown.plain(field.buffer)
    let day = CellWriter.withoutTime(Array(field.buffer)[...])
    if let written = MonthText(day, isWhole: true)?.written(style),
      let reason = notInCalendar(written)
    {
      return Words(
        "\(shown) is not a date as \(style.code): \(reason).",
        "Find out which day is meant; write it like \(style.example).")
    }
    return Words(
      "\(shown) is not a date of the calendar as \(style.code).",
      "Write it like \(style.example).")
  }
}
