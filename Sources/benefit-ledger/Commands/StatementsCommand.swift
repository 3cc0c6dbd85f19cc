import ArgumentParser
import BenefitLedger
import LedgerCore

/// `statements`: the bank's statements that were taken in.
struct StatementsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statements", abstract: "List and take back statements of the bank.",
    subcommands: [StatementsListCommand.self, StatementsWithdrawCommand.self])
}

/// `statements list`: the statements.
struct StatementsListCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the bank's statements, in the order in which they were taken in.")

  @Flag(help: "Also those that were withdrawn.")
  var all = false

  @Option(help: "Only those of this fund's accounts.")
  var fund: Fund?

  @OptionGroup var workbook: WorkbookOptions

  @OptionGroup var global: GlobalOptions

  func answer() throws -> Answer {
    let found = try global.openToRead().statements(of: fund, includesWithdrawn: all)
    return Answer(
      json: .object([("statements", .rows(found) { $0.json })]),
      text: found.isEmpty ? localized("There are no such statements.") : found.table.text)
  }
}

/// `statements withdraw`: statements that should not have been taken in.
struct StatementsWithdrawCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Take back statements that should not have been taken in.",
    discussion: """
      Nothing is erased: the statements, their matches and their exceptions stay and are shown as \
      withdrawn, with who took them back, when and why. What they were matched with is open again, and \
      the same file can be taken in again. The statements of a file are taken back together, the last \
      ones of an account first. What was posted for a booking is undone before.
      """)

  @Argument(help: "The numbers of the statements.")
  var statements: [Int64]

  @Option(help: "Why; kept with the record.")
  var reason: String

  @Option(help: "The business date, YYYY-MM-DD; today in Vietnam if not given.")
  var date: CivilDate?

  @OptionGroup var keys: KeyOptions

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard !statements.isEmpty else { throw usage("Name a statement.") }
    try requireReason(reason)
  }

  func answer() throws -> Answer {
    let ledger = try global.openToPost()
    var request = try keys.request(for: ledger)
    if let date { request.date = date }
    let answer = try ledger.withdraw(statements: statements, reason: reason, request)
    return Answer(
      json: .object([
        ("statements", .array(answer.statements.map(\.json))),
        ("matches", .integer(answer.matches)), ("exceptions", .integer(answer.exceptions)),
        ("record", .integer(answer.record)),
      ]),
      text: localized(
        """
        Withdrawn: statement \(answer.statements.map { String($0.number) }.joined(separator: ", ")), \
        \(counted(answer.matches, "match", "matches")), \(counted(answer.exceptions, "exception")); \
        record \(answer.record).
        Take in the right file, or look at what is open: benefit-ledger reconcile bank
        """))
  }
}

extension RecordedStatement {
  /// The statement for programs; the account is masked.
  fileprivate var json: JSON {
    .object([
      ("statement", .integer(number)), ("fund", .string(fund.code)),
      ("format", .string(format.rawValue)), ("id", .string(id)),
      ("account", .optional(account.isEmpty ? nil : masked(account))),
      ("opening", .optional(opening)), ("closing", .optional(closing)),
      ("date", .optional(date?.description)), ("entries", .integer(entries)),
      ("open", .integer(open)), ("file", .string(file)), ("record", .integer(record)),
      ("state", .string(withdrawal == nil ? "standing" : "withdrawn")),
      ("withdrawal", withdrawal.map(\.json) ?? .null),
    ])
  }
}

extension StatementWithdrawal {
  /// How it was taken back, for programs.
  var json: JSON {
    .object([
      ("record", .integer(record)), ("date", .string(date.description)),
      ("maker", .string(maker)), ("reason", .string(reason)),
    ])
  }
}

extension [RecordedStatement] {
  fileprivate var table: TextTable {
    var table = TextTable([
      .numbers("no"), .words("fund"), .words("format"), .words("account"), .words("id"),
      .words("date"), .numbers("opening"), .numbers("closing"), .numbers("entries"),
      .numbers("open"), .words("file"), .words("withdrawn"),
    ])
    for statement in self {
      table.add([
        String(statement.number), statement.fund.code, statement.format.rawValue,
        statement.account.isEmpty ? nil : masked(statement.account),
        statement.id.isEmpty ? nil : statement.id, statement.date?.description,
        statement.opening.map { grouped($0) }, statement.closing.map { grouped($0) },
        grouped(statement.entries), grouped(statement.open), statement.file,
        statement.withdrawal.map { withdrawal in
          localized("\(withdrawal.date) by \(withdrawal.maker): \(withdrawal.reason)")
        },
      ])
    }
    return table
  }
}
