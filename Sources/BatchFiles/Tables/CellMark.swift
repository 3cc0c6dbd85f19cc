import LedgerCore

/// What is wrong with a cell of a table, written before its content into the rows made of it.
///
/// A list made of a table is text, where a number and the text of its digits would be the same. The
/// mark is a control character, which no cell can hold itself, so the list's reader stops at it as at
/// any other, and says what it stands for.
enum CellMark: UInt8 {
  /// A number where text must be.
  case number = 0x01
  /// A formula.
  case formula = 0x02
  /// An error value.
  case error = 0x03
  /// True or false.
  case boolean = 0x04
  /// A date where none can be.
  case date = 0x05
  /// A number that is not whole.
  case fraction = 0x06
  /// Something to the right of the header's last column.
  case beyond = 0x07
  /// A line break, which stands as a space in the row.
  case lineBreak = 0x0E

  /// The mark that a mistake in a row's shape is about; nil if the row is not made of a table.
  init?(_ fault: ShapeFault, in scanner: RowScanner) {
    guard scanner.source.origin?.places != nil, fault.code == .forbiddenCharacter,
      fault.offset < scanner.row.count
    else { return nil }
    self.init(rawValue: scanner.row[fault.offset])
  }

  var code: Code {
    switch self {
    case .number: .cellIsNumber
    case .formula: .cellIsFormula
    case .error, .boolean, .date, .fraction: .cellUnusable
    case .beyond: .rowRagged
    case .lineBreak: .cellHasLineBreak
    }
  }

  var words: Words {
    switch self {
    case .number:
      Words(
        "The cell holds a number where text must be; leading zeros are lost in it.",
        "Format the column as Text first, then enter or import its values again.")
    case .formula:
      Words(
        "The cell holds a formula; what it came to is not read.",
        "Copy the column and paste it as values.")
    case .error:
      Words("The cell holds an error value.", "Find out what should stand there.")
    case .boolean:
      Words("The cell holds true or false.", "Find out what should stand there.")
    case .date:
      Words(
        "The cell holds a date where none can be; the spreadsheet may have made it one.",
        "Format the column as Text first, then enter its values again.")
    case .fraction:
      Words(
        "The cell holds a number that is not whole, or has more than 15 digits.",
        "Amounts are whole đồng: look at what the cell holds, not at what it shows.")
    case .beyond:
      Words(
        "Something stands to the right of the last column of the header.",
        "Look whether a line end is missing in the file, or a separator is one too many.")
    case .lineBreak:
      Words("The text of the cell has a line break.", "Put it on one line.")
    }
  }
}
