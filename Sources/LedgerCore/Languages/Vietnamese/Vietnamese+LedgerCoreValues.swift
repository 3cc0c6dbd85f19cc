extension Vietnamese {
  /// Messages of values such as dates and numbers.
  static let ledgerCoreValues: [Translation] = [
    // Sources/LedgerCore/Values/Counted.swift
    Translation(same: "{1} s"),
    // Sources/LedgerCore/Values/NotInCalendar.swift
    Translation(
      "the years go from {1} to {2}",
      "năm phải từ {1} đến {2}"),
    Translation(
      "there is no such month",
      "không có tháng này"),
    Translation(
      "there is no such day in the calendar",
      "trong lịch không có ngày này"),
  ]
}
