import ArgumentParser
import BenefitLedger
import LedgerCore

/// `backup`: a copy of the ledger as it is now.
struct BackupCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the ledger into a new file while others go on posting.",
    discussion: """
      The copy is one committed state: every batch up to its last, and nothing of a later one. It is one \
      file, its owner's alone, and a ledger like any other: `verify --ledger FILE` recomputes it. Keep it \
      on another disk, and the head that is printed somewhere else. Archives of closed years are put \
      beside it, once.
      """)

  @Argument(help: "The file to make; it must not exist.")
  var file: String

  @OptionGroup var global: GlobalOptions

  func answer() throws -> Answer {
    let backup = try global.openToRead().backUp(to: file)
    return Answer(
      json: .object(
        [("backup", .string(backup.path)), ("bytes", .integer(backup.bytes))]
          + backup.ends.members
          + [
            ("noted", .bool(backup.notNoted == nil)),
            ("archives", .array(backup.archives.map(\.json))),
          ]),
      text: backup.text)
  }
}

/// `restore`: a ledger made of a backup.
struct RestoreCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Make a ledger of a backup, once it is found intact.",
    discussion: """
      The backup is copied and recomputed as a whole before the copy gets its name; with findings nothing \
      is made. No ledger is ever overwritten: move a damaged one away first, with its -wal and -shm. The \
      ledger to make is named with --to, not with --ledger.
      """)

  @Argument(help: "The backup.")
  var backup: String

  @Option(help: ArgumentHelp("The ledger to make; it must not exist.", valueName: "path"))
  var to: String

  @Option(
    help: ArgumentHelp(
      "The head that the backup has to have, as it was printed.", valueName: "seal"))
  var head: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if let head, Digest(hex: head) == nil {
      throw usage("--head is a seal of 64 hexadecimal digits.")
    }
  }

  func answer() throws -> Answer {
    let meter = ProgressMeter(global)
    let restored = try Ledger.restore(
      backup, to: to, head: head.flatMap { Digest(hex: $0) }, progress: meter.report)
    meter.finish()
    let isIntact = restored.verification.isIntact
    return Answer(
      json: .object(
        [("ledger", isIntact ? .string(to) : .null)] + restored.ends.members
          + [
            ("verify", restored.verification.json),
            ("archives", .array(restored.archives.map(\.json))),
          ]),
      text: isIntact
        ? localized("Restored \(backup) as \(to).\n")
          + restored.archives.map(\.text).joined() + restored.verification.text()
        : restored.verification.text() + localized("Nothing was restored."),
      exit: isIntact ? .done : .findings)
  }
}

extension LedgerEnds {
  /// The members of the JSON document.
  fileprivate var members: [(String, JSON)] {
    [
      ("batch", .integer(batch)), ("head", .string(head.description)),
      ("record", .integer(record)), ("register", .string(register.description)),
    ]
  }
}

extension BackupAnswer {
  /// The answer for people.
  fileprivate var text: String {
    let note =
      notNoted.map { localized("No note of it is left beside the ledger: \($0.message)\n") } ?? ""
    return localized(
      """
      Backed up to \(path): \(grouped(bytes)) bytes, up to batch \(ends.batch).
      Head: \(ends.head)
      Register: record \(ends.record), \(ends.register)

      """) + archives.map(\.text).joined() + note
  }
}

extension ArchiveCopy {
  /// The archive for programs.
  fileprivate var json: JSON {
    .object([
      ("year", .integer(year)), ("file", .string(path)), ("bytes", .integer(bytes)),
      ("sha256", .string(digest.description)), ("copied", .bool(isCopied)),
    ])
  }

  /// The archive for people, in a line.
  fileprivate var text: String {
    isCopied
      ? localized("Archive of \(year): \(maskedDigits(path)), \(grouped(bytes)) bytes.\n")
      : localized("Archive of \(year): \(maskedDigits(path)) is there already.\n")
  }
}
