import BenefitLedger
import LedgerCore

extension SubmittedLines {
  /// How many lines people are shown.
  static let forPeople = 200

  /// The members of the JSON document.
  ///
  /// - Parameter isListed: Whether the lines were asked for, and not only what they warn of.
  /// - Returns: The members.
  func members(isListed: Bool) -> [(String, JSON)] {
    var members: [(String, JSON)] = []
    if isListed {
      members += [
        ("entries", .rows(lines) { $0.json }),
        ("moreLines", .integer(count - Int64(lines.count))),
      ]
    }
    if !warnings.diagnostics.isEmpty {
      members.append(
        ("diagnostics", .array(warnings.diagnostics.map(BenefitLedgerJSON.mistake))))
    }
    return members
  }

  /// The lines for people.
  var text: String {
    var table = TextTable([
      .numbers("line"), .words("person"), .words("benefit"), .words("month"), .numbers("amount"),
      .words("site"), .words("channel"), .words("fund"), .words("account"),
    ])
    for line in lines {
      table.add([
        String(line.fileLine), line.person?.description,
        line.benefit.map { $0.code + (line.occurrence > 1 ? " (\(line.occurrence))" : "") },
        line.month?.description, grouped(line.amount), line.unit?.text, line.channel?.code,
        line.fund?.code,
        line.account.map { $0 + (line.paysElsewhere ? localized(" (not that due)") : "") },
      ])
    }
    let more = count - Int64(lines.count)
    return table.text
      + (more > 0 ? localized("\(counted(more, "line")) more; --json has all of them.\n") : "")
  }
}

extension SubmittedLines.Line {
  fileprivate var json: JSON {
    .object([
      ("line", .integer(fileLine)), ("person", .optional(person?.description)),
      ("benefit", .optional(benefit?.code)), ("month", .optional(month?.description)),
      ("occurrence", .integer(occurrence)), ("amount", .integer(amount)),
      ("site", .optional(unit?.text)), ("channel", .optional(channel?.code)),
      ("fund", .optional(fund?.code)), ("account", .optional(account)),
      ("otherAccount", .bool(paysElsewhere)),
    ])
  }
}
