import ArgumentParser
import BenefitLedger
import LedgerCore

/// `hold`: persons who are not payable.
struct HoldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold", abstract: "Persons who are not payable: dead, suspended, unverified.",
    subcommands: [
      HoldImportCommand.self, HoldAddCommand.self, HoldReleaseCommand.self, HoldListCommand.self,
    ])
}

/// `hold import`: a list of holds.
struct HoldImportCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Hold every person of a list.",
    discussion: "A row that is in the register already adds nothing.")

  @Argument(help: "person,reason,from and optionally to,kind.")
  var file: String

  @Option(help: "The kind of rows that name none.")
  var kind: HoldKind = .suspended

  @OptionGroup var profile: ProfileOptions
  @OptionGroup var keys: KeyOptions
  @OptionGroup var global: GlobalOptions

  func answer() throws -> Answer { try profile.answer(hold) }

  private func hold(_ reading: ListReading) throws -> Answer {
    let ledger = try global.openToPost()
    let answer = try ledger.importHolds(
      from: file, kind: kind, reading: reading, keys.request(for: ledger))
    guard answer.diagnosis.total == 0 else { return Answer(refusing: answer.diagnosis) }
    return Answer(
      json: .object(answer.members), text: answer.text(of: file) { counted($0, "hold") },
      diagnoses: answer.warnings)
  }
}

/// `hold add`: one hold.
struct HoldAddCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Hold one person.")

  @Argument(help: "A 12-digit personal number or a 10-digit social insurance number.")
  var person: PersonNumber

  @Option(help: "Why; kept with the hold.")
  var reason: String

  @Option(help: "The first day, YYYY-MM-DD.")
  var from: CivilDate

  @Option(help: "The last day, YYYY-MM-DD; without it the hold is open.")
  var to: CivilDate?

  @Option(help: "Why, in one word.")
  var kind: HoldKind = .suspended

  @OptionGroup var keys: KeyOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    try requireReason(reason)
    if let to, to < from { throw usage("--to is not before --from.") }
  }

  func answer() throws -> Answer {
    let ledger = try global.openToPost()
    let answer = try ledger.addHold(
      of: person, kind: kind, reason: reason, from: from, to: to, keys.request(for: ledger))
    return Answer(
      json: .object(answer.members),
      text: answer.record.map {
        localized("Person \(person) is held from \(from) on (\(kind.code)); record \($0).")
      } ?? localized("The register has this hold already."))
  }
}

/// `hold release`: the end of holds.
struct HoldReleaseCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "release", abstract: "End a hold, or all holds of a person.",
    discussion: """
      From that day on the person is payable again. Months before it stay held. Under four eyes this \
      takes two persons: the first call asks for it, and an approver agrees by the same call.
      """)

  @Argument(help: "The number of a hold, or of a person.")
  var which: String

  @Option(help: "Why; kept with the release.")
  var reason: String

  @Option(
    help: "The first day on which the person is payable, YYYY-MM-DD; today in Vietnam if not given."
  )
  var date: CivilDate?

  @OptionGroup var keys: KeyOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    try requireReason(reason)
    _ = try holds()
  }

  func answer() throws -> Answer {
    let from = date ?? VietnamClock.today()
    let ledger = try global.openToPost()
    let answer = try ledger.release(
      try holds(), reason: reason, from: from, keys.request(for: ledger))
    let json = JSON.object([
      ("state", .string(answer.proposal == nil ? "released" : "proposed")),
      ("record", .optional(answer.record)), ("released", .integer(answer.added)),
      ("from", .string(from.description)),
      ("proposedBy", .optional(answer.proposal?.proposal.user)),
    ])
    if let proposal = answer.proposal {
      return Answer(
        json: json,
        text: proposal.text(
          localized("Nothing is released yet"),
          command: localized("the same command with --date \(from)")))
    }
    return Answer(
      json: json,
      text: localized(
        """
        \(counted(answer.added, "hold")) released from \(from) on; record \(answer.record ?? 0).
        """))
  }

  private func holds() throws -> ReleasedHolds {
    if let person = PersonNumber(which) { return .person(person) }
    guard which.utf8.count < 10, let number = Int64(which), number > 0 else {
      throw usage("Name a hold by its number, or a person by 10 or 12 digits.")
    }
    return .number(number)
  }
}

/// `hold list`: the holds.
struct HoldListCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List holds, in the order in which they were made.")

  @Option(help: "Only those that hold on this day, YYYY-MM-DD.")
  var asAt: CivilDate?

  @OptionGroup var known: AsKnownOption

  @Option(help: "Only those of this person, under any of their numbers.")
  var person: PersonNumber?

  @OptionGroup var workbook: WorkbookOptions

  @OptionGroup var global: GlobalOptions

  func answer() throws -> Answer {
    let holds = try global.openToRead().holds(
      asAt: asAt, asKnownAt: known.asKnownAt, of: person)
    return Answer(
      json: .object([("holds", .rows(holds) { $0.json })]),
      text: holds.isEmpty ? localized("There are no such holds.") : holds.table.text)
  }
}

extension HoldEntry {
  fileprivate var json: JSON {
    .object([
      ("hold", .integer(number)), ("person", .string(person.description)),
      ("kind", .string(kind.code)), ("reason", .string(reason)),
      ("from", .string(from.description)), ("to", .optional(to?.description)),
      ("releasedFrom", .optional(released?.description)), ("record", .integer(record)),
      ("file", .optional(file)), ("line", .optional(fileLine)),
    ])
  }
}

extension [HoldEntry] {
  fileprivate var table: TextTable {
    var table = TextTable([
      .numbers("hold"), .words("person"), .words("kind"), .words("from"), .words("to"),
      .words("released from"), .words("file:line"), .words("reason"),
    ])
    for hold in self {
      table.add([
        String(hold.number), hold.person.description, hold.kind.code, hold.from.description,
        hold.to?.description, hold.released?.description,
        hold.file.map { "\($0):\(hold.fileLine ?? 0)" }, hold.reason,
      ])
    }
    return table
  }
}
