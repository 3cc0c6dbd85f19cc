import BenefitLedger
import LedgerCore

extension Answer {
  /// The answer of `post`: receipts, and what is wrong with the files that were refused.
  init(_ posting: PostingAnswer, isQuiet: Bool) {
    let diagnoses = posting.receipts.map(\.diagnosis).filter { !$0.diagnostics.isEmpty }
    self.init(
      json: .object(posting.members), text: posting.receiptText(isQuiet: isQuiet),
      exit: posting.exit, diagnoses: diagnoses)
  }

  /// The answer of a command that posts nothing because its one file is refused.
  init(refusing diagnosis: Diagnosis) {
    var exit = ExitCode.refused
    for (code, _) in diagnosis.counts where !code.isWarning { exit = .graver(exit, code.exit) }
    self.init(
      json: .object([
        (
          "error",
          .object([
            ("code", .string(diagnosis.firstCode.text)),
            ("message", .words(diagnosis.summary(ofFiles: 1))),
          ])
        ), ("diagnostics", .array(diagnosis.diagnostics.map(BenefitLedgerJSON.mistake))),
      ]),
      text: "", exit: exit, diagnoses: [diagnosis])
  }
}

extension PostingAnswer {
  /// The members of the JSON document.
  var members: [(String, JSON)] {
    var members: [(String, JSON)] = [
      ("batches", .array(receipts.map(\.json))), ("lines", .integer(lines)),
      ("total", .integer(total)),
    ]
    let refused = receipts.filter { $0.state == .refused }
    if let failure {
      members.append(
        (
          "error",
          .object([
            ("code", .string(failure.code.text)), ("message", .words(failure.message)),
          ])
        ))
    } else if let first = refused.first {
      members.append(
        (
          "error",
          .object([
            ("code", .string(first.diagnosis.firstCode.text)),
            ("message", .words(first.diagnosis.summary(ofFiles: refused.count))),
          ])
        ))
    }
    let mistakes = receipts.flatMap(\.diagnosis.diagnostics)
    if !mistakes.isEmpty || members.count > 3 {
      members.append(("diagnostics", .array(mistakes.map(BenefitLedgerJSON.mistake))))
    }
    return members
  }

  /// The receipts for people: one by one if they are few, together if they are many.
  func receiptText(isQuiet: Bool) -> String {
    var text = ""
    let isMany = receipts.count > 20
    for receipt in receipts where !isMany || receipt.state == .refused {
      text += receipt.line + "\n"
    }
    if isMany || receipts.count > 1 {
      let posted = receipts.count { $0.state == .posted && !$0.alreadyPosted }
      let before = receipts.count { $0.alreadyPosted && $0.state == .posted }
      let waiting = receipts.count { $0.alreadyPosted && $0.state == .submitted }
      let submitted = receipts.count { $0.state == .submitted && !$0.alreadyPosted }
      let refused = receipts.count { $0.state == .refused }
      let checked = receipts.count { $0.state == .checked }
      var parts: [String] = []
      if posted > 0 { parts.append(localized("\(counted(posted, "file")) posted")) }
      if submitted > 0 {
        parts.append(
          localized(
            """
            \(counted(submitted, "file")) with \(counted(submittedLines, "line")) submitted, \
            to be approved
            """))
      }
      if checked > 0 {
        parts.append(localized("\(counted(checked, "file")) checked, nothing posted"))
      }
      if before > 0 { parts.append(localized("\(grouped(Int64(before))) posted before")) }
      if waiting > 0 { parts.append(localized("\(grouped(Int64(waiting))) submitted before")) }
      if refused > 0 { parts.append(localized("\(grouped(Int64(refused))) refused")) }
      text +=
        parts.joined(separator: ", ")
        + (submitted > 0 && posted + checked == 0
          ? ".\n" : localized(": \(counted(lines, "line")), \(grouped(total)) đ.\n"))
    }
    if let failure {
      text +=
        localized("Stopped: \(failure.message)\n")
        + (failure.help.isEmpty ? "" : "  " + localized(failure.help) + "\n")
    }
    return text
  }
}

extension Receipt {
  /// The receipt as the contract's JSON object.
  var json: JSON {
    .object(
      [
        ("batch", .optional(batch)), ("submission", .optional(submission)),
        ("state", .string(state.rawValue)),
        ("event", .string(event.code)), ("file", .string(file)),
        ("reference", .optional(reference)), ("date", .optional(date?.description)),
        ("period", .optional(period?.description)), ("lines", .integer(lines)),
        ("total", .integer(total)), ("vouchers", .integer(vouchers)),
        ("seal", .optional(seal?.description)), ("alreadyPosted", .bool(alreadyPosted)),
      ] + heldMembers + rejectsMembers)
  }

  /// The rows at fault, if they were written to a file.
  private var rejectsMembers: [(String, JSON)] {
    rejects.map { [("rejected", .integer(rejected)), ("rejects", .string($0))] } ?? []
  }

  /// What was left out, if anything was.
  private var heldMembers: [(String, JSON)] {
    leftOut == 0
      ? [] : [("leftOut", .integer(leftOut)), ("heldReport", .optional(heldReport))]
  }

  /// What was left out, as the end of a sentence.
  private var heldText: String {
    guard leftOut > 0 else { return "" }
    return localized(", \(counted(leftOut, "held row")) left out")
      + (heldReport.map { " (\(maskedDigits($0)))" } ?? "")
  }

  /// Where the rows at fault are, if they were written to a file.
  private var rejectsText: String {
    rejects.map {
      localized(
        " \(counted(rejected, "row at fault is", "rows at fault are")) in \(maskedDigits($0)).")
    } ?? ""
  }

  /// How many mistakes there are: that they made a submission void is not one more.
  private var mistakes: Int {
    let closing = diagnosis.counts.first { $0.code == .submissionVoid }?.count ?? 0
    return diagnosis.total > closing ? diagnosis.total - closing : diagnosis.total
  }

  /// What the batch records; a correction has a negative total.
  private var deed: String { total < 0 ? localized("\(event.code) undone") : event.code }

  /// The receipt on one line.
  var line: String {
    let file = maskedDigits(file)
    let sum = localized("\(counted(lines, "line")), \(grouped(total)) đ") + heldText
    let when = localized("date \(date?.description ?? "-"), period \(period?.description ?? "-")")
    switch state {
    case .posted where alreadyPosted:
      return localized(
        "\(file): posted before as batch \(batch ?? 0): \(sum), \(when). Nothing new posted.")
    case .posted:
      let seal = seal.map { String($0.description.prefix(16)) } ?? ""
      return localized(
        """
        \(file): posted as batch \(batch ?? 0): \(deed), \(sum), \
        \(counted(vouchers, "voucher")), \(when), seal \(seal)…
        """)
    case .submitted:
      return localized(
        alreadyPosted
          ? """
          \(file): submitted before as submission \(submission ?? 0): \(event.code), \(sum), \
          \(when). Nothing posted yet: \(next ?? "")
          """
          : """
          \(file): submitted as submission \(submission ?? 0): \(event.code), \(sum), \(when). \
          Nothing posted yet: \(next ?? "")
          """)
    case .rejected, .withdrawn:
      return
        localized(
          """
          \(file): submission \(submission ?? 0) \(next ?? "rejected"), nothing of it is posted: \
          \(event.code), \(sum).
          """)
    case .checked:
      return localized("\(file): checked, nothing posted: \(deed), \(sum), \(when).")
    case .refused:
      return localized(
        """
        \(file): refused, nothing of it is posted: \(counted(mistakes, "mistake")).\(rejectsText)
        """)
    }
  }
}

extension Diagnosis {
  /// The code of the first mistake that is not a warning.
  var firstCode: Code { diagnostics.first { !$0.isWarning }?.code ?? .internalFault }

  /// One sentence for the `error` member.
  func summary(ofFiles files: Int) -> Message {
    let first = diagnostics.first { !$0.isWarning }?.message ?? "The file is refused."
    return files == 1 ? first : "\(files) files are refused. The first: \(first)"
  }
}
