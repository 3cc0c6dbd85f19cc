import Foundation
import LedgerCore
import Testing

/// The example of `docs/reference/seals.md`, recomputed and looked for in the page.
@Suite struct SealExampleTests {
  private static let page = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../docs/reference/seals.md")

  private func expect(_ name: String, _ digest: Digest) throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let padded = name.padding(toLength: 10, withPad: " ", startingAt: 0)
    #expect(text.contains("    \(padded)\(digest)\n"), "\(name) is \(digest)")
  }

  private static func register() throws -> Digest {
    var rows = RecordDigest()
    rows.add(
      table: "unit_version",
      [
        .integer(1), .integer(1), .text("VN"), .text("Việt Nam"),
        .integer(Int64(UnitKind.nation.rawValue)), .null, .integer(19_000_101), .null, .null,
      ])
    rows.add(
      table: "unit_version",
      [
        .integer(2), .integer(1), .text("79-S1"), .text("Điểm chi trả số 1"),
        .integer(Int64(UnitKind.site.rawValue)), .integer(1), .integer(20_250_701),
        .integer(20_301_231), .integer(3),
      ])
    rows.add(
      table: "unit_version",
      [
        .integer(3), .integer(1), .text("79-S2"), .text("Điểm chi trả số 2"),
        .integer(Int64(UnitKind.site.rawValue)), .integer(1), .integer(19_000_101), .null, .null,
      ])
    let header = RecordHeader(
      number: 1, kind: .units, date: try #require(CivilDate("2026-10-01")), maker: "lan",
      fileName: "sites.csv", fileDigest: Digest.sha256(Array("sites".utf8)))
    return RecordDigest.next(after: .zero, header, rows: rows.ofRows)
  }

  private static func leaves() throws -> [Digest] {
    let site = try #require(UnitCode("79-S1"))
    var canonical = CanonicalBytes()
    var pension = PaymentLine()
    pension.fileLine = 2
    pension.person = try #require(PersonNumber("079060000011")).encoded
    pension.benefit = Benefit.pension.rawValue
    pension.month = 202_610
    pension.amount = 5_000_000
    pension.fund = Fund.retirement.rawValue
    pension.channel = Channel.bank.rawValue
    let account = Array("970436:0071000123456".utf8)
    let name = Array("Nguyễn Văn An".utf8)
    pension.accountLength = UInt16(account.count)
    pension.nameLength = UInt16(name.count)
    let first = (account + name).withUnsafeBytes {
      Leaf.payment(pension, site: site, text: $0, using: &canonical)
    }
    var funeral = PaymentLine()
    funeral.fileLine = 3
    funeral.person = try #require(PersonNumber("7911223344")).encoded
    funeral.benefit = Benefit.funeral.rawValue
    funeral.month = 202_609
    funeral.amount = 14_900_000
    funeral.fund = Fund.retirement.rawValue
    funeral.channel = Channel.cash.rawValue
    let document = Array("QĐ 12/2026".utf8)
    funeral.documentLength = UInt16(document.count)
    let second = document.withUnsafeBytes {
      Leaf.payment(funeral, site: site, text: $0, using: &canonical)
    }
    return [first, second]
  }

  @Test func `the register's digest is that of the page`() throws {
    try expect("register", Self.register())
  }

  @Test func `the leaves, the root and the seal are those of the page`() throws {
    let leaves = try Self.leaves()
    var tree = MerkleTree()
    for leaf in leaves {
      try expect("leaf", leaf)
      tree.append(leaf)
    }
    try expect("root", tree.root)
    let header = BatchHeader(
      number: 1, event: .due, fileName: "due.csv", fileBytes: 243,
      fileDigest: Digest.sha256(Array("file".utf8)), reference: "HCM-10", declaredPeriod: nil,
      declaredDate: CivilDate("2026-10-05"), period: try #require(Month("2026-10")),
      date: try #require(CivilDate("2026-10-05")), maker: "lan", firstLine: 1, lineCount: 2,
      firstVoucher: 1, voucherCount: 2, rowCount: 2, total: 19_900_000,
      registerDigest: try Self.register())
    try expect("seal", header.seal(previous: .zero, root: tree.root))
  }

  @Test func `the leaves of movements are those of the page`() throws {
    let movement = Movement(
      fileLine: 2, unit: 2, fund: .retirement, amount: 25_000_000, channel: .cash,
      document: "UNC 7")
    try expect("movement", Leaf.movement(movement, unit: UnitCode("79-S1")))
    let opening = Movement(
      fileLine: 2, chart: .bank, unit: nil, fund: .retirement, amount: 900_000_000)
    try expect("opening", Leaf.movement(opening, unit: nil))
  }
}
