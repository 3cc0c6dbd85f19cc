import BenefitLedger
import Foundation
import TestSupport
import Testing

/// A ledger in a folder of its own, and the real program to work on it.
final class FaultDesk: Sendable {
  /// The folder of the ledger; nothing else lies in it.
  let folder: String
  /// Where lists and what programs say lie.
  let papers: String
  /// The ledger.
  var ledger: String { folder + "/ledger.db" }
  private let fresh: Data
  private let top: String

  /// Makes an empty ledger with one site.
  ///
  /// - Parameter place: The folder to work in; memory if there is nothing that needs a disk.
  /// - Throws: What the disk did.
  init(in place: String = "/dev/shm") throws {
    let place =
      FileManager.default.isWritableFile(atPath: place) ? place : NSTemporaryDirectory()
    top = place + "/benefit-ledger-\(UUID().uuidString)"
    folder = top + "/books"
    papers = top + "/papers"
    for folder in [top, folder, papers] {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    }
    let sites = papers + "/sites.csv"
    try Data(
      "code,name,kind,parent\n79,Sài Gòn,province,\n79-S1,Điểm số 1,site,79\n".utf8
    ).write(to: URL(filePath: sites))
    let made = try Self.run(
      [try Programs.benefitLedger(), "init", "--sites", sites, "--ledger", folder + "/ledger.db"],
      in: papers)
    guard made.exit == 0 else { throw NotMade(description: "\(made)") }
    fresh = try Data(contentsOf: URL(filePath: folder + "/ledger.db"))
  }

  deinit { try? FileManager.default.removeItem(atPath: top) }

  private struct NotMade: Error, CustomStringConvertible { var description: String }

  /// Puts the empty ledger back.
  func reset() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      try FileManager.default.removeItem(atPath: folder + "/" + name)
    }
    try fresh.write(to: URL(filePath: ledger))
    chmod(ledger, 0o600)
  }

  /// Writes a list of pensions for persons made up from a number.
  func list(_ count: Int) throws -> String { try list("list.csv", count, from: 0) }

  /// Writes a list of pensions for persons made up from a number on.
  @discardableResult
  func list(_ name: String, _ count: Int, from first: Int) throws -> String {
    var text = "person,name,benefit,month,amount,site,channel\n"
    for number in first..<(first + count) {
      text += "0790\(String(format: "%08d", number + 1)),Nguyễn Văn An,pension,2026-10,"
      text += "\(1_000_000 + number),79-S1,cash\n"
    }
    let path = papers + "/" + name
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  /// Runs the program on the ledger to its end.
  @discardableResult
  func run(
    _ arguments: [String], environment: [String: String] = [:], wrapper: [String] = [],
    ledger: String? = nil
  ) throws -> Ending {
    try Self.run(
      wrapper + [try Programs.benefitLedger()] + arguments + ["--ledger", ledger ?? self.ledger],
      in: papers, environment: environment)
  }

  /// Starts the program on the ledger.
  func start(_ arguments: [String]) throws -> RunningProgram {
    try RunningProgram(
      [try Programs.benefitLedger()] + arguments + ["--ledger", ledger], in: papers)
  }

  /// Posts a list as due, dated so that it does not matter on which day the test runs.
  static func due(_ list: String) -> [String] { ["post", "due", list, "--date", "2026-10-05"] }

  private static func run(
    _ command: [String], in folder: String, environment: [String: String] = [:]
  ) throws -> Ending {
    try RunningProgram(command, in: folder, environment: environment).wait()
  }

  /// What the ledger says when everything is recomputed.
  func books(at path: String? = nil) throws -> Books {
    let verification = try Ledger.open(path ?? ledger, readOnly: true).verify()
    return Books(
      batches: Int(verification.batches), lines: Int(verification.lines),
      findings: verification.findings.map(\.message.description))
  }

  /// A ledger as a whole.
  struct Books: Equatable {
    var batches: Int
    var lines: Int
    var findings: [String]

    /// An intact ledger.
    static func intact(batches: Int, lines: Int) -> Books {
      Books(batches: batches, lines: lines, findings: [])
    }
  }
}
