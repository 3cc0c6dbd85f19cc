import ArgumentParser
import BenefitLedger
import LedgerCore

/// `prove`: a file by which somebody without the ledger sees that a line is in it.
struct ProveCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "prove", abstract: "Write a proof that a payment is in the ledger.",
    discussion: """
      Proves one line: the last step of the obligation, or the last of an event. The file holds the \
      person's number, name and account and is for its owner alone; check-proof checks it without the \
      ledger. It says that the line was there, not that nothing followed.
      """)

  @Argument(help: "A 12-digit personal number or a 10-digit social insurance number.")
  var number: String

  @Argument(help: "The benefit.")
  var benefit: Benefit

  @Argument(help: "The month of entitlement, YYYY-MM.")
  var month: Month

  @Option(help: "The last step of this event, such as paid.")
  var event: Event?

  @Option(help: "Which of several such obligations, from 1.")
  var occurrence: Int?

  @Option(
    help: ArgumentHelp(
      "A file of checkpoints; the last one of it is used.", valueName: "file"))
  var checkpoint: String

  @Option(help: ArgumentHelp("The file to make.", valueName: "file"))
  var out: String

  @OptionGroup var global: GlobalOptions

  func validate() throws { _ = try person() }

  func answer() throws -> Answer {
    var request = ProofRequest(person: try person(), benefit: benefit, month: month)
    request.event = event
    request.occurrence = occurrence
    let proof = try global.openToRead().prove(request, byLastOf: checkpoint)
    try ProofFile.write(proof, to: out)
    return Answer(
      json: .object(proof.members + [("out", .string(out))]),
      text: localized("Wrote \(out), which proves:\n\(proof.words)"))
  }

  private func person() throws -> PersonNumber {
    guard let person = PersonNumber(number) else {
      throw usage("A person is 10 or 12 digits that are not all equal.")
    }
    return person
  }
}

/// `check-proof`: whether a proof holds, without the ledger.
struct CheckProofCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-proof", abstract: "Check a proof without the ledger.",
    discussion: """
      Computes the root of the batch from the line and its path, the seal from the header, the root of \
      the checkpoint from the seal and its path, and checks who signed the checkpoint.
      """)

  @Argument(help: "The proof.")
  var file: String

  @Option(
    help: ArgumentHelp(
      "The key that signs the ledger's checkpoints, or the file it stands in.", valueName: "key"))
  var vkey: String

  @OptionGroup var global: GlobalOptions

  func answer() throws -> Answer {
    let proof = try ProofFile.check(file, by: try VerifierKey.read(vkey))
    return Answer(
      json: .object([("ok", .bool(true))] + proof.members),
      text: localized("The proof holds.\n\(proof.words)"))
  }
}

extension PaymentProof {
  /// What is proven, for programs; the person masked.
  fileprivate var members: [(String, JSON)] {
    [
      ("line", .integer(line.number)), ("event", .string(header.event.code)),
      ("person", .string(line.person.description)), ("benefit", .string(line.benefit.code)),
      ("month", .string(line.month.description)), ("occurrence", .integer(Int(line.occurrence))),
      ("amount", .integer(line.amount)), ("corrects", .optional(line.corrects)),
      ("batch", .integer(header.number)), ("file", .string(header.fileName)),
      ("fileLine", .integer(Int64(line.fileLine))), ("date", .string(header.date.description)),
      ("maker", .string(header.maker)), ("approvers", .optional(header.control.approvers)),
      ("checkpoint", .object(checkpoint.checkpoint.members)),
    ]
  }

  /// The same for people.
  fileprivate var words: String {
    let checkpoint = checkpoint.checkpoint
    var text = localized(
      """
      Person \(line.person), \(line.benefit.code) for \(line.month): \(header.event.code) \
      \(grouped(line.amount)) đồng
      """)
    if let corrects = line.corrects { text += localized(", which undoes line \(corrects)") }
    text += localized(
      """

      Line \(line.number), batch \(header.number) of \(header.date), \(header.fileName) line \
      \(line.fileLine), posted by \(header.maker)
      """)
    if let approvers = header.control.approvers {
      text += localized(", approved by \(approvers)")
    }
    text += localized(
      """

      Checkpoint of \(checkpoint.origin) after batch \(checkpoint.size), of \
      \(checkpoint.date): what was posted later, it does not say

      """)
    return text
  }
}
