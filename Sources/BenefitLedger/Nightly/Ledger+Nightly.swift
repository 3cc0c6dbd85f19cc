import LedgerCore

/// What a night did.
public struct NightlyAnswer: Sendable {
  /// What became of every file, in the order of posting.
  public var posting = PostingAnswer()
  /// Names in the folder that were left alone, and why.
  public var skipped: [(name: String, reason: Message)] = []
  /// Whether the totals agree.
  public var reconciliation: TotalsReconciliation?
  /// Whether the ledger is what it says.
  public var verification: Verification?

  /// The gravest of all stages.
  public var exit: ExitCode {
    var exit = posting.exit
    if reconciliation?.agrees == false { exit = .graver(exit, .findings) }
    if verification?.isIntact == false { exit = .graver(exit, .findings) }
    return exit
  }
}

extension Ledger {
  /// Posts what arrived in a folder, reconciles the totals and verifies the ledger.
  ///
  /// Each file is posted by the event its envelope declares: what makes money owed before what pays it,
  /// files of one event by name. Running it again changes nothing: what was posted answers with its
  /// first receipt.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - reading: How files are read that do not say themselves what they are, by a profile.
  ///   - event: What those files are; nil if there are none.
  ///   - maker: Who posts.
  ///   - key: The key of who posts; under four eyes it is required, and files are submitted.
  ///   - today: Today in Vietnam.
  ///   - wait: How many seconds to wait while another process posts.
  /// - Returns: The answer of each stage.
  /// - Throws: `LedgerError` if the folder cannot be read or another process keeps posting.
  public func nightly(
    inbox folder: String, reading: ListReading = ListReading(), as event: Event? = nil,
    maker: String = UserName.current, key: SigningKey? = nil,
    today: CivilDate = VietnamClock.today(), wait: Int = 30
  ) throws -> NightlyAnswer {
    let inbox = try Inbox(folder, today: today, profiled: event)
    var answer = NightlyAnswer()
    answer.skipped = inbox.skipped.map { ($0.name, $0.reason) }
    answer.posting.receipts = inbox.refused
    for (event, isByProfile, paths) in inbox.files {
      var request = PostingRequest(
        event, paths.map { .file($0) }, maker: maker, today: today)
      request.followsLinks = false
      if isByProfile { request.reading = reading }
      request.key = key
      request.wait = wait
      let posted = try post(request)
      answer.posting.receipts += posted.receipts
      answer.posting.failure = posted.failure
      if posted.failure != nil { return answer }
    }
    let posted = answer.posting.receipts.contains { $0.state == .posted && !$0.alreadyPosted }
    do {
      answer.reconciliation = try reconcileTotals()
      answer.verification = try verify()
    } catch let error as LedgerError where posted {
      // The receipts of what was posted are still to be said.
      answer.posting.failure = error
    }
    return answer
  }
}
