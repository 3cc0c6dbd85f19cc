/// A list that is to be posted, or to undo what was posted.
struct Posting: Hashable {
  var event: String
  var rows: [Row]
  var undoes = false
  var reason = ""
  var reference = ""
  var date = ""
  var period = ""
  var count: Int64?
  var total: Int64?
  var isDryRun = false
  var leavesOut = false
  var by = ""
  /// Whether the program makes it, so that its lines are numbered as the program likes.
  var isMade = false

  var text: String { ListKind(event).text(rows) }
}

/// Something somebody does to a ledger.
enum Command: Hashable {
  case post(Posting)
  case reverse(batch: Int, reason: String, date: String, period: String, isDryRun: Bool, by: String)
  case period(change: String, month: String, date: String, reason: String, by: String)
  case closeYear(String, date: String, by: String)
  case hold(person: String, kind: String, reason: String, from: String, to: String, by: String)
  case release(person: String, from: String, reason: String, by: String)
  case link(old: String, new: String, by: String)
  case deaths(rows: [Row], date: String, isDryRun: Bool, by: String)
  case units([UnitVersion.Row], isDryRun: Bool, by: String)
  case transferSite(from: String, to: String, date: String, by: String)
  case count(site: String, amount: Int64, date: String, reason: String, by: String)
  case approve(submission: Int, by: String)
  case reject(submission: Int, reason: String, by: String)
  case addUser(String, role: String, by: String)
  case revoke(String, reason: String, by: String)
  case backUp
  case restore(backup: Int)
  case checkpoint(file: Int)
  case verify(against: Int)
  case reconcileTotals(period: String)
  case reconcileDue([Row])
  case compare
  case asKnown(batch: Int)
  case asAt(date: String)
  case reopen
}

extension UnitVersion {
  /// A row of a file of units.
  struct Row: Hashable {
    var code: String
    var name: String
    var kind = "site"
    var parent: String
    var from = ""
    var to = ""
    var formerly = ""
    var successor = ""

    var text: String {
      [code, name, kind, parent, from, to, formerly, successor].joined(separator: ",")
    }
  }
}
