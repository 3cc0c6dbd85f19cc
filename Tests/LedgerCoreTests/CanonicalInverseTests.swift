import Testing

@testable import LedgerCore

/// Canonical bytes can be read back, so two different lines never share them.
///
/// The reader here was written from `docs/reference/seals.md` and shares nothing with the writer. What
/// can be read back to what it was made of was made of nothing else: whoever finds two lines with the
/// same bytes has found bytes that read back to one of them only, and a test that fails.
@Suite struct CanonicalInverseTests {
  typealias Random = CanonicalBytesTests.SplitMix64

  /// The fields of a record, nil where one is absent; nil for bytes that are no record.
  static func fields(_ bytes: some Sequence<UInt8>) -> [[UInt8]?]? {
    var rest = Array(bytes)[...]
    var fields: [[UInt8]?] = []
    while !rest.isEmpty {
      guard rest.count >= 4 else { return nil }
      let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      rest = rest.dropFirst(4)
      if length == 0xFFFF_FFFF {
        fields.append(nil)
        continue
      }
      guard rest.count >= length else { return nil }
      fields.append(Array(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    return fields
  }

  static func number(_ field: [UInt8]?) -> Int64? {
    guard let field, field.count == 8 else { return nil }
    return Int64(bitPattern: field.reduce(0 as UInt64) { $0 << 8 | UInt64($1) })
  }

  /// Bytes among which are lengths, prefixes and absent fields of other records.
  static func text(_ random: inout Random, most: Int = 24) -> [UInt8] {
    let pieces: [[UInt8]] = [
      [0, 0, 0, 8], [0, 0, 0, 0], [0xFF, 0xFF, 0xFF, 0xFF], [0], [1], [0x41], Array("ễ".utf8),
    ]
    var text: [UInt8] = []
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      text += pieces[Int.random(in: 0..<pieces.count, using: &random)]
    }
    return Array(text.prefix(most))
  }

  static func site(_ random: inout Random) throws -> UnitCode {
    let codes = ["7", "79", "79-S1", "79-S10", "0123456789ABCDEF", "a.b_c"]
    return try #require(codes.randomElement(using: &random).flatMap { UnitCode($0) })
  }

  // MARK: Payment lines

  struct Payment: Equatable {
    var numbers: [Int64]
    var site: [UInt8]
    var texts: [[UInt8]]
    var corrects: Int64

    /// The line that 13 or 14 fields stand for; nil if they stand for none.
    init?(_ fields: [[UInt8]?]) {
      guard fields.count == 13 || fields.count == 14 else { return nil }
      numbers = fields[0..<8].compactMap { CanonicalInverseTests.number($0) }
      texts = fields[9..<13].compactMap(\.self)
      guard numbers.count == 8, texts.count == 4, let site = fields[8] else { return nil }
      self.site = site
      corrects = 0
      if fields.count == 14 {
        guard let number = CanonicalInverseTests.number(fields[13]), number != 0 else { return nil }
        corrects = number
      }
    }

    init(_ line: PaymentLine, _ site: UnitCode, _ texts: [[UInt8]], _ corrects: Int64) {
      numbers = [
        Int64(line.fileLine), line.person, Int64(line.benefit), Int64(line.month),
        Int64(line.occurrence), line.amount, Int64(line.fund), Int64(line.channel),
      ]
      self.site = Array(site.text.utf8)
      self.texts = texts
      self.corrects = corrects
    }
  }

  @Test(arguments: [UInt64(11), 12, 13, 14])
  func `a payment line can be read back from its canonical bytes`(_ seed: UInt64) throws {
    var random = Random(state: seed)
    var canonical = CanonicalBytes()
    for _ in 0..<2_500 {
      var line = PaymentLine()
      line.fileLine = .random(in: 0...9, using: &random)
      line.person = .random(in: 0...9, using: &random)
      line.benefit = .random(in: 0...13, using: &random)
      line.month = .random(in: 202_601...202_612, using: &random)
      line.occurrence = .random(in: 0...3, using: &random)
      line.amount = Bool.random(using: &random) ? .random(in: -9...9, using: &random) : .max
      line.fund = .random(in: 0...9, using: &random)
      line.channel = .random(in: 0...3, using: &random)
      let site = try Self.site(&random)
      let texts = (0..<4).map { _ in Self.text(&random) }
      line.accountLength = UInt16(texts[0].count)
      line.nameLength = UInt16(texts[1].count)
      line.documentLength = UInt16(texts[2].count)
      line.reasonLength = UInt16(texts[3].count)
      let corrects: Int64 = Bool.random(using: &random) ? 0 : .random(in: 1...9, using: &random)
      _ = Array(texts.joined()).withUnsafeBytes {
        Leaf.payment(line, site: site, text: $0, corrects: corrects, using: &canonical)
      }
      let bytes = canonical.bytes
      #expect(bytes.first == 0)
      let read = Self.fields(bytes.dropFirst()).flatMap { Payment($0) }
      #expect(read == Payment(line, site, texts, corrects), "seed \(seed)")
    }
  }

  // MARK: Movements

  struct Moved: Equatable {
    var chart: Int64?
    var numbers: [Int64]
    var texts: [[UInt8]?]
    var optionals: [Int64?]
    var corrects: Int64

    /// The row that 8 or 10 fields stand for; nil if they stand for none.
    init?(_ fields: [[UInt8]?]) {
      guard fields.count == 8 || fields.count == 10 else { return nil }
      func optional(_ index: Int) -> Int64?? {
        fields[index] == nil ? .some(nil) : CanonicalInverseTests.number(fields[index]).map { $0 }
      }
      numbers = [0, 3, 4].compactMap { CanonicalInverseTests.number(fields[$0]) }
      guard numbers.count == 3, let chart = optional(1), let channel = optional(5),
        let benefit = optional(6)
      else { return nil }
      self.chart = chart
      optionals = [channel, benefit]
      texts = [fields[2], fields[7], nil]
      corrects = 0
      if fields.count == 10 {
        guard let number = CanonicalInverseTests.number(fields[9]),
          fields[8] != nil || number != 0
        else { return nil }
        texts[2] = fields[8]
        corrects = number
      }
    }

    init(_ movement: Movement, _ unit: UnitCode?, _ other: UnitCode?, _ corrects: Int64) {
      chart = movement.chart.map { Int64($0.rawValue) }
      numbers = [Int64(movement.fileLine), Int64(movement.fund.rawValue), movement.amount]
      texts = [
        unit.map { Array($0.text.utf8) }, movement.document.map { Array($0.utf8) },
        other.map { Array($0.text.utf8) },
      ]
      optionals = [
        movement.channel.map { Int64($0.rawValue) }, movement.benefit.map { Int64($0.rawValue) },
      ]
      self.corrects = corrects
    }
  }

  @Test(arguments: [UInt64(21), 22, 23, 24])
  func `a movement can be read back, and no movement reads as a payment`(_ seed: UInt64) throws {
    var random = Random(state: seed)
    var canonical = CanonicalBytes()
    for _ in 0..<2_500 {
      let document =
        Bool.random(using: &random)
        ? nil : String(decoding: Self.text(&random), as: UTF8.self)
      let movement = Movement(
        fileLine: .random(in: 0...9, using: &random),
        chart: Bool.random(using: &random) ? nil : ChartCode.allCases.randomElement(using: &random),
        unit: nil, fund: try #require(Fund.allCases.randomElement(using: &random)),
        amount: .random(in: -9...9, using: &random),
        channel: Bool.random(using: &random) ? nil : Channel.allCases.randomElement(using: &random),
        benefit: Bool.random(using: &random) ? nil : Benefit.allCases.randomElement(using: &random),
        document: document)
      let unit = Bool.random(using: &random) ? nil : try Self.site(&random)
      let other = Bool.random(using: &random) ? nil : try Self.site(&random)
      let corrects: Int64 = .random(in: 0...2, using: &random)
      _ = Leaf.movement(
        movement, unit: unit, otherUnit: other, corrects: corrects, using: &canonical)
      let fields = Self.fields(canonical.bytes.dropFirst())
      let read = fields.flatMap { Moved($0) }
      #expect(read == Moved(movement, unit, other, corrects), "seed \(seed)")
      #expect(fields.flatMap { Payment($0) } == nil)
    }
  }

  // MARK: Headers

  @Test(arguments: [UInt64(31), 32])
  func `the header of a batch can be read back, field by field`(_ seed: UInt64) throws {
    var random = Random(state: seed)
    func optional() -> String? {
      Bool.random(using: &random) ? nil : String(decoding: Self.text(&random), as: UTF8.self)
    }
    for _ in 0..<2_500 {
      var header = BatchHeader(
        number: .random(in: 1...9, using: &random),
        event: try #require(Event.allCases.randomElement(using: &random)),
        fileName: optional() ?? "", fileBytes: .random(in: 0...9, using: &random),
        fileDigest: .sha256([1]), reference: optional(),
        declaredPeriod: Bool.random(using: &random) ? nil : Month("2026-10"),
        declaredDate: Bool.random(using: &random) ? nil : CivilDate("2026-10-05"),
        period: try #require(Month("2026-10")), date: try #require(CivilDate("2026-10-05")),
        maker: optional() ?? "", firstLine: .random(in: 1...9, using: &random),
        lineCount: .random(in: 0...9, using: &random),
        firstVoucher: .random(in: 1...9, using: &random),
        voucherCount: .random(in: 0...9, using: &random),
        rowCount: .random(in: 0...9, using: &random), total: .random(in: -9...9, using: &random),
        registerDigest: .sha256([2]))
      header.control.isCorrection = .random(using: &random)
      header.control.reversesBatch = Bool.random(using: &random) ? nil : 0
      header.control.reason = optional()
      header.control.submission = Bool.random(using: &random) ? nil : 0
      header.control.approvers = optional()
      header.control.leftOut = .random(in: 0...9, using: &random)
      let fields = try #require(Self.fields(header.bytes))
      let numbers: [Int: Int64?] = [
        0: header.number, 3: header.fileBytes, 11: header.firstLine, 12: header.lineCount,
        13: header.firstVoucher, 14: header.voucherCount, 15: header.rowCount, 16: header.total,
        18: header.control.isCorrection ? 1 : 0, 19: header.control.reversesBatch,
        21: header.control.submission, 23: header.control.leftOut,
      ]
      let texts: [Int: String?] = [
        1: header.event.code, 2: header.fileName, 5: header.reference,
        6: header.declaredPeriod?.description, 7: header.declaredDate?.description,
        8: header.period.description, 9: header.date.description, 10: header.maker,
        20: header.control.reason, 22: header.control.approvers,
      ]
      #expect(fields.count == 24)
      #expect(numbers.allSatisfy { Self.number(fields[$0.key]) == $0.value }, "seed \(seed)")
      #expect(
        texts.allSatisfy { fields[$0.key] == $0.value.map { Array($0.utf8) } }, "seed \(seed)")
      #expect(fields[4] == header.fileDigest.bytes && fields[17] == header.registerDigest.bytes)
    }
  }
}
