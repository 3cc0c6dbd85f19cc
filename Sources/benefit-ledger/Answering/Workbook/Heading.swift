import LedgerCore

/// What stands above a column of a workbook, on a line of its summary, and on the tab of a sheet: the
/// name of a member of the document that the report is, in words.
enum Heading {
  /// The name in the language of this process.
  ///
  /// - Parameter name: A member's name; of one within others, all names, with a space or a dot between.
  /// - Returns: `counterAccount` is `counter account`, and `ours count` in Vietnamese is what counts
  ///   first: a word goes before what it is of.
  static func text(_ name: String) -> String {
    let parts = name.split { $0 == " " || $0 == "." }.map {
      localized(Message(stringLiteral: title($0)))
    }
    return (Language.ofProcess == .vi ? parts.reversed() : parts).joined(separator: " ")
  }

  /// Words of a name: `counterAccount` is `counter account`, `fileSHA256` is `file sha256`.
  static func title(_ name: some StringProtocol) -> String {
    var title = ""
    var wasCapital = false
    for scalar in name.unicodeScalars {
      let isCapital = ("A"..."Z").contains(scalar)
      if isCapital, !wasCapital, !title.isEmpty { title += " " }
      title += String(scalar).lowercased()
      wasCapital = isCapital
    }
    return title
  }

  /// Above the column that says which row of another sheet a row belongs to.
  static func row(of name: String) -> String { localized("row of \(text(name))") }

  /// Names that nothing else has in words; the rest are headings of tables for people as well.
  static var words: [Message] {
    [
      "above", "added", "after", "age", "agrees", "already imported", "already posted",
      "already recorded", "answer", "approvers", "approvers needed", "archived lines", "archives",
      "as at",
      "as known at",
      "backup",
      "balanced", "built in", "bytes", "changed", "changes", "checkpoint", "column", "command",
      "confidence", "consistency", "continued", "control", "copied", "correction", "corrects",
      "counter account", "counts", "credit reversed", "credits", "debit reversed", "debits",
      "decisions", "declared date", "declared period", "delimiter", "diagnostics", "differences",
      "digest", "directory", "double count", "doubles", "due", "encoding", "end to end", "entries",
      "entry", "error", "exception", "exceptions", "execution date", "exit", "expense", "explained",
      "explanation", "field", "file bytes", "file line", "file sha256", "files", "first line",
      "first voucher", "format", "free", "funds", "group", "groups", "head", "header row", "held",
      "held report", "help", "hold per cent", "holds", "id", "inbox", "income", "is correction",
      "kept", "known", "label", "last batch", "last paying day", "ledger", "left out", "limits",
      "line number", "links", "mappings", "match", "matched amount", "matches", "message",
      "message id",
      "missing", "more lines", "movements", "not compared", "not open", "note", "noted",
      "obligation",
      "obligations", "occurrence", "of", "ok", "origin", "other account", "other numbers",
      "other value date", "other value date amount", "our channel", "out", "outcome", "outstanding",
      "parameters", "partly overpaid", "pending", "periods", "persons", "posting", "previous seal",
      "prior year", "proposed by", "reconcile", "records", "register", "rejects", "released",
      "requested by", "returned amount", "returned file", "reversed by", "reverses", "root",
      "rule", "rules", "severity", "sha256", "signed", "since date", "sites", "size", "source",
      "statement",
      "statements", "step", "steps", "submission record", "submissions", "suggestion", "summary",
      "surplus", "their channel", "unclaimed", "until", "users", "verifier key", "verify",
      "versions", "vouchers", "warn", "warn per cent", "whole", "why", "year",
      "year to close", "withdrawal",
    ]
  }
}
