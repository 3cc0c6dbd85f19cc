import LedgerCore
import LedgerStore

extension HeldPersons {
  /// Reads who is not payable, each under all of their numbers.
  init(_ snapshot: any LedgerSnapshot, _ links: LinkedNumbers) throws {
    var releases: [Int64: Int32] = [:]
    try snapshot.query("SELECT hold_no, min(released_from) FROM hold_release GROUP BY hold_no", [])
    {
      releases[$0.integer(0)] = Int32(clamping: $0.integer(1))
    }
    var holds: ContiguousArray<Hold> = []
    try snapshot.query(
      "SELECT hold_no, person, hold_kind_id, valid_from, valid_to FROM hold ORDER BY hold_no", []
    ) { row in
      let number = row.integer(0)
      let kind = UInt8(exactly: row.integer(2)).flatMap { HoldKind(rawValue: $0) }
      var hold = Hold(
        person: row.integer(1), from: Int32(clamping: row.integer(3)),
        // The day after the last one, or a number between it and that.
        before: row.optionalInteger(4).map { Int32(clamping: $0) + 1 } ?? Hold.open,
        number: Int32(clamping: number), kind: try promised(kind, "kind of hold"))
      if !releases.isEmpty { hold.before = min(hold.before, releases[number] ?? Hold.open) }
      guard links.contains(hold.person) else {
        holds.append(hold)
        return
      }
      for member in links.group(of: hold.person) {
        hold.person = member
        holds.append(hold)
      }
    }
    self.init(holds)
  }
}
