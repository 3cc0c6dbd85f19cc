import BenefitLedger
import Foundation
import Testing

/// Lists that come compressed or as workbooks: what is posted of them, and under which identity.
@Suite struct PackedListTests {
  private let list = """
    person,benefit,month,amount,site,channel,account,name
    079060000011,pension,2026-10,5000000,79-S1,bank,970436:0071000123456,"Nguyễn, An"
    079060000012,pension,2026-10,3000000,79-S2,cash,,Trần Bình
    079060000013,survivor,2026-10,1025300,40-S1,cash,,Lê Chi

    """

  private func post(
    _ ledger: Ledger, _ event: Event, _ bytes: [UInt8], name: String, key: SigningKey? = nil
  ) throws -> Receipt {
    var request = PostingRequest(
      event, [.memory(name: name, bytes: bytes)],
      envelope: Envelope(date: CivilDate(TestLedger.today)), maker: "clerk",
      today: try #require(CivilDate(TestLedger.today)))
    request.key = key
    let answer = try ledger.post(request)
    if let failure = answer.failure { throw failure }
    return try #require(answer.receipts.first)
  }

  private func found(_ receipt: Receipt) -> [String] {
    receipt.diagnosis.diagnostics.map { "\($0.code.text) \($0.line):\($0.column)" }
  }

  @Test func `a list comes to the same as text, compressed and as a workbook`() throws {
    let forms = [
      ("due.csv", Array(list.utf8)), ("due.csv.gz", PackedFile.gzip(list)),
      ("due.xlsx", try PackedFile.workbook(list)),
    ]
    var totals: [[String]] = []
    for (name, bytes) in forms {
      let books = try TestLedger()
      let receipt = try post(books.ledger, .due, bytes, name: name)
      #expect(receipt.state == .posted && receipt.lines == 3 && receipt.total == 9_025_300)
      #expect(receipt.diagnosis.diagnostics.isEmpty)
      let header = try books.ledger.batch(1).batch.header
      #expect(header.fileBytes == Int64(bytes.count))
      #expect(header.fileDigest == Digest.sha256(bytes))
      let again = try post(books.ledger, .due, bytes, name: name)
      #expect(again.alreadyPosted && again.batch == 1)
      #expect(try books.ledger.verify().isIntact)
      #expect(try books.ledger.reconcileTotals().agrees)
      let rows = try books.ledger.totals(TotalsQuery(by: [.site, .benefit])).rows
      totals.append(rows.map { "\($0.values) \($0.count) \($0.amount)" })
      let step = try books.ledger.personStatement(try books.number("079060000012"))
      #expect(step.obligations.first?.steps.first?.fileLine == 3)
    }
    #expect(totals[0] == totals[1])
    #expect(totals[0] == totals[2])
  }

  @Test func `the same list in another form owes nobody twice, and is told at its cells`() throws {
    let books = try TestLedger()
    _ = try post(books.ledger, .due, PackedFile.gzip(list), name: "due.csv.gz")
    let receipt = try post(books.ledger, .due, try PackedFile.workbook(list), name: "due.xlsx")
    #expect(receipt.state == .refused)
    #expect(found(receipt).suffix(3) == ["L0502 2:1", "L0502 3:1", "L0502 4:1"])
    #expect(receipt.diagnosis.diagnostics.last?.message.hasPrefix("A4: ") == true)
    let paid = try PackedFile.workbook(
      "person,benefit,month,amount\n079060000011,pension,2026-10,4999999\n")
    let wrong = try post(books.ledger, .paid, paid, name: "paid.xlsx")
    #expect(found(wrong) == ["L0521 2:4"])
    #expect(wrong.diagnosis.diagnostics.first?.message.hasPrefix("D2: ") == true)
    #expect(try books.ledger.batches().count == 1)
  }

  @Test func `nothing is posted of a file that is cut or damaged`() throws {
    let books = try TestLedger()
    for bytes in try [PackedFile.gzip(list), PackedFile.workbook(list)] {
      for length in stride(from: 4, to: bytes.count, by: max(1, bytes.count / 40)) {
        let receipt = try post(books.ledger, .due, Array(bytes[..<length]), name: "cut")
        #expect(receipt.state == .refused, "cut to \(length)")
      }
    }
    #expect(try books.ledger.batches().isEmpty)
    let workbook = try PackedFile.workbook(list)
    for index in stride(from: 12, to: workbook.count, by: workbook.count / 60) {
      var damaged = workbook
      damaged[index] ^= 0x55
      let books = try TestLedger()
      let receipt = try post(books.ledger, .due, damaged, name: "damaged.xlsx")
      // A byte that says nothing, such as a time, may be anything.
      #expect(receipt.state == .refused || receipt.total == 9_025_300, "byte \(index)")
      #expect(try books.ledger.batches().isEmpty == (receipt.state == .refused))
    }
  }

  @Test func `a workbook that was submitted is posted as it was signed`() throws {
    let books = try FourEyesBooks()
    let bytes = try PackedFile.workbook(FourEyesBooks.due([Person.an, Person.binh]))
    var request = PostingRequest(.due, [.memory(name: "due.xlsx", bytes: bytes)])
    request.key = books.keys["lan"]
    let submitted = try #require(try books.ledger.post(request).receipts.first)
    #expect(submitted.state == .submitted && submitted.lines == 2)
    let posted = try books.approve(1)
    #expect(posted.state == .posted && posted.total == submitted.total)
    #expect(try books.ledger.batch(1).batch.header.fileDigest == Digest.sha256(bytes))
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `every other list may come packed as well`() throws {
    let books = try TestLedger()
    _ = try post(books.ledger, .due, Array(list.utf8), name: "due.csv")
    let day = try books.day()
    func file(_ name: String, _ bytes: [UInt8]) throws -> String {
      let path = books.folder + "/" + name
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      return path
    }
    let request = RecordRequest(maker: "clerk", date: day)
    let holds = "person,reason,from\n079060000099,moved,2026-10-01\n"
    for (name, bytes) in [
      ("h.csv.gz", PackedFile.gzip(holds)),
      ("h.xlsx", try PackedFile.workbook(holds.replacing("099", with: "098"))),
    ] {
      let answer = try books.ledger.importHolds(
        from: try file(name, bytes), kind: .suspended, request)
      #expect(answer.added == 1)
    }
    let links = try PackedFile.workbook("old,new\n079060000012,079060000014\n")
    #expect(
      try books.ledger.importLinks(from: try file("l.xlsx", links), request).record.added == 1)
    let deaths = try PackedFile.workbook("person,date\n079060000013,2026-10-02\n")
    let answer = try books.ledger.recordDeaths(
      DeathRequest(path: try file("d.xlsx", deaths), maker: "clerk", today: day))
    #expect(answer.diagnosis.total == 0)
    let units = try PackedFile.workbook(
      "code,name,kind,parent,valid_from\n79-S9,Điểm chi trả số 9,site,79-C01,2026-01-01\n")
    let before = try books.ledger.units().count
    #expect(try books.ledger.importUnits(from: try file("u.xlsx", units)).diagnosis.total == 0)
    #expect(try books.ledger.units().count == before + 1)
    let theirs = try PackedFile.workbook(
      "site,benefit,month,event,count,amount\n79-S1,pension,2026-10,due,1,5000000\n"
        + "79-S2,pension,2026-10,due,1,3000000\n40-S1,survivor,2026-10,due,1,1025300\n")
    let totals = try TheirTotals.read(try file("t.xlsx", theirs)).get()
    #expect(try books.ledger.reconcileTotals(against: totals).agrees)
    guard
      case .failure(let refusal) = TheirTotals.read(
        try file("cut.xlsx", Array(theirs.dropLast(30))))
    else {
      Issue.record("a workbook that was cut was read")
      return
    }
    #expect(refusal.diagnosis.diagnostics.map(\.code) == [.archiveDamaged])
  }
}

/// Lists as they come from elsewhere, made without the program's own packing of lists.
enum PackedFile {
  /// A list compressed by gzip, in one stored block.
  static func gzip(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    precondition(bytes.count < 65_536)
    func little(_ value: UInt32, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(value >> (8 * UInt32($0)) & 0xFF) }
    }
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    let count = UInt32(bytes.count)
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1] + little(count, 2) + little(~count, 2) + bytes
      + little(~crc, 4) + little(count, 4)
  }

  /// A list as a workbook; whole numbers in columns of numbers are numbers.
  static func workbook(_ text: String) throws -> [UInt8] {
    let rows = text.split(separator: "\n").map(fields)
    let path = NSTemporaryDirectory() + "benefit-ledger-\(UUID().uuidString).xlsx"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let writer = try XlsxWriter(path)
    try writer.beginSheet("list", rows[0].map { XlsxColumn(title: $0, width: 12) })
    for row in rows.dropFirst() {
      try writer.append(
        row.enumerated().map { index, field in
          if field.isEmpty { return .empty }
          let isNumber = ["amount", "count"].contains(rows[0][index])
          return (isNumber ? Int64(field) : nil).map { .number($0) } ?? .text(field)
        })
    }
    try writer.finish()
    return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  private static func fields(_ line: Substring) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}
