import BenefitLedger

extension ProposalAnswer {
  /// What was asked for, and what has to happen next.
  ///
  /// - Parameters:
  ///   - state: What is not so yet, as a sentence without its end.
  ///   - command: What the other person has to run.
  /// - Returns: The answer for people.
  func text(_ state: String, command: String = localized("the same command")) -> String {
    var text =
      localized(
        """
        \(state): \(proposal.user) asks for it by record \(proposal.record), and an approver other \
        than \(proposal.user) has to agree by \(command).
        """)
    for other in others {
      text += localized(
        "\nRecord \(other.record) of \(other.user), open too, asks for something else.")
    }
    return text
  }
}
