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
struct PersonShowCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a person's statement: every obligation, step, batch, file and line.",
    discussion: "Numbers and bank accounts are shown by their last three digits.")

  @Argument(help: "A 12-digit personal number or a 10-digit social insurance number.")
  var number: String

  @OptionGroup var asOf: AsOfOptions

  @OptionGroup var global: GlobalOptions

  func validate() throws { _ = try person() }

  func answer() throws -> Answer {
    let statement = try global.openToRead().personStatement(
      try person(), asAt: asOf.asAt, asKnownAt: asOf.asKnownAt)
    return Answer(json: statement.json(asOf), text: statement.text(asOf))
  }

  private func person() throws -> PersonNumber {
    guard let person = PersonNumber(number) else {
      throw ValidationError("A person is 10 or 12 digits that are not all equal.")
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
        ("obligations", .array(obligations.map(\.json))),
        ("due", .integer(due)), ("open", .integer(open)), ("unclaimed", .integer(unclaimed)),
        ("paid", .integer(paid)), ("cancelled", .integer(cancelled)),
      ])
  }

  /// The answer for people.
  fileprivate func text(_ asOf: AsOfOptions) -> String {
    var text = "Person \(person)"
    if !others.isEmpty {
      text += ", also \(others.map(\.description).joined(separator: ", "))"
    }
    text += "\(asOf.words)\n"
    for obligation in obligations {
      text += "\n\(obligation.month) \(obligation.benefit.code)"
      if obligation.occurrence > 1 { text += " (occurrence \(obligation.occurrence))" }
      if !others.isEmpty { text += " under \(obligation.person)" }
      text += ": \(grouped(obligation.amount)) đồng, \(obligation.state.code)\n"
      text += obligation.table.text
    }
    text += "\nDue \(grouped(due)): open \(grouped(open)), unclaimed \(grouped(unclaimed)), "
    return text + "paid \(grouped(paid)), cancelled \(grouped(cancelled))."
  }
}

extension PersonStatement.Obligation {
  fileprivate var json: JSON {
    .object([
      ("person", .string(person.description)), ("month", .string(month.description)),
      ("benefit", .string(benefit.code)),
      ("occurrence", .integer(occurrence)), ("state", .string(state.code)),
      ("amount", .integer(amount)), ("steps", .array(steps.map(\.json))),
    ])
  }

  fileprivate var table: TextTable {
    var table = TextTable([
      .numbers("  step"), .words("date"), .words("event"), .words("state"), .numbers("amount"),
      .words("site"), .words("channel"), .words("fund"), .numbers("batch"), .words("file:line"),
      .words("notes"),
    ])
    for step in steps {
      let notes = [
        step.reference.map { "reference \($0)" }, step.account.map { "account \($0)" },
        step.document.map { "document \($0)" }, step.reason.map { "reason \($0)" },
      ]
      table.add([
        String(step.number), step.date.description, step.event.code, step.to.code,
        grouped(step.amount), step.site, step.channel.code, step.fund.code, String(step.batch),
        "\(step.file):\(step.fileLine)", notes.compactMap { $0 }.joined(separator: ", "),
      ])
    }
    return table
  }
}

extension PersonStatement.Step {
  fileprivate var json: JSON {
    .object([
      ("step", .integer(Int64(number))), ("event", .string(event.code)),
      ("from", .string(from.code)), ("to", .string(to.code)), ("amount", .integer(amount)),
      ("site", .string(site)), ("channel", .string(channel.code)), ("fund", .string(fund.code)),
      ("batch", .integer(batch)), ("date", .string(date.description)),
      ("reference", .optional(reference)), ("file", .string(file)),
      ("line", .integer(fileLine)), ("lineNumber", .integer(line)),
      ("account", .optional(account)), ("document", .optional(document)),
      ("reason", .optional(reason)),
    ])
  }
}
