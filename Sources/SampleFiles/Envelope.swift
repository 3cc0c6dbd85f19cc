import LedgerCore

/// How many lines a list has and what they come to.
struct ControlTotal: Equatable {
  var count = 0
  var total: Int64 = 0

  mutating func add(_ amount: Int64) {
    count += 1
    total += amount
  }
}

/// The first line of a file, by which the ledger knows what the file is and that it is whole.
struct Envelope: CustomStringConvertible {
  /// What the reference begins with; the month follows, so that it is unique for every event.
  let list: String
  let event: Event
  let month: Month
  /// The day of the month on which such lists are dated.
  let day: Int
  let control: ControlTotal

  var description: String {
    "#batch reference=\(list)-\(month) event=\(event.code) period=\(month)"
      + " date=\(month)-\(padded(day, 2)) count=\(control.count) total=\(control.total)"
  }
}
