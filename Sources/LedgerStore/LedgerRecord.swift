import LedgerCore

/// The rows that a record of the register stands for.
public struct RecordTable: Sendable {
  /// The table.
  public let name: String
  /// Its rows of a record `?1`: the columns that are digested, in the order of the primary key.
  public let rows: StaticString

  /// The tables of a kind of record, in the order in which their rows are digested.
  public static func tables(of kind: RecordKind) -> [RecordTable] {
    switch kind {
    case .units:
      [
        RecordTable(
          name: "unit_version",
          rows: """
            SELECT unit_id, version_no, code, name, unit_kind_id, parent_unit_id, valid_from, valid_to,
              successor_unit_id
            FROM unit_version WHERE record_no = ?1 ORDER BY unit_id, version_no
            """)
      ]
    case .period:
      [
        RecordTable(
          name: "period_change",
          rows: "SELECT period, state FROM period_change WHERE record_no = ?1")
      ]
    case .user:
      [
        RecordTable(
          name: "user_key",
          rows: "SELECT user_name, role, public_key FROM user_key WHERE record_no = ?1")
      ]
    case .submission:
      [
        RecordTable(
          name: "submission",
          rows: """
            SELECT submission_no, maker, event_id, file_name, file_bytes, file_sha256, reference,
              declared_period, declared_date, period, business_date, row_count, total,
              is_correction, reverses_batch_no, reason, approvers_needed, merkle_root,
              reading_sha256
            FROM submission WHERE record_no = ?1
            """)
      ]
    case .approval, .rejection:
      [
        RecordTable(
          name: "decision",
          rows: """
            SELECT submission_no, user_name, outcome, merkle_root FROM decision
            WHERE record_no = ?1
            """)
      ]
    case .hold:
      [
        RecordTable(
          name: "hold",
          rows: """
            SELECT hold_no, person, hold_kind_id, reason, valid_from, valid_to, file_line
            FROM hold WHERE record_no = ?1 ORDER BY hold_no
            """)
      ]
    case .release:
      [
        RecordTable(
          name: "hold_release",
          rows: """
            SELECT hold_no, released_from FROM hold_release WHERE record_no = ?1 ORDER BY hold_no
            """)
      ]
    case .link:
      [
        RecordTable(
          name: "person_link",
          rows: """
            SELECT link_no, number_old, number_new, file_line FROM person_link
            WHERE record_no = ?1 ORDER BY link_no
            """)
      ]
    case .chart:
      [
        RecordTable(
          name: "chart_file", rows: "SELECT content FROM chart_file WHERE record_no = ?1")
      ]
    case .proposal, .agreement:
      [
        RecordTable(
          name: "proposal",
          rows: """
            SELECT user_name, subject, request_digest, agrees_to_record_no FROM proposal
            WHERE record_no = ?1
            """)
      ]
    case .cashCount:
      [
        RecordTable(
          name: "cash_count",
          rows: """
            SELECT unit_id, counted_on, counted, expected, known_batch_no, reason FROM cash_count
            WHERE record_no = ?1
            """)
      ]
    case .statement:
      [
        RecordTable(
          name: "statement",
          rows: """
            SELECT statement_no, fund_id, format, bank_id, account, opening, closing, opening_date,
              closing_date, entry_count, total, other_account
            FROM statement WHERE record_no = ?1 ORDER BY statement_no
            """),
        RecordTable(
          name: "bank_entry",
          rows: """
            SELECT entry_no, statement_no, booking_no, file_line, booked, value_date, amount,
              end_to_end, order_id, bank_reference, counterparty, description, reason
            FROM bank_entry WHERE record_no = ?1 ORDER BY entry_no
            """),
      ]
    case .bankMatch:
      [
        RecordTable(
          name: "bank_match",
          rows: """
            SELECT match_no, rule, is_notice, instead, reason FROM bank_match
            WHERE record_no = ?1 ORDER BY match_no
            """),
        RecordTable(
          name: "bank_match_side",
          rows: """
            SELECT match_no, side_no, entry_no, voucher_no, line_no, amount FROM bank_match_side
            WHERE record_no = ?1 ORDER BY match_no, side_no
            """),
        RecordTable(
          name: "bank_exception",
          rows: """
            SELECT exception_no, entry_no, kind, suggestion FROM bank_exception
            WHERE record_no = ?1 ORDER BY exception_no
            """),
      ]
    case .exception:
      [
        RecordTable(
          name: "exception_step",
          rows: "SELECT exception_no, action, owner FROM exception_step WHERE record_no = ?1")
      ]
    case .archive:
      [
        RecordTable(
          name: "archive",
          rows: """
            SELECT year, file_bytes, batch_count, line_count, first_line_no, last_line_no,
              batches_root
            FROM archive WHERE record_no = ?1
            """)
      ]
    case .withdrawal:
      [
        RecordTable(
          name: "statement_withdrawal",
          rows: """
            SELECT statement_no FROM statement_withdrawal WHERE record_no = ?1
            ORDER BY statement_no
            """)
      ]
    }
  }
}

extension RecordTable {
  /// Rows that name a record of another kind, whose digest does not cover them: how many, by table.
  ///
  /// Nothing but somebody's hand makes such a row.
  public static let strays: [(table: String, count: StaticString)] = [
    (
      "unit_version",
      """
      SELECT count(*) FROM unit_version JOIN record USING (record_no) WHERE record_kind_id <> 1
      """
    ),
    (
      "chart_file",
      "SELECT count(*) FROM chart_file JOIN record USING (record_no) WHERE record_kind_id <> 2"
    ),
    (
      "user_key",
      "SELECT count(*) FROM user_key JOIN record USING (record_no) WHERE record_kind_id <> 3"
    ),
    (
      "period_change",
      "SELECT count(*) FROM period_change JOIN record USING (record_no) WHERE record_kind_id <> 4"
    ),
    ("hold", "SELECT count(*) FROM hold JOIN record USING (record_no) WHERE record_kind_id <> 5"),
    (
      "hold_release",
      "SELECT count(*) FROM hold_release JOIN record USING (record_no) WHERE record_kind_id <> 6"
    ),
    (
      "person_link",
      "SELECT count(*) FROM person_link JOIN record USING (record_no) WHERE record_kind_id <> 7"
    ),
    (
      "submission",
      "SELECT count(*) FROM submission JOIN record USING (record_no) WHERE record_kind_id <> 8"
    ),
    (
      "decision",
      """
      SELECT count(*) FROM decision JOIN record USING (record_no)
      WHERE record_kind_id NOT IN (9, 10)
      """
    ),
    (
      "proposal",
      """
      SELECT count(*) FROM proposal JOIN record USING (record_no)
      WHERE record_kind_id NOT IN (11, 12)
      """
    ),
    (
      "cash_count",
      "SELECT count(*) FROM cash_count JOIN record USING (record_no) WHERE record_kind_id <> 13"
    ),
    (
      "statement",
      "SELECT count(*) FROM statement JOIN record USING (record_no) WHERE record_kind_id <> 14"
    ),
    (
      "bank_entry",
      "SELECT count(*) FROM bank_entry JOIN record USING (record_no) WHERE record_kind_id <> 14"
    ),
    (
      "bank_match",
      "SELECT count(*) FROM bank_match JOIN record USING (record_no) WHERE record_kind_id <> 15"
    ),
    (
      "bank_match_side",
      "SELECT count(*) FROM bank_match_side JOIN record USING (record_no) WHERE record_kind_id <> 15"
    ),
    (
      "bank_exception",
      "SELECT count(*) FROM bank_exception JOIN record USING (record_no) WHERE record_kind_id <> 15"
    ),
    (
      "exception_step",
      "SELECT count(*) FROM exception_step JOIN record USING (record_no) WHERE record_kind_id <> 16"
    ),
    (
      "archive",
      "SELECT count(*) FROM archive JOIN record USING (record_no) WHERE record_kind_id <> 17"
    ),
    (
      "statement_withdrawal",
      """
      SELECT count(*) FROM statement_withdrawal JOIN record USING (record_no)
      WHERE record_kind_id <> 18
      """
    ),
  ]
}

extension LedgerSnapshot {
  /// Digests the rows of a record as they are stored.
  public func rowsDigest(of record: Int64, _ kind: RecordKind) throws -> Digest {
    var digest = RecordDigest()
    for table in RecordTable.tables(of: kind) {
      try query(table.rows, [.integer(record)]) { row in
        digest.add(table: table.name, (0..<row.columnCount).map { row.field($0) })
      }
    }
    return digest.ofRows
  }
}

extension LedgerTransaction {
  /// Appends a record to the register.
  ///
  /// - Parameters:
  ///   - kind: What it is.
  ///   - date: The business date.
  ///   - maker: Who makes it.
  ///   - reason: Why, as written.
  ///   - fileName: The name of the file it is made of, without its folders.
  ///   - fileDigest: The SHA-256 of that file.
  ///   - sign: Signs the record's digest with the maker's key; nil where nobody signs.
  ///   - rows: Inserts its rows, which name the record by the number that is handed over.
  /// - Returns: The record's number.
  /// - Throws: What `rows` and `sign` throw; `LedgerError` for what the database did.
  @discardableResult
  public func appendRecord(
    _ kind: RecordKind, date: CivilDate, maker: String, reason: String? = nil,
    fileName: String? = nil, fileDigest: Digest? = nil,
    sign: ((Digest) throws -> [UInt8])? = nil, rows: (Int64) throws -> Void
  ) throws -> Int64 {
    let previous = try journalEnd().registerDigest
    let number = try (integer("SELECT max(record_no) FROM record") ?? 0) + 1
    let header = RecordHeader(
      number: number, kind: kind, date: date, maker: maker, reason: reason, fileName: fileName,
      fileDigest: fileDigest)
    try rows(number)
    let rowsDigest = try rowsDigest(of: number, kind)
    let digest = RecordDigest.next(after: previous, header, rows: rowsDigest)
    try execute(
      """
      INSERT INTO record (record_no, record_kind_id, record_date, maker, reason, file_name,
        file_sha256, rows_digest, record_digest, signature)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
      """,
      [
        .integer(number), .integer(Int64(kind.rawValue)), .integer(Int64(date.number)),
        .text(maker), reason.map { .text($0) } ?? .null, fileName.map { .text($0) } ?? .null,
        fileDigest.map { .digest($0) } ?? .null, .digest(rowsDigest), .digest(digest),
        try sign.map { .bytes(try $0(digest)) } ?? .null,
      ])
    return number
  }

  /// Takes units into the register: new units, and versions.
  ///
  /// - Parameters:
  ///   - record: The record that brings them.
  ///   - newUnits: The numbers of the units that are new.
  ///   - versions: The versions; one that takes over a code comes after the one that gives it up.
  /// - Throws: `LedgerError` for what the database did.
  public func insertUnits(
    record: Int64, newUnits: ClosedRange<Int32>?, versions: [UnitVersion]
  ) throws {
    if let newUnits {
      for unit in newUnits {
        try execute("INSERT INTO unit (unit_id) VALUES (?1)", [.integer(Int64(unit))])
      }
    }
    for version in versions {
      try execute(
        """
        INSERT INTO unit_version (unit_id, version_no, code, name, unit_kind_id, parent_unit_id,
          valid_from, valid_to, successor_unit_id, record_no)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        """,
        [
          .integer(Int64(version.unit)), .integer(version.version), .text(version.code.text),
          .text(version.name), .integer(Int64(version.kind.rawValue)),
          version.parent.map { .integer(Int64($0)) } ?? .null,
          .integer(Int64(version.validFrom.number)),
          version.validTo.map { .integer(Int64($0.number)) } ?? .null,
          version.successor.map { .integer(Int64($0)) } ?? .null, .integer(record),
        ])
    }
  }
}
