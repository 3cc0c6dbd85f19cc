import LedgerCore
import LedgerStore

/// What somebody asks for and another person has to agree to.
public struct Proposal: Sendable, Hashable {
  /// The record by which he asks.
  public let record: Int64
  /// What it is about.
  public let subject: ProposalSubject
  /// Who asks.
  public let user: String
  /// The digest of what is to be done.
  let request: Digest
}

/// The answer to who asked for something first: nothing is done yet.
public struct ProposalAnswer: Sendable {
  /// What was asked for.
  public var proposal: Proposal
  /// Others of the same subject that are open and ask for something else, by record; none that were
  /// carried out or lapsed.
  public var others: [Proposal]
}

extension LedgerSnapshot {
  /// The proposals of a subject that nobody has agreed to yet.
  ///
  /// Those of people who were revoked since lapsed, also if they have another key by now.
  func openProposals(_ subject: ProposalSubject, _ users: UserList) throws -> [Proposal] {
    var proposals: [Proposal] = []
    try query(
      """
      SELECT p.record_no, p.user_name, p.request_digest FROM proposal p
      WHERE p.subject = ?1 AND p.agrees_to_record_no IS NULL
        AND NOT EXISTS (SELECT 1 FROM proposal a WHERE a.agrees_to_record_no IS NOT NULL
          AND a.request_digest = p.request_digest AND a.record_no > p.record_no)
      ORDER BY p.record_no
      """, [.text(subject.rawValue)]
    ) { row in
      let user = users[name: row.text(1)]
      guard let user, user.hasStood(since: row.integer(0)), subject.mayPropose(user.role) else {
        return
      }
      proposals.append(
        Proposal(
          record: row.integer(0), subject: subject, user: user.name,
          request: try promised(row.digest(2), "digest of a proposal")))
    }
    return proposals
  }

  /// The record up to which proposals of a subject were carried out, or lapsed; 0 if none was.
  ///
  /// Whatever was asked for before somebody last agreed to anything of the subject is carried out, or
  /// stands on what is no more, or can wait until somebody asks for it by the same words. What a batch
  /// would carry lapses with the next batch, because balances differ.
  func lastSettled(_ subject: ProposalSubject) throws -> Int64 {
    let agreed =
      try integer(
        "SELECT max(record_no) FROM proposal WHERE subject = ?1 AND agrees_to_record_no IS NOT NULL",
        [.text(subject.rawValue)]) ?? 0
    guard subject.isBatch else { return agreed }
    let posted = try integer(
      """
      SELECT record_no FROM record WHERE record_digest = (
        SELECT register_digest FROM batch ORDER BY batch_no DESC LIMIT 1)
      """, [])
    return max(agreed, posted ?? 0)
  }

  /// Refuses a proposal that is not what its maker signed.
  func requireSigned(_ proposal: Proposal) throws {
    let user = try UserList(self, before: proposal.record)[name: proposal.user]
    let record = try signedRecord(proposal.record)
    guard let record, record.header.kind == .proposal, record.header.maker == proposal.user,
      try record.isSigned(by: user?.publicKey, self)
    else {
      throw LedgerError(
        .ledgerDamaged,
        "The proposal of record \(proposal.record) is not what \(proposal.user) signed.",
        help: "Run `benefit-ledger verify`, and agree to nothing before.")
    }
  }
}
