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
  /// Others of the same subject that are open and ask for something else, by record.
  public var others: [Proposal]
}

extension LedgerSnapshot {
  /// The proposals of a subject that nobody has agreed to yet, by people whose keys are in force.
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
      guard let user, user.publicKey != nil, subject.mayPropose(user.role) else { return }
      proposals.append(
        Proposal(
          record: row.integer(0), subject: subject, user: user.name,
          request: try promised(row.digest(2), "digest of a proposal")))
    }
    return proposals
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
