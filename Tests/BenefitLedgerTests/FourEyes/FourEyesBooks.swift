import Foundation
import GRDB
import Testing

@testable import BenefitLedger

/// A ledger under four eyes, with a user of every role and their keys.
final class FourEyesBooks {
  let folder: String
  let ledger: Ledger
  private(set) var keys: [String: SigningKey] = [:]

  /// The users: two who make lists, two who approve, and one of each other role.
  static let users: [(name: String, role: Role)] = [
    ("lan", .clerk), ("nga", .clerk), ("hoa", .controller), ("minh", .approver),
    ("thu", .approver), ("tam", .auditor),
  ]

  var path: String { folder + "/ledger.db" }

  init() throws {
    folder = NSTemporaryDirectory() + "benefit-ledger-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let sites = folder + "/sites.csv"
    try TestLedger.units.write(toFile: sites, atomically: true, encoding: .utf8)
    let made = try Ledger.create(
      at: folder + "/ledger.db", sites: sites, control: .fourEyes,
      administrator: ("quan", folder + "/quan.key"))
    #expect(made.diagnosis.total == 0)
    ledger = try Ledger.open(folder + "/ledger.db")
    keys["quan"] = try KeyFile.read(folder + "/quan.key")
    for user in Self.users { try add(user.name, user.role) }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Adds a user, by the administrator.
  func add(_ name: String, _ role: Role) throws {
    let file = folder + "/\(name)-\(UUID().uuidString).key"
    _ = try ledger.addUser(name, role: role, keyFile: file, by: keys["quan"])
    keys[name] = try KeyFile.read(file)
  }

  /// Submits files by a user.
  func post(
    _ event: Event, _ files: [(name: String, text: String)], by user: String? = "lan",
    envelope: Envelope = Envelope(), reason: String? = nil, dryRun: Bool = false,
    thresholds: [Int64] = [], today: String = TestLedger.today
  ) throws -> PostingAnswer {
    var request = PostingRequest(
      event, files.map { .memory(name: $0.name, bytes: Array($0.text.utf8)) }, envelope: envelope,
      maker: "somebody", today: try #require(CivilDate(today)))
    request.key = user.flatMap { keys[$0] }
    request.isDryRun = dryRun
    request.isCorrection = reason != nil
    request.reason = reason
    request.thresholds = ApprovalThresholds(steps: thresholds)
    return try ledger.post(request)
  }

  /// Submits one file.
  @discardableResult
  func post(
    _ event: Event, _ text: String, name: String = "list.csv", by user: String? = "lan",
    envelope: Envelope = Envelope(), reason: String? = nil, thresholds: [Int64] = []
  ) throws -> Receipt {
    try #require(
      try post(
        event, [(name, text)], by: user, envelope: envelope, reason: reason, thresholds: thresholds
      ).receipts.first)
  }

  @discardableResult
  func approve(_ submission: Int64, by user: String? = "minh") throws -> Receipt {
    let request = DecisionRequest(
      submission: submission, key: user.flatMap { keys[$0] },
      date: try #require(CivilDate(TestLedger.today)))
    let answer = try ledger.approve(request)
    return try #require(answer.receipts.first, "\(String(describing: answer.failure))")
  }

  @discardableResult
  func reject(_ submission: Int64, by user: String?, reason: String = "not so") throws -> Receipt {
    let request = DecisionRequest(
      submission: submission, key: user.flatMap { keys[$0] }, reason: reason,
      date: try #require(CivilDate(TestLedger.today)))
    return try #require(try ledger.reject(request).receipts.first)
  }

  /// Submits and approves.
  @discardableResult
  func book(_ event: Event, _ text: String, name: String = "list.csv") throws -> Receipt {
    let submitted = try post(event, text, name: name)
    let posted = try approve(try #require(submitted.submission, "\(submitted.codes)"))
    #expect(posted.state == .posted, "\(posted.diagnosis)")
    return posted
  }

  /// A list of pensions in cash at 79-S1.
  static func due(_ persons: [String], amount: Int64 = 5_000_000) -> String {
    "person,benefit,month,amount,site,channel\n"
      + persons.map { "\($0),pension,2026-10,\(amount),79-S1,cash\n" }.joined()
  }

  /// What a query of integers says.
  func integer(_ sql: String) throws -> Int {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { try Int.fetchOne($0, sql: sql) ?? 0 }
  }

  /// Changes the ledger behind the program's back.
  func edit(_ sql: String) throws { try TamperedBooks.edit(path, sql) }

  /// What SQLite says to changes that keep the triggers; nil if it takes them.
  func refusal(of sql: String) throws -> String? {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    defer { try? queue.close() }
    do {
      try queue.write { try $0.execute(sql: sql) }
      return nil
    } catch let error as DatabaseError {
      return error.message
    }
  }

  /// What is kept for open submissions.
  func kept() throws -> Int {
    try integer(
      "SELECT (SELECT count(*) FROM reservation) + (SELECT count(*) FROM submission_chunk)")
  }
}

/// The code of the error that `body` throws.
func code(_ body: () throws -> some Any) -> Code? {
  do {
    _ = try body()
    return nil
  } catch {
    return (error as? LedgerError)?.code
  }
}

extension ApprovalThresholds {
  /// From each of these totals on, in đồng and ascending, one more person must approve.
  init(steps: [Int64]) {
    self.init(
      rows: steps.enumerated().map { ApprovalThreshold(above: $1 - 1, approvers: $0 + 2) })
  }
}
