/// A fault of an engine that says the right thing and does another.
///
/// It says what it does in place of a command, or nil where it does what it says. The answer is not
/// compared then: only the books can show that something is wrong.
struct Defect: Sendable {
  var name: String
  var distort: @Sendable (Command, Outcome) -> [Command]?

  /// The defects that the model test has to notice.
  static let planted: [Defect] = [
    Defect(name: "a payment is posted with one đồng more") { command, outcome in
      changed(command, outcome) { posting in
        guard posting.event == "due", let value = posting.rows[0].value else { return false }
        posting.rows[0].amount = "\(value + 1)"
        return true
      }
    },
    Defect(name: "the last line of a list is lost") { command, outcome in
      changed(command, outcome) { posting in
        guard posting.rows.count > 1 else { return false }
        posting.rows.removeLast()
        return true
      }
    },
    Defect(name: "a line is posted twice") { command, outcome in
      changed(command, outcome) { posting in
        guard ListKind(posting.event) == .movements else { return false }
        var row = posting.rows[0]
        row.document += "again"
        posting.rows.append(row)
        return true
      }
    },
    Defect(name: "a hold is not recorded") { command, outcome in
      guard case .hold = command, outcome.done.first == "held added=1 known=0" else { return nil }
      return []
    },
    Defect(name: "money goes to the other side") { command, outcome in
      changed(command, outcome) { posting in
        guard posting.event == "advance" else { return false }
        posting.event = "refund"
        return true
      }
    },
    Defect(name: "a reversed batch still counts") { command, outcome in
      guard case .reverse = command, outcome.done.first?.hasPrefix("posted") == true else {
        return nil
      }
      return []
    },
    Defect(name: "a dry run posts") { command, outcome in
      guard case .post(var posting) = command, posting.isDryRun,
        outcome.done.first?.hasPrefix("checked") == true
      else { return nil }
      posting.isDryRun = false
      return [.post(posting)]
    },
    Defect(name: "a line is posted for another site") { command, outcome in
      changed(command, outcome) { posting in
        guard posting.event == "due" else { return false }
        posting.rows[0].site = posting.rows[0].site == "S1" ? "S2" : "S1"
        return true
      }
    },
    Defect(name: "a batch lies in another period") { command, outcome in
      changed(command, outcome) { posting in
        guard posting.period.isEmpty, !posting.undoes else { return false }
        posting.period = "2026-06"
        return true
      }
    },
    Defect(name: "a closed period stays open") { command, outcome in
      guard case .period("close", _, _, _, _) = command,
        outcome.done.first?.hasSuffix("closed true") == true
      else { return nil }
      return []
    },
    Defect(name: "a key that is revoked still opens") { command, outcome in
      guard case .revoke = command, outcome.done.first?.hasPrefix("revoked") == true else {
        return nil
      }
      return []
    },
    Defect(name: "the first of two approvals posts") { command, outcome in
      guard case .approve(let number, let by) = command,
        outcome.done.first?.hasPrefix("submitted") == true
      else { return nil }
      return [command, .approve(submission: number, by: by == "an" ? "minh" : "an")]
    },
    Defect(name: "what one person asks for is done") { command, outcome in
      guard case .release(let person, let from, let reason, let by) = command,
        outcome.done.first?.hasPrefix("proposed") == true
      else { return nil }
      let other = by == "an" ? "minh" : "an"
      return [command, .release(person: person, from: from, reason: reason, by: other)]
    },
    Defect(name: "a backup takes no ledger's place") { command, outcome in
      guard case .restore = command, outcome.done.first?.hasPrefix("restored") == true else {
        return nil
      }
      return []
    },
  ]

  /// A list that is posted otherwise than it is written.
  private static func changed(
    _ command: Command, _ outcome: Outcome, _ change: (inout Posting) -> Bool
  ) -> [Command]? {
    guard case .post(var posting) = command, outcome.done.first?.hasPrefix("posted") == true,
      change(&posting)
    else { return nil }
    posting.count = nil
    posting.total = nil
    return [.post(posting)]
  }
}
