import BenefitLedger
import LedgerCore

extension BatchTrace {
  /// The answer for programs.
  func json(_ asOf: AsOfOptions) -> JSON {
    let batch = posting.batch
    return .object(
      batch.summary + batch.particulars + [
        ("control", posting.control), ("entries", .rows(vouchers) { $0.json }),
        ("moreLines", .integer(moreLines)),
      ] + asOf.members)
  }

  /// The answer for people.
  func text(_ asOf: AsOfOptions) -> String {
    let header = posting.batch.header
    let deed = header.event.code + (header.control.isCorrection ? localized(" undone") : "")
    var text = localized("Batch \(header.number): \(deed), \(header.fileName)")
    text += "\(asOf.words)\(posting.batch.correction)\n"
    text += localized(
      """
        file       \(grouped(header.fileBytes)) bytes, SHA-256 \(header.fileDigest)
        declared   \(declared)
        in force   date \(header.date), period \(header.period)
        maker      \(header.maker); \(posting.approval)
        lines      \(grouped(header.rowCount)), total \(grouped(header.total)) đồng
        seal       \(posting.batch.seal)

      """)
    for voucher in vouchers { text += "\n" + voucher.text(of: header.number, asOf.now) }
    if moreLines > 0 {
      text += localized("\nLines not listed: \(grouped(moreLines)); --limit lists more.\n")
    }
    return text
  }

  /// What the file or its maker declared, which with event and bytes is the batch's identity.
  private var declared: String {
    let header = posting.batch.header
    let words = [
      header.reference.map { localized("reference \($0)") },
      header.declaredDate.map { localized("date \($0)") },
      header.declaredPeriod.map { localized("period \($0)") },
    ].compactMap { $0 }
    return words.isEmpty ? localized("nothing") : words.joined(separator: ", ")
  }
}

extension BatchTrace.Voucher {
  fileprivate var json: JSON {
    .object(
      entry.members + [
        (
          "correctedBy",
          .rows(correctedBy) { correction in
            .object([
              ("voucher", .integer(correction.voucher)), ("batch", .integer(correction.batch)),
              ("amount", .integer(correction.amount)),
            ])
          }
        ), ("lines", .rows(lines) { $0.json }), ("moreLines", .integer(moreLines)),
      ])
  }

  fileprivate func text(of batch: Int64, _ now: String) -> String {
    var text = localized("Voucher \(entry.number): debit \(entry.debit), credit \(entry.credit), ")
    text += "\(grouped(entry.amount)) đ\n"
    if let corrects = entry.corrects { text += localized("  corrects voucher \(corrects)\n") }
    for correction in correctedBy {
      text += localized(
        "  corrected by voucher \(correction.voucher) of batch \(correction.batch): ")
      text += "\(grouped(correction.amount)) đ\n"
    }
    if let line = entry.fileLine {
      text +=
        localized("  line \(line)") + (entry.document.map { localized(", document \($0)") } ?? "")
        + "\n"
    }
    for line in lines { text += line.text(of: batch, now) }
    if moreLines > 0 {
      text += localized("  … and \(counted(moreLines, "more line"))\n")
    }
    return text
  }
}

extension BatchTrace.Line {
  fileprivate var json: JSON {
    .object([
      ("line", .integer(fileLine)), ("lineNumber", .integer(number)),
      ("person", .string(person.description)), ("amount", .integer(amount)),
      ("step", .optional(step.map { Int64($0) })),
      ("obligation", obligation.map(\.json) ?? .null),
    ])
  }

  /// One line, and below it the steps before and since.
  fileprivate func text(of batch: Int64, _ now: String) -> String {
    var text = localized("  line \(fileLine): \(person), ")
    guard let obligation, let here = step else {
      return text
        + localized("\(grouped(amount)) đ, which is a step of no obligation; run `verify`\n")
    }
    text += "\(obligation.title), \(grouped(amount)) đ; \(now) "
    text += obligation.state.code
    text +=
      obligation.open == 0
      ? localized(", nothing open\n") : localized(", open \(grouped(obligation.open)) đ\n")
    for step in obligation.steps {
      let when =
        step.number < here
        ? localized("before") : step.number > here ? localized("since ") : localized("here  ")
      text += "    \(when)  \(step.number). \(step.date) \(step.deed) \(grouped(step.amount)) đ, "
      text += localized("batch \(step.batch), \(step.file):\(step.fileLine)")
      if let corrects = step.corrects { text += localized(", undoes step \(corrects)") }
      if let undoneBy = step.undoneBy { text += localized(", undone by step \(undoneBy)") }
      text += "\n"
    }
    return text
  }
}
