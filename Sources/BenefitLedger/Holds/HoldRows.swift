import BatchFiles
import LedgerCore
import LedgerStore

extension LedgerSnapshot {
  /// The record that was made of a file with this SHA-256, if there is one.
  func record(_ kind: RecordKind, of digest: Digest) throws -> Int64? {
    try integer(
      "SELECT record_no FROM record WHERE record_kind_id = ?1 AND file_sha256 = ?2",
      [.integer(Int64(kind.rawValue)), .digest(digest)])
  }

  /// Whether the register has a hold with exactly these values.
  func hasHold(_ row: HoldRow, _ kind: HoldKind) throws -> Bool {
    try integer(
      """
      SELECT 1 FROM hold WHERE person = ?1 AND hold_kind_id = ?2 AND valid_from = ?3
        AND valid_to IS ?4 AND reason = ?5 LIMIT 1
      """,
      [
        .integer(row.person), .integer(Int64(kind.rawValue)), .integer(Int64(row.from.number)),
        row.to.map { .integer(Int64($0.number)) } ?? .null, .text(row.reason),
      ]) != nil
  }

  /// All holds up to a record, in the order in which they were made.
  func allHolds(through record: Int64 = .max) throws -> [HoldEntry] {
    var entries: [HoldEntry] = []
    try query(
      """
      SELECT h.hold_no, h.person, h.hold_kind_id, h.reason, h.valid_from, h.valid_to,
        (SELECT min(released_from) FROM hold_release x
          WHERE x.hold_no = h.hold_no AND x.record_no <= ?1), h.record_no, r.file_name, h.file_line
      FROM hold h JOIN record r USING (record_no) WHERE h.record_no <= ?1 ORDER BY h.hold_no
      """, [.integer(record)]
    ) { entries.append(try HoldEntry($0)) }
    return entries
  }

  /// The holds of a person under any of their numbers, or one by its number.
  ///
  /// Holds, releases and links of later records than `record` do not count.
  func holds(_ which: ReleasedHolds, through record: Int64 = .max) throws -> [HoldEntry] {
    var entries: [HoldEntry] = []
    switch which {
    case .person(let person):
      for number in try linkedNumbers(of: person.encoded, through: record) {
        try query(
          """
          SELECT h.hold_no, h.person, h.hold_kind_id, h.reason, h.valid_from, h.valid_to,
            (SELECT min(released_from) FROM hold_release x
              WHERE x.hold_no = h.hold_no AND x.record_no <= ?2),
            h.record_no, r.file_name, h.file_line
          FROM hold h JOIN record r USING (record_no) WHERE h.person = ?1 AND h.record_no <= ?2
          """, [.integer(number), .integer(record)]
        ) { entries.append(try HoldEntry($0)) }
      }
    case .number(let number):
      try query(
        """
        SELECT h.hold_no, h.person, h.hold_kind_id, h.reason, h.valid_from, h.valid_to,
          (SELECT min(released_from) FROM hold_release x
            WHERE x.hold_no = h.hold_no AND x.record_no <= ?2),
          h.record_no, r.file_name, h.file_line
        FROM hold h JOIN record r USING (record_no) WHERE h.hold_no = ?1 AND h.record_no <= ?2
        """, [.integer(number), .integer(record)]
      ) { entries.append(try HoldEntry($0)) }
    }
    return entries.sorted { $0.number < $1.number }
  }
}

extension LedgerTransaction {
  /// Inserts a hold; the number follows the last.
  func insertHold(_ row: HoldRow, _ kind: HoldKind, _ record: Int64) throws {
    try execute(
      """
      INSERT INTO hold (hold_no, record_no, person, hold_kind_id, reason, valid_from, valid_to,
        file_line)
      SELECT 1 + ifnull(max(hold_no), 0), ?1, ?2, ?3, ?4, ?5, ?6, ?7 FROM hold
      """,
      [
        .integer(record), .integer(row.person), .integer(Int64(kind.rawValue)), .text(row.reason),
        .integer(Int64(row.from.number)), row.to.map { .integer(Int64($0.number)) } ?? .null,
        row.fileLine > 0 ? .integer(Int64(row.fileLine)) : .null,
      ])
  }
}

extension HoldEntry {
  fileprivate init(_ row: any ResultRow) throws {
    func date(_ column: Int) throws -> CivilDate? {
      try row.optionalInteger(column).map {
        try promised(CivilDate(number: Int32(clamping: $0)), "date of a hold")
      }
    }
    self.init(
      number: row.integer(0),
      person: try promised(PersonNumber(encoded: row.integer(1)), "person of a hold"),
      kind: try promised(
        UInt8(exactly: row.integer(2)).flatMap { HoldKind(rawValue: $0) }, "kind of hold"),
      reason: row.text(3), from: try promised(try date(4), "date of a hold"), to: try date(5),
      released: try date(6), record: row.integer(7), file: row.optionalText(8),
      fileLine: row.optionalInteger(9))
  }
}
