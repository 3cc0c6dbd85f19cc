extension Command {
  /// What kind of command it is.
  var name: String {
    switch self {
    case .post(let posting):
      (posting.undoes ? "undo " : "post ") + posting.event + (posting.isDryRun ? " dry" : "")
    case .reverse: "batch reverse"
    case .period(let change, _, _, _, _): "period \(change)"
    case .closeYear: "close year"
    case .hold: "hold"
    case .release: "release"
    case .link: "link"
    case .deaths: "death"
    case .units: "units"
    case .transferSite: "sites transfer"
    case .count: "site count"
    case .approve: "approve"
    case .reject: "reject"
    case .addUser: "user add"
    case .revoke: "user revoke"
    case .backUp: "backup"
    case .restore: "restore"
    case .checkpoint: "checkpoint"
    case .verify: "verify against"
    case .reconcileTotals: "reconcile totals"
    case .reconcileDue: "reconcile lines"
    case .compare: "compare"
    case .asKnown: "as known"
    case .asAt: "as at"
    case .reopen: "reopen"
    }
  }
}

extension Command: CustomStringConvertible {
  /// The command as somebody would type it, with the rows of its list.
  var description: String {
    switch self {
    case .post(let posting): posting.description
    case .reverse(let batch, let reason, let date, let period, let isDryRun, let by):
      "batch reverse \(batch) --reason \"\(reason)\"" + option("date", date)
        + option("period", period) + option("by", by) + (isDryRun ? " --dry-run" : "")
    case .period(let change, let month, let date, let reason, let by):
      "period \(change) \(month)" + option("date", date) + option("reason", reason)
        + option("by", by)
    case .closeYear(let year, let date, let by):
      "close --year \(year)" + option("date", date) + option("by", by)
    case .hold(let person, let kind, let reason, let from, let to, let by):
      "hold add \(person) --kind \(kind) --from \(from)" + option("to", to)
        + option("reason", reason) + option("by", by)
    case .release(let person, let from, let reason, let by):
      "hold release \(person) --date \(from)" + option("reason", reason) + option("by", by)
    case .link(let old, let new, let by): "person link \(old) \(new)" + option("by", by)
    case .deaths(let rows, let date, let isDryRun, let by):
      "death \(rows.map { "\($0.person) \($0.month)" })" + option("date", date)
        + option("by", by) + (isDryRun ? " --dry-run" : "")
    case .units(let rows, let isDryRun, let by):
      "sites import" + (isDryRun ? " --dry-run" : "") + option("by", by)
        + rows.map { "\n        " + $0.text }.joined()
    case .transferSite(let from, let to, let date, let by):
      "sites transfer \(from) \(to)" + option("date", date) + option("by", by)
    case .count(let site, let amount, let date, let reason, let by):
      "site count \(site) \(amount)" + option("date", date) + option("reason", reason)
        + option("by", by)
    case .approve(let submission, let by): "batch approve \(submission)" + option("by", by)
    case .reject(let submission, let reason, let by):
      "batch reject \(submission)" + option("reason", reason) + option("by", by)
    case .addUser(let name, let role, let by): "user add \(name) --role \(role)" + option("by", by)
    case .revoke(let name, let reason, let by):
      "user revoke \(name)" + option("reason", reason) + option("by", by)
    case .backUp: "backup"
    case .restore(let backup): "restore backup-\(backup).db"
    case .checkpoint(let file): "checkpoint --append checkpoints-\(file)"
    case .verify(let file): "verify --against checkpoints-\(file)"
    case .reconcileTotals(let period): "reconcile totals" + option("period", period)
    case .reconcileDue(let rows):
      "reconcile lines --event due" + rows.map { "\n        " + $0.shown }.joined()
    case .compare: "(everything is compared)"
    case .asKnown(let batch): "(compared as known at \(batch))"
    case .asAt(let date): "(compared as at \(date))"
    case .reopen: "(the ledger is opened anew)"
    }
  }
}

private func option(_ name: String, _ value: String) -> String {
  value.isEmpty ? "" : " --\(name) \"\(value)\""
}

extension Posting: CustomStringConvertible {
  var description: String {
    (undoes ? "reverse \(event)" : "post \(event)")
      + option("reference", reference) + option("date", date) + option("period", period)
      + option("reason", reason) + option("by", by) + (count.map { " --count \($0)" } ?? "")
      + (total.map { " --total \($0)" } ?? "") + (isDryRun ? " --dry-run" : "")
      + (leavesOut ? " --held skip" : "")
      + rows.map { "\n        " + $0.shown }.joined()
  }
}

extension Row {
  /// The fields that are given.
  var shown: String {
    [person, account, benefit, month, amount, site, channel, occurrence, fund, document]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }
}
