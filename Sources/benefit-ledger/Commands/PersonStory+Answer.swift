import BenefitLedger
import LedgerCore

extension PersonStory {
  /// The answer for programs.
  func json(_ asOf: AsOfOptions) -> JSON {
    .object(
      [("person", .string(person.description))] + asOf.members + [
        ("obligations", .array(obligations.map(\.json)))
      ])
  }

  /// The answer for people.
  func text(_ asOf: AsOfOptions) -> String {
    var text = localized("Person \(person)\(asOf.words)\n")
    for obligation in obligations { text += "\n" + obligation.text(asOf.now) }
    return text
  }
}

extension ObligationStory {
  fileprivate var json: JSON {
    .object(
      obligation.particulars + [
        ("now", .string(obligation.sentence)),
        (
          "steps",
          .rows(steps) { story in
            .object(
              story.step.json + [
                ("posting", story.posting.json), ("entry", story.voucher.json),
              ])
          }
        ),
      ])
  }

  fileprivate func text(_ now: String) -> String {
    var text = localized("\(obligation.title): \(grouped(obligation.amount)) đồng\n")
    text += "\(now.prefix(1).uppercased())\(now.dropFirst()): \(obligation.sentence)\n"
    for story in steps { text += "\n" + story.text(among: steps) }
    return text
  }
}

extension StepStory {
  /// One step as a block of lines: what happened, and below it what that rests on.
  fileprivate func text(among steps: [StepStory]) -> String {
    var text = "\(step.number). \(step.date) \(step.deed): \(grouped(step.amount)) đ, "
    text += localized(
      "\(step.site), \(step.channel.code), fund \(step.fund.code); then \(step.to.code)")
    text +=
      step.open == 0 ? localized(", nothing open\n") : localized(", open \(grouped(step.open)) đ\n")
    func add(_ title: String, _ words: String?) {
      guard let words else { return }
      text += "   " + title + String(repeating: " ", count: max(1, 10 - title.count)) + words + "\n"
    }
    add(
      localized("undoes"), step.corrects.flatMap { number in steps.step(number) }.map { $0.place })
    add(
      localized("undone by"),
      step.undoneBy.flatMap { number in steps.step(number) }.map { $0.undoing })
    let header = posting.batch.header
    add(
      localized("batch"),
      localized(
        """
        \(step.batch), reference \(step.reference ?? "-"), period \
        \(header.period)\(header.control.reason.map { ": \($0)" } ?? "")
        """))
    add(
      localized("file"),
      localized("\(step.file), line \(step.fileLine) (line \(step.line) of the ledger)"))
    add("", localized("\(grouped(header.fileBytes)) bytes, SHA-256 \(header.fileDigest)"))
    add(localized("maker"), "\(header.maker); \(posting.approval)")
    add(localized("voucher"), voucher.sentence)
    add(localized("account"), step.account)
    add(localized("document"), step.document)
    add(localized("reason"), step.reason)
    add(localized("seal"), "\(posting.batch.seal.description.prefix(16))…")
    return text
  }

  /// Where it was posted.
  fileprivate var place: String {
    localized("step \(step.number), batch \(step.batch), file \(step.file), line \(step.fileLine)")
  }

  /// By which batch it was undone, by whom and why, said of the step that undoes.
  fileprivate var undoing: String {
    let header = posting.batch.header
    return localized(
      """
      step \(step.number), batch \(step.batch) on \(step.date), by \(header.maker): \
      \(header.control.reason ?? "-")
      """)
  }
}

extension [StepStory] {
  /// The step of a number.
  fileprivate func step(_ number: Int32) -> StepStory? { first { $0.step.number == number } }
}

extension VoucherEntry {
  /// Both accounts and the amount, with how many lines share it.
  fileprivate var sentence: String {
    localized(
      """
      \(number): debit \(debit), credit \(credit), \(grouped(amount)) đ in \
      \(counted(lineCount.magnitude, "line"))\(corrects.map { ", corrects voucher \($0)" } ?? "")
      """)
  }
}

extension PostingStory {
  /// The batch for programs: what `batch show` says of it, and who agreed to it.
  var json: JSON {
    .object(batch.summary + batch.particulars + [("control", control)])
  }

  /// Who agreed to it, for programs; null where one person alone posts.
  var control: JSON {
    .object([
      (
        "submission",
        submission.map { record in
          .object([
            ("record", .integer(record.number)), ("kind", .string(record.kind.code)),
            ("date", .string(record.date.description)), ("maker", .string(record.maker)),
            ("reason", .optional(record.reason)), ("file", .optional(record.file)),
            ("digest", .string(record.digest.description)),
          ])
        } ?? .null
      ),
      ("approvers", .optional(batch.header.control.approvers)),
      ("leftOut", .integer(batch.header.control.leftOut)),
    ])
  }

  /// Who agreed to it, for people.
  var approval: String {
    let approved =
      batch.header.control.approvers.map { localized("approved by \($0)") }
      ?? localized("nobody had to approve")
    return submission.map {
      localized("submitted by \($0.maker) as record \($0.number), \(approved)")
    }
      ?? approved
  }
}

extension PersonStatement.Obligation {
  /// Its month and benefit.
  var title: String {
    "\(month) \(benefit.code)" + (occurrence > 1 ? localized(" (occurrence \(occurrence))") : "")
  }

  /// Where it stands, and what is open.
  var sentence: String {
    let open = "\(grouped(open)) đ"
    return switch state {
    case .none: localized("nothing became due.")
    case .due: localized("\(open) is due and not yet paid.")
    case .paid: localized("it is paid; nothing is open.")
    case .unclaimed: localized("the money did not reach the person; \(open) is owed and unclaimed.")
    case .cancelled: localized("it is void; nothing is open.")
    case .reversed:
      localized("what made it due was undone; nothing is open, and it can become due anew.")
    case .overpaid: localized("it is paid, and \(open) that was not owed is still to be recovered.")
    case .recovered:
      localized("it is paid, and all that was not owed has come back; nothing is open.")
    case .inherited: localized("\(open) is owed to the heirs.")
    }
  }
}
