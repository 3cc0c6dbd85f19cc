import LedgerCore
import LedgerStore

/// What was proposed, agreed to and carried out, record by record.
struct ProposalTrail {
  /// A proposal or an agreement as its row says.
  struct Row {
    var record: Int64
    var user: String
    var subject: ProposalSubject
    var request: Digest
    var agreesTo: Int64?
  }

  /// Somebody's agreement to another person's proposal.
  private struct Agreement {
    var row: Row
    var proposer: String
  }

  private var open: [Int64: Row] = [:]
  /// The agreement that the next record, or a batch, has to carry out.
  private var waiting: Agreement?
  /// The agreements to batches, by the digest of the register after them.
  private var batches: [Digest: Agreement] = [:]
  private var lastChart: Int64?

  /// Takes a proposal over.
  mutating func propose(_ row: Row) { open[row.record] = row }

  /// Takes an agreement over.
  ///
  /// - Parameters:
  ///   - row: The agreement.
  ///   - digest: That of the register after it.
  /// - Returns: What is wrong with it, or nil.
  mutating func agree(_ row: Row, digest: Digest?) -> Message? {
    guard let proposal = row.agreesTo.flatMap({ open[$0] }), proposal.subject == row.subject,
      proposal.request == row.request
    else { return "agrees to what nobody had proposed" }
    open = open.filter { $0.value.request != row.request }
    let agreement = Agreement(row: row, proposer: proposal.user)
    if row.subject.isBatch {
      if let digest { batches[digest] = agreement }
    } else {
      waiting = agreement
    }
    return proposal.user == row.user ? "agrees to what the same person proposed" : nil
  }

  /// What is wrong with a chart, a release or links that somebody recorded, or nil.
  mutating func carryOut(_ record: Int64, _ request: ProposedRequest, by user: String) -> Message? {
    defer { waiting = nil }
    guard let waiting, waiting.row.record == record - 1, waiting.row.subject == request.subject,
      waiting.row.user == user, waiting.row.request == request.digest
    else { return "was made by one person alone" }
    return nil
  }

  /// The agreement before a record that does not carry it out; nil if there is none.
  mutating func takeUnused() -> Int64? {
    defer { waiting = nil }
    return waiting?.row.record
  }

  /// The record of the chart before; takes over the number of the next.
  mutating func chart(before record: Int64) -> Int64? {
    defer { lastChart = record }
    return lastChart
  }

  // MARK: Batches

  /// Holds every year end and every hand-over against the agreement before it.
  mutating func checkBatches(
    _ snapshot: any LedgerSnapshot, isFourEyes: Bool, _ findings: inout FindingList
  ) throws {
    try snapshot.query(
      """
      SELECT batch_no, file_name, register_digest, file_sha256, merkle_root, business_date, maker,
        approvers, submission_record_no, event_id, reason
      FROM batch WHERE event_id IN (?1, ?2) AND is_correction = 0 ORDER BY batch_no
      """,
      [
        .integer(Int64(Event.handover.rawValue)), .integer(Int64(Event.yearEnd.rawValue)),
      ]
    ) { row in
      guard isFourEyes || !row.isNull(7) || !row.isNull(8), !isAgreed(row) else { return }
      let what: Message = row.integer(9) == Int64(Event.yearEnd.rawValue) ? "year end" : "hand-over"
      findings.add(
        Finding(
          .submissionDiffers, batch: row.integer(0),
          "Batch \(row.integer(0)) (\(row.text(1))) is not a \(what) that two persons agreed to."))
    }
    for agreement in batches.values.sorted(by: { $0.row.record < $1.row.record }) {
      let what: Message = agreement.row.subject == .yearEnd ? "year end" : "hand-over"
      findings.add(
        Finding(
          .submissionDiffers,
          "Record \(agreement.row.record) of the register agrees to a \(what), and no batch is it."
        ))
    }
  }

  private mutating func isAgreed(_ row: any ResultRow) -> Bool {
    guard let digest = row.digest(2), let agreement = batches.removeValue(forKey: digest),
      let list = row.digest(3), let root = row.digest(4),
      let date = Int32(exactly: row.integer(5)).flatMap({ CivilDate(number: $0) }),
      let event = UInt8(exactly: row.integer(9)).flatMap({ Event(rawValue: $0) }),
      let subject = ProposalSubject(carriedOutBy: event), subject == agreement.row.subject
    else { return false }
    let request = ProposedRequest.batch(
      subject, list: list, root: root, date: date, reason: row.optionalText(10))
    return agreement.row.request == request.digest
      && agreement.proposer == row.text(6) && agreement.row.user == row.text(7)
      && agreement.row.agreesTo == row.optionalInteger(8)
  }
}
