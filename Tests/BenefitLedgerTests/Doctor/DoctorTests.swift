import BenefitLedger
import Foundation
import Testing

/// What `doctor` says, in words that cannot be read in two ways.
@Suite struct DoctorTests {
  private func check(_ name: String, _ location: String) throws -> Examination.Check {
    try #require(try Doctor.examine(location).checks.first { $0.name == name })
  }

  @Test func `space is in bytes on both sides, grouped as every number is`() throws {
    let books = try TestLedger()
    let space = try check("space", books.folder + "/ledger.db").message
    #expect(
      try #/[0-9]{1,3}(\.[0-9]{3})* bytes are free; .* needs about 67\.108\.864 bytes\./#
        .wholeMatch(in: space.text(in: .en)) != nil, "\(space)")
    #expect(
      try #/Còn trống [0-9]{1,3}(\.[0-9]{3})* byte; .* cần khoảng 67\.108\.864 byte\./#
        .wholeMatch(in: space.text(in: .vi)) != nil, "\(space.text(in: .vi))")
  }

  @Test func `a ledger that was restored has no backup of its own, which is said`() throws {
    let books = try TestLedger()
    try books.due([Person.an])
    let backup = books.folder + "/backup.db"
    _ = try books.ledger.backUp(to: backup)
    let folder = books.folder + "/again"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let restored = try Ledger.restore(backup, to: folder + "/ledger.db")
    #expect(restored.verification.isIntact)
    let before = try check("backup", folder + "/ledger.db")
    #expect(before.state == .warning)
    #expect(before.message.description.hasSuffix("one that was restored begins without."))
    _ = try Ledger.open(folder + "/ledger.db").backUp(to: folder + "/backup.db")
    #expect(try check("backup", folder + "/ledger.db").state == .ok)
  }
}
