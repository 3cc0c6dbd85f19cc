import ArgumentParser
import BenefitLedger
import LedgerCore

/// `death`: what follows from deaths.
struct DeathCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "death", abstract: "Do what follows from deaths.",
    discussion: """
      The dead are held from the day of death. Months after that of the death are cancelled, or \
      overpaid if they were paid; what was not paid before is owed to the heirs. The same file again \
      changes nothing.
      """)

  @Argument(help: "person,date and optionally document.")
  var file: String

  @Option(help: "The business date, YYYY-MM-DD; today in Vietnam if not declared.")
  var date: CivilDate?

  @Option(help: "The accounting period, YYYY-MM; the month of the date if not declared.")
  var period: Month?

  @Flag(help: "Check everything and post nothing.")
  var dryRun = false

  @OptionGroup var profile: ProfileOptions
  @OptionGroup var keys: KeyOptions
  @OptionGroup var global: GlobalOptions

  func answer() throws -> Answer { try profile.answer(record) }

  private func record(_ reading: ListReading) throws -> Answer {
    var request = DeathRequest(path: file)
    request.reading = reading
    request.date = date
    request.period = period
    request.isDryRun = dryRun
    let ledger = dryRun ? try global.openToRead() : try global.openToPost()
    request.key = try keys.signingKey(for: ledger)
    let answer = try ledger.recordDeaths(request)
    guard answer.diagnosis.total == 0 else { return Answer(refusing: answer.diagnosis) }
    return Answer(
      json: .object(
        [("deaths", .rows(answer.deaths) { $0.json }), ("holds", .object(answer.holds.members))]
          + answer.posting.members),
      text: answer.text(isQuiet: global.quiet, isDryRun: dryRun), exit: answer.posting.exit,
      diagnoses: (answer.diagnosis.diagnostics.isEmpty ? [] : [answer.diagnosis])
        + answer.posting.receipts.map(\.diagnosis).filter { !$0.diagnostics.isEmpty })
  }
}

extension DeathAnswer {
  fileprivate func text(isQuiet: Bool, isDryRun: Bool) -> String {
    var table = TextTable([
      .words("person"), .words("died"), .numbers("cancelled"), .numbers("amount"),
      .numbers("overpaid"), .numbers("amount"), .numbers("to heirs"), .numbers("amount"),
      .words("notes"),
    ])
    for death in deaths {
      var cells: [String?] = [death.person.description, death.date.description]
      for sum in [death.cancelled, death.overpaid, death.inherited] {
        cells += [String(sum.count), grouped(sum.amount)]
      }
      table.add(cells + [death.isReleased ? localized("hold released, left alone") : ""])
    }
    var text = table.text + deaths.map(\.advice).joined()
    if isDryRun {
      text += localized("Checked, nothing posted and nobody held.\n")
    } else if holds.alreadyImported {
      text += localized("The dead are held since record \(holds.record ?? 0).\n")
    } else {
      text += localized("\(grouped(holds.added)) of the dead are newly held.\n")
    }
    if posting.receipts.isEmpty { return text + localized("There is nothing to post.") }
    return text + posting.receiptText(isQuiet: isQuiet)
  }
}

extension DeathAnswer.Entry {
  /// What the program leaves to a clerk, and how it is done; nothing if there is nothing.
  fileprivate var advice: String {
    var text = ""
    if partlyOverpaid.count > 0 {
      text +=
        localized(
          """
          \(person): \(counted(partlyOverpaid.count, "later month")) \
          \(agreeing(partlyOverpaid.count, "was", "were")) overpaid in part before, and the other \
          \(grouped(partlyOverpaid.amount)) đ of the payment is claimed by nobody.\n  Undo what \
          was recovered or offset of it, then the overpaid, with “reverse”; then run this list \
          again.\n
          """)
    }
    if withheld.count > 0 {
      text +=
        localized(
          """
          \(person): of \(counted(withheld.count, "later month")) \(grouped(withheld.amount)) đ is \
          withheld and still owed to the creditor.\n  If the month is cancelled, undo the \
          cancelled and the withheld with “reverse” and run this list again; what was remitted, \
          claim back.\n
          """)
    }
    return text
  }

  fileprivate var json: JSON {
    .object([
      ("person", .string(person.description)), ("date", .string(date.description)),
      ("line", .integer(fileLine)), ("cancelled", cancelled.json), ("overpaid", overpaid.json),
      ("inherited", inherited.json), ("partlyOverpaid", partlyOverpaid.json),
      ("withheld", withheld.json), ("released", .bool(isReleased)),
    ])
  }
}

extension DeathAnswer.Entry.Sum {
  fileprivate var json: JSON {
    .object([("count", .integer(count)), ("amount", .integer(amount))])
  }
}
