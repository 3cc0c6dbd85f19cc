import LedgerCore

/// What the rows of a table say of how it is to be read, gathered as they pass.
struct ProfileEvidence {
  private(set) var numbers = NumberEvidence()
  private(set) var dates = DateEvidence()
  /// The fields that headings among the rows say.
  private(set) var headingFields: Set<ProfileField> = []
  /// Whether the profile leaves open how amounts are written.
  let needsNumbers: Bool
  /// Whether the profile leaves open how days are written.
  let needsDates: Bool
  private let dateFields: [ProfileField]
  private let amountFields: [ProfileField]
  private var amount = AmountText()

  init(_ profile: Profile) {
    needsNumbers = profile.number == nil
    needsDates = profile.date == nil
    dateFields = profile.list.fields.filter { $0.form == .month || $0.form == .day }
    amountFields = profile.list.fields.filter { $0.form == .amount }
  }

  /// Takes the next row.
  mutating func take(_ kind: ProfileRows.Kind, _ row: TableRow, _ rows: ProfileRows) {
    switch kind {
    case .data, .sum, .balance:
      if needsNumbers { takeAmount(row, rows) }
      if case .data = kind { takeDates(row, rows) }
    case .heading: takeHeading(row, rows)
    case .header, .other: break
    }
  }

  /// Takes the amounts of a row or of a sum.
  mutating func takeAmount(_ row: TableRow, _ rows: ProfileRows) {
    for field in amountFields {
      guard let cell = rows.text(field, row) else { continue }
      amount.take(cell)
      numbers.take(amount, line: row.number)
    }
  }

  /// Takes an amount that is written in a style, with so many signs between its digits.
  @inline(__always)
  mutating func takeAmount(_ style: NumberStyle, groups: Int, _ row: TableRow, _ rows: ProfileRows)
  {
    guard groups > 0 else { return }
    if !numbers.knows(groups > 1 ? .certain(style) : .likely(style)) { takeAmount(row, rows) }
  }

  /// Takes the days of a row.
  mutating func takeDates(_ row: TableRow, _ rows: ProfileRows) {
    guard needsDates else { return }
    for field in dateFields {
      if let cell = rows.text(field, row) { dates.take(cell, line: row.number) }
    }
  }

  mutating func takeHeading(_ row: TableRow, _ rows: ProfileRows) {
    for (field, _) in rows.titles.read(HeadRow(row)) { headingFields.insert(field) }
  }

  /// How amounts are written, in a file whose amounts are in a column.
  func number(_ table: ProfileTable, _ profile: Profile, column: Int) throws(FileFault)
    -> NumberStyle
  {
    if let number = profile.number { return number }
    return try numbers.decide(table.source.name, column: column)
  }

  /// How days are written.
  func date(_ table: ProfileTable, _ profile: Profile, column: Int) throws(FileFault) -> DateStyle {
    if let date = profile.date { return date }
    return try dates.decide(table.source.name, column: column)
  }
}
