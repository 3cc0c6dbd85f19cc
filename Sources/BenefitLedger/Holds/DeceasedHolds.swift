import LedgerCore
import LedgerStore

/// The deaths that the register knows, to compare a list of deaths with.
struct DeceasedHolds {
  /// One death.
  struct Entry {
    /// The number under which new obligations of the person are kept.
    var head: Int64
    /// The day of death.
    var from: CivilDate
    /// From which day on the hold does not hold any more.
    var released: CivilDate?
    /// The number of the hold.
    var number: Int64
  }

  private var entries: [Entry] = []

  /// Reads them in one sweep: a year's list is as long as the register.
  init(_ snapshot: any LedgerSnapshot, _ links: LinkedNumbers) throws {
    try snapshot.query(
      """
      SELECT h.person, h.valid_from, min(r.released_from), h.hold_no
      FROM hold h LEFT JOIN hold_release r USING (hold_no) WHERE h.hold_kind_id = ?1
      GROUP BY h.hold_no
      """, [.integer(Int64(HoldKind.deceased.rawValue))]
    ) { row in
      entries.append(
        Entry(
          head: links.head(of: row.integer(0)),
          from: try promised(CivilDate(number: Int32(clamping: row.integer(1))), "day of death"),
          released: row.optionalInteger(2).flatMap { CivilDate(number: Int32(clamping: $0)) },
          number: row.integer(3)))
    }
    entries.sort { ($0.head, $0.number) < ($1.head, $1.number) }
  }

  /// What is known of a person, by the number under which new obligations are kept.
  func deaths(of head: Int64) -> ArraySlice<Entry> {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].head < head { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < entries.count, entries[end].head == head { end += 1 }
    return entries[low..<end]
  }
}
