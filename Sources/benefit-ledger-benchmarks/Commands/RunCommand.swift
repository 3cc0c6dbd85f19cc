import ArgumentParser
import Foundation

/// The run itself: generate, post, compare, report.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Measure a nation's month (the default).",
    discussion: """
      Everything happens in a directory of its own inside --directory, which should be on the disk \
      that ledgers are kept on; a nation takes 8 GB for some minutes. Compare figures of one run \
      only, best by their ratios: machines are shared and disks differ.
      """)

  @Option(help: "How many persons are paid by the month.")
  var persons = 3_300_000

  @Option(help: "How many sites pay them; one for 220 persons if not given, and at least 63.")
  var sites: Int?

  @Option(help: ArgumentHelp("Where to work.", valueName: "directory"))
  var directory = "."

  @Option(help: "How often to post and to measure the floor, in turn.")
  var rounds = 1

  @Option(help: "How many months to post into the ledger; 13 show what a year does to it.")
  var months = 1

  @Flag(help: "Also post twice as many lines into another ledger, to compare the memory it takes.")
  var twice = false

  @Flag(help: "Print exactly one JSON document.")
  var json = false

  @Flag(help: "Keep the files and the ledger of the last round.")
  var keep = false

  func validate() throws {
    guard persons >= 1_000 else { throw ValidationError("--persons is 1000 at least.") }
    guard rounds >= 1 else { throw ValidationError("--rounds is 1 at least.") }
    guard (1...120).contains(months) else {
      throw ValidationError("--months is 1 to 120.")
    }
    if let sites, sites < 63 {
      throw ValidationError("--sites is 63 at least, one for each province.")
    }
  }

  func run() throws {
    let directory = try RunDirectory(in: directory)
    defer { if !keep { directory.remove() } }
    let run = BenchmarkRun(
      persons: persons, sites: sites ?? max(63, persons / 220), rounds: rounds,
      months: months, twice: twice, directory: directory,
      programs: try Programs(sayingInto: directory.path))
    let report = try run.measure()
    if json { try Output.answer(report) } else { Output.answer(report.text) }
    if keep { Output.talk("Kept \(directory.path).") }
  }
}
