import LedgerCore

@testable import BatchFiles

/// Tables of agencies and others.
enum TableOracle {
  /// A row of a table, to be compared.
  struct Row: Equatable {
    var number: Int
    var cells: [Int: [UInt8]]
  }

  /// The shortcut by which lines are split splits them as the long way does.
  static func rows(_ bytes: [UInt8]) throws {
    for delimiter in Delimiter.allCases {
      let short = try read(bytes, delimiter, splitsPlain: true)
      let long = try read(bytes, delimiter, splitsPlain: false)
      try require(short == long, "\(delimiter.code): split in two ways")
    }
  }

  private static func read(
    _ bytes: [UInt8], _ delimiter: Delimiter, splitsPlain: Bool
  ) throws -> Reading<[Row]> {
    try Reading {
      let reader = try DelimitedReader(
        file(bytes), .utf8, delimiter: delimiter.byte, splitsPlain: splitsPlain)
      var rows: [Row] = []
      var row = TableRow()
      while try reader.read(into: &row) {
        let cells = row.cells.map { ($0.column, Array(row.buffer[$0.bytes])) }
        rows.append(
          Row(number: row.number, cells: Dictionary(cells, uniquingKeysWith: { first, _ in first }))
        )
      }
      return rows
    }
  }

  /// A profile that finds out everything by itself.
  private static let open: Profile? = {
    var open = BuiltInProfiles.all.first
    open?.date = nil
    return open
  }()

  private static let persons: [Profile] = [
    """
    [profile]
    name = "holds"
    source = "made up"
    list = "holds"
    [[column]]
    field = "person"
    header = "so"
    [[column]]
    field = "from"
    header = "tu ngay"
    [[column]]
    field = "reason"
    header = "ly do"
    """
  ].compactMap { readProfile(source: file($0.utf8)).profile }

  /// The first byte says the profile, the rest is the table.
  static func profiles(_ bytes: [UInt8]) throws {
    guard let first = bytes.first else { return }
    let all = BuiltInProfiles.all + [open].compactMap { $0 } + persons
    let profile = all[Int(first) % all.count]
    var reading = ListReading(profile)
    if first >= 0x60 {
      reading.given = [ProfileConstant(.month, "10/2026"), ProfileConstant(.site, "40-1")]
    }
    let isOfPersons = profile.list == .holds
    let layout = isOfPersons ? ListLayout.holds : ListLayout(event: .due)
    func converted(_ shortcuts: ConversionShortcuts) throws -> Reading<Made> {
      try Reading {
        let list = try file(bytes.dropFirst()).converted(
          reading, profile, layout, shortcuts: shortcuts)
        let warnings = list.origin?.warnings.map { [Int($0.code.rawValue), $0.line] } ?? []
        return Made(bytes: try list.rest(), warnings: warnings)
      }
    }
    let usual = try converted(ConversionShortcuts())
    try require(
      usual == converted(ConversionShortcuts(surveyedRows: 1)), "a survey of one row differs")
    let long = ConversionShortcuts(surveyedRows: nil, writesPlain: false)
    try require(usual == converted(long), "the shortcuts differ from the long way")
    guard case .read(let made) = usual, !isOfPersons else { return }
    try ListOracle.check(try ListOracle.read(file(made.bytes), .due))
  }

  private struct Made: Equatable {
    var bytes: [UInt8]
    var warnings: [[Int]]
  }
}
