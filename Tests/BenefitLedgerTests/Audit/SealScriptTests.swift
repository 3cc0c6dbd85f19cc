import BenefitLedger
import Foundation
import Testing

/// The pages that say what verify does, held to what it does.
@Suite struct SealScriptTests {
  private static let docs = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../../docs/reference")

  /// Wherever the shell would find it.
  private static let python = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin")
    .split(separator: ":").map { "\($0)/python3" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// A machine without Python skips the script at a desk; on the build machine it is a failure.
  private static let isDue = python != nil || ProcessInfo.processInfo.environment["CI"] != nil

  /// The script of `docs/reference/seals.md`.
  private func script() throws -> String {
    let page = try String(
      contentsOf: Self.docs.appending(path: "seals.md"), encoding: .utf8)
    let parts = page.components(separatedBy: "```python\n")
    return try #require(parts.last?.components(separatedBy: "```").first)
  }

  /// Runs the script; its output and exit code.
  private func run(on ledger: String) throws -> (output: String, code: Int32) {
    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.python))
    process.arguments = ["-c", try script(), ledger]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (
      String(decoding: output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines),
      process.terminationStatus
    )
  }

  @Test(.enabled(if: isDue))
  func `the script of the page comes to the head that verify comes to`() throws {
    try TamperedBooks.withCopy { path in
      let head = try Ledger.open(path, readOnly: true).verify().head
      let (output, code) = try run(on: path)
      #expect(code == 0 && output == head.description, "\(output)")
    }
  }

  @Test(.enabled(if: isDue))
  func `the script of the page knows holds, releases and links`() throws {
    let books = try TestLedger()
    try books.post(.due, TestLedger.dues([(Person.dung, "2026-10")]))
    try books.hold(
      "person,reason,from,to\n\(Person.chi),x,2026-03-01,\n\(Person.binh),y,2026-03-01,2026-04-01\n"
    )
    _ = try books.ledger.release(.number(1), reason: "back", from: try books.day("2026-05-01"))
    try books.link(Person.dung, Person.an)
    try books.post(.paid, TestLedger.steps([(Person.an, "2026-10")]))
    let path = books.folder + "/ledger.db"
    let (output, code) = try run(on: path)
    #expect(try code == 0 && output == books.ledger.verify().head.description, "\(output)")
    // The register is sealed with the next batch, so a hold that is changed changes its seal.
    try TamperedBooks.edit(path, "UPDATE hold SET valid_to = 20260402 WHERE hold_no = 2")
    let (said, failure) = try run(on: path)
    #expect(failure != 0, "\(said)")
  }

  @Test(.enabled(if: isDue))
  func `the script of the page finds a changed line`() throws {
    try TamperedBooks.withCopy { path in
      try TamperedBooks.edit(path, "UPDATE line SET name = 'x' WHERE line_no = 2")
      let (output, code) = try run(on: path)
      #expect(code == 1 && output == "batch 3 is not what was sealed", "\(output)")
    }
  }

  @Test func `every kind of finding and of difference is in the manual`() throws {
    let page = try String(
      contentsOf: Self.docs.appending(path: "commands.md"), encoding: .utf8)
    for kind in Finding.Kind.allCases.map(\.rawValue)
      + TotalsDifference.Kind.allCases.map(\.rawValue)
    {
      #expect(page.contains("`\(kind)`"), "\(kind)")
    }
  }
}
