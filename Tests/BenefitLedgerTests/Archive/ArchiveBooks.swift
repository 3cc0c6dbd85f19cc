import BenefitLedger
import Foundation
import Testing

/// A ledger of two years: 2025 is closed, and a list of it was posted among those of 2026.
///
/// In 2025 pensions of November and December were due and paid; a payment of Dung was undone by a list,
/// and a list for Chi as a whole.
final class ArchiveBooks {
  let books: TestLedger
  var ledger: Ledger { books.ledger }
  var path: String { books.folder + "/ledger.db" }
  /// Where the lines of 2025 go.
  var archive: String { books.folder + "/ledger-2025.archive.db" }

  /// How many lines are moved: all of 2025 but the one that corrects by a list.
  static let moved: Int64 = 10

  init(isClosed: Bool = true) throws {
    books = try TestLedger()
    try books.fund(on: "2025-11-03")
    try books.pensions(
      [Person.an: 10, Person.binh: 20, Person.dung: 30], month: "2025-11", on: "2025-11-05")
    try books.step(.paid, Person.an, 10, month: "2025-11", on: "2025-11-07")
    try books.step(.paid, Person.dung, 30, month: "2025-11", on: "2025-11-08")
    try books.pensions([Person.an: 11, Person.binh: 21], month: "2025-12", on: "2025-12-05")
    let wrong = try books.pensions([Person.chi: 40], month: "2025-12", on: "2025-12-06")
    try books.undo(try #require(wrong.batch), date: "2025-12-07")
    try books.post(
      .paid, Self.dung, name: "undone.csv", today: "2025-12-08", undoing: "not his")
    try books.pensions(
      [Person.an: 12, Person.binh: 22, Person.dung: 32], month: "2026-01", on: "2026-01-05")
    // A late list of the year before stands between the lines of the next.
    try books.pensions([Person.dung: 31], month: "2025-12", on: "2025-12-30")
    try books.step(.paid, Person.an, 12, month: "2026-01", on: "2026-01-07")
    if isClosed { try close() }
  }

  static let dung = "person,benefit,month,amount\n\(Person.dung),pension,2025-11,30\n"

  func close() throws {
    try books.change(.close, "2025-11")
    #expect(try books.closeYear(2025).isChanged)
  }

  /// Archives a year, on a day in the year after the next.
  @discardableResult
  func archive(
    _ year: Int = 2025, today: String = "2027-02-01", dryRun: Bool = false
  ) throws -> ArchiveAnswer {
    var request = ArchiveRequest(
      year: year, maker: "clerk", today: try #require(CivilDate(today)))
    request.isDryRun = dryRun
    return try ledger.archive(request)
  }

  /// The code of what forbids it, or nil.
  func refusal(_ year: Int = 2025, today: String = "2027-02-01") throws -> Code? {
    try Self.code { try archive(year, today: today) }
  }

  /// The code of what something throws, or nil.
  static func code(_ body: () throws -> Void) throws -> Code? {
    do {
      try body()
      return nil
    } catch let error as LedgerError {
      return error.code
    }
  }

  /// The code that opening the ledger anew, and reading it, ends with; nil if it is fine.
  func codeOfOpening() throws -> Code? {
    try Self.code { _ = try Ledger.open(path, readOnly: true).batches() }
  }

  /// Sees that everything is there, recomputed by a program that opens the ledger anew.
  func expectIntact(lines: Int64, _ place: SourceLocation = #_sourceLocation) throws {
    for ledger in [ledger, try Ledger.open(path, readOnly: true)] {
      let verification = try ledger.verify()
      #expect(verification.isIntact, "\(verification.findings)", sourceLocation: place)
      #expect(verification.lines == lines, sourceLocation: place)
      #expect(try ledger.reconcileTotals().agrees, sourceLocation: place)
    }
  }
}
