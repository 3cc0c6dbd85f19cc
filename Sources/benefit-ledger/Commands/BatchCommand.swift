import ArgumentParser
import BenefitLedger
import LedgerCore

/// `batch`: the batches of the ledger.
struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch", abstract: "List, show, approve and reverse batches.",
    subcommands: [
      BatchListCommand.self, BatchShowCommand.self, BatchApproveCommand.self,
      BatchRejectCommand.self, BatchReverseCommand.self,
    ])
}

/// `batch list`: every batch, in the order of posting.
struct BatchListCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List batches in the order of posting.")

  @Option(help: "Only batches that record this event.")
  var event: Event?

  @OptionGroup var asOf: AsOfOptions
  @Flag(help: "What was submitted and what became of it, instead of batches.")
  var submissions = false

  @OptionGroup var workbook: WorkbookOptions

  @OptionGroup var global: GlobalOptions

  func answer() throws -> Answer {
    let ledger = try global.openToRead()
    if submissions { return answer(try ledger.submissions()) }
    let batches = try ledger.batches(event, asAt: asOf.asAt, asKnownAt: asOf.asKnownAt)
    let waiting = try ledger.submissions(onlyOpen: true).count
    return Answer(
      json: .object([("batches", .rows(batches) { .object($0.summary) })] + asOf.members),
      text: (batches.isEmpty
        ? localized("No batch was posted\(asOf.words).\n") : batches.table.text)
        + hint(waiting))
  }

  private func answer(_ all: [Submission]) -> Answer {
    let listed = all.filter { event == nil || $0.event == event }
    return Answer(
      json: .object([("submissions", .rows(listed) { .object($0.summary) })]),
      text: listed.isEmpty ? localized("Nothing was submitted.") : listed.table.text)
  }

  /// Says for people that there is more than batches.
  private func hint(_ waiting: Int) -> String {
    guard waiting > 0 else { return "" }
    return localized(
      """
      \(counted(waiting, "submission waits", "submissions wait")) for approval: batch list \
      --submissions\n
      """)
  }
}

/// `batch show`: one batch with its vouchers.
struct BatchShowCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a batch with its vouchers and its seal.",
    discussion: """
      --trace tells, line by line, what happened to each obligation before the batch and since; persons \
      are shown by their last three digits. --lines lists what a submission has, for whoever approves it.
      """)

  @Argument(help: "The number of the batch.")
  var number: Int64?

  @Option(help: ArgumentHelp("A submission instead, by its number.", valueName: "n"))
  var submission: Int64?

  @Flag(help: "List the lines of a submission; the first 200 for people, all for programs.")
  var lines = false

  @Flag(help: "Tell what happened to each of its obligations before and since.")
  var trace = false

  @Option(help: "How many lines are traced, the first of the file.")
  var limit: Int64 = 100

  @OptionGroup var asOf: AsOfOptions

  @OptionGroup var workbook: WorkbookOptions

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard (number == nil) != (submission == nil) else {
      throw usage("Name a batch by its number, or a submission with --submission.")
    }
    if lines, submission == nil {
      throw usage("--lines is for --submission; a batch has --trace.")
    }
    if limit < 0 { throw usage("--limit is a number of lines.") }
    if !trace, asOf.asAt != nil || asOf.asKnownAt != nil {
      throw usage("--as-at and --as-known-at are for --trace: a batch does not change.")
    }
  }

  func answer() throws -> Answer {
    guard let number else {
      return try answer(global.openToRead(), submission ?? 0)
    }
    if trace {
      let trace = try global.openToRead().trace(
        batch: number, limit: limit, asAt: asOf.asAt, asKnownAt: asOf.asKnownAt)
      return Answer(json: trace.json(asOf), text: trace.text(asOf))
    }
    let (batch, vouchers) = try global.openToRead().batch(number)
    return Answer(
      json: .object(
        batch.summary + batch.particulars + [("entries", .rows(vouchers) { $0.json })]),
      text: batch.text + "\n" + vouchers.table.text)
  }

  /// The submission, with what its lines warn of as long as it can be approved.
  private func answer(_ ledger: Ledger, _ number: Int64) throws -> Answer {
    let shown = try ledger.submission(number)
    guard lines || shown.state == .open && shown.event.sendsMoney else {
      return Answer(json: .object(shown.summary + shown.particulars), text: shown.text)
    }
    let isForPeople = !global.json && workbook.xlsx == nil
    let limit = lines ? (isForPeople ? SubmittedLines.forPeople : Int.max) : 0
    let read = try ledger.lines(ofSubmission: number, limit: limit)
    return Answer(
      json: .object(shown.summary + shown.particulars + read.members(isListed: lines)),
      text: shown.text + (lines ? "\n" + read.text : ""),
      diagnoses: read.warnings.diagnostics.isEmpty ? [] : [read.warnings])
  }
}

extension [BatchEntry] {
  /// The batches for people.
  fileprivate var table: TextTable {
    var table = TextTable([
      .numbers("batch"), .words("event"), .words("date"), .words("period"), .numbers("lines"),
      .numbers("total"), .words("reference"), .words("file"),
    ])
    for header in map(\.header) {
      table.add([
        String(header.number),
        header.event.code + (header.control.isCorrection ? localized(" undone") : ""),
        header.date.description,
        header.period.description, grouped(header.rowCount), grouped(header.total),
        header.reference, header.fileName,
      ])
    }
    return table
  }
}

extension BatchEntry {
  /// What lists and receipts say of a batch.
  var summary: [(String, JSON)] {
    [
      ("batch", .integer(header.number)), ("event", .string(header.event.code)),
      ("file", .string(header.fileName)), ("reference", .optional(header.reference)),
      ("date", .string(header.date.description)), ("period", .string(header.period.description)),
      ("lines", .integer(header.rowCount)), ("total", .integer(header.total)),
      ("vouchers", .integer(header.voucherCount)), ("maker", .string(header.maker)),
      ("seal", .string(seal.description)),
    ]
  }

  /// What else there is to say of it.
  var particulars: [(String, JSON)] {
    [
      ("isCorrection", .bool(header.control.isCorrection)),
      ("reverses", .optional(header.control.reversesBatch)),
      ("reversedBy", .optional(reversedBy)), ("reason", .optional(header.control.reason)),
      ("submissionRecord", .optional(header.control.submission)),
      ("approvers", .optional(header.control.approvers)),
      ("declaredDate", .optional(header.declaredDate?.description)),
      ("declaredPeriod", .optional(header.declaredPeriod?.description)),
      ("fileBytes", .integer(header.fileBytes)),
      ("fileSHA256", .string(header.fileDigest.description)),
      ("firstLine", .integer(header.firstLine)), ("firstVoucher", .integer(header.firstVoucher)),
      ("register", .string(header.registerDigest.description)),
      ("root", .string(root.description)), ("previousSeal", .string(previousSeal.description)),
    ]
  }

  /// What it undoes and why, or why it was posted; who approved it, and what undid it.
  var correction: String {
    var text = ""
    if header.control.isCorrection {
      text += localized("\n  corrects   ")
      text +=
        header.control.reversesBatch.map { localized("batch \($0)") } ?? localized("single lines")
      text += ": \(header.control.reason ?? "-")"
    }
    if let approvers = header.control.approvers {
      text += localized("\n  approved   by \(approvers)")
      text += localized(", submitted by record \(header.control.submission ?? 0)")
    }
    if !header.control.isCorrection, let reason = header.control.reason {
      text += localized("\n  reason     \(reason)")
    }
    if let reversedBy { text += localized("\n  undone by  batch \(reversedBy)") }
    return text
  }

  /// The batch for people.
  fileprivate var text: String {
    localized(
      """
      Batch \(header.number): \(header.event.code), \(header.fileName)\(correction)
        date       \(header.date), period \(header.period)
        reference  \(header.reference ?? "-")
        maker      \(header.maker)
        lines      \(grouped(header.rowCount))
        total      \(grouped(header.total)) đồng
        file       \(grouped(header.fileBytes)) bytes, SHA-256 \(header.fileDigest)
        root       \(root)
        previous   \(previousSeal)
        seal       \(seal)

      """)
  }
}

extension VoucherEntry {
  /// How much of another voucher it undoes, to be followed by that voucher.
  fileprivate var undoneLines: String {
    switch lineCount.magnitude {
    case 0: ""
    case 1: localized("1 line of ")
    case let count: localized("\(grouped(count)) lines of ")
    }
  }

  var json: JSON { .object(members) }

  /// The members of its JSON object.
  var members: [(String, JSON)] {
    [
      ("voucher", .integer(number)), ("debit", .string(debit)), ("credit", .string(credit)),
      ("amount", .integer(amount)), ("count", .integer(lineCount)), ("unit", .optional(unit)),
      ("benefit", .optional(benefit?.code)), ("channel", .optional(channel?.code)),
      ("month", .optional(month?.description)), ("corrects", .optional(corrects)),
      ("line", .optional(fileLine)), ("document", .optional(document)),
    ]
  }
}

extension [VoucherEntry] {
  /// The vouchers for people.
  fileprivate var table: TextTable {
    var table = TextTable([
      .numbers("voucher"), .words("debit"), .words("credit"), .numbers("amount"),
      .numbers("lines"), .words("benefit"), .words("channel"), .words("month"), .words("text"),
    ])
    for voucher in self {
      let notes = [
        voucher.fileLine.map { localized("line \($0)") }, voucher.document,
        voucher.corrects.map { localized("undoes \(voucher.undoneLines)voucher \($0)") },
      ]
      table.add([
        String(voucher.number), voucher.debit, voucher.credit, grouped(voucher.amount),
        grouped(voucher.lineCount.magnitude), voucher.benefit?.code, voucher.channel?.code,
        voucher.month?.description, notes.compactMap { $0 }.joined(separator: " "),
      ])
    }
    return table
  }
}
