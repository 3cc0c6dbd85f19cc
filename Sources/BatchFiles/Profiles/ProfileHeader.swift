import LedgerCore

/// A row near the top of a table, as text.
struct HeadRow {
  /// Its number.
  var number: Int
  /// What stands in it, by column.
  var cells: [(column: Int, text: String)]

  /// How many rows are looked at for a header.
  static let limit = 100

  init(number: Int, cells: [(column: Int, text: String)]) {
    self.number = number
    self.cells = cells
  }

  init(_ row: TableRow) {
    number = row.number
    cells = row.cells.compactMap { cell in
      let bytes = Blank.trimmed(row.buffer[cell.bytes]).prefix(1_024)
      return bytes.isEmpty ? nil : (cell.column, String(decoding: bytes, as: UTF8.self))
    }
  }

  /// A header of two rows as one: what stands lower is more exact.
  func joined(with lower: HeadRow) -> HeadRow {
    var all = lower.cells
    all += cells.filter { upper in !lower.cells.contains { $0.column == upper.column } }
    return HeadRow(number: lower.number, cells: all.sorted { $0.column < $1.column })
  }

  /// Whether it may be the second row of a header: there are no numbers in it, and no formulas.
  var isHeaderLike: Bool {
    !cells.isEmpty && cells.allSatisfy { $0.text.utf8.count { $0 >= 0x30 && $0 <= 0x39 } < 3 }
  }
}

/// Where the columns of a profile stand in a table.
struct ProfileHeader {
  /// A column that is read.
  struct Column {
    var column: Int
    var spec: ProfileColumn
  }

  /// The row of the header; of a header of two rows the second.
  var row: Int
  /// The names of all columns.
  var names: [(column: Int, text: String)]
  /// Those that are read, in the order of the profile.
  var columns: [Column] = []
  /// A field that two columns fit equally well, and their names.
  var twice: (field: ProfileField, names: [String])?
  /// Columns of the profile that must be there and are not.
  var missing: [ProfileColumn] = []

  init(_ head: HeadRow, _ profile: Profile) {
    row = head.number
    names = head.cells
    let folded = head.cells.map { (column: $0.column, text: Fold.header($0.text)) }
    for spec in profile.columns {
      if let place = spec.place {
        columns.append(Column(column: place, spec: spec))
        continue
      }
      let found = spec.folded.lazy.map { header in folded.filter { $0.text == header } }
        .first { !$0.isEmpty }
      guard let found, let first = found.first else {
        if !spec.isOptional { missing.append(spec) }
        continue
      }
      if found.count > 1, twice == nil {
        twice = (
          spec.field,
          found.map { one in head.cells.first { $0.column == one.column }?.text ?? "" }
        )
      }
      columns.append(Column(column: first.column, spec: spec))
    }
  }

  /// Where a field stands; 1 if it is no column.
  func column(of field: ProfileField) -> Int {
    columns.first { $0.spec.field == field }?.column ?? 1
  }

  /// What a report of refused rows added, folded: code and reason.
  private static let rejectNames = [Field.rejectCode, .rejectReason].map { Fold.header($0.name) }

  /// The columns of code and reason, if a report of refused rows added them.
  var rejectColumns: [Int] {
    Self.rejectNames.compactMap { name in names.first { Fold.header($0.text) == name }?.column }
  }

  /// The columns that are neither read nor known as left out.
  func unknown(_ profile: Profile) -> [(column: Int, text: String)] {
    if profile.ignoresOthers { return [] }
    let known = Set(profile.columns.flatMap(\.folded)).union(profile.ignored.map(Fold.header))
    return names.filter { name in
      let folded = Fold.header(name.text)
      return !folded.isEmpty && !Self.rejectNames.contains(folded) && !known.contains(folded)
        && !columns.contains { $0.column == name.column }
    }
  }

  /// The header of a table among its first rows.
  ///
  /// - Returns: The header, or that which comes nearest and misses something.
  static func find(_ head: [HeadRow], _ profile: Profile) -> ProfileHeader? {
    var nearest: ProfileHeader?
    for (index, row) in head.enumerated() {
      if let above = profile.rowsAbove, row.number != above + 1 { continue }
      let single = ProfileHeader(row, profile)
      var best = single
      let isBegun = single.columns.contains { $0.spec.place == nil }
      if isBegun, index + 1 < head.count, head[index + 1].isHeaderLike {
        let pair = ProfileHeader(row.joined(with: head[index + 1]), profile)
        if pair.columns.count > single.columns.count { best = pair }
      }
      if best.missing.isEmpty, best.columns.contains(where: { $0.spec.place == nil }) {
        return best
      }
      if best.columns.count > (nearest?.columns.count ?? 0) { nearest = best }
    }
    return nearest
  }
}
