import ArgumentParser
import BenefitLedger
import LedgerCore

/// `sites import`: takes in a file of units.
struct SitesImportCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Add units, or new versions of units: renamed, moved, recoded, merged, closed.")

  @Argument(
    help: "code,name,kind,parent and optionally valid_from,valid_to,formerly,successor.")
  var file: String

  @Flag(help: "Check everything and say what would change; add nothing.")
  var dryRun = false

  @OptionGroup var keys: KeyOptions
  @OptionGroup var global: GlobalOptions

  func answer() throws -> Answer {
    let ledger = try dryRun ? global.openToRead() : global.openToPost()
    let answer = try ledger.importUnits(
      from: file, isDryRun: dryRun, key: dryRun ? nil : keys.signingKey(for: ledger))
    guard answer.diagnosis.total == 0 else { return Answer(refusing: answer.diagnosis) }
    return Answer(
      json: answer.json, text: answer.text(isDryRun: dryRun),
      diagnoses: answer.diagnosis.asWarnings)
  }
}

extension UnitsAnswer {
  /// The answer for programs.
  fileprivate var json: JSON {
    let warnings = diagnosis.diagnostics
    return .object(
      [
        ("units", .integer(units)), ("versions", .integer(versions)),
        ("changes", .rows(changes) { $0.json }),
      ]
        + (warnings.isEmpty
          ? [] : [("diagnostics", .array(warnings.map(BenefitLedgerJSON.mistake)))]))
  }

  /// The answer for people: a dry run with every change, both with how many there are of each kind.
  fileprivate func text(isDryRun: Bool) -> String {
    let added = grouped(Int64(versions))
    let units = grouped(Int64(units))
    guard isDryRun else {
      return counts + localized("\(added) versions added; the register has \(units) units.")
    }
    var table = TextTable([
      .words("unit"), .words("change"), .words("from"), .words("to"), .words("date"),
    ])
    for change in changes {
      table.add([
        change.unit.text, change.kind.rawValue, change.from, change.to, change.date.description,
      ])
    }
    return (table.isEmpty ? "" : table.text + "\n") + counts
      + localized("\(added) versions would be added; the register would have \(units) units.")
  }

  /// How many units are opened, renamed and so on: `2 opened, 1 merged: `.
  private var counts: String {
    let counts = RegisterChange.Kind.allCases.compactMap { kind in
      let count = changes.count { $0.kind == kind }
      return count == 0 ? nil : "\(grouped(Int64(count))) \(kind.rawValue)"
    }
    return counts.isEmpty ? "" : counts.joined(separator: ", ") + ": "
  }
}
