import ArgumentParser
import BenefitLedger
import LedgerCore

/// `period`: the accounting periods.
struct PeriodCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "period", abstract: "List accounting periods, open and close them.",
    subcommands: [
      PeriodListCommand.self, PeriodOpenCommand.self, PeriodSoftCloseCommand.self,
      PeriodCloseCommand.self, PeriodReopenCommand.self,
    ])
}

/// `period list`: every period that was used.
struct PeriodListCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the periods that have batches or were ever closed.",
    discussion: "A period that is not listed is open, unless a later one is closed.")

  @Option(help: "As things were on this business date, YYYY-MM-DD.")
  var asAt: CivilDate?

  @OptionGroup var workbook: WorkbookOptions

  @OptionGroup var global: GlobalOptions

  func answer() throws -> Answer {
    let periods = try global.openToRead().periods(asAt: asAt)
    return Answer(
      json: .object([("periods", .rows(periods) { $0.json })]),
      text: periods.isEmpty ? localized("No period was used.") : periods.table.text)
  }
}

/// `period open`: takes a soft close back.
struct PeriodOpenCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Let a soft-closed period take every batch again.")

  @Argument(help: "The period, YYYY-MM.")
  var period: Month

  @Option(help: "Why; kept with the change.")
  var reason: String

  @Option(help: "The business date, YYYY-MM-DD; today in Vietnam if not given.")
  var date: CivilDate?

  @OptionGroup var keys: KeyOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws { try requireReason(reason) }

  func answer() throws -> Answer { try global.change(.open, period, date, reason, keys) }
}

/// `period soft-close`: from now on only corrections and the year end.
struct PeriodSoftCloseCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "soft-close",
    abstract: "Let a period take only corrections and the year end from now on.")

  @Argument(help: "The period, YYYY-MM.")
  var period: Month

  @Option(help: "The business date, YYYY-MM-DD; today in Vietnam if not given.")
  var date: CivilDate?

  @OptionGroup var keys: KeyOptions
  @OptionGroup var global: GlobalOptions

  func answer() throws -> Answer { try global.change(.softClose, period, date, nil, keys) }
}

/// `period close`: from now on nothing.
struct PeriodCloseCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Close a period: nothing is posted in it from now on.",
    discussion: """
      The period must have ended, every earlier period that was used must be closed, no file may wait \
      for approval, and its totals must agree as `reconcile totals --period` compares them. If they do \
      not, the differences are the answer and the period stays as it is.
      """)

  @Argument(help: "The period, YYYY-MM.")
  var period: Month

  @Option(help: "The business date, YYYY-MM-DD; today in Vietnam if not given.")
  var date: CivilDate?

  @OptionGroup var keys: KeyOptions
  @OptionGroup var global: GlobalOptions

  func answer() throws -> Answer { try global.change(.close, period, date, nil, keys) }
}

/// `period reopen`: takes a close back.
struct PeriodReopenCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen", abstract: "Open a closed period again.",
    discussion: """
      Under four eyes this takes two persons: the first call asks for it, and the period is open once \
      another person has made the same call. `period close` says no to it. A period of a year that is \
      closed cannot be reopened before its year end is undone by `batch reverse`.
      """)

  @Argument(help: "The period, YYYY-MM.")
  var period: Month

  @Option(help: "Why; kept with the change.")
  var reason: String

  @Option(help: "The business date, YYYY-MM-DD; today in Vietnam if not given.")
  var date: CivilDate?

  @OptionGroup var keys: KeyOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws { try requireReason(reason) }

  func answer() throws -> Answer { try global.change(.reopen, period, date, reason, keys) }
}

extension GlobalOptions {
  /// Changes a period and answers with its state.
  fileprivate func change(
    _ change: PeriodRequest.Change, _ period: Month, _ date: CivilDate?, _ reason: String?,
    _ keys: KeyOptions
  ) throws -> Answer {
    var request = PeriodRequest(change, period, reason: reason)
    if let date { request.date = date }
    let ledger = try openToPost()
    request.key = try keys.signingKey(for: ledger)
    let answer = try ledger.change(request)
    return Answer(
      json: answer.json, text: answer.text,
      exit: answer.reconciliation?.agrees ?? true ? .done : .findings)
  }
}

extension PeriodAnswer {
  /// The answer for programs.
  fileprivate var json: JSON {
    .object(
      [
        ("period", .string(period.description)), ("state", .string(state.rawValue)),
        ("changed", .bool(isChanged)), ("record", .optional(record)),
        ("requestedBy", .optional(requestedBy)),
      ] + (yearToClose.map { [("yearToClose", .integer(Int64($0)))] } ?? [])
        + (reconciliation?.members ?? []) + (exceptions?.members ?? []))
  }

  /// The answer for people.
  fileprivate var text: String {
    if let requestedBy {
      return localized(
        """
        Period \(period) is still closed: \(requestedBy) asks to reopen it, and another \
        person has to agree by the same command.
        """)
    }
    if let reconciliation, !reconciliation.agrees {
      return reconciliation.text() + localized("Period \(period) is not closed: its totals differ.")
    }
    let now = localized("Period \(period) is \(state.words)")
    let notice = exceptions?.notice ?? ""
    guard isChanged else { return localized("\(now) already; nothing is changed.\(notice)") }
    guard let yearToClose else { return now + "." + notice }
    return localized(
      """
      \(now). Income and expense of \(yearToClose) are not carried to the funds: that is done by \
      `close --year \(yearToClose)`, which closes December itself. Reopen \(period) for \
      it.\(notice)
      """)
  }
}

extension PeriodState {
  /// The state for people.
  fileprivate var words: String {
    switch self {
    case .open: localized("open")
    case .softClosed: localized("soft-closed: it takes corrections and the year end")
    case .closed: localized("closed")
    case .reopenRequested: localized("closed; reopening it is asked for")
    }
  }
}

extension PeriodEntry {
  fileprivate var json: JSON {
    .object([
      ("period", .string(period.description)), ("state", .string(state.rawValue)),
      ("batches", .integer(batches)), ("record", .optional(record)),
      ("date", .optional(date?.description)), ("maker", .optional(maker)),
      ("reason", .optional(reason)),
    ])
  }
}

extension [PeriodEntry] {
  /// The periods for people.
  fileprivate var table: TextTable {
    var table = TextTable([
      .words("period"), .words("state"), .numbers("batches"), .words("since"), .words("by"),
      .words("reason"),
    ])
    for entry in self {
      table.add([
        entry.period.description, entry.state.rawValue, grouped(entry.batches),
        entry.date?.description, entry.maker, entry.reason,
      ])
    }
    return table
  }
}
