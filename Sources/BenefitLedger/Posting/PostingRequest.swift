import BatchFiles
import LedgerCore

/// What is to be posted, and how.
public struct PostingRequest: Sendable {
  /// One batch: a file, or bytes made in memory.
  public enum Input: Sendable {
    /// A file by its path.
    case file(String)
    /// The bytes of a file that is not on any disk, under a name for messages.
    case memory(name: String, bytes: [UInt8])

    /// The name shown in messages.
    public var name: String {
      switch self {
      case .file(let path): path
      case .memory(let name, _): name
      }
    }
  }

  /// The event of every line.
  public var event: Event
  /// The batches, posted in this order.
  public var inputs: [Input]
  /// What is declared beside what the files declare themselves.
  public var envelope: Envelope
  /// Who posts; under four eyes, and wherever a key is given, the user of the key.
  public var maker: String
  /// The key of who posts; required under four eyes.
  public var key: SigningKey?
  /// Today in Vietnam; the business date of files that declare none.
  public var today: CivilDate
  /// Whether the lists undo such events, and did not happen anew.
  public var isCorrection = false
  /// Why; required of a correction.
  public var reason: String?
  /// What becomes of rows of a `due` list whose persons are not payable.
  public var heldRows = HeldRows.refused
  /// Where the rows that are left out are named; nil for a file beside each list.
  public var heldReport: String?
  /// Where the rows at fault are written if the one input is refused; nil to write them nowhere.
  public var rejects: String?
  /// The language of the reasons in files of rows that are left out or at fault.
  public var language = Language.en
  /// True to check everything and post nothing.
  public var isDryRun = false
  /// Whether a path may be a link; false in a drop folder.
  public var followsLinks = true
  /// How the files are to be read, if they are not the program's own lists.
  public var reading = ListReading()
  /// How many seconds to wait while another process posts.
  public var wait = 30
  /// Called with what has been read, about twice a second's worth of work; on the posting thread.
  public var progress: (@Sendable (PostingProgress) -> Void)?
  /// How much goes into the ledger together.
  var sizes = GroupSizes()
  /// How many faults of refused rows are kept at a time, twice as many while they are sorted.
  var rejectsWindow = 1 << 19
  /// What was made of the files, while a call is at work.
  var made: MadeLists?
  /// How far the files go.
  var stage = PostingStage.posting
  /// Only holds of later records count; nil for all.
  var heldAfter: Int64?
  /// Where the bytes of its one input are, if it was submitted.
  var stored: StoredFile?
  /// How many must approve; nil for what the ledger says.
  var thresholds: ApprovalThresholds?

  /// Makes a request.
  public init(
    _ event: Event, _ inputs: [Input], envelope: Envelope = Envelope(),
    maker: String = UserName.current, today: CivilDate = VietnamClock.today()
  ) {
    self.event = event
    self.inputs = inputs
    self.envelope = envelope
    self.maker = maker
    self.today = today
  }
}

/// What becomes of rows whose persons are not payable.
public enum HeldRows: Sendable {
  /// They are mistakes, and the list is refused.
  case refused
  /// They are left out of the batch, and named in a file of their own.
  case leftOut
}

/// How far a posting is.
public struct PostingProgress: Sendable {
  /// Lines posted so far.
  public var lines: Int64
  /// Files done with so far.
  public var files: Int
  /// Files in all.
  public var allFiles: Int
  /// Bytes read of a large file that is being posted; 0 while small ones are.
  public var bytes: Int64
  /// Bytes of that file.
  public var allBytes: Int64
}

/// What became of one file.
public struct Receipt: Sendable {
  /// The ways a file can end.
  public enum State: String, Sendable {
    /// It is in the ledger.
    case posted
    /// It is checked and waits for approval.
    case submitted
    /// It was submitted, and somebody rejected it.
    case rejected
    /// It was submitted, and its maker withdrew it.
    case withdrawn
    /// It would be posted; this was a dry run.
    case checked
    /// It posted nothing.
    case refused
  }

  /// The file as the user named it.
  public var file: String
  /// The event.
  public var event: Event
  /// What became of it.
  public var state: State
  /// The number of its batch, if posted.
  public var batch: Int64?
  /// The number of its submission, under four eyes.
  public var submission: Int64?
  /// What happens next, if it is not posted yet.
  public var next: Message?
  /// Its declared reference.
  public var reference: String?
  /// Its business date.
  public var date: CivilDate?
  /// Its accounting period.
  public var period: Month?
  /// How many rows it has.
  public var lines: Int64 = 0
  /// Their sum in đồng.
  public var total: Int64 = 0
  /// How many vouchers it made.
  public var vouchers: Int64 = 0
  /// The seal of its batch, if posted.
  public var seal: Digest?
  /// How many rows were left out because their persons are not payable.
  public var leftOut: Int64 = 0
  /// The file that names them, if one was made.
  public var heldReport: String?
  /// How many rows at fault were written to a file of their own.
  public var rejected: Int64 = 0
  /// That file, if one was made.
  public var rejects: String?
  /// True if it had been posted before, and this is the receipt of then.
  public var alreadyPosted = false
  /// What is wrong with it, and warnings.
  public var diagnosis = Diagnosis()
}

/// What became of all files of a request.
public struct PostingAnswer: Sendable {
  /// One receipt for each file that was decided, in the order of the request.
  public var receipts: [Receipt] = []
  /// What stopped the work before all files were decided, if anything did.
  public var failure: LedgerError?
  /// What was asked for, if another person has to agree to the rest first; it is not posted yet.
  public var proposal: ProposalAnswer?

  /// Lines newly posted (or checked).
  public var lines: Int64 { fresh.reduce(0) { $0 + $1.lines } }

  /// Their sum in đồng; saturates.
  public var total: Int64 {
    fresh.reduce(0) { sum, receipt in
      let (next, overflow) = sum.addingReportingOverflow(receipt.total)
      return overflow ? .max : next
    }
  }

  /// Lines newly submitted, and not posted yet.
  public var submittedLines: Int64 {
    receipts.reduce(0) {
      $0 + ($1.state == .submitted && !$1.alreadyPosted ? $1.lines : 0)
    }
  }

  /// The exit code of a command that says only this.
  public var exit: ExitCode {
    var exit = failure?.code.exit ?? .done
    for receipt in receipts where receipt.state == .refused {
      var gravest = ExitCode.refused
      for (code, _) in receipt.diagnosis.counts where !code.isWarning {
        gravest = .graver(gravest, code.exit)
      }
      exit = .graver(exit, gravest)
    }
    return exit
  }

  private var fresh: [Receipt] {
    receipts.filter { ($0.state == .posted || $0.state == .checked) && !$0.alreadyPosted }
  }
}
