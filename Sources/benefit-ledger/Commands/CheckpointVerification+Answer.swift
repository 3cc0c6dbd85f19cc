import BenefitLedger
import LedgerCore

extension CheckpointVerification {
  /// What `verify --json` says of checkpoints beside what it says without.
  var members: [(String, JSON)] {
    [
      (
        "checkpoints",
        .array(
          entries.map { entry in
            .object(
              entry.checkpoint.members + [
                ("signed", entry.isSigned.map { .bool($0) } ?? .null),
                ("continued", .bool(entry.isContinued)),
              ])
          })
      ),
      ("root", .string(root.base64)),
      ("consistency", .array(consistency.map { .string($0.base64) })),
    ]
  }

  /// The same for people.
  var text: String {
    let continued = entries.count { $0.isContinued }
    var text = localized(
      "Checkpoints: \(grouped(continued)) of \(grouped(entries.count)) continued by this ledger")
    if let last = entries.last?.checkpoint {
      text += localized(
        "; the last is of \(last.date), after batch \(last.size) and record \(last.record)")
    }
    text += ".\n"
    guard let signer else {
      return text
        + localized("Their signatures were not checked: name the key with --vkey.\n")
    }
    let signed = entries.count { $0.isSigned == true }
    return text
      + localized("Signed by \(signer): \(grouped(signed)) of \(grouped(entries.count)).\n")
  }
}

extension Checkpoint {
  /// The checkpoint for programs.
  var members: [(String, JSON)] {
    [
      ("origin", .string(origin)), ("size", .integer(size)), ("root", .string(root.base64)),
      ("record", .integer(record)), ("register", .string(register.base64)),
      ("date", .string(date.description)),
    ]
  }
}
