import ArgumentParser
import BenefitLedger
import LedgerCore

/// `verify`: recomputes everything and says what was changed.
struct VerifyCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Recompute everything from nothing and compare.",
    discussion: """
      Lines make vouchers, vouchers make balances, rows make roots, roots and headers make seals; \
      steps are the lines once more. Keep the head somewhere else: as long as a later verify finds \
      the seal of that batch unchanged, nothing up to it was changed. Keep the line of the register as \
      well: the head says nothing of records that came after the last batch. A checkpoint has both; \
      --against holds the ledger against checkpoints that are kept outside.
      """)

  @Option(
    help: ArgumentHelp(
      "Check batches up to this one by their seals alone.", valueName: "batch"))
  var since: Int64?

  @Option(
    help: ArgumentHelp(
      "A file of checkpoints that the ledger has to continue.", valueName: "file"))
  var against: String?

  @Option(
    help: ArgumentHelp(
      "The key that signed the checkpoints, or the file it stands in.", valueName: "key"))
  var vkey: String?

  @OptionGroup var workbook: WorkbookOptions

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if let since, since < 0 { throw usage("--since is a batch number.") }
    if vkey != nil, against == nil {
      throw usage("--vkey is the key of the checkpoints of --against.")
    }
  }

  func answer() throws -> Answer {
    let check = try against.map {
      CheckpointCheck(try CheckpointFile.read($0), key: try vkey.map { try VerifierKey.read($0) })
    }
    let meter = ProgressMeter(global)
    let verification = try global.openToRead().verify(
      since: since, against: check, progress: meter.report)
    meter.finish()
    return Answer(
      json: verification.json, text: verification.text(since: since ?? 0),
      exit: verification.isIntact ? .done : .findings)
  }
}

extension Verification {
  /// The answer for programs.
  var json: JSON {
    .object(
      [
        ("ok", .bool(isIntact)), ("batches", .integer(batches)), ("vouchers", .integer(vouchers)),
        ("lines", .integer(lines)), ("archivedLines", .integer(archivedLines)),
        ("head", .string(head.description)),
        ("record", .integer(record)), ("register", .string(register.description)),
        (
          "findings",
          .array(
            findings.map { finding in
              .object([
                ("kind", .string(finding.kind.rawValue)), ("batch", .optional(finding.batch)),
                ("voucher", .optional(finding.voucher)), ("line", .optional(finding.line)),
                ("message", .words(finding.message)),
              ])
            })
        ),
        ("counts", .object(counts.map { ($0.kind.rawValue, .integer($0.count)) })),
      ] + (checkpoints.map(\.members) ?? []))
  }

  /// The answer for people.
  ///
  /// - Parameter since: The batch up to which seals alone were checked; 0 if everything was.
  /// - Returns: The findings, and what was gone over.
  func text(since: Int64 = 0) -> String {
    let all =
      localized(
        """
        \(counted(batches, "batch", "batches")), \(counted(vouchers, "voucher")) and \
        \(counted(lines, "line"))
        """)
    let what =
      since == 0
      ? all
      : localized(
        """
        the batches after \(grouped(since)) of \(grouped(batches)) (the rows of those up to it were \
        not read, only their seals)
        """)
    guard !isIntact else { return localized("Intact: \(what) recomputed.\n\(rest)") }
    var text = ""
    for finding in findings {
      text += "\(finding.kind.rawValue): " + localized(finding.message) + "\n"
    }
    if total > findings.count {
      text += localized(
        "\(grouped(Int64(total - findings.count))) more findings are not listed. By kind:\n")
      for (kind, count) in counts { text += "  \(kind.rawValue): \(grouped(Int64(count)))\n" }
    }
    text += localized("Not intact: \(counted(total, "finding")) in \(what).\n")
    if let firstBatch {
      text += localized("The first batch that is named is \(firstBatch).\n")
    }
    return text + rest
  }

  /// What else was gone over, and where the ledger ends.
  private var rest: String { archived + held + ends }

  /// What the files of archived years have of the lines.
  private var archived: String {
    guard archives > 0 else { return "" }
    return localized(
      """
      Archives: \(counted(archivedLines, "line is", "lines are")) in \(counted(archives, "file")) \
      with the recorded SHA-256.

      """)
  }

  /// What holding the ledger against checkpoints came to.
  private var held: String { checkpoints?.text ?? "" }

  /// Where the journal and the register end, to be kept elsewhere.
  private var ends: String { localized("Head: \(head)\nRegister: record \(record), \(register)\n") }
}
