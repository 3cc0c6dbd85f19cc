import BatchFiles
import LedgerCore
import LedgerStore

extension Ledger {
  /// Does what follows from deaths: holds the dead, and posts what their obligations have become.
  ///
  /// The month of death is still owed. Later months that were not paid are `cancelled`, later months
  /// that were paid are `overpaid`, and what was not paid up to the month of death is `inherited`. The
  /// funeral grant is owed because of the death and is left alone. Everything is worked out from where
  /// the obligations stand, so running the same file again changes nothing, and completes a run that
  /// was stopped.
  ///
  /// - Parameter request: The file, and how.
  /// - Returns: What each death led to, or what is wrong with the file.
  /// - Throws: `LedgerError` for what the disk or another process did.
  public func recordDeaths(_ request: DeathRequest) throws -> DeathAnswer {
    var answer = DeathAnswer()
    let list: (rows: ContiguousArray<DeathRow>, digest: Digest)
    do {
      let reader = PersonListReader(
        deaths: try BatchSource.file(request.path).list(.deaths, request.reading),
        today: request.today,
        businessDate: request.date)
      list.rows = reader.read()
      answer.diagnosis = reader.faults.diagnosis
      guard !reader.faults.hasFaults else { return answer }
      list.digest = reader.digest ?? .zero
    } catch {
      answer.diagnosis = Diagnosis(error.diagnostic)
      return answer
    }
    var plan = DeathPlan(list.rows)
    try store.read { try plan.make($0) }
    answer.diagnosis.merge(try plan.diagnosis(request))
    guard answer.diagnosis.total == 0 else { return answer }
    answer.deaths = plan.entries
    // Held first: whatever stops the rest, the dead are not paid any more.
    if !request.isDryRun {
      // Who may hold and not post would leave the list half done.
      _ = try PostingStage.allowed(
        by: store, key: request.key, today: request.today, thresholds: nil)
      var record = RecordRequest(maker: request.maker, date: request.date ?? request.today)
      record.key = request.key
      record.wait = request.wait
      answer.holds = try addHolds(
        plan.holds, .deceased, file: (request.path, list.digest), reason: nil, record)
    }
    for event in [Event.inherited, .cancelled, .overpaid] {
      guard let bytes = plan.list(of: event) else { continue }
      let name = "\(request.path).\(event.code)"
      let (reference, waiting) = try store.read { snapshot in
        let reference = try snapshot.deathReference(list.digest, event)
        return (reference, try snapshot.waitingList(event, reference))
      }
      // The list of an earlier run, perhaps of another day: once it is decided, what is missing follows.
      if let waiting {
        answer.posting.receipts.append(waiting.receipt(file: name, isRepeated: true))
        continue
      }
      var posting = PostingRequest(
        event, [.memory(name: name, bytes: bytes)],
        envelope: Envelope(
          reference: reference,
          event: event, period: request.period, date: request.date),
        maker: request.maker, today: request.today)
      posting.isDryRun = request.isDryRun
      posting.key = request.key
      posting.wait = request.wait
      let posted = try post(posting)
      answer.posting.receipts += posted.receipts
      answer.posting.failure = posted.failure
      if posted.failure != nil { break }
    }
    return answer
  }
}

extension LedgerSnapshot {
  /// The reference of a batch that follows from a list of deaths: by the list's digest, and numbered
  /// if payments turned up since that the same list speaks of.
  fileprivate func deathReference(_ digest: Digest, _ event: Event) throws -> String {
    let stem = "death-" + digest.description.prefix(16)
    let before = try integer(
      """
      SELECT count(*) FROM batch WHERE event_id = ?1 AND is_correction = 0
        AND (reference = ?2 OR substr(reference, 1, length(?2) + 1) = ?2 || '-')
      """, [.integer(Int64(event.rawValue)), .text(stem)])
    guard let before, before > 0 else { return stem }
    return "\(stem)-\(before + 1)"
  }

  /// The list that was made of a list of deaths before and still waits for approval.
  fileprivate func waitingList(_ event: Event, _ reference: String) throws -> Submission? {
    try submissions(
      """
      SELECT * FROM submission s WHERE event_id = ?1 AND is_correction = 0 AND reference = ?2
        AND NOT EXISTS (SELECT 1 FROM decision d
          WHERE d.submission_no = s.submission_no AND d.outcome <> 'approved')
      """, [.integer(Int64(event.rawValue)), .text(reference)]
    ).first
  }
}
