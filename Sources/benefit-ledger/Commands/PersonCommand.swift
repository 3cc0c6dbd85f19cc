import ArgumentParser
import BenefitLedger
import LedgerCore

/// `person`: one person's statement, and the numbers that are of one person.
struct PersonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "person", abstract: "One person's statement; numbers that are of one person.",
    subcommands: [
      PersonShowCommand.self, PersonLinkCommand.self, PersonImportCommand.self,
      PersonLinksCommand.self,
    ],
    defaultSubcommand: PersonShowCommand.self)
}

/// `person show`: everything that was ever owed to one person, and what became of it.
struct PersonShowCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a person's statement: every obligation, step, batch, file and line.",
    discussion: """
      Numbers and bank accounts are shown by their last three digits. --why tells each obligation's \
      story: the file and its SHA-256, who posted and who approved it, the voucher with both accounts, \
      the seal, and what was undone by whom.
      """)

  @Argument(help: "A 12-digit personal number or a 10-digit social insurance number.")
  var number: String

  @Flag(help: "Tell each obligation's story with everything it rests on.")
  var why = false

  @Option(help: "Only this month of entitlement, YYYY-MM.")
  var month: Month?

  @Option(help: "Only this benefit.")
  var benefit: Benefit?

  @OptionGroup var asOf: AsOfOptions

  @OptionGroup var workbook: WorkbookOptions

  @OptionGroup var global: GlobalOptions

  func validate() throws { _ = try person() }

  func answer() throws -> Answer {
    let ledger = try global.openToRead()
    if why {
      let story = try ledger.why(
        try person(), month: month, benefit: benefit, asAt: asOf.asAt, asKnownAt: asOf.asKnownAt)
      return Answer(json: story.json(asOf), text: story.text(asOf))
    }
    let statement = try ledger.personStatement(
      try person(), month: month, benefit: benefit, asAt: asOf.asAt, asKnownAt: asOf.asKnownAt)
    return Answer(json: statement.json(asOf), text: statement.text(asOf))
  }

  private func person() throws -> PersonNumber {
    guard let person = PersonNumber(number) else {
      throw usage("A person is 10 or 12 digits that are not all equal.")
    }
    return person
  }
}

extension PersonStatement {
  /// The answer for programs.
  fileprivate func json(_ asOf: AsOfOptions) -> JSON {
    .object(
      [
        ("person", .string(person.description)),
        ("otherNumbers", .array(others.map { .string($0.description) })),
      ] + asOf.members + [
        ("obligations", .array(obligations.map(\.json)))
      ] + sums.json)
  }

  /// The answer for people.
  fileprivate func text(_ asOf: AsOfOptions) -> String {
    var text = localized("Person \(person)")
    if !others.isEmpty {
      text += localized(", also \(others.map(\.description).joined(separator: ", "))")
    }
    text += "\(asOf.words)\n"
    for obligation in obligations {
      text += "\n\(obligation.title)"
      if !others.isEmpty { text += localized(" under \(obligation.person)") }
      text += localized(": \(grouped(obligation.amount)) đồng, \(obligation.state.code)")
      if obligation.open != 0 && obligation.open != obligation.amount {
        text += localized(", open \(grouped(obligation.open))")
      }
      text += "\n"
      text += obligation.table.text
    }
    return text + "\n" + sums.text
  }
}

extension PersonStatement.Sums {
  fileprivate var json: [(String, JSON)] {
    [
      ("due", .integer(due)), ("open", .integer(open)), ("unclaimed", .integer(unclaimed)),
      ("inherited", .integer(inherited)), ("withheld", .integer(withheld)),
      ("paid", .integer(paid)), ("cancelled", .integer(cancelled)),
      ("overpaid", .integer(overpaid)), ("recovered", .integer(recovered)),
    ]
  }

  /// What became due and what it came to; what is rare is said only if there is any.
  fileprivate var text: String {
    var text = localized(
      "Due \(grouped(due)): open \(grouped(open)), unclaimed \(grouped(unclaimed)), ")
    if inherited != 0 { text += localized("owed to heirs \(grouped(inherited)), ") }
    if withheld != 0 { text += localized("kept back \(grouped(withheld)), ") }
    text += localized("paid \(grouped(paid)), cancelled \(grouped(cancelled)).")
    if overpaid != 0 || recovered != 0 {
      text += localized("\nOf what was paid: to be recovered \(grouped(overpaid)), recovered ")
      text += "\(grouped(recovered))."
    }
    return text
  }
}

extension PersonStatement.Obligation {
  var json: JSON {
    .object(particulars + [("steps", .array(steps.map { .object($0.json) }))])
  }

  /// What is said of it beside its steps.
  var particulars: [(String, JSON)] {
    [
      ("person", .string(person.description)), ("month", .string(month.description)),
      ("benefit", .string(benefit.code)),
      ("occurrence", .integer(occurrence)), ("state", .string(state.code)),
      ("amount", .integer(amount)), ("open", .integer(open)),
    ]
  }

  fileprivate var table: TextTable {
    var table = TextTable([
      .numbers("  step"), .words("date"), .words("event"), .words("state"), .numbers("amount"),
      .numbers("open"), .words("site"), .words("channel"), .words("fund"), .numbers("batch"),
      .words("file:line"), .words("notes"),
    ])
    for step in steps {
      let notes = [
        step.corrects.map { localized("undoes step \($0)") },
        step.undoneBy.map { localized("undone by step \($0)") },
        step.reference.map { localized("reference \($0)") },
        step.account.map { localized("account \($0)") },
        step.document.map { localized("document \($0)") },
        step.reason.map { localized("reason \($0)") },
      ]
      table.add([
        String(step.number), step.date.description, step.deed, step.to.code,
        grouped(step.amount), grouped(step.open), step.site, step.channel.code, step.fund.code,
        String(step.batch), "\(step.file):\(step.fileLine)",
        notes.compactMap { $0 }.joined(separator: ", "),
      ])
    }
    return table
  }
}

extension PersonStatement.Step {
  /// What happened, in one or two words.
  var deed: String { corrects == nil ? event.code : event.code + localized(" undone") }

  /// What the step left open, in đồng.
  var open: Int64 { to.isOpen ? remainder : 0 }

  var json: [(String, JSON)] {
    [
      ("step", .integer(Int64(number))), ("event", .string(event.code)),
      ("from", .string(from.code)), ("to", .string(to.code)), ("amount", .integer(amount)),
      ("open", .integer(open)), ("corrects", .optional(corrects.map { Int64($0) })),
      ("undoneBy", .optional(undoneBy.map { Int64($0) })), ("site", .string(site)),
      ("channel", .string(channel.code)), ("fund", .string(fund.code)),
      ("batch", .integer(batch)), ("date", .string(date.description)),
      ("reference", .optional(reference)), ("file", .string(file)),
      ("line", .integer(fileLine)), ("lineNumber", .integer(line)),
      ("account", .optional(account)), ("document", .optional(document)),
      ("reason", .optional(reason)),
    ]
  }
}

extension Benefit: ExpressibleByArgument {
  /// Reads a benefit's code.
  public init?(argument: String) { self.init(code: argument) }
  /// The codes, for help.
  public static var allValueStrings: [String] { allCases.map(\.code) }
}
