import ArgumentParser
import BenefitLedger
import LedgerCore

/// `sites list`: the register of units.
struct SitesListCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List units as they are now, or with every version.")

  @Flag(help: "Every version of every unit.")
  var versions = false

  @OptionGroup var global: GlobalOptions

  func answer() throws -> Answer {
    let units = try global.openToRead().units(allVersions: versions)
    return Answer(
      json: .object([("units", .rows(units) { $0.json })]),
      text: units.isEmpty ? "The register has no units." : units.table.text)
  }
}

extension UnitEntry {
  /// The version for programs, with the columns of a file of units.
  var json: JSON {
    .object([
      ("code", .string(code.text)), ("name", .string(name)), ("kind", .string(kind.code)),
      ("parent", .optional(parent?.text)), ("validFrom", .string(validFrom.description)),
      ("validTo", .optional(validTo?.description)),
    ])
  }
}

extension [UnitEntry] {
  /// The versions for people.
  var table: TextTable {
    var table = TextTable([
      .words("code"), .words("kind"), .words("parent"), .words("valid from"), .words("valid to"),
      .words("name"),
    ])
    for unit in self {
      table.add([
        unit.code.text, unit.kind.code, unit.parent?.text, unit.validFrom.description,
        unit.validTo?.description, unit.name,
      ])
    }
    return table
  }
}
