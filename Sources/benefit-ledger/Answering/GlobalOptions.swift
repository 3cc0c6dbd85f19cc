import ArgumentParser
import BenefitLedger
import CProcess
import Foundation
import LedgerCore

/// The options of every command.
struct GlobalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The ledger's file. Without it $BENEFIT_LEDGER, and without that ledger.db.",
      valueName: "path"))
  var ledger: String?

  @Flag(help: "Print exactly one JSON document.")
  var json = false

  @Flag(help: "Print no progress.")
  var quiet = false

  @Option(help: "The language of messages. Without it $LC_ALL, $LC_MESSAGES or $LANG.")
  var lang: Language?

  /// Where the ledger is.
  var location: String {
    ledger ?? ProcessInfo.processInfo.environment["BENEFIT_LEDGER"] ?? "ledger.db"
  }

  /// Opens the ledger to read.
  func openToRead() throws -> Ledger { try Ledger.open(location, readOnly: true) }

  /// Opens the ledger to post.
  func openToPost() throws -> Ledger {
    Self.sayWhenEnded()
    return try Ledger.open(location)
  }

  /// Has a command that posts say something when it is asked to end.
  private static func sayWhenEnded() {
    let words = localized(
      """

      benefit-ledger: stopped. Nothing is posted by half.
        Run the same command again: what was posted is answered with its receipt.

      """)
    // Never given back: a signal may come for as long as the process lives.
    let kept = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: words.utf8.count)
    _ = kept.initialize(from: words.utf8)
    benefit_ledger_say_when_ended(kept.baseAddress, kept.count)
  }
}
