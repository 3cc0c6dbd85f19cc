import ArgumentParser
import BenefitLedger
import LedgerCore

/// `person link`: two numbers of one person.
struct PersonLinkCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "Link two numbers of one person.",
    discussion: """
      From then on both are the same person in every list. New obligations are kept under the old \
      number. What both were owed for the same month is a finding (exit 1). A link is not undone; so \
      under four eyes it takes two persons: the first call asks for it, and an approver agrees by the \
      same call.
      """)

  @Argument(help: "The number that another takes the place of.")
  var old: PersonNumber

  @Argument(help: "The number that takes its place.")
  var new: PersonNumber

  @Option(help: "Why; kept with the link.")
  var reason: String

  @OptionGroup var keys: KeyOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws { try requireReason(reason) }

  func answer() throws -> Answer {
    let ledger = try global.openToPost()
    let answer = try ledger.linkNumbers(old, new, reason: reason, keys.request(for: ledger))
    return answer.answer(
      answer.record.record.map { localized("Person \(new) is \(old); record \($0).") }
        ?? localized("The numbers are linked already."))
  }
}

/// `person import`: a list of links.
struct PersonImportCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Link the numbers of a list.",
    discussion: """
      Links are not undone. So under four eyes this takes two persons: the first call asks for it, and \
      an approver agrees by the same call with the same file.
      """)

  @Argument(help: "old,new.")
  var file: String

  @OptionGroup var profile: ProfileOptions
  @OptionGroup var keys: KeyOptions
  @OptionGroup var global: GlobalOptions

  func answer() throws -> Answer { try profile.answer(link) }

  private func link(_ reading: ListReading) throws -> Answer {
    let ledger = try global.openToPost()
    let answer = try ledger.importLinks(
      from: file, reading: reading, keys.request(for: ledger))
    guard answer.record.diagnosis.total == 0 else {
      return Answer(refusing: answer.record.diagnosis)
    }
    return answer.answer(answer.record.text(of: file) { counted($0, "link") })
  }
}

/// `person links`: the links.
struct PersonLinksCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "links", abstract: "List linked numbers, in the order in which they were linked.")

  @OptionGroup var known: AsKnownOption

  @OptionGroup var workbook: WorkbookOptions

  @OptionGroup var global: GlobalOptions

  func answer() throws -> Answer {
    let links = try global.openToRead().links(asKnownAt: known.asKnownAt)
    return Answer(
      json: .object([("links", .rows(links) { $0.json })]),
      text: links.isEmpty ? localized("No numbers are linked.") : links.table.text)
  }
}

extension LinksAnswer {
  /// What became of links, and what they show to be owed twice.
  fileprivate func answer(_ text: String) -> Answer {
    if let proposal = record.proposal {
      return Answer(
        json: .object(
          [("state", .string("proposed"))] + record.members + [
            ("proposedBy", .string(proposal.proposal.user))
          ]), text: proposal.text(localized("Nothing is linked yet")), diagnoses: record.warnings)
    }
    return Answer(
      json: .object(
        [("state", .string("linked"))] + record.members + [
          ("doubles", .rows(doubles) { $0.json }), ("doubleCount", .integer(doubleCount)),
        ]),
      text: doubleText.isEmpty ? text : text + "\n" + doubleText,
      exit: doubleCount > 0 ? .findings : .done,
      diagnoses: record.warnings)
  }

  private var doubleText: String {
    var text = ""
    for double in doubles {
      let occurrence = double.occurrence == 1 ? "" : localized(" (occurrence \(double.occurrence))")
      text += localized("Owed twice: \(double.benefit.code) for \(double.month)\(occurrence)\n")
      for side in double.sides {
        text +=
          localized(
            """
              under \(side.person): \(side.state.code), \(grouped(side.amount)) đ, batch \
            \(side.batch), \(side.file):\(side.fileLine)\n
            """)
      }
    }
    if doubleCount > doubles.count {
      text += localized("\(grouped(Int64(doubleCount - doubles.count))) more are not listed.\n")
    }
    return text
  }
}

extension DoubleObligation {
  fileprivate var json: JSON {
    .object([
      ("month", .string(month.description)), ("benefit", .string(benefit.code)),
      ("occurrence", .integer(occurrence)),
      (
        "sides",
        .array(
          sides.map { side in
            .object([
              ("person", .string(side.person.description)), ("state", .string(side.state.code)),
              ("amount", .integer(side.amount)), ("batch", .integer(side.batch)),
              ("file", .string(side.file)), ("line", .integer(side.fileLine)),
            ])
          })
      ),
    ])
  }
}

extension LinkEntry {
  fileprivate var json: JSON {
    .object([
      ("record", .integer(record)), ("date", .string(date.description)),
      ("old", .string(old.description)), ("new", .string(new.description)),
      ("reason", .optional(reason)), ("file", .optional(file)), ("line", .optional(fileLine)),
    ])
  }
}

extension [LinkEntry] {
  fileprivate var table: TextTable {
    var table = TextTable([
      .numbers("record"), .words("date"), .words("old"), .words("new"), .words("file:line"),
      .words("reason"),
    ])
    for link in self {
      table.add([
        String(link.record), link.date.description, link.old.description, link.new.description,
        link.file.map { "\($0):\(link.fileLine ?? 0)" }, link.reason,
      ])
    }
    return table
  }
}
