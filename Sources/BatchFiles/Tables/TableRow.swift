/// A row of a table as a file has it, before anything is made of it: what a text file with a
/// delimiter and a sheet of a workbook have in common.
///
/// All cells lie in one buffer, so that a reader can fill the same row again and again without
/// allocating.
public struct TableRow: Sendable {
  /// What a cell is in its file; everything in a text file is text.
  public enum Kind: Sendable {
    /// Text as written.
    case text
    /// A number: its digits as the file stores them, not as it shows them.
    case number
    /// True or false.
    case boolean
    /// An error value, such as `#REF!`.
    case error
    /// What a formula came to when somebody saved the file; not to be trusted.
    case formula
    /// A day, as `YYYY-MM-DD`: a number that the file shows as a date.
    case date
  }

  /// A cell.
  public struct Cell: Sendable {
    /// The column, from 1.
    public var column: Int
    /// What it is.
    public var kind: Kind
    /// Where its UTF-8 bytes lie in the row's buffer.
    public var bytes: Range<Int>

    /// Makes a cell.
    public init(column: Int, kind: Kind, bytes: Range<Int>) {
      self.column = column
      self.kind = kind
      self.bytes = bytes
    }
  }

  /// The row's number in its sheet, or the line on which it begins, from 1.
  public var number = 0
  /// Whether the file hides it.
  public var isHidden = false
  /// How many cells it has, empty ones too; nil in a sheet, which has no end on its right.
  public var width: Int?
  /// Its cells by column; an empty cell may be missing.
  public var cells: [Cell] = []
  /// The cells' bytes, UTF-8.
  public var buffer: [UInt8] = []

  /// Makes an empty row.
  public init() {}

  /// Empties the row and keeps its memory.
  public mutating func clear() {
    number = 0
    isHidden = false
    width = nil
    cells.removeAll(keepingCapacity: true)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Appends a cell.
  public mutating func append(column: Int, kind: Kind, _ bytes: some Sequence<UInt8>) {
    let start = buffer.count
    buffer.append(contentsOf: bytes)
    cells.append(Cell(column: column, kind: kind, bytes: start..<buffer.count))
  }
}

/// Reads a table row by row.
public protocol TableReader: AnyObject {
  /// Reads the next row into a row that is used again.
  ///
  /// - Returns: False at the end of the table.
  /// - Throws: `FileFault` for what is wrong with the file.
  func read(into row: inout TableRow) throws -> Bool
}
