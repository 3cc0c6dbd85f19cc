import ArgumentParser
import BenefitLedger
import LedgerCore

/// `reconcile bank`: the bank's statements against the vouchers on the bank accounts.
struct ReconcileBankCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "bank", abstract: "Match the bank's statements with the vouchers on its accounts.",
    discussion: """
      Reads camt.053, camt.054 and pain.002 (ISO 20022), MT940 and tables (CSV, XLSX). A statement \
      must add up and go on where the one before it ended; if one file does not, nothing of any is \
      recorded. Every booking is matched with lines or vouchers, or becomes an exception. Without a \
      file what is open is looked at again. With --returned the payments that came back are written \
      as a list that is ready to post.
      """)

  @Argument(help: "The files; none to look again at what is open.")
  var files: [String] = []

  @Option(help: "Whose account it is; known from the account's earlier statements if not given.")
  var fund: Fund?

  @Option(help: "The number of the account, if the file does not name it.")
  var account: String?

  @Flag(help: "The statement is of a further account of the fund, new to the ledger.")
  var anotherAccount = false

  @Option(
    help: ArgumentHelp(
      "How many days a booking and a voucher may lie apart where no reference is given.",
      valueName: "days"))
  var window = 5

  @Option(
    help: ArgumentHelp(
      "Write the payments that came back and are not posted yet to this file.", valueName: "out"))
  var returned: String?

  @Option(help: "The business date, YYYY-MM-DD; today in Vietnam if not given.")
  var date: CivilDate?

  @OptionGroup var profiles: ProfileOptions

  @OptionGroup var keys: KeyOptions

  @OptionGroup var workbook: WorkbookOptions

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard (0...366).contains(window) else { throw usage("--window is 0 to 366 days.") }
    guard account.map({ (1...64).contains($0.utf8.count) }) ?? true else {
      throw usage("--account has 1 to 64 bytes.")
    }
  }

  func answer() throws -> Answer { try profiles.answer(answer) }

  private func answer(_ reading: ListReading) throws -> Answer {
    var request = BankRequest(files)
    request.reading = reading
    request.fund = fund
    request.account = account
    request.isAnotherAccount = anotherAccount
    request.window = window
    request.returned = returned
    if let date { request.date = date }
    let ledger = try global.openToPost()
    request.key = try keys.signingKey(for: ledger)
    let answer = try ledger.reconcileBank(request)
    if answer.diagnosis.total > 0 { return Answer(refusing: answer.diagnosis) }
    return Answer(
      json: answer.json, text: answer.text, exit: answer.agrees ? .done : .findings,
      diagnoses: answer.diagnosis.asWarnings)
  }
}

extension BankAnswer {
  /// The answer for programs.
  fileprivate var json: JSON {
    .object([
      ("agrees", .bool(agrees)), ("record", .optional(record)),
      ("statements", .array(statements.map(\.json))),
      (
        "matched",
        .array(
          matched.map { rule, count, amount in
            .object([
              ("rule", .string(rule.rawValue)), ("count", .integer(count)),
              ("amount", .integer(amount)),
            ])
          })
      ), ("exceptions", .array(exceptions.map(\.json))),
      ("outstanding", .array(outstanding.map(\.json))),
      ("returned", .integer(returned.count)),
      ("returnedAmount", .integer(returned.reduce(0) { $0 &+ $1.amount })),
      ("returnedFile", .optional(returnedFile)),
    ])
  }

  /// The answer for people.
  fileprivate var text: String {
    var text = ""
    for statement in statements { text += statement.text }
    for (rule, count, amount) in matched {
      text += localized("Matched by \(rule.words): \(grouped(count)), \(grouped(amount)) đ.\n")
    }
    if matched.isEmpty { text += localized("Nothing new is matched.\n") }
    if !outstanding.isEmpty {
      text += localized("In the books and on no statement:\n") + outstanding.table.text + "\n"
    }
    if !exceptions.isEmpty {
      text += localized("Exceptions:\n") + exceptions.table.text + "\n"
    }
    let total = returned.reduce(Int64(0)) { $0 &+ $1.amount }
    if let returnedFile {
      text +=
        localized(
          """
          Wrote \(returnedFile): \(grouped(returned.count)) returned, \(grouped(total)) đ. Post \
          it: benefit-ledger post returned \(returnedFile)\n
          """)
    } else if !returned.isEmpty {
      text += localized(
        "\(grouped(returned.count)) came back and are not posted, \(grouped(total)) đ.\n")
    }
    return text
      + (agrees ? localized("Bank and books agree.") : localized("Bank and books do not agree."))
  }
}

extension StatementEntrySums {
  fileprivate var json: JSON {
    .object([
      ("statement", .integer(number)), ("file", .string(file)),
      ("format", .string(format.rawValue)),
      ("id", .string(id)), ("fund", .string(fund.code)),
      ("account", .optional(account.isEmpty ? nil : masked(account))),
      ("opening", .optional(opening)),
      ("credits", .integer(credits)), ("debits", .integer(debits)), ("closing", .optional(closing)),
      ("entries", .integer(entries)),
      ("otherValueDate", .integer(otherValueDate.count)),
      ("otherValueDateAmount", .integer(otherValueDate.amount)), ("pending", .integer(pending)),
      ("known", .bool(isKnown)),
    ])
  }

  fileprivate var text: String {
    var text = localized(
      "\(file): \(format.rawValue) \(id.isEmpty ? "" : "\(id) ")of fund \(fund.code), ")
    text += localized("statement \(number)\(isKnown ? ", recorded before" : "").\n")
    if let opening, let closing {
      text +=
        localized(
          """
            \(grouped(opening)) đ + \(grouped(credits)) đ in − \(grouped(debits.magnitude)) đ out \
          = \(grouped(closing)) đ, \(counted(entries, "entry", "entries")).\n
          """)
    } else {
      text +=
        localized(
          """
            \(counted(entries, "entry", "entries")): \(grouped(credits)) đ in, \(grouped(debits.magnitude)) đ \
          out.\n
          """)
    }
    if otherValueDate.count > 0 {
      text +=
        localized(
          """
            \(counted(otherValueDate.count, "booking")), \
          \(grouped(otherValueDate.amount)) đ, \(agreeing(otherValueDate.count, "has", "have")) a value date that is not \
          the day of booking; balances are by the day of booking.\n
          """)
    }
    if pending > 0 {
      text += localized(
        "  \(grouped(pending)) bookings are announced and not booked; they are left out.\n")
    }
    return text
  }
}

extension OutstandingBatch {
  fileprivate var json: JSON {
    .object([
      ("fund", .string(fund.code)), ("batch", .integer(batch)), ("event", .string(event.code)),
      ("date", .string(date.description)), ("amount", .integer(amount)), ("late", .bool(isLate)),
    ])
  }
}

extension [OutstandingBatch] {
  fileprivate var table: TextTable {
    var table = TextTable([
      .words("fund"), .numbers("batch"), .words("event"), .words("date"), .numbers("amount"),
      .words("late"),
    ])
    for batch in self {
      table.add([
        batch.fund.code, String(batch.batch), batch.event.code, batch.date.description,
        grouped(batch.amount), batch.isLate ? localized("late") : nil,
      ])
    }
    return table
  }
}
