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
    let diagnostics = ExcerptReader(
      source: source, event: request.event, isCorrection: request.isCorrection
    ).diagnostics(for: said)
    return Diagnosis(
      diagnostics: diagnostics,
      counts: found.counts.map { (code: $0.key, count: $0.value) }.sorted {
        $0.code.rawValue < $1.code.rawValue
      })
  }

  /// One sentence for a list of which every payment was taken by one batch: the same list saved again,
  /// most likely, whose thousand single mistakes would hide what happened.
  func sameListAgain(_ found: FirstFaults, _ index: Int, rowCount: Int64) throws -> Diagnosis? {
    let faults = found.first
    if let all = try allReserved(found, index, rowCount: rowCount) { return all }
    guard rowCount > 1, let first = faults.first, let last = faults.last,
      found.counts.count == 1, Int64(found.counts[first.code] ?? 0) == rowCount,
      first.code != .twiceInFile, first.code != .personHeld,
      first.code != .unitNotValid, first.holder >= 0
    else { return nil }
    var holders: [(batch: Int64, file: String)] = []
    try store.read { snapshot in
      for fault in [first, last] {
        try snapshot.query(
          """
          SELECT b.batch_no, b.file_name
          FROM step s JOIN line l USING (line_no) JOIN batch b USING (batch_no)
          WHERE s.month = ?1 AND s.person = ?2 AND s.benefit_id = ?3 AND s.occurrence = ?4
            AND s.event_id = ?5
          ORDER BY s.step_no DESC LIMIT 1
          """,
          [
            .integer(Int64(fault.key.month.number)), .integer(fault.key.person),
            .integer(Int64(fault.key.benefit)), .integer(Int64(fault.key.occurrence)),
            .integer(Int64(request.event.rawValue)),
          ]
        ) { holders.append(($0.integer(0), maskedDigits($0.text(1)))) }
      }
    }
    guard holders.count == 2, holders[0] == holders[1] else { return nil }
    return Diagnosis(
      Diagnostic(
        file: request.inputs[index].name, code: first.code,
        message: """
          All \(grouped(rowCount)) payments of this file were \(posted) by batch \
          \(holders[0].batch), file \(holders[0].file).
          """,
        help: "It looks like the same list saved again. If it is, there is nothing to do."))
  }

  /// What the event did to payments, as in "were made due".
  private var posted: Message { request.event == .due ? "made due" : participle }

  /// The field a fault is about.
  private static func field(_ code: Code) -> Field {
    switch code {
    case .otherAmount, .moreThanOpen: .amount
    case .otherUnit, .transferSiteMissing, .transferSameSite, .unitNotValid: .site
    case .otherChannel: .channel
    case .otherFund: .fund
    case .accountMissing, .otherAccount: .account
    default: .person
    }
  }

  /// What is wrong with an obligation, and what to do about it.
  func words(
    _ fault: PaymentDiagnosis.Fault, _ snapshot: any LedgerSnapshot
  ) throws -> (message: Message, help: Message) {
    let name = Self.name(fault.key, fault.person)
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
    if fault.code == .reservedBySubmission {
      return try Reservations(snapshot, except: request.stage.approved).words(name, fault.key)
    }
    if fault.code == .personHeld {
      return (
        """
        \(name) cannot be \(participle): the person is not payable, \
        \(try snapshot.words(ofHold: fault.holder)).
        """,
        """
        Take the row out, or release the hold if it is not right. What is owed to heirs is posted as \
        inherited first.
        """
      )
    }
    let story = try story(fault.key, snapshot)
    switch fault.code {
    case .unitNotValid: return try words(ofClosed: story, name, on: fault.holder, snapshot)
    case .alreadyPosted:
      return (
        "\(name) exists already: \(story.text).",
        """
        It is owed once, so remove the row. Only a second obligation of the same kind in the same \
        month is numbered in the column occurrence.
        """
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
    case .alreadyReversed where request.isCorrection:
      return ("\(name) is undone already. \(story.sentence)", "There is nothing left to undo.")
    case .alreadyReversed:
      return (
        "\(name) cannot be \(participle): its due was undone. \(story.sentence)",
        "Post it as due anew first."
      )
    case .alreadyOverpaid:
      return (
        "\(name) cannot be \(participle): it is overpaid. \(story.sentence)",
        overpaidMore
      )
    case .alreadyRecovered:
      return (
        "\(name) cannot be \(participle): what was overpaid is recovered. \(story.sentence)",
        overpaidMore
      )
    case .alreadyInherited:
      return ("\(name) cannot be \(participle): it is owed to the heirs. \(story.sentence)", "")
    case .notLatest:
      return (
        "\(name) was \(participle), but something happened since. \(story.sentence)",
        "Only the latest step can be undone: undo the later ones first."
      )
    case .moreThanOpen:
      return (
        "\(name): \(moreThanOpen(fault.amount, story.open)). \(story.sentence)",
        request.event == .withheld
          ? "A deduction leaves something to be paid. Correct the amount."
          : "No more than that can be \(participle). Correct the amount."
      )
    case .transferSiteMissing:
      return (
        "\(name) is transferred, and the row names no site.",
        "Write in the column site which site has to pay it from now on. \(Self.otherAccount)"
      )
    case .transferSameSite:
      return (
        "\(name) belongs to site \(story.site) already. \(story.sentence)",
        "Remove the row. \(Self.otherAccount)"
      )
    case .otherAmount where request.isCorrection:
      return (
        """
        \(name): the amount is \(grouped(fault.amount)) đ, but the step to undo has \
        \(grouped(story.amount)) đ. \(story.sentence)
        """,
        "A step is undone whole. Correct the amount."
      )
    case .otherAmount:
      return (
        """
        \(name): the amount is \(grouped(fault.amount)) đ, but \(grouped(story.open)) đ is open. \
        \(story.sentence)
        """,
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
    case .otherFund:
      return (
        "\(name) is paid by the fund \(story.fund), not by that of this row. \(story.sentence)",
        "Leave the fund empty or correct it."
      )
    case .accountMissing:
      return (
        "\(name) is reissued by bank and the row has no account.",
        "Give the account as BIN:NUMBER."
      )
    case .otherAccount:
      return (
        "\(name) goes by \(story.channel), and the row has a bank account. \(story.sentence)",
        "Write the channel “bank”, or leave the account empty."
      )
    default:
      return ("\(name) cannot be \(participle). \(story.sentence)", "")
    }
  }

  /// How more is claimed of a payment of which a part was claimed before.
  private var overpaidMore: Message {
    guard request.event == .overpaid else { return "" }
    return """
      If more of it was overpaid, undo with “reverse” what was recovered or offset, then the \
      overpaid itself, and post overpaid anew with the whole amount.
      """
  }

  /// How the bank account of what is not paid yet is corrected, which no transfer does.
  private static let otherAccount: Message =
    """
    If only its bank account or channel is wrong: undo the due with “reverse due”, and post it \
    as due anew with the right one.
    """

  /// What to do about a payment that a unit has which is closed.
  private func words(
    ofClosed story: Story, _ name: Message, on day: Int64, _ snapshot: any LedgerSnapshot
  ) throws -> (message: Message, help: Message) {
    let date = CivilDate(number: Int32(clamping: day)) ?? request.today
    let next = try snapshot.successor(of: story.unit, on: date)
    return (
      "\(name) belongs to site \(story.site), which is closed on \(date). \(story.sentence)",
      next.map {
        """
        A closed site pays nobody. Move what it has to \($0), which took its place, by “sites \
        transfer \(story.site)”, then post this again; or check the business date.
        """
      } ?? """
        A closed site pays nobody. Move what it has to the site that pays now by “sites transfer \
        \(story.site) SITE”, then post this again; or check the business date.
        """
    )
  }

  /// Compares an amount with what there is of it, in the words of the event.
  private func moreThanOpen(_ amount: Int64, _ open: Int64) -> Message {
    switch request.event {
    case .withheld where amount == open:
      "all of the \(grouped(open)) đ to be paid would be withheld"
    case .withheld:
      "\(grouped(amount)) đ would be withheld, but only \(grouped(open)) đ is to be paid"
    case .overpaid: "\(grouped(amount)) đ would be overpaid, but only \(grouped(open)) đ was paid"
    default:
      """
      the amount is \(grouped(amount)) đ, but only \(grouped(open)) đ of what was overpaid is still \
      to come back
      """
    }
  }

  private var participle: Message { request.event.participle }

  static func name(_ key: ObligationKey, _ written: Int64) -> Message {
    let benefit =
      Benefit(rawValue: key.benefit).map { Message.verbatim($0.code) }
      ?? "benefit \(key.benefit)"
    var person = Message.verbatim(PersonNumber(encoded: written)?.description ?? "?")
    if written != key.person {
      person =
        "\(person) (kept under \(PersonNumber(encoded: key.person)?.description ?? "?"))"
    }
    let occurrence: Message = key.occurrence == 1 ? "" : " (occurrence \(key.occurrence))"
    return "The \(benefit) of \(person) for \(key.month)\(occurrence)"
  }

  private struct Story {
    var text: Message = ""
    var amount: Int64 = 0
    var open: Int64 = 0
    var site = ""
    var unit: Int32 = 0
    var channel = ""
    var fund = ""
    var sentence: Message { text.isEmpty ? "" : "So far: \(text)." }
  }

  private func story(_ key: ObligationKey, _ snapshot: any LedgerSnapshot) throws -> Story {
    var story = Story()
    var parts: [Message] = []
    try snapshot.query(
      """
      SELECT e.code, s.amount, s.unit_id, h.code, l.file_line, b.batch_no, b.file_name,
        b.business_date, ifnull(s.remainder, s.amount), s.corrects_step_no, f.code
      FROM step s JOIN event e USING (event_id) JOIN channel h USING (channel_id)
        JOIN fund f ON f.fund_id = s.fund_id JOIN line l USING (line_no)
        JOIN batch b USING (batch_no)
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
        """
        \(row.isNull(9) ? "\(row.text(0))" : "\(row.text(0)) undone") on \(date) by batch \
        \(row.integer(5)), file \(maskedDigits(row.text(6))), line \(row.integer(4))
        """)
      story.amount = row.integer(1)
      story.open = row.integer(8)
      story.channel = row.text(3)
      story.fund = row.text(10)
      let unit = try snapshot.unit(Int32(truncatingIfNeeded: row.integer(2)))
      story.unit = unit.unit
      story.site = unit.versions[unit.versions.count - 1].code.text
    }
    story.text = parts.joined(separator: "; ")
    return story
  }
}

extension Event {
  /// What the event makes of a payment, as in "cannot be returned".
  var participle: Message {
    switch self {
    case .unpaid: "listed as unpaid"
    case .offset: "offset"
    case .due: "made due"
    case .paid: "paid"
    case .returned: "returned"
    case .reissued: "reissued"
    case .cancelled: "cancelled"
    case .overpaid: "overpaid"
    case .recovered: "recovered"
    case .transferred: "transferred"
    case .withheld: "withheld"
    case .inherited: "inherited"
    case .opening, .contribution, .budget, .advance, .refund, .shortage, .shortageRecovered,
      .premium, .premiumSettled, .remitted, .handover, .yearEnd:
      .verbatim(code)
    }
  }
}
