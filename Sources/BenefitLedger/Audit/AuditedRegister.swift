import LedgerCore
import LedgerStore

/// The register of units as an audit reads it: its chain of digests, and what every unit was called.
struct AuditedRegister: Sendable {
  /// The digest in force after each import; first the one before any import.
  private(set) var chain: [Digest] = [.zero]
  /// The highest number of a unit; 0 if there are none.
  private(set) var lastUnit: Int64 = 0
  /// The versions of all units, by unit and version.
  private var versions: ContiguousArray<Version> = []
  /// Where the versions of each unit begin; one more at the end.
  private var starts: ContiguousArray<Int32> = []
  private var positions: [Digest: Int] = [.zero: 0]

  private struct Version: Sendable {
    var validFrom: Int32
    var importNumber: Int32
    var code: UnitCode?
  }

  /// How many imports a register with this digest had, or nil if there never was such a register.
  func imports(at digest: Digest) -> Int? { positions[digest] }

  /// The code of a unit on a date, as the register knew it after some imports; nil if unknown.
  ///
  /// The version in force is the last that had begun by then, whether or not it had ended; before
  /// the first, the first. What later imports say of earlier days does not count.
  @inline(__always)
  func code(of unit: Int32, on date: CivilDate, imports: Int) -> UnitCode? {
    guard unit >= 1, Int64(unit) <= lastUnit else { return nil }
    var code: UnitCode?
    for index in starts[Int(unit)]..<starts[Int(unit) + 1] {
      let version = versions[Int(index)]
      if Int(version.importNumber) > imports { continue }
      if code == nil || version.validFrom <= date.number { code = version.code }
    }
    return code
  }

  /// The latest code of a unit, for messages and answers.
  func latestCode(of unit: Int64) -> UnitCode? {
    guard unit >= 1, unit <= lastUnit, starts[Int(unit)] < starts[Int(unit) + 1] else { return nil }
    return versions[Int(starts[Int(unit) + 1]) - 1].code
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
        guard let code = version.code else { continue }
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
  /// The chain holds the digests as stored, so that one changed import does not blame the later ones.
  init(_ snapshot: any LedgerSnapshot, _ findings: inout FindingList) throws {
    try readUnits(snapshot, &findings)
    try readVersions(snapshot, &findings)
    try checkImports(snapshot, &findings)
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
      SELECT unit_id, version_no, code, valid_from, import_no FROM unit_version
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
          validFrom: Int32(clamping: row.integer(3)), importNumber: Int32(clamping: row.integer(4)),
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

  private mutating func checkImports(
    _ snapshot: any LedgerSnapshot, _ findings: inout FindingList
  ) throws {
    var imports: [(number: Int64, name: String, file: Digest?, count: Int64, digest: Digest?)] = []
    try snapshot.query(
      """
      SELECT import_no, file_name, file_sha256, version_count, register_digest FROM unit_import
      ORDER BY import_no
      """, []
    ) { row in
      imports.append((row.integer(0), row.text(1), row.digest(2), row.integer(3), row.digest(4)))
    }
    for (index, taken) in imports.enumerated() {
      guard taken.number == Int64(index) + 1 else {
        findings.add(Finding(.registerChanged, "Import \(index + 1) of units is missing."))
        return
      }
      let entries = try Self.entries(of: taken.number, snapshot)
      let recomputed = taken.file.map {
        RegisterDigest.next(after: chain[index], fileDigest: $0, versions: entries)
      }
      if recomputed == nil || recomputed != taken.digest || Int64(entries.count) != taken.count {
        findings.add(
          Finding(
            .registerChanged,
            "The units of import \(taken.number) (\(taken.name)) are not those that were taken in.")
        )
      }
      let digest = taken.digest ?? .zero
      positions[digest] = index + 1
      chain.append(digest)
    }
  }

  private static func entries(
    of number: Int64, _ snapshot: any LedgerSnapshot
  ) throws -> [RegisterDigest.Entry] {
    func date(_ number: Int64) -> String {
      Int32(exactly: number).flatMap { CivilDate(number: $0) }?.description ?? "\(number)"
    }
    var entries: [RegisterDigest.Entry] = []
    try snapshot.query(
      """
      SELECT unit_id, version_no, code, name, unit_kind_id, parent_unit_id, valid_from, valid_to,
        successor_unit_id
      FROM unit_version WHERE import_no = ?1 ORDER BY unit_id, version_no
      """, [.integer(number)]
    ) { row in
      let kind = UInt8(exactly: row.integer(4)).flatMap { UnitKind(rawValue: $0) }
      entries.append(
        RegisterDigest.Entry(
          unit: row.integer(0), version: row.integer(1), code: row.text(2), name: row.text(3),
          kind: kind?.code ?? "", parent: row.optionalInteger(5), validFrom: date(row.integer(6)),
          validTo: row.optionalInteger(7).map { date($0) }, successor: row.optionalInteger(8)))
    }
    return entries
  }
}
