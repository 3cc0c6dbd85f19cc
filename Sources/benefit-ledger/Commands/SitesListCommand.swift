import ArgumentParser
import BenefitLedger
import LedgerCore

/// `sites list`: the register of units.
struct SitesListCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List units as they are now, on a date, or with every version.")

  @Flag(help: "Every version of every unit.")
  var versions = false

  @Option(help: "The units that are valid on this date, YYYY-MM-DD, as they were then.")
  var asAt: CivilDate?

  @OptionGroup var known: AsKnownOption

  @OptionGroup var workbook: WorkbookOptions

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard versions, asAt != nil else { return }
    throw usage("Ask for --versions or for --as-at, not for both.")
  }

  func answer() throws -> Answer {
    let ledger = try global.openToRead()
    let batch = known.asKnownAt
    let units =
      try asAt.map { try ledger.units(asAt: $0, asKnownAt: batch) }
      ?? ledger.units(allVersions: versions, asKnownAt: batch)
    return Answer(
      json: .object([("units", .rows(units) { $0.json })]),
      text: units.isEmpty ? empty : units.table.text)
  }

  private var empty: String {
    asAt.map { localized("No unit is valid on \($0).") } ?? localized("The register has no units.")
  }
}

extension UnitEntry {
  /// The version for programs, with the columns of a file of units.
  var json: JSON {
    .object([
      ("code", .string(code.text)), ("name", .string(name)), ("kind", .string(kind.code)),
      ("parent", .optional(parent?.text)), ("validFrom", .string(validFrom.description)),
      ("validTo", .optional(validTo?.description)),
      ("successor", .optional(successor?.text)),
    ])
  }
}

extension [UnitEntry] {
  /// The versions for people.
  var table: TextTable {
    var table = TextTable([
      .words("code"), .words("kind"), .words("parent"), .words("valid from"), .words("valid to"),
      .words("successor"), .words("name"),
    ])
    for unit in self {
      table.add([
        unit.code.text, unit.kind.code, unit.parent?.text, unit.validFrom.description,
        unit.validTo?.description, unit.successor?.text, unit.name,
      ])
    }
    return table
  }
}
