/// A cell of a workbook that is written.
public enum XlsxCell: Sendable, Hashable {
  /// Nothing.
  case empty
  /// Text; never a formula, whatever it begins with.
  case text(String)
  /// A whole number.
  case number(Int64)
  /// True or false.
  case flag(Bool)

  /// The largest number a spreadsheet keeps to the last digit; beyond it is written as text.
  static let largestNumber: UInt64 = 999_999_999_999_999

  /// How wide it is in characters.
  public var width: Int {
    switch self {
    case .empty: 0
    case .text(let text): text.count
    case .number(let number): String(number).count * 4 / 3 + 1
    case .flag: 5
    }
  }
}

/// A column of a sheet that is written.
public struct XlsxColumn: Sendable {
  /// What stands above it.
  public var title: String
  /// How wide it is in characters.
  public var width: Int
  /// Whether its numbers have their thousands set apart: amounts and counts, not numbers of things.
  public var isGrouped: Bool

  /// Makes a column.
  public init(title: String, width: Int, isGrouped: Bool = true) {
    self.title = title
    self.width = width
    self.isGrouped = isGrouped
  }
}
