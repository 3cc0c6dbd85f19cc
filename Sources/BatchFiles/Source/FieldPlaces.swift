/// Where the fields of rows that were made from a table stand in the file that the clerk has.
///
/// Rows keep their numbers: row 9 of the file is line 9 of what is read, and lines that have no row
/// are blank. So only columns need saying.
public struct FieldPlaces: Sendable {
  /// For each field of a row, from the first, the column of the file it comes from, from 1.
  public let columns: [Int]
  /// Whether rows and columns are those of a sheet, so that a place is a cell such as D7.
  public let isSheet: Bool

  /// Says where fields come from.
  public init(columns: [Int], isSheet: Bool) {
    self.columns = columns
    self.isSheet = isSheet
  }

  /// The column of a field; one beyond the last is taken to stand right of it.
  func column(ofField index: Int) -> Int {
    if index < columns.count { return columns[index] }
    return (columns.last ?? 0) + index - columns.count + 1
  }
}

/// Where in its file something is that a diagnostic is about.
struct FilePlace {
  /// The column in characters, or that of the cell, from 1.
  var column: Int
  /// The cell, to begin a message with; empty if the file is text.
  var prefix = ""

  /// Finds a place.
  ///
  /// - Parameters:
  ///   - source: What the row was read from.
  ///   - line: Its line.
  ///   - row: The row.
  ///   - offset: The byte in question.
  ///   - column: The column in characters.
  init(
    _ source: BatchSource, line: Int, row: UnsafeBufferPointer<UInt8>, offset: Int, column: Int
  ) {
    self.column = column
    guard let places = source.origin?.places else { return }
    var field = 0
    var isQuoted = false
    for byte in row.prefix(offset) {
      if byte == 0x22 { isQuoted.toggle() }
      if byte == 0x2C, !isQuoted { field += 1 }
    }
    self.column = places.column(ofField: field)
    if places.isSheet { prefix = CellReference.letters(self.column) + "\(line): " }
  }
}
