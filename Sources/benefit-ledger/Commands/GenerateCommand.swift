import ArgumentParser
import BenefitLedger
import Foundation
import LedgerCore
import SampleFiles

/// `generate`: made-up but realistic files.
struct GenerateCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Make up a month's files: same seed, same bytes.",
    discussion: """
      Writes sites.csv, contribution.csv, budget.csv, advance.csv, due.csv, short-term.csv, \
      paid/SITE.csv, bank-paid.csv, returned.csv, unpaid.csv and refund.csv.
      """)

  /// How much of the country.
  enum Scope: String, ExpressibleByArgument, CaseIterable { case nation, province }

  @Argument(help: "nation or province.")
  var scope: Scope

  @Argument(help: "The folder to make.")
  var directory: String

  @Option(help: "Lines of due.csv; 3,300,000 for a nation, 20,000 for a province.")
  var persons: Int?

  @Option(help: "Payment sites; 15,000 for a nation, 240 for a province.")
  var sites: Int?

  @Option(help: "The month, YYYY-MM.")
  var month: Month?

  @Option(help: "What everything random is derived from.")
  var seed: UInt64 = 1

  @Option(help: "How many of a hundred payments go to bank accounts.")
  var bankShare: Int = 81

  @OptionGroup var global: GlobalOptions

  /// The month if none is given.
  ///
  /// Not today's: the same command makes the same bytes on every day.
  static let defaultMonth = Month(year: 2026, month: 10)

  func answer() throws -> Answer {
    guard let month = month ?? Self.defaultMonth else {
      throw LedgerError(.usage, "There is no such month.")
    }
    let plan = SamplePlan(
      scope: scope == .nation ? .nation : .province, persons: persons, sites: sites, month: month,
      seed: seed, bankShare: bankShare)
    let summary = try Self.generate(plan, into: directory)
    return Answer(
      json: .object([
        ("files", .integer(summary.files)), ("persons", .integer(summary.persons)),
        ("sites", .integer(summary.sites)),
      ]),
      text: localized(
        """
        Wrote \(grouped(Int64(summary.files))) files to \(directory): \
        \(grouped(Int64(summary.dueLines))) payments due, \(grouped(summary.dueTotal)) đ, \
        at \(grouped(Int64(summary.sites))) sites, for \(month).
        """))
  }

  /// Generates, and says what the disk did in the ledger's own words.
  static func generate(_ plan: SamplePlan, into directory: String) throws -> SampleSummary {
    do {
      return try generateSample(plan, into: directory)
    } catch {
      switch error {
      case .exists(let path):
        throw LedgerError(
          .outputExists, "\(path) exists and is not empty; it is left as it is.",
          help: "Name a folder that does not exist.")
      case .cannotCreate(let path, let number), .cannotWrite(let path, let number):
        throw LedgerError(
          number == ENOSPC ? .diskFull : .inputOutput,
          "Cannot write \(path): \(String(cString: strerror(number))).")
      case .impossible(let reason):
        throw LedgerError(.usage, reason)
      }
    }
  }
}
