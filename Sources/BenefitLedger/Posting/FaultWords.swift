import BatchFiles
import LedgerCore
import LedgerStore

/// Says what is wrong with an obligation so that a clerk sees what happened to that payment so far.
struct FaultWords {
  let request: PostingRequest
  let store: any LedgerStore

  /// The diagnosis of the faults found in one file.
  func diagnosis(_ found: FirstFaults, _ index: Int) throws -> Diagnosis {
    let faults = found.first
    guard !faults.isEmpty else { return Diagnosis() }
    let said = try store.read { snapshot in
      try faults.map { fault in
        let (message, help) = try words(fault, snapshot)
        return (
          fileLine: fault.fileLine, field: Self.field(fault.code), code: fault.code,
          message: message, help: help
        )
      }
    }
    let source = try request.source(request.inputs[index])
    let diagnostics = ExcerptReader(source: source, event: request.event).diagnostics(for: said)
    return Diagnosis(
      diagnostics: diagnostics,
      counts: found.counts.map { (code: $0.key, count: $0.value) }.sorted {
        $0.code.rawValue < $1.code.rawValue
      })
  }

  /// The field a fault is about.
  private static func field(_ code: Code) -> Field {
    switch code {
    case .otherAmount: .amount
    case .otherUnit: .site
    case .otherChannel: .channel
    case .accountMissing: .account
    default: .person
    }
  }

  private func words(
    _ fault: PaymentDiagnosis.Fault, _ snapshot: any LedgerSnapshot
  ) throws -> (message: String, help: String) {
    let name = Self.name(fault.key)
    if fault.code == .twiceInFile {
      return (
        "\(name) is in this file twice; line \(fault.holder) has it first.",
        "Remove one of the two rows. If both are owed, number them in the column occurrence."
      )
    }
    if fault.holder < 0 {
      return (
        "\(name) would be taken by \(request.inputs[Int(-1 - fault.holder)].name) of this call.",
        "Remove it from one of the two files."
      )
    }
    let story = try story(fault.key, snapshot)
    switch fault.code {
    case .alreadyPosted:
      return (
        "\(name) exists already: \(story.text).",
        "It is owed once. If it is owed again, number it in the column occurrence."
      )
    case .neverDue:
      return (
        "\(name) never became due, so it cannot be \(participle).",
        "Check person, benefit, month and occurrence, or post the list that makes it due first."
      )
    case .stillDue:
      return ("\(name) cannot be \(participle): it is due and not yet paid. \(story.sentence)", "")
    case .alreadyPaid:
      return (
        "\(name) cannot be \(participle): it is paid. \(story.sentence)",
        request.event == .paid ? "Do not pay it a second time." : ""
      )
    case .alreadyUnclaimed:
      return ("\(name) cannot be \(participle): its money came back. \(story.sentence)", "")
    case .alreadyCancelled:
      return ("\(name) cannot be \(participle): it is cancelled. \(story.sentence)", "")
    case .otherAmount:
      return (
        "\(name): the amount is \(grouped(fault.amount)) đ, but \(grouped(story.amount)) đ is open. "
          + story.sentence,
        "A payment is taken whole. Correct the amount."
      )
    case .otherUnit:
      return (
        "\(name) belongs to site \(story.site), not to the site of this row. \(story.sentence)",
        "Leave the site empty or correct it."
      )
    case .otherChannel:
      return (
        "\(name) goes by \(story.channel), not by the channel of this row. \(story.sentence)",
        "Leave the channel empty or correct it."
      )
    case .accountMissing:
      return (
        "\(name) is reissued by bank and the row has no account.",
        "Give the account as BIN:NUMBER."
      )
    default:
      return ("\(name) cannot be \(participle). \(story.sentence)", "")
    }
  }

  /// What the event would make of the payment, as in "cannot be returned".
  private var participle: String {
    switch request.event {
    case .unpaid: "listed as unpaid"
    case .due: "made due"
    default: request.event.code
    }
  }

  private static func name(_ key: ObligationKey) -> String {
    let benefit = Benefit(rawValue: key.benefit)?.code ?? "benefit \(key.benefit)"
    let person = PersonNumber(encoded: key.person)?.description ?? "?"
    let occurrence = key.occurrence == 1 ? "" : " (occurrence \(key.occurrence))"
    return "The \(benefit) of \(person) for \(key.month)\(occurrence)"
  }

  private struct Story {
    var text = ""
    var amount: Int64 = 0
    var site = ""
    var channel = ""
    var sentence: String { text.isEmpty ? "" : "So far: \(text)." }
  }

  private func story(_ key: ObligationKey, _ snapshot: any LedgerSnapshot) throws -> Story {
    var story = Story()
    var parts: [String] = []
    try snapshot.query(
      """
      SELECT e.code, s.amount, s.unit_id, h.code, l.file_line, b.batch_no, b.file_name,
        b.business_date
      FROM step s JOIN event e USING (event_id) JOIN channel h USING (channel_id)
        JOIN line l USING (line_no) JOIN batch b USING (batch_no)
      WHERE s.month = ?1 AND s.person = ?2 AND s.benefit_id = ?3 AND s.occurrence = ?4
      ORDER BY s.step_no
      """,
      [
        .integer(Int64(key.month.number)), .integer(key.person), .integer(Int64(key.benefit)),
        .integer(Int64(key.occurrence)),
      ]
    ) { row in
      let date = CivilDate(number: Int32(truncatingIfNeeded: row.integer(7)))?.description ?? "?"
      parts.append(
        "\(row.text(0)) on \(date) by batch \(row.integer(5)), file \(row.text(6)), line "
          + "\(row.integer(4))")
      story.amount = row.integer(1)
      story.channel = row.text(3)
      let unit = try snapshot.unit(Int32(truncatingIfNeeded: row.integer(2)))
      story.site = unit.versions[unit.versions.count - 1].code.text
    }
    story.text = parts.joined(separator: "; ")
    return story
  }
}

/// An amount with its thousands grouped by points, as Vietnamese clerks write it: 1.234.567.
public func grouped(_ amount: Int64) -> String {
  let digits = Array(String(amount.magnitude).utf8)
  var bytes: [UInt8] = amount < 0 ? [UInt8(ascii: "-")] : []
  for (index, digit) in digits.enumerated() {
    if index > 0 && (digits.count - index) % 3 == 0 { bytes.append(UInt8(ascii: ".")) }
    bytes.append(digit)
  }
  return String(decoding: bytes, as: UTF8.self)
}
