import LedgerCore

/// Rows of text with aligned columns: words to the left, numbers to the right.
struct TextTable {
  /// One column.
  struct Column {
    /// What stands above it.
    var title: String
    /// Whether it holds numbers.
    var isNumber: Bool

    /// A column of words.
    static func words(_ title: Message) -> Column {
      Column(title: localized(title), isNumber: false)
    }
    /// A column of numbers.
    static func numbers(_ title: Message) -> Column {
      Column(title: localized(title), isNumber: true)
    }
  }

  private let columns: [Column]
  private var widths: [Int]
  private var rows: [[String]] = []

  init(_ columns: [Column]) {
    self.columns = columns
    widths = columns.map(\.title.count)
  }

  /// Whether there are no rows.
  var isEmpty: Bool { rows.isEmpty }

  /// Adds a row with one cell for each column; nil shows as a dash.
  mutating func add(_ cells: [String?]) {
    precondition(cells.count == columns.count, "a row has a cell for each column")
    let row = cells.map { $0 ?? "-" }
    for (index, cell) in row.enumerated() { widths[index] = max(widths[index], cell.count) }
    rows.append(row)
  }

  /// The table, a line for the titles and a line for each row.
  var text: String {
    var text = ""
    append(columns.map(\.title), to: &text)
    for row in rows { append(row, to: &text) }
    return text
  }

  private func append(_ cells: [String], to text: inout String) {
    var line = ""
    for (index, cell) in cells.enumerated() {
      let padding = String(repeating: " ", count: widths[index] - cell.count)
      if index > 0 { line += "  " }
      line += columns[index].isNumber ? padding + cell : cell + padding
    }
    while line.last == " " { line.removeLast() }
    text += line + "\n"
  }
}
