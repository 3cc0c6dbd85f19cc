import ArgumentParser
import BenefitLedger
import LedgerCore

/// How files are to be read that are not the program's own lists.
struct ProfileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What the columns of the file are: a profile of `profile list`, or a TOML file.",
      valueName: "name|file"))
  var profile: String?

  @OptionGroup var table: TableOptions

  func validate() throws {
    guard profile == nil else { return }
    guard table.encoding == nil, table.number == nil, table.set.isEmpty else {
      throw usage("--encoding, --number and --set go with --profile.")
    }
  }

  /// Answers with what is made of the reading that the options say, or with what is wrong with the
  /// profile.
  func answer(_ make: (ListReading) throws -> Answer) throws -> Answer {
    switch try reading() {
    case .success(let reading): try make(reading)
    case .failure(let refusal): Answer(refusing: refusal.diagnosis)
    }
  }

  /// What the options say together.
  ///
  /// - Returns: The reading, or what is wrong with the profile.
  func reading() throws -> Result<ListReading, Profiles.Refusal> {
    guard let name = profile else { return .success(table.reading(nil)) }
    return try Profiles.profile(name).map { found in
      var profile = found
      profile.encoding = table.encoding ?? profile.encoding
      profile.number = table.number ?? profile.number
      return table.reading(profile)
    }
  }
}

/// What somebody knows of a table.
struct TableOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How the file writes its letters, if that is not found out.",
      valueName: "utf-8|utf-16le|utf-16be|windows-1258|tcvn3|vni"))
  var encoding: TextEncoding?

  @Option(help: ArgumentHelp("The sheet of a workbook.", valueName: "name"))
  var sheet: String?

  @Option(
    help: ArgumentHelp(
      "How amounts are written, if that is not found out: 1.234.567 or 1,234,567.",
      valueName: "example"))
  var number: NumberStyle?

  @Option(
    help: ArgumentHelp(
      "A field that is the same in all rows, such as month=2026-10; once for each field.",
      valueName: "field=value"))
  var set: [FieldValue] = []

  func validate() throws {
    let fields = set.map(\.constant.field)
    for field in Set(fields) where fields.count(where: { $0 == field }) > 1 {
      throw usage("--set \(field.code) is given twice.")
    }
  }

  /// What the options say beside a profile.
  func reading(_ profile: Profile?) -> ListReading {
    var reading = ListReading(profile)
    reading.sheet = sheet
    reading.given = set.map(\.constant)
    return reading
  }
}

/// A field and what it is in all rows.
struct FieldValue: ExpressibleByArgument {
  /// The field and its value.
  var constant: ProfileConstant

  /// Reads `field=value`.
  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let field = ProfileField(code: String(parts[0])), !parts[1].isEmpty
    else { return nil }
    constant = ProfileConstant(field, String(parts[1]))
  }
}

extension TextEncoding: ExpressibleByArgument {
  /// Reads an encoding's name.
  public init?(argument: String) { self.init(code: argument) }
  /// The names, for help.
  public static var allValueStrings: [String] { allCases.map(\.code) }
}

extension NumberStyle: ExpressibleByArgument {
  /// Reads an example.
  public init?(argument: String) { self.init(code: argument) }
  /// The examples, for help.
  public static var allValueStrings: [String] { allCases.map(\.code) }
}
