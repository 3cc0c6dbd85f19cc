import ArgumentParser
import BenefitLedger
import LedgerCore

/// `archive`: the lines of a closed year move into a file of their own.
struct ArchiveCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive", abstract: "Move the lines of a closed year into a file of their own.",
    discussion: """
      The file lies beside the ledger, belongs to it and never changes again; every report and `verify` \
      read both as one. The year must be over and closed. Its lines are removed from the ledger only \
      after the file was written, read again and found to be what was sealed; a call that was \
      interrupted is completed by the next one. Under four eyes an administrator does it.
      """)

  @Argument(help: "The year, YYYY.")
  var year: Int

  @Flag(help: "Say what would be moved, and move nothing.")
  var dryRun = false

  @OptionGroup var keys: KeyOptions
  @OptionGroup var global: GlobalOptions

  func answer() throws -> Answer {
    let ledger = try dryRun ? global.openToRead() : global.openToPost()
    var request = ArchiveRequest(year: year)
    request.isDryRun = dryRun
    if !dryRun { request.key = try keys.signingKey(for: ledger) }
    let answer = try ledger.archive(request)
    return Answer(json: answer.json, text: answer.text)
  }
}

extension ArchiveAnswer {
  /// The answer for programs.
  fileprivate var json: JSON {
    .object([
      ("year", .integer(year)), ("state", .string(state.rawValue)), ("file", .optional(file)),
      ("record", .optional(record)), ("batches", .integer(batches)),
      ("vouchers", .integer(vouchers)), ("lines", .integer(lines)), ("kept", .integer(kept)),
      ("bytes", .optional(bytes)), ("sha256", .optional(digest?.description)),
      ("before", ledger.before.json), ("after", ledger.after.json),
    ])
  }

  /// The answer for people.
  fileprivate var text: String {
    switch state {
    case .nothing:
      return localized("Year \(year) has no lines to archive. Nothing is changed.\n")
    case .archivedBefore:
      return localized(
        "Year \(year) was archived before, by record \(record ?? 0), in \(file ?? ""). Nothing is changed.\n"
      )
    case .dryRun:
      return localized(
        "\(counted(lines, "line")) of \(counted(batches, "batch", "batches")) of \(year) would be moved to \(file ?? ""); \(counted(vouchers, "voucher")) and all steps stay.\n"
      ) + keptText
        + localized("Ledger: \(grouped(ledger.before.bytes)) bytes. Nothing is changed.\n")
    case .archived:
      return localized(
        """
        \(counted(lines, "line")) of \(counted(batches, "batch", "batches")) of \(year) moved to \(file ?? "") by record \(record ?? 0); \(counted(vouchers, "voucher")) and all steps stay.

        """) + keptText
        + localized(
          """
          Archive: \(grouped(bytes ?? 0)) bytes, SHA-256 \(digest?.description ?? "")
          Ledger: \(grouped(ledger.before.bytes)) bytes before, \(grouped(ledger.after.bytes)) after, \(grouped(ledger.after.free)) of them free for what is posted next.
          The file belongs to the ledger: keep it beside it, and run `backup` again.

          """)
    }
  }

  private var keptText: String {
    kept == 0
      ? ""
      : localized(
        "\(counted(kept, "line")) of lists that correct \(agreeing(kept, "stays", "stay")) in the ledger.\n"
      )
  }
}

extension LedgerSize {
  /// The size for programs.
  fileprivate var json: JSON {
    .object([("bytes", .integer(bytes)), ("free", .integer(free))])
  }
}
