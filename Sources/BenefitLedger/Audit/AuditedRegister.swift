import LedgerCore
import LedgerStore

/// The register as an audit reads it: its chain of digests, and what every unit was called.
struct AuditedRegister: Sendable {
  /// The digest in force after each record; first the one before any.
  private(set) var chain: [Digest] = [.zero]
  /// The highest number of a unit; 0 if there are none.
  private(set) var lastUnit: Int64 = 0
  /// The versions of all units, by unit and version.
  private var versions: ContiguousArray<Version> = []
  /// Where the versions of each unit begin; one more at the end.
  private var starts: ContiguousArray<Int32> = []
  private var positions: [Digest: Int] = [.zero: 0]
  /// The last record whose codes are shown in answers.
  private var lastShown: Int64 = .max

  private struct Version: Sendable {
    var validFrom: Int32
    var record: Int32
    var code: UnitCode?
  }

  /// How many records a register with this digest had, or nil if there never was such a register.
  func records(at digest: Digest) -> Int? { positions[digest] }

  /// The code of a unit on a date, as the register knew it after some records; nil if unknown.
  ///
  /// The version in force is the last that had begun by then, whether or not it had ended; before
  /// the first, the first. What later records say of earlier days does not count.
  @inline(__always)
  func code(of unit: Int32, on date: CivilDate, records: Int) -> UnitCode? {
    guard unit >= 1, Int64(unit) <= lastUnit else { return nil }
    var code: UnitCode?
    for index in starts[Int(unit)]..<starts[Int(unit) + 1] {
      let version = versions[Int(index)]
      if Int(version.record) > records { continue }
      if code == nil || version.validFrom <= date.number { code = version.code }
    }
    return code
  }

  /// The same register with the codes that were known after one of its records.
  func shown(through record: Int64) -> AuditedRegister {
    var register = self
    register.lastShown = record
    return register
  }

  /// The latest code of a unit, for messages and answers.
  func latestCode(of unit: Int64) -> UnitCode? {
    guard unit >= 1, unit <= lastUnit else { return nil }
    let range = starts[Int(unit)]..<starts[Int(unit) + 1]
    return range.last { versions[Int($0)].record <= lastShown }.flatMap { versions[Int($0)].code }
  }

  /// How a unit is called in answers: its latest code, or its number if it has none.
  func name(of unit: Int64) -> String { latestCode(of: unit)?.text ?? "#\(unit)" }

  /// The unit that has a code, or had it last.
  func unitsByCode() -> [UnitCode: Int32] {
    var holders: [UnitCode: (unit: Int32, since: Int32)] = [:]
    guard lastUnit > 0 else { return [:] }
    for unit in 1...Int(lastUnit) {
      for index in starts[unit]..<starts[unit + 1] {
        let version = versions[Int(index)]
        guard let code = version.code, version.record <= lastShown else { continue }
        if holders[code].map({ $0.since <= version.validFrom }) ?? true {
          holders[code] = (Int32(unit), version.validFrom)
        }
      }
    }
    return holders.mapValues(\.unit)
  }

  // MARK: Reading

  /// Reads the register and recomputes its digests.
  ///
  /// The chain holds the digests as stored, so that one changed record does not blame the later ones.
  init(_ snapshot: any LedgerSnapshot, _ findings: inout FindingList) throws {
    try readUnits(snapshot, &findings)
    try readVersions(snapshot, &findings)
    try checkRecords(snapshot, &findings)
    try checkKinds(snapshot, &findings)
  }

  private mutating func readUnits(
    _ snapshot: any LedgerSnapshot, _ findings: inout FindingList
  ) throws {
    var expected: Int64 = 1
    try snapshot.query("SELECT unit_id FROM unit ORDER BY unit_id", []) { row in
      let unit = row.integer(0)
      if unit != expected {
        findings.add(Finding(.registerChanged, "Unit \(expected) is missing."))
      }
      expected = unit &+ 1
      if (1...16_777_215).contains(unit) { lastUnit = unit }
    }
  }

  private mutating func readVersions(
    _ snapshot: any LedgerSnapshot, _ findings: inout FindingList
  ) throws {
    starts = ContiguousArray(repeating: 0, count: Int(lastUnit) + 2)
    var unit = 0
    var expected: Int64 = 1
    try snapshot.query(
      """
      SELECT unit_id, version_no, code, valid_from, record_no FROM unit_version
      ORDER BY unit_id, version_no
      """, []
    ) { row in
      guard let number = Int(exactly: row.integer(0)), number >= 1, number <= lastUnit else {
        findings.add(
          Finding(.registerChanged, "A version names unit \(row.integer(0)), which does not exist.")
        )
        return
      }
      while unit < number {
        unit += 1
        starts[unit] = Int32(versions.count)
        expected = 1
      }
      if row.integer(1) != expected {
        findings.add(
          Finding(.registerChanged, "Version \(expected) of unit \(row.text(2)) is missing."))
      }
      expected = row.integer(1) &+ 1
      versions.append(
        Version(
          validFrom: Int32(clamping: row.integer(3)), record: Int32(clamping: row.integer(4)),
          code: UnitCode(row.text(2))))
    }
    while unit <= Int(lastUnit) {
      unit += 1
      starts[unit] = Int32(versions.count)
    }
    for unit in 1..<starts.count - 1 where starts[unit] == starts[unit + 1] {
      findings.add(Finding(.registerChanged, "Unit \(unit) has no version."))
    }
  }

  /// Finds rows that name a record of another kind, whose digest does not cover them.
  private func checkKinds(
    _ snapshot: any LedgerSnapshot, _ findings: inout FindingList
  ) throws {
    try snapshot.query(
      """
      SELECT DISTINCT record_no, what FROM (
        SELECT record_no, 'units' AS what, 'units' AS kind FROM unit_version
        UNION ALL SELECT record_no, 'holds', 'hold' FROM hold
        UNION ALL SELECT record_no, 'releases', 'release' FROM hold_release
        UNION ALL SELECT record_no, 'links', 'link' FROM person_link
        UNION ALL SELECT record_no, 'counts of cash', 'cash-count' FROM cash_count)
      LEFT JOIN record USING (record_no) LEFT JOIN record_kind k USING (record_kind_id)
      WHERE k.code IS NOT kind ORDER BY 1, 2
      """, []
    ) { row in
      findings.add(
        Finding(
          .registerChanged,
          "There are \(row.text(1)) that name record \(row.integer(0)), which has none."))
    }
  }

  private mutating func checkRecords(
    _ snapshot: any LedgerSnapshot, _ findings: inout FindingList
  ) throws {
    var records: [(number: Int64, header: RecordHeader?, rows: Digest?, digest: Digest?)] = []
    try snapshot.query(
      """
      SELECT record_no, record_kind_id, record_date, maker, reason, file_name, file_sha256,
        rows_digest, record_digest FROM record ORDER BY record_no
      """, []
    ) { row in
      var header: RecordHeader?
      if let kind = UInt8(exactly: row.integer(1)).flatMap({ RecordKind(rawValue: $0) }),
        let date = Int32(exactly: row.integer(2)).flatMap({ CivilDate(number: $0) }),
        row.isNull(6) || row.digest(6) != nil
      {
        header = RecordHeader(
          number: row.integer(0), kind: kind, date: date, maker: row.text(3),
          reason: row.optionalText(4), fileName: row.optionalText(5), fileDigest: row.digest(6))
      }
      records.append((row.integer(0), header, row.digest(7), row.digest(8)))
    }
    for (index, record) in records.enumerated() {
      guard record.number == Int64(index) + 1 else {
        findings.add(
          Finding(.registerChanged, "Record \(index + 1) of the register is missing."))
        return
      }
      let rows = try record.header.map { try snapshot.rowsDigest(of: record.number, $0.kind) }
      let recomputed = record.header.flatMap { header in
        rows.map { RecordDigest.next(after: chain[index], header, rows: $0) }
      }
      if recomputed == nil || recomputed != record.digest || rows != record.rows {
        let name = record.header?.fileName.map { " (\($0))" } ?? ""
        findings.add(
          Finding(
            .registerChanged,
            "Record \(record.number) of the register\(name) is not what was recorded."))
      }
      let digest = record.digest ?? .zero
      positions[digest] = index + 1
      chain.append(digest)
    }
    for stray in RecordTable.strays where try snapshot.integer(stray.count) ?? 0 > 0 {
      findings.add(
        Finding(
          .registerChanged,
          "The table \(stray.table) has rows that name a record of another kind."))
    }
  }
}
