import ArgumentParser
import BenefitLedger
import LedgerCore

/// `checkpoint`: where the ledger stands, signed.
struct CheckpointCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkpoint", abstract: "Where the ledger stands, signed by a key outside of it.",
    subcommands: [CheckpointMakeCommand.self, CheckpointKeyCommand.self],
    defaultSubcommand: CheckpointMakeCommand.self)
}

/// `checkpoint make`: sign the head of the journal and of the register.
struct CheckpointMakeCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "make", abstract: "Sign where the journal and the register end.",
    discussion: """
      Prints a signed note (c2sp.org/tlog-checkpoint). Keep it where nobody who can write the ledger \
      can write: verify --against then finds what was changed, cut off or rolled back since. Rows are \
      not read; run verify first. What the file holds already the ledger has to continue.
      """)

  @Option(
    help: ArgumentHelp(
      "The key file that signs. Without it $BENEFIT_LEDGER_KEY.", valueName: "file"))
  var key: String?

  @Option(
    help: ArgumentHelp("Also add the checkpoint to this file.", valueName: "file"))
  var append: String?

  @OptionGroup var global: GlobalOptions

  func answer() throws -> Answer {
    guard let signer = try KeyOptions.signingKey(key) else {
      throw LedgerError(
        .keyMissing, "A checkpoint is signed, and no key was named.",
        help: "Name a key file with --key; `benefit-ledger checkpoint key` makes one.")
    }
    let made = try global.openToRead().checkpoint(CheckpointRequest(key: signer, file: append))
    return Answer(
      json: .object(
        made.checkpoint.checkpoint.members + [
          ("note", .string(made.checkpoint.note.description)), ("file", .optional(append)),
          ("added", .bool(made.isAdded)),
        ]),
      text: made.checkpoint.note.description)
  }
}

/// `checkpoint key`: the half of a key that others check by.
struct CheckpointKeyCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "Print the verifier key of a key file, or make the file first.",
    discussion: """
      Checkpoints are checked by the line that is printed: hand it to the auditor. The name of the key \
      is the origin of the checkpoints; make one key for each ledger, and keep it away from the ledger.
      """)

  @Option(help: ArgumentHelp("The key file.", valueName: "file"))
  var key: String

  @Option(
    help: ArgumentHelp(
      "Make the key file, with this name: that of the ledger.", valueName: "name"))
  var new: String?

  @OptionGroup var global: GlobalOptions

  func answer() throws -> Answer {
    let key = try new.map { try KeyFile.make(self.key, name: $0) } ?? KeyFile.read(self.key)
    let verifier = key.verifierKey
    return Answer(
      json: .object([
        ("name", .string(verifier.name)), ("verifierKey", .string(verifier.description)),
        ("publicKey", .string(verifier.key.description)),
      ]),
      text: verifier.description)
  }
}
