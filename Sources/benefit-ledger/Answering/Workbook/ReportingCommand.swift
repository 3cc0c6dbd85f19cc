import ArgumentParser
import BenefitLedger
import Foundation
import LedgerCore

/// A command whose answer is a report, which can be written into a workbook as well.
///
/// The workbook is made of the same document as `--json`, so that a new report has one by conforming.
protocol ReportingCommand: AnsweringCommand {
  /// Where to write it.
  var workbook: WorkbookOptions { get }
}

/// The workbook that a report is written into.
struct WorkbookOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Also write the report into a new workbook (XLSX).", valueName: "file"))
  var xlsx: String?

  /// Refuses a workbook that exists before the report is worked out, which may take long.
  func check() throws {
    guard let xlsx, access(xlsx, F_OK) == 0 else { return }
    throw LedgerError(
      .outputExists, "\(xlsx) exists already; it is left as it is.",
      help: "Name another file with --xlsx, or move that one away.")
  }

  /// Writes an answer that is a report.
  func write(_ answer: Answer) throws {
    guard let xlsx, answer.exit == .done || answer.exit == .findings else { return }
    let writer = try XlsxWriter(xlsx)
    let document = answer.json
    let plan = SheetPlan(of: document)
    for (index, sheet) in plan.sheets.enumerated() {
      try writer.beginSheet(sheet.name, sheet.columns)
      let rows = SheetRows(of: index, in: plan, writer)
      document.say(to: rows)
      if let error = rows.error { throw error }
    }
    try writer.finish()
  }
}
