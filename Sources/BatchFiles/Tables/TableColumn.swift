import LedgerCore

/// What the cells of a column may be, going by its name.
enum TableColumn {
  /// Nothing but text: persons, accounts, codes, names, and whatever is not known.
  case text
  /// Whole numbers.
  case number
  /// Days.
  case date
  /// Months; a spreadsheet makes the first day of the month of `2026-10`.
  case month

  init(named name: [UInt8]) {
    let name = String(decoding: name, as: UTF8.self)
    switch Field.allCases.first(where: { $0.name == name }) {
    case .amount, .count, .occurrence: self = .number
    case .validFrom, .validTo, .from, .to, .date: self = .date
    case .month: self = .month
    default: self = .text
    }
  }

  /// What a cell is written as: a mark if it cannot be in this column, and its text.
  func content(
    of kind: TableRow.Kind, _ bytes: ArraySlice<UInt8>
  ) -> (mark: CellMark?, bytes: ArraySlice<UInt8>) {
    switch (kind, self) {
    case (.formula, _): return (.formula, bytes)
    case (.error, _): return (.error, bytes)
    case (.boolean, _): return (.boolean, bytes)
    case (.text, _), (.date, .date): return (nil, bytes)
    case (.number, .text), (.number, .date): return (.number, bytes)
    case (.number, .number), (.number, .month):
      if bytes.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), bytes.count <= WholeNumber.mostDigits {
        return (nil, bytes)
      }
      guard let value = WholeNumber.value(bytes) else { return (.fraction, bytes) }
      return (nil, ArraySlice(String(value).utf8))
    case (.date, .month):
      return bytes.suffix(3).elementsEqual("-01".utf8) ? (nil, bytes.dropLast(3)) : (.date, bytes)
    case (.date, .text), (.date, .number): return (.date, bytes)
    }
  }
}
