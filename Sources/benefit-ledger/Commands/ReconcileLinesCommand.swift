import ArgumentParser
import BenefitLedger
import LedgerCore

/// `reconcile lines`: our lines of an event against the other side's list, one by one.
struct ReconcileLinesCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "lines", abstract: "Compare our lines with the other side's list, one by one.",
    discussion: """
      Ours is what stands: what was undone is not there. Several files are one list; their rows need \
      person, benefit, month and amount, and site and channel are compared where they are named. \
      Differences are put together to the smallest explanation: a site that is missing is one. \
      --correct writes the lists that, posted, make both sides agree, as far as the rules of the \
      ledger allow.
      """)

  @Argument(help: "The other side's files.")
  var files: [String] = []

  @Option(
    help: ArgumentHelp("A file that names the files, one a line; - is stdin.", valueName: "file"))
  var filesFrom: String?

  @Option(help: "What both sides say happened: paid, due, unpaid, returned, cancelled …")
  var event: Event

  @Option(help: "Only this unit, on either side; a row that names no unit is of it.")
  var site: String?

  @Option(help: "Only our lines of this accounting period, YYYY-MM.")
  var period: Month?

  @Option(
    help: ArgumentHelp(
      "Write every difference there, with the persons' whole numbers.", valueName: "file"))
  var csv: String?

  @Option(
    help: ArgumentHelp(
      "Write the list there that would make both sides agree; what comes before it goes beside it.",
      valueName: "file"))
  var correct: String?

  @OptionGroup var profile: ProfileOptions

  @OptionGroup var asOf: AsOfOptions

  @OptionGroup var workbook: WorkbookOptions

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard !files.isEmpty || filesFrom != nil else {
      throw usage("Name at least one file.")
    }
    guard event.list == .payments else {
      throw usage("Lines of “\(event.code)” have no persons; use `reconcile totals`.")
    }
    guard correct == nil || (asOf.asAt == nil && asOf.asKnownAt == nil) else {
      throw usage(
        "--correct is for the ledger as it is now, without --as-at and --as-known-at.")
    }
    _ = try unit()
  }

  func answer() throws -> Answer { try profile.answer(compare) }

  private func compare(_ reading: ListReading) throws -> Answer {
    let paths = try files + (filesFrom.map(FileList.read) ?? [])
    guard !paths.isEmpty else { throw LedgerError(.usage, "The list of files names none.") }
    var request = LinesRequest(event, paths.map { .file($0) })
    request.reading = reading
    request.site = try unit()
    request.period = period
    request.asAt = asOf.asAt
    request.asKnownAt = asOf.asKnownAt
    request.csv = csv
    request.correct = correct
    let result = try global.openToRead().reconcileLines(request)
    guard result.diagnosis.total == 0 else { return Answer(refusing: result.diagnosis) }
    return Answer(
      json: .object(asked + result.members), text: result.text(self),
      exit: result.agrees ? .done : .findings,
      diagnoses: result.diagnosis.diagnostics.isEmpty ? [] : [result.diagnosis])
  }

  private func unit() throws -> UnitCode? { try site.map { try unitCode($0) } }

  /// What was asked.
  private var asked: [(String, JSON)] {
    [
      ("event", .string(event.code)), ("site", .optional(site)),
      ("period", .optional(period?.description)),
    ] + asOf.members
  }

  /// What was asked, for people.
  fileprivate var scope: String {
    event.code + (site.map { localized(", site \($0)") } ?? "")
      + (period.map { localized(", period \($0)") } ?? "")
      + asOf.words
  }
}

extension LinesReconciliation {
  /// The members of the answer for programs.
  fileprivate var members: [(String, JSON)] {
    var members: [(String, JSON)] = [
      ("agrees", .bool(agrees)), ("matched", .optional(matched.count)),
      ("matchedAmount", .integer(matched.amount)), ("ours", ours.json), ("theirs", theirs.json),
      ("total", .integer(total)),
      (
        "found",
        .rows(found) {
          .object([
            ("kind", .string($0.kind.code)), ("count", .optional($0.tally.count)),
            ("amount", .integer($0.tally.amount)),
          ])
        }
      ), ("groups", .rows(groups) { $0.json }), ("differences", .rows(differences) { $0.json }),
    ]
    if let correction { members.append(("correction", correction.json)) }
    return members
  }

  /// How many groups, and how many single differences, are shown to people; a file has them all.
  private static let shown = 200

  /// The answer for people: what is one difference first, then what stands alone.
  fileprivate func text(_ command: ReconcileLinesCommand) -> String {
    let sides = localized("\(ours.text) of ours, \(theirs.text) of theirs")
    guard !agrees else { return localized("Every line agrees: \(sides) (\(command.scope)).\n") }
    var text = localized("Compared \(sides) (\(command.scope)); \(matched.text) agree.\n")
    for tally in found {
      text += "  \(tally.kind.words): \(tally.tally.text)\n"
    }
    if !groups.isEmpty {
      text += "\n"
      for (place, group) in groups.prefix(Self.shown).enumerated() {
        text += "\(place + 1). \(group.line)\n"
      }
      if groups.count > Self.shown {
        let unshown = grouped(Int64(groups.count - Self.shown))
        text += localized("\(unshown) more of these are not shown; --json has all.\n")
      }
    }
    if !singles.isEmpty { text += "\n" + singles.prefix(Self.shown).table.text }
    let unshown = singleCount - Int64(min(singles.count, Self.shown))
    if unshown > 0 {
      text += localized("\(grouped(unshown)) more are not shown; --csv writes all.\n")
    }
    if let csv = command.csv {
      text += localized("\n\(csv) has every difference, with the persons' whole numbers.\n")
    }
    return text + (correction?.text(period: command.period) ?? "")
  }
}

extension LineDifferenceKind {
  /// For people.
  fileprivate var words: String {
    switch self {
    case .missingOurs: localized("they have and we do not")
    case .missingTheirs: localized("we have and they do not")
    case .amount: localized("another amount")
    case .duplicate: localized("they have more than once")
    case .site: localized("another site")
    case .channel: localized("another channel")
    }
  }
}

extension LineDifference {
  fileprivate var json: JSON {
    .object([
      ("kind", .string(kind.code)), ("person", .string(person.description)),
      ("benefit", .string(benefit.code)), ("month", .string(month.description)),
      ("ours", .optional(ours)), ("theirs", .optional(theirs)), ("line", .optional(line)),
      ("occurrence", .integer(Int64(occurrence))), ("ourSite", .optional(ourSite)),
      ("theirSite", .optional(theirSite)), ("ourChannel", .optional(ourChannel?.code)),
      ("theirChannel", .optional(theirChannel?.code)), ("batch", .optional(batch)),
      ("file", .optional(file)), ("group", .optional(group.map { Int64($0 + 1) })),
    ])
  }
}

extension Collection where Element == LineDifference {
  fileprivate var table: TextTable {
    var table = TextTable([
      .words("difference"), .words("person"), .words("benefit"), .words("month"),
      .numbers("ours"), .numbers("theirs"), .words("our site"), .words("their site"),
      .words("batch"), .words("file:line"),
    ])
    for difference in self {
      let isOtherChannel = difference.kind == .channel
      table.add([
        difference.kind.code, difference.person.description,
        difference.benefit.code
          + (difference.occurrence > 1 ? " (\(difference.occurrence))" : ""),
        difference.month.description, difference.ours.map { grouped($0) },
        difference.theirs.map { grouped($0) },
        isOtherChannel ? difference.ourChannel?.code : difference.ourSite,
        isOtherChannel ? difference.theirChannel?.code : difference.theirSite,
        difference.batch.map { String($0) },
        difference.file.map { "\($0):\(difference.line ?? 0)" },
      ])
    }
    return table
  }
}

extension LinesGroup {
  fileprivate var json: JSON {
    .object([
      ("kind", .string(kind.code)), ("site", .optional(site)),
      ("benefit", .optional(benefit?.code)), ("month", .optional(month?.description)),
      ("channel", .optional(channel?.code)), ("batch", .optional(batch)), ("file", .optional(file)),
      ("theirSite", .optional(theirSite)), ("theirChannel", .optional(theirChannel?.code)),
      ("whole", .bool(isWhole)), ("count", .integer(count)), ("amount", .integer(amount)),
    ])
  }

  /// The group in one sentence.
  fileprivate var line: String {
    let sum = localized("\(grouped(count)) lines, \(grouped(amount)) đ")
    switch kind {
    case .missingOurs: return localized("We have nothing of \(what): \(sum).")
    case .missingTheirs: return localized("They have nothing of \(what): \(sum).")
    case .duplicate: return localized("They have \(what) twice: \(sum) more.")
    case .site:
      return localized(
        """
        They have \(theirSite ?? "?") where we have \
        \(site ?? "?")\(isWhole ? ", all of it" : ""): \(sum).
        """)
    case .channel:
      return localized(
        "They have \(theirChannel?.code ?? "?") where we have \(channel?.code ?? "?"): \(sum).")
    case .amount: return localized("Another amount: \(sum).")
    }
  }

  /// What the lines have in common.
  private var what: String {
    let parts = [
      site.map { localized("site \($0)") }, benefit.map { localized("benefit \($0.code)") },
      month.map { localized("month \($0)") },
      channel.map { localized("channel \($0.code)") }, batch.map { localized("batch \($0)") },
      file.map { localized("file \($0)") },
    ].compactMap { $0 }
    return parts.isEmpty ? localized("the whole list") : parts.joined(separator: ", ")
  }
}

extension LinesCorrection {
  fileprivate var json: JSON {
    .object([
      (
        "lists",
        .rows(lists) { list in
          .object([
            ("file", .string(list.path)), ("command", .string(list.undoes ? "reverse" : "post")),
            ("event", .string(list.event.code)), ("count", .integer(list.count)),
            ("total", .integer(list.total)),
          ])
        }
      ),
      (
        "left",
        .rows(left) {
          .object([("why", .string($0.why.name)), ("count", .integer($0.count))])
        }
      ),
    ])
  }

  /// The commands that post the lists, and what is left to a person.
  fileprivate func text(period: Month?) -> String {
    var text = ""
    if !lists.isEmpty {
      text += localized(
        "\nTo make our lines theirs, look these lists through and post them in this order:\n")
    }
    for list in lists {
      text += "  benefit-ledger \(list.undoes ? "reverse" : "post") \(list.event.code) \(list.path)"
      text += " --count \(list.count) --total \(list.total)"
      if list.undoes { text += " --reason …" }
      if !list.undoes, let period { text += " --period \(period)" }
      text += "\n"
    }
    for (why, count) in left {
      text += localized("No list corrects \(grouped(count)) of the differences: \(why.words).\n")
    }
    return text
  }
}

extension LinesCorrection.Why {
  /// The stable name: a code of the ledger's, or a word.
  fileprivate var name: String {
    switch self {
    case .theirs: "theirs"
    case .refused(let code): code.text
    case .afterAnother: "after-another"
    }
  }

  /// For people.
  fileprivate var words: String {
    switch self {
    case .theirs: localized("they are in their list more than once, and theirs to strike out")
    case .afterAnother: localized("another of the same payment comes first; then reconcile again")
    case .refused(let code): "\(code.text), \(Self.reason(code))"
    }
  }

  private static func reason(_ code: Code) -> String {
    switch code {
    case .neverDue: localized("it never became due")
    case .otherAmount: localized("the ledger owes another amount")
    case .notLatest: localized("something happened to it since, which is undone first")
    case .alreadyPosted, .stillDue: localized("it is still due")
    case .alreadyPaid: localized("it is paid, by a line that is not looked at here")
    case .alreadyCancelled, .alreadyReversed: localized("it is cancelled or undone")
    case .personHeld: localized("the person is not payable")
    case .accountMissing: localized("it goes through a bank, and the list here has no account")
    case .fieldEmpty: localized("their row names no site or no channel")
    case .unitNotValid: localized("their site is closed, or pays nobody")
    case .amountHeld: localized("the amount is above a limit of the chart")
    case .transferSameSite: localized("another channel at the same site is another due")
    default: localized("the rules of the ledger do not allow it")
    }
  }
}
