import ArgumentParser
import BenefitLedger
import LedgerCore

extension RecordAnswer {
  /// The members of the JSON document.
  var members: [(String, JSON)] {
    [
      ("record", .optional(record)), ("added", .integer(added)), ("known", .integer(known)),
      ("alreadyImported", .bool(alreadyImported)),
    ]
  }

  /// What became of a list, in one sentence.
  ///
  /// - Parameters:
  ///   - file: The list.
  ///   - count: Says how many of what its rows add, such as “3 holds”.
  /// - Returns: The sentence.
  func text(of file: String, _ count: (Int64) -> Message) -> String {
    if alreadyImported {
      return localized("\(file): taken in before as record \(record ?? 0). Nothing new.")
    }
    guard let record else {
      return localized(
        "\(file): the register has all \(count(known)) already. Nothing new.")
    }
    return known > 0
      ? localized(
        """
        \(file): \(count(added)) added as record \(record), \(grouped(known)) known before.
        """)
      : localized("\(file): \(count(added)) added as record \(record).")
  }

  /// The warnings, for stderr.
  var warnings: [Diagnosis] { diagnosis.diagnostics.isEmpty ? [] : [diagnosis] }
}

extension PersonNumber: ExpressibleByArgument {
  /// Reads 10 or 12 digits that are not all equal.
  public init?(argument: String) { self.init(argument) }
}

extension HoldKind: ExpressibleByArgument {
  /// Reads a kind's code.
  public init?(argument: String) { self.init(code: argument) }
  /// The codes, for help.
  public static var allValueStrings: [String] { allCases.map(\.code) }
  /// The code, for help.
  public var defaultValueDescription: String { code }
}
