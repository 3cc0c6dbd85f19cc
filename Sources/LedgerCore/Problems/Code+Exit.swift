extension Code {
  /// The code as printed, such as `L0203`.
  public var text: String {
    let digits = String(rawValue)
    return "L" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }

  /// Whether it only warns.
  public var isWarning: Bool {
    switch self {
    case .lastLineNotEnded, .amountUnusual, .sameRowsAgain, .linesUndoneSince, .datedBefore,
      .unitChangesPast, .rowsHidden, .letterMended, .zerosPutBack, .paysOtherAccount:
      true
    default: false
    }
  }

  /// The exit code of a command that fails for this reason.
  public var exit: ExitCode {
    switch self {
    case .fileMissing, .fileIsDirectory, .fileNotRegular, .fileUnreadable, .keyUnreadable:
      .noInput
    case .usage, .notFound, .userNameMalformed, .reportTooLong: .usage
    case .ledgerMissing, .notALedger, .ledgerOtherVersion, .storeUnavailable, .ledgerDamaged,
      .networkFileSystem, .archiveMissing, .archiveChanged:
      .unavailable
    case .ledgerUnsafe, .keyMissing, .keyUnsafe, .userUnknown, .userRevoked, .roleNotAllowed,
      .lastAdministrator, .makerApproves, .alreadyApproved, .folderUnsafe:
      .noPermission
    case .ledgerExists, .outputExists, .userExists: .cannotCreate
    case .busy, .outcomeUnknown: .tryAgain
    case .diskFull, .inputOutput, .notDurable: .inputOutput
    case .internalFault: .internalFault
    default: .refused
    }
  }
}

/// The exit codes of the command line, as in `sysexits.h` where it has one.
public enum ExitCode: Int32, Sendable {
  /// Done, nothing to report.
  case done = 0
  /// Done, and there are findings.
  case findings = 1
  /// The command was not understood.
  case usage = 64
  /// At least one file was refused and posted nothing.
  case refused = 65
  /// Input is missing or unreadable.
  case noInput = 66
  /// The ledger is missing, unavailable, or not a ledger.
  case unavailable = 69
  /// A bug.
  case internalFault = 70
  /// What should be made exists already.
  case cannotCreate = 73
  /// Disk or other I/O error.
  case inputOutput = 74
  /// Busy, or the outcome is unknown: run the same command again.
  case tryAgain = 75
  /// Not permitted.
  case noPermission = 77

  /// From the gravest: which one a command with several failures answers.
  public static let gravity: [ExitCode] = [
    .internalFault, .inputOutput, .tryAgain, .unavailable, .noPermission, .cannotCreate, .noInput,
    .refused, .usage, .findings, .done,
  ]

  /// The graver of two.
  public static func graver(_ left: ExitCode, _ right: ExitCode) -> ExitCode {
    gravity.first { $0 == left || $0 == right } ?? left
  }
}
