import LedgerCore

/// The `month` field: `YYYY-MM`.
enum MonthField {
  /// The month as in ``LedgerCore/Month/number``, or -1.
  @inline(__always)
  static func parse(_ field: FieldBytes) -> Int32 {
    guard field.count == 7, field[4] == 0x2D else { return -1 }
    let year = field.digits(at: 0, length: 4)
    let month = field.digits(at: 5, length: 2)
    guard year | month >= 0, let valid = Month(number: Int32(year &* 100 &+ month)) else {
      return -1
    }
    return valid.number
  }

  /// Why a field is not a month.
  static func fault(_ field: FieldBytes) -> Code {
    if field.count == 0 { return .fieldEmpty }
    let hasForm =
      field.count == 7 && field[4] == 0x2D && field.digits(at: 0, length: 4) >= 0
      && field.digits(at: 5, length: 2) >= 0
    return hasForm ? .monthImpossible : .monthFormat
  }

  static func words(_ code: Code, _ field: FieldBytes) -> Words {
    let shown = Shown.plain(field.buffer)
    return code == .monthImpossible
      ? Words(
        "There is no month \(shown) that benefits are paid for.",
        "Months run from 01 to 12, years from 1900 to 2199.")
      : Words("The month \(shown) is not written as YYYY-MM.", "Write it like 2026-10.")
  }
}
