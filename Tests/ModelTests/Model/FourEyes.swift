/// Who may do what where two persons are needed, and what waits for the second.
struct FourEyes {
  /// A user, by the key that he was given last.
  struct User {
    var role: String
    var isRevoked = false
    /// The record by which he has his key, or lost it.
    var record = 0
  }

  /// What somebody signed, and by which record.
  struct Request {
    var user: String
    var record: Int
  }

  /// What waits for approval, or was decided.
  struct Submission {
    var number = 0
    var maker: String
    var record = 0
    var command: Command
    var event: String
    var undoes: Bool
    var rows: Int
    var total: Int64
    var date: String
    var period: String
    var state = "open"
    var batch: Int?
    /// How many have to approve it, and who did.
    var needed = 1
    var approvals: [Request] = []
    /// Its obligations, which nobody else may touch meanwhile.
    var reserved: Set<ObligationName> = []

    var signature: Request { Request(user: maker, record: record) }

    var text: String {
      "submission=\(number) \(event) lines=\(rows) total=\(total) date=\(date) period=\(period)"
    }
  }

  /// What somebody asks for that another has to agree to.
  struct Proposal {
    /// What it comes to; two mean the same if this is the same.
    var meaning: String
    var by: Request
    /// The command by which it was asked for.
    var command: Command
  }

  /// Everybody's role when the ledger is made.
  static let roles = [
    "quan": "administrator", "lan": "clerk", "mai": "clerk", "hoa": "controller",
    "minh": "approver", "an": "approver", "tra": "auditor",
  ]

  /// The total above which two have to approve, in đồng.
  static let manyAbove: Int64 = 20_000_000

  var users = roles.mapValues { User(role: $0) }
  var submissions: [Submission] = []
  var proposals: [Proposal] = []
  /// Who asked to reopen a period.
  var reopening: [String: Request] = [:]

  var open: [Submission] { submissions.filter { $0.state == "open" } }

  func isReserved(_ name: ObligationName) -> Bool { open.contains { $0.reserved.contains(name) } }

  /// Whether somebody still has the key by which he signed.
  func stands(_ request: Request) -> Bool {
    users[request.user].map { !$0.isRevoked && $0.record < request.record } ?? false
  }

  /// Who asked to reopen a period, unless his request lapsed.
  func asksToReopen(_ month: String) -> String? {
    reopening[month].flatMap { stands($0) ? $0.user : nil }
  }

  /// Why somebody may do nothing at all.
  func stranger(_ user: String) -> Outcome? {
    if user.isEmpty { return .refused("L1001") }
    guard let known = users[user] else { return .refused("L1006") }
    return known.isRevoked ? .refused("L1007") : nil
  }

  /// Why somebody may not do what these roles may.
  func refusal(_ user: String, _ allowed: String...) -> Outcome? {
    stranger(user) ?? (allowed.contains(users[user]?.role ?? "") ? nil : .refused("L1008"))
  }

  /// Why somebody may not do what everybody may but one role.
  func refusal(_ user: String, besides: String) -> Outcome? {
    stranger(user) ?? (users[user]?.role == besides ? .refused("L1008") : nil)
  }
}
