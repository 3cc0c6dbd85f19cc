import ArgumentParser
import BenefitLedger
import Foundation
import LedgerCore

/// What `post` and `reverse` are told: an event, files, and what is declared of them.
struct PostingOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "What happened: due, paid, unpaid, returned, reissued, cancelled, advance …",
      valueName: "event"))
  var listed: ListedEvent

  /// What happened.
  var event: Event { listed.event }

  @Argument(help: "The files.")
  var files: [String] = []

  @Option(
    help: ArgumentHelp("A file that names the files, one a line; - is stdin.", valueName: "file"))
  var filesFrom: String?

  @Option(help: "The business date, YYYY-MM-DD; today in Vietnam if not declared.")
  var date: CivilDate?

  @Option(help: "The accounting period, YYYY-MM; the month of the date if not declared.")
  var period: Month?

  @Option(help: "A reference that is unique for the event.")
  var reference: String?

  @Option(help: "How many rows the file must have.")
  var count: Int64?

  @Option(help: "What the rows must add up to, in đồng.")
  var total: Int64?

  @Flag(help: "Check everything and post nothing.")
  var dryRun = false

  @OptionGroup var profile: ProfileOptions

  @OptionGroup var keys: KeyOptions

  func validate() throws {
    guard event.isPostedFromFiles else {
      throw usage("The program itself makes batches of “\(event.code)”, not a file.")
    }
    guard !files.isEmpty || filesFrom != nil else {
      throw usage("Name at least one file.")
    }
    if files.count > 1 || filesFrom != nil {
      guard reference == nil, count == nil, total == nil else {
        throw usage("--reference, --count and --total are for one file.")
      }
    }
    if let reference, !Envelope.isReference(reference) {
      throw usage("A reference is 1 to 64 letters, digits or signs without spaces.")
    }
    if let count, count < 0 { throw usage("--count is never negative.") }
    if let total, total < 0 { throw usage("--total is never negative.") }
  }

  /// The request that the options make.
  func request() throws -> PostingRequest {
    let paths = try files + (filesFrom.map(FileList.read) ?? [])
    guard !paths.isEmpty else {
      throw LedgerError(.usage, "The list of files names none.")
    }
    var request = PostingRequest(
      event, paths.map { .file($0) },
      envelope: Envelope(
        reference: reference, event: event, period: period, date: date, count: count, total: total))
    request.isDryRun = dryRun
    return request
  }
}

/// An event that files are posted as; what the program itself posts is understood and not offered.
struct ListedEvent: ExpressibleByArgument {
  let event: Event

  init?(argument: String) {
    guard let event = Event(code: argument) else { return nil }
    self.event = event
  }

  static var allValueStrings: [String] {
    Event.allCases.filter(\.isPostedFromFiles).map(\.code)
  }
}

extension Event: ExpressibleByArgument {
  /// Reads an event's code.
  public init?(argument: String) { self.init(code: argument) }
  /// The codes, for help.
  public static var allValueStrings: [String] { allCases.map(\.code) }
}

extension CivilDate: ExpressibleByArgument {
  /// Reads `YYYY-MM-DD`.
  public init?(argument: String) { self.init(argument) }
}

extension Month: ExpressibleByArgument {
  /// Reads `YYYY-MM`.
  public init?(argument: String) { self.init(argument) }
}

extension GlobalOptions {
  /// Posts what a request says, with progress, and answers with the receipts.
  func post(_ request: PostingRequest, _ posting: PostingOptions) throws -> Answer {
    var request = request
    switch try posting.profile.reading() {
    case .success(let reading): request.reading = reading
    case .failure(let refusal): return Answer(refusing: refusal.diagnosis)
    }
    let ledger = request.isDryRun ? try openToRead() : try openToPost()
    request.key = try posting.keys.signingKey(for: ledger)
    let meter = ProgressMeter(self)
    request.progress = meter.report
    let answer = try ledger.post(request)
    meter.finish()
    return Answer(answer, isQuiet: quiet)
  }
}
