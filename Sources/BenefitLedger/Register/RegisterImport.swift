import BatchFiles
import LedgerCore
import LedgerStore

/// Works out what a file of units adds to the register.
struct RegisterImport {
  /// Versions to add, in the order of unit and version.
  var versions: [UnitVersion] = []
  /// Numbers of the units to make.
  var newUnits: ClosedRange<Int32>?
  /// How many units exist afterwards.
  var unitCount = 0
  /// What is wrong with the file.
  var diagnosis = Diagnosis()

  /// Since when a unit exists that the file gives no first day.
  static let always = CivilDate(year: 1900, month: 1, day: 1)

  /// Compares a file with the register.
  ///
  /// A unit is known by its code. A row that says what the register says adds nothing; a row that
  /// says something else adds a version from its first day on.
  init(_ rows: [UnitRow], register: [UnitHistory], file: String) {
    var byCode: [UnitCode: UnitHistory] = [:]
    for history in register {
      for version in history.versions { byCode[version.code] = history }
    }
    let first = Int32(register.count) + 1
    var numbers: [UnitCode: Int32] = [:]
    for row in rows where byCode[row.code] == nil {
      numbers[row.code] = first + Int32(numbers.count)
    }
    var mistakes: [Diagnostic] = []
    func mistake(_ row: UnitRow, _ code: Code, _ message: String, _ help: String) {
      mistakes.append(
        Diagnostic(
          file: file, line: Int(row.fileLine), column: 1, code: code, message: message, help: help))
    }
    for row in rows {
      var parent: Int32?
      if let code = row.parent {
        parent = byCode[code]?.unit ?? numbers[code]
        if parent == nil {
          mistake(
            row, .unitParentUnknown, "The parent \(code) of \(row.code) is not known.",
            "Add a row for \(code), or correct the parent.")
          continue
        }
      }
      guard let history = byCode[row.code] else {
        guard let number = numbers[row.code], let from = row.validFrom ?? Self.always else {
          continue
        }
        versions.append(
          UnitVersion(
            unit: number, version: 1, code: row.code, name: row.name, kind: row.kind,
            parent: parent, validFrom: from, validTo: row.validTo))
        continue
      }
      let last = history.versions[history.versions.count - 1]
      var next = last
      next.name = row.name
      next.kind = row.kind
      next.parent = parent
      next.validTo = row.validTo
      next.validFrom = row.validFrom ?? last.validFrom
      if next == last { continue }
      guard row.validFrom != nil else {
        mistake(
          row, .unitChangeUndated, "\(row.code) differs from the register and has no valid_from.",
          "Say in valid_from from which day it is so.")
        continue
      }
      guard next.validFrom > last.validFrom else {
        mistake(
          row, .unitChangeNotLater,
          "\(row.code) changes on \(next.validFrom), but its last version began on "
            + "\(last.validFrom).", "A version begins after the one before it.")
        continue
      }
      next.version += 1
      versions.append(next)
    }
    versions.sort { ($0.unit, $0.version) < ($1.unit, $1.version) }
    if !numbers.isEmpty { newUnits = first...(first + Int32(numbers.count) - 1) }
    unitCount = register.count + numbers.count
    if mistakes.isEmpty { findCircle(rows, register, &mistakes, file) }
    diagnosis = Diagnosis(
      diagnostics: Array(mistakes.prefix(Diagnosis.listed)),
      counts: Set(mistakes.map(\.code)).sorted { $0.rawValue < $1.rawValue }.map { code in
        (code: code, count: mistakes.count { $0.code == code })
      })
  }

  /// Units that are, directly or through others, their own parents.
  private func findCircle(
    _ rows: [UnitRow], _ register: [UnitHistory], _ mistakes: inout [Diagnostic], _ file: String
  ) {
    var parents: [Int32: Int32] = [:]
    for history in register {
      parents[history.unit] = history.versions[history.versions.count - 1].parent
    }
    for version in versions { parents[version.unit] = version.parent }
    var isClear: Set<Int32> = []
    for version in versions {
      var path: [Int32] = []
      var unit = version.unit
      while let parent = parents[unit], !isClear.contains(unit) {
        path.append(unit)
        unit = parent
        if path.count > parents.count || path.contains(unit) {
          let row = rows.first { $0.code == version.code }
          mistakes.append(
            Diagnostic(
              file: file, line: Int(row?.fileLine ?? 0), column: 1, code: .unitParentCircle,
              message: "\(version.code) is, through its parents, its own parent.",
              help: "Correct the column parent."))
          return
        }
      }
      isClear.formUnion(path)
    }
  }
}
