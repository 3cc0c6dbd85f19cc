import LedgerCore

/// How the columns of an agency's own table become those of one of the program's lists.
public struct Profile: Sendable, Hashable {
  /// Its name.
  public var name: String
  /// What it is for, and where its columns are known from.
  public var source: String
  /// What it makes of the table.
  public var list: ProfileList
  /// How the file writes its letters; nil to find out.
  public var encoding: TextEncoding?
  /// What separates the cells of a text file; nil to find out.
  public var delimiter: Delimiter?
  /// The sheet of a workbook; nil for its only one.
  public var sheet: String?
  /// How many rows stand above the header; nil to look for it.
  public var rowsAbove: Int?
  /// How many rows at the end are left out.
  public var rowsBelow = 0
  /// How amounts are written; nil to find out.
  public var number: NumberStyle?
  /// How days are written; nil to find out.
  public var date: DateStyle?
  /// The headers of columns that are not read.
  public var ignored: [String] = []
  /// Whether all columns that are not named are left out.
  public var ignoresOthers = false
  /// The columns that are read.
  public var columns: [ProfileColumn] = []
  /// What is the same for all rows.
  public var constants: [ProfileConstant] = []
  /// What is written above the table or above a part of it.
  public var titles: [ProfileTitle] = []
  /// What values are called, by field: the folded name and the program's term.
  public var values: [ProfileField: [String: String]] = [:]

  init(name: String, source: String, list: ProfileList) {
    self.name = name
    self.source = source
    self.list = list
  }
}

/// A column of a profile.
public struct ProfileColumn: Sendable, Hashable {
  /// What it is.
  public var field: ProfileField
  /// What may stand above it, the best first.
  public var headers: [String] = [] {
    didSet { folded = headers.map(Fold.header) }
  }
  /// Its place, from 1, if it is not found by its header.
  public var place: Int?
  /// Whether a table may be without it.
  public var isOptional = false
  /// How many digits each of its numbers has, to put dropped zeros back; nil for as they are.
  public var digits: Int?
  /// The headers without marks and capitals.
  private(set) var folded: [String] = []

  init(field: ProfileField) { self.field = field }
}

/// A field that is the same in all rows.
public struct ProfileConstant: Sendable, Hashable {
  /// The field.
  public var field: ProfileField
  /// What it is.
  public var value: String

  /// Says what a field is.
  public init(_ field: ProfileField, _ value: String) {
    self.field = field
    self.value = value
  }
}

/// A field that stands above the table, or above a part of it, behind certain words.
public struct ProfileTitle: Sendable, Hashable {
  /// The field.
  public var field: ProfileField
  /// The words before it, any of them.
  public var after: [String]
}

/// What separates the cells of a text file.
public enum Delimiter: UInt8, CaseIterable, Sendable, Coded {
  /// A comma.
  case comma = 1
  /// A semicolon, as Excel writes it in Vietnam.
  case semicolon
  /// A tab.
  case tab
  /// A bar.
  case bar

  /// The byte.
  var byte: UInt8 {
    switch self {
    case .comma: 0x2C
    case .semicolon: 0x3B
    case .tab: 0x09
    case .bar: 0x7C
    }
  }
}

/// How a file is to be read that is not one of the program's own lists.
public struct ListReading: Sendable, Hashable {
  /// The profile; nil for the program's own columns.
  public var profile: Profile?
  /// The sheet of a workbook; nil for the profile's, or the only one.
  public var sheet: String?
  /// What is the same for all rows, beside the profile's constants.
  public var given: [ProfileConstant] = []

  /// Reads files as they are documented.
  public init(_ profile: Profile? = nil) { self.profile = profile }
}
