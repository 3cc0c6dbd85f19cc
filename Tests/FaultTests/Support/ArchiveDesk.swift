import BenefitLedger
import Foundation
import Testing

/// A ledger whose year 2024 is closed, and what it was before anything was archived.
struct ArchiveDesk {
  let desk: FaultDesk
  let closed: Data
  var archive: String { desk.folder + "/ledger-2024.archive.db" }
  /// How many lines of 2024 there are, and in all.
  static let lines = (moved: 300, all: 350)
  static let intact = FaultDesk.Books.intact(batches: 4, lines: lines.all)

  init() throws {
    desk = try FaultDesk()
    let lists = [("2024-11", 0, 100), ("2024-12", 100, 200), ("2025-01", 300, 50)]
    for (month, first, count) in lists {
      let list = try desk.list("\(month).csv", count, from: first)
      let text = try String(contentsOfFile: list, encoding: .utf8)
      try Data(text.replacing("2026-10", with: month).utf8).write(to: URL(filePath: list))
      let posted = try desk.run(["post", "due", list, "--date", "\(month)-05"])
      #expect(posted.exit == 0, "\(posted)")
    }
    for command in [["period", "close", "2024-11"], ["close", "--year", "2024"]] {
      let done = try desk.run(command)
      #expect(done.exit == 0, "\(done)")
    }
    closed = try Data(contentsOf: URL(filePath: desk.ledger))
    #expect(try desk.books() == Self.intact)
  }

  func reset() throws {
    try desk.reset()
    try closed.write(to: URL(filePath: desk.ledger))
    chmod(desk.ledger, 0o600)
  }

  /// Sees that every line is there, runs the command again, and sees that it is complete.
  ///
  /// - Returns: Whether the year was archived before the second call.
  func expectCompleted(_ what: String) throws -> Bool {
    #expect(try desk.books() == Self.intact, "\(what)")
    let again = try desk.run(["archive", "2024"])
    #expect(again.exit == 0, "\(what): \(again)")
    let isBefore = again.output.contains("was archived before")
    #expect(isBefore || again.output.contains("300 lines of 2 batches of 2024 moved"), "\(what)")
    #expect(try desk.books() == Self.intact, "\(what)")
    let names = try FileManager.default.contentsOfDirectory(atPath: desk.folder)
    #expect(names.filter { $0.contains("archive") } == ["ledger-2024.archive.db"], "\(what)")
    return isBefore
  }
}
