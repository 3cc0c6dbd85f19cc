import LedgerCore
import LedgerStore

extension HeldPersons {
  /// Reads who is not payable, each under all of their numbers; by records after one, or by all.
  init(_ snapshot: any LedgerSnapshot, hasLinks: Bool, after record: Int64? = nil) throws {
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
      holds.append(hold)
    }
    if hasLinks { try Self.addOthers(&holds, snapshot) }
    if let record {
      let first = try snapshot.integer(
        "SELECT min(hold_no) FROM hold WHERE record_no > ?1", [.integer(record)])
      holds.removeAll { Int64($0.number) < first ?? .max }
    }
    self.init(holds)
  }

  /// Adds the holds of persons with several numbers under each of the others.
  private static func addOthers(
    _ holds: inout ContiguousArray<Hold>, _ snapshot: any LedgerSnapshot
  ) throws {
    var linked: [Int] = []
    try snapshot.query(
      """
      SELECT hold_no FROM hold h
      WHERE EXISTS (SELECT 1 FROM person_link WHERE number_old = h.person)
        OR EXISTS (SELECT 1 FROM person_link WHERE number_new = h.person)
      ORDER BY hold_no
      """, []
    ) { linked.append(Int($0.integer(0)) - 1) }
    for place in linked {
      // Holds are numbered without gaps.
      guard holds.indices.contains(place), Int(holds[place].number) == place + 1 else {
        throw LedgerError(.ledgerDamaged, "Hold \(place + 1) is missing.")
      }
      var hold = holds[place]
      for other in try snapshot.linkedNumbers(of: hold.person).dropFirst() {
        hold.person = other
        holds.append(hold)
      }
    }
  }
}
