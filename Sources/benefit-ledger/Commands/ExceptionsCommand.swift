import ArgumentParser
import BenefitLedger
import LedgerCore

/// `exceptions`: what the bank booked and the books do not have.
struct ExceptionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exceptions",
    abstract: "What the bank booked that nothing in the books matches, until it is resolved.",
    subcommands: [
      ExceptionsListCommand.self, ExceptionsShowCommand.self, ExceptionsAssignCommand.self,
      ExceptionsResolveCommand.self,
    ])
}

/// `exceptions list`: the exceptions.
struct ExceptionsListCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List exceptions, in the order in which they were found.")

  @Option(help: "Only those that are at least so many days old.")
  var age: Int?

  @Flag(help: "Also those that were matched, closed by a note, or withdrawn.")
  var all = false

  @Option(help: "Only those of this fund's account.")
  var fund: Fund?

  @Option(help: "Only those that this person sees to.")
  var owner: String?

  @Option(help: "The day from which age is counted, YYYY-MM-DD; today in Vietnam if not given.")
  var date: CivilDate?

  @OptionGroup var workbook: WorkbookOptions

  @OptionGroup var global: GlobalOptions

  func answer() throws -> Answer {
    var selection = ExceptionSelection()
    selection.age = age
    selection.includesResolved = all
    selection.fund = fund
    selection.owner = owner
    let found = try global.openToRead().exceptions(
      selection, on: date ?? VietnamClock.today())
    let sum = found.reduce(Int64(0)) { $0 &+ $1.amount }
    return Answer(
      json: .object([
        ("exceptions", .rows(found) { $0.json }), ("count", .integer(found.count)),
        ("amount", .integer(sum)),
      ]),
      text: found.isEmpty ? localized("There are no such exceptions.") : found.table.text,
      exit: found.contains { $0.state == .open } ? .findings : .done)
  }
}

/// `exceptions show`: one exception with all that is known of it.
struct ExceptionsShowCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show an exception with all that is known of it.")

  @Argument(help: "The number of the exception.")
  var exception: Int64

  @Option(help: "The day from which age is counted, YYYY-MM-DD; today in Vietnam if not given.")
  var date: CivilDate?

  @OptionGroup var global: GlobalOptions

  func answer() throws -> Answer {
    var selection = ExceptionSelection()
    selection.includesResolved = true
    let all = try global.openToRead().exceptions(selection, on: date ?? VietnamClock.today())
    guard let found = all.first(where: { $0.number == exception }) else {
      throw LedgerError(
        .notFound, "There is no exception \(exception).",
        help: "`benefit-ledger exceptions list --all` shows every exception.")
    }
    return Answer(json: found.json, text: found.text)
  }
}

/// `exceptions assign`: who sees to it.
struct ExceptionsAssignCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: "Name who sees to an exception.")

  @Argument(help: "The number of the exception.")
  var exception: Int64

  @Option(help: "Who sees to it.")
  var owner: String

  @OptionGroup var keys: KeyOptions

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard (1...64).contains(owner.utf8.count) else {
      throw usage("--owner has 1 to 64 bytes.")
    }
  }

  func answer() throws -> Answer {
    let ledger = try global.openToPost()
    let record = try ledger.assign(
      exception: exception, to: owner, keys.request(for: ledger))
    return Answer(
      json: .object([
        ("exception", .integer(exception)), ("owner", .string(owner)), ("record", .integer(record)),
      ]), text: localized("\(owner) sees to exception \(exception); record \(record)."))
  }
}

/// `exceptions resolve`: by a voucher, a match by hand, or a note.
struct ExceptionsResolveCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: "Resolve exceptions by a voucher, a match by hand, or a note.",
    discussion: """
      One --voucher names the voucher that was posted for it. Several vouchers or lines are a match \
      by hand; they come to what the bank has, to the đồng. A --note says why nothing is left to do. \
      The exception stays in the ledger with what became of it.
      """)

  @Argument(help: "The numbers of exceptions; several if together they are one thing.")
  var exceptions: [Int64]

  @Option(help: "A voucher that it is.")
  var voucher: [Int64] = []

  @Option(help: "A line that it is.")
  var line: [Int64] = []

  @Option(help: "Why the vouchers or lines are it; kept with the match.")
  var reason: String?

  @Option(help: "Why nothing is left to do; kept with the exception.")
  var note: String?

  @OptionGroup var keys: KeyOptions

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard !exceptions.isEmpty else { throw usage("Name an exception.") }
    guard (note == nil) != (voucher.isEmpty && line.isEmpty) else {
      throw usage("Say either --note, or --voucher and --line.")
    }
    guard (reason == nil) == (note != nil) else {
      throw usage("--reason says why vouchers or lines are it.")
    }
    guard note != "", reason != "" else { throw usage("A reason is not empty.") }
  }

  func answer() throws -> Answer {
    let resolution: ExceptionResolution =
      if let note {
        .note(note)
      } else if voucher.count == 1, line.isEmpty {
        .voucher(voucher[0], reason: reason ?? "")
      } else {
        .match(lines: line, vouchers: voucher, reason: reason ?? "")
      }
    let ledger = try global.openToPost()
    let records = try ledger.resolve(
      exceptions: exceptions, by: resolution, keys.request(for: ledger))
    let names = exceptions.map(String.init).joined(separator: ", ")
    let how = note == nil ? localized("matched") : localized("closed by a note")
    return Answer(
      json: .object([
        ("exceptions", .array(exceptions.map { .integer($0) })),
        ("state", .string(note == nil ? "matched" : "noted")),
        ("records", .array(records.map { .integer($0) })),
      ]),
      text: localized(
        """
        Exception \(names): \(how); record \(records.map(String.init).joined(separator: ", ")).
        """))
  }
}

extension ExceptionEntry {
  /// The exception for programs; ids and texts are masked.
  var json: JSON {
    .object([
      ("exception", .integer(number)), ("kind", .string(kind.rawValue)),
      ("state", .string(state.rawValue)), ("fund", .string(fund.code)),
      ("amount", .integer(amount)),
      ("booked", .string(booked.description)), ("age", .integer(age)), ("owner", .optional(owner)),
      ("suggestion", .words(suggestion)), ("note", .optional(note)), ("match", .optional(match)),
      ("rule", .optional(rule?.rawValue)), ("entry", .integer(entry)), ("file", .optional(file)),
      ("line", .integer(fileLine)), ("endToEnd", .optional(endToEnd)),
      ("text", .optional(bankText)), ("reason", .optional(reason)), ("record", .integer(record)),
      ("withdrawal", withdrawal.map(\.json) ?? .null),
    ])
  }

  /// The exception for people.
  fileprivate var text: String {
    var text =
      localized(
        """
        Exception \(number), \(kind.words), \(state.words): \(grouped(amount)) đ on the \
        account of fund \(fund.code), booked on \(booked), \(age) days old.\n
        """)
    text += localized("  from: \(file ?? "-"):\(fileLine), entry \(entry), record \(record)\n")
    if let endToEnd { text += localized("  end-to-end id: \(endToEnd)\n") }
    if let bankText { text += localized("  text: \(bankText)\n") }
    if let reason { text += localized("  reason: \(reason)\n") }
    if let owner { text += localized("  seen to by: \(owner)\n") }
    if let match { text += localized("  match \(match) by \(rule?.words ?? "-")\n") }
    if let note { text += localized("  note: \(note)\n") }
    if let withdrawal {
      text += localized(
        """
          withdrawn with its statement on \(withdrawal.date) by \(withdrawal.maker), record \
        \(withdrawal.record): \(withdrawal.reason)\n
        """)
    }
    return text + localized("  to do: \(suggestion)")
  }
}

extension [ExceptionEntry] {
  /// The exceptions for people.
  var table: TextTable {
    var table = TextTable([
      .numbers("no"), .words("kind"), .words("state"), .words("fund"), .numbers("amount"),
      .words("booked"), .numbers("days"), .words("owner"), .words("to do"),
    ])
    for entry in self {
      table.add([
        String(entry.number), localized(entry.kind.words), localized(entry.state.words),
        entry.fund.code,
        grouped(entry.amount), entry.booked.description, grouped(entry.age), entry.owner,
        localized(entry.suggestion),
      ])
    }
    return table
  }
}

extension OpenExceptions {
  /// The members of the answer for programs.
  var members: [(String, JSON)] {
    [
      ("exceptions", .object([("count", .integer(count)), ("amount", .integer(amount))]))
    ]
  }

  /// What is said of them when a period is closed.
  var notice: String {
    guard count > 0 else { return "" }
    return localized(
      """
      \n\(counted(count, "exception")) of the bank \
      \(agreeing(count, "is", "are")) open, \(grouped(amount)) đ: benefit-ledger exceptions list
      """)
  }
}
