import LedgerCore
import LedgerStore

/// Whether what somebody asks for may be done now.
enum Consent {
  /// It may: nobody else has to agree, or somebody asked for it before and this is the agreement.
  case given(Proposal?)
  /// Not yet: he is the first who asks for it.
  case asked(ProposalAnswer)
}

extension LedgerTransaction {
  /// Has two persons agree to a request, if the ledger is under four eyes.
  ///
  /// The first writes a proposal, and another who may agree writes the agreement, both signed. What
  /// was agreed to is carried out in the same transaction, right after the agreement.
  ///
  /// - Parameters:
  ///   - request: What is to be done.
  ///   - maker: Who asks for it, or agrees; he may ask for it.
  ///   - date: The business date.
  /// - Returns: Whether it may be done.
  /// - Throws: `LedgerError`: `otherPersonNeeded` to who asks again, `ledgerDamaged` if a proposal is
  ///   not what its maker signed.
  func consent(
    to request: ProposedRequest, by maker: RecordMaker, date: CivilDate
  ) throws -> Consent {
    guard try control() == .fourEyes else { return .given(nil) }
    let open = try openProposals(request.subject, UserList(self))
    let same = open.filter { $0.request == request.digest }
    let mayAgree = maker.role.map { request.subject.mayAgree($0) } ?? false
    if mayAgree, let proposal = same.first(where: { $0.user != maker.name }) {
      try requireSigned(proposal)
      try appendProposal(.agreement, request, by: maker, agreesTo: proposal.record, date: date)
      return .given(proposal)
    }
    if let own = same.first(where: { $0.user == maker.name }) {
      throw LedgerError(
        .otherPersonNeeded,
        """
        \(maker.name) asks for this by record \(own.record) already, and another person has to \
        agree.
        """, help: "An approver other than \(maker.name) has to run the same command.")
    }
    let settled = try lastSettled(request.subject)
    let record = try appendProposal(.proposal, request, by: maker, agreesTo: nil, date: date)
    return .asked(
      ProposalAnswer(
        proposal: Proposal(
          record: record, subject: request.subject, user: maker.name, request: request.digest),
        others: open.filter { $0.request != request.digest && $0.record > settled }))
  }

  @discardableResult
  private func appendProposal(
    _ kind: RecordKind, _ request: ProposedRequest, by maker: RecordMaker, agreesTo: Int64?,
    date: CivilDate
  ) throws -> Int64 {
    try appendRecord(
      kind, date: date, maker: maker.name, reason: request.reason, fileDigest: request.fileDigest,
      sign: maker.sign
    ) { record in
      try execute(
        """
        INSERT INTO proposal (record_no, user_name, subject, request_digest, agrees_to_record_no)
        VALUES (?1, ?2, ?3, ?4, ?5)
        """,
        [
          .integer(record), .text(maker.name), .text(request.subject.rawValue),
          .digest(request.digest), agreesTo.map { .integer($0) } ?? .null,
        ])
    }
  }
}
