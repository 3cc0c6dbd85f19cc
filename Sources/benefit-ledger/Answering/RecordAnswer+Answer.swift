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
  func text(of file: String, _ what: String) -> String {
    if alreadyImported {
      return "\(file): taken in before as record \(record ?? 0). Nothing new."
    }
    guard let record else {
      return "\(file): the register has all \(grouped(known)) \(what) already. Nothing new."
    }
    // Each word for several is that for one with an s.
    return "\(file): \(counted(added, String(what.dropLast()), what)) added as record \(record)"
      + (known > 0 ? ", \(grouped(known)) known before." : ".")
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
