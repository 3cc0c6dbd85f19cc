extension CivilDate {
  /// How many days it is after another date; negative if it is before it.
  public func days(since other: CivilDate) -> Int { dayNumber - other.dayNumber }

  /// The days since 0000-03-01, so that a leap day is the last of its year.
  private var dayNumber: Int {
    let year = Int(number / 10_000)
    let month = Int(number / 100 % 100)
    let counted = month > 2 ? year : year - 1
    let days = (153 * ((month + 9) % 12) + 2) / 5 + Int(number % 100) - 1
    return 365 * counted + counted / 4 - counted / 100 + counted / 400 + days
  }
}
