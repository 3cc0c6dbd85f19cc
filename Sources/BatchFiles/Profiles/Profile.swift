import LedgerCore

/// How the columns of an agency's own table become those of one of the program's lists.
public struct Profile: Sendable, Hashable {
  /// Its name: small letters, digits and hyphens.
  public var name: String
  /// Where it is known from.
  public var source = ""
  /// Whether its source is unsure.
  public var isUnsure = false
  /// What it makes of the table.
  public var list: ProfileList
  /// How the file writes its letters; nil to find out.
  public var encoding: TextEncoding?
  /// What separates the cells of a text file; nil to find out.
  public var delimiter: Delimiter?
  /// The sheet of a workbook; nil for its only one.
  public var sheet: String?
  /// How many rows stand above the header; nil to look for it.
  public var skipAbove: Int?
  /// How many rows at the end are left out.
  public var skipBelow = 0
  /// How amounts are written; nil to find out.
  public var number: NumberStyle?
  /// How dates are written; nil to find out.
  public var date: DateStyle?
  /// The columns that are read.
  public var columns: [ProfileColumn] = []
  /// What is the same for all rows.
  public var constants: [ProfileConstant] = []
  /// What is written above the table.
  public var titles: [ProfileTitle] = []
  /// What values are called.
  public var values: [ProfileValue] = []
  /// Columns that are not read.
  public var ignored: [String] = []

  init(name: String, list: ProfileList) {
    self.name = name
    self.list = list
  }
}

/// A column of a profile.
public struct ProfileColumn: Sendable, Hashable {
  /// What it is.
  public var field: ProfileField
  /// What may stand above it, the best first.
  public var headers: [String] = []
  /// Its place, from 1, if it is not found by its header.
  public var place: Int?
  /// Whether a table may be without it.
  public var isOptional = false
  /// How many digits each of its numbers has; nil for any.
  public var digits: Int?
  /// Whether zeros that a spreadsheet dropped are put back.
  public var isPadded = false
}

/// A field that is the same in all rows.
public struct ProfileConstant: Sendable, Hashable {
  /// The field.
  public var field: ProfileField
  /// What it is.
  public var value: String
}

/// A field that stands above the table, behind certain words.
public struct ProfileTitle: Sendable, Hashable {
  /// The field.
  public var field: ProfileField
  /// The words before it, any of them.
  public var after: [String]
}

/// What values of a field are called in the table.
public struct ProfileValue: Sendable, Hashable {
  /// The field.
  public var field: ProfileField
  /// What the table says, any of these.
  public var from: [String]
  /// What it is for the program.
  public var to: String
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

/// A profile, and what a command says beside it.
public struct ProfileUse: Sendable, Hashable {
  /// The profile.
  public var profile: Profile
  /// What the command says of fields.
  public var given: [ProfileConstant] = []

  /// Takes a profile as it is.
  public init(_ profile: Profile) { self.profile = profile }
}
