import LedgerCore
import Testing

@testable import BatchFiles

/// Letters come out as they went in, and are never guessed where two encodings make sense.
struct EncodingTests {
  /// Bytes by the tables of others: Windows-1258 of an independent codec, TCVN3 and VNI as they look
  /// on a screen of Latin 1.
  static let known: [(TextEncoding, [UInt8])] = [
    (.utf8, Array("Nguyễn Thị Đào".utf8)),
    (
      .windows1258,
      [0x4E, 0x67, 0x75, 0x79, 0xEA, 0xDE, 0x6E, 0x20, 0x54, 0x68, 0x69, 0xF2, 0x20, 0xD0, 0xE0]
        + [0x6F]
    ),
    (.tcvn3, "NguyÔn ThÞ §µo".unicodeScalars.map { UInt8($0.value) }),
    (.vni, "Nguyeãn Thò Ñaøo".unicodeScalars.map { UInt8($0.value) }),
  ]

  @Test(arguments: known) func `a name reads the same in each encoding`(
    _ encoding: TextEncoding, _ bytes: [UInt8]
  ) {
    let read = DecodedText.text(bytes, encoding)
    #expect(String(String.UnicodeScalarView(read)) == "Nguyễn Thị Đào")
    #expect(Array(String(String.UnicodeScalarView(read)).utf8) == Array("Nguyễn Thị Đào".utf8))
  }

  @Test(arguments: TextEncoding.allCases)
  func `every letter goes round`(_ encoding: TextEncoding) throws {
    let capitals = encoding == .tcvn3 ? "ĂÂÊÔƠƯĐ" : LetterWriter.small.uppercased()
    let text = LetterWriter.small + capitals + " 0123456789;\n"
    let bytes = try #require(LetterWriter.write(text, in: encoding))
    let read = String(String.UnicodeScalarView(DecodedText.text(bytes, encoding)))
    #expect(Array(read.utf8) == Array(text.utf8))
  }

  private static let names = """
    Nguyễn Thị Đào;Trần Văn Đức;Lê Hoàng Yến;Phạm Quốc Khánh;Huỳnh Thị Mỹ Lệ;Võ Minh Trường
    Đặng Thị Phượng;Bùi Đình Nghĩa;Đỗ Thị Nhàn;Hồ Xuân Hưởng;Ngô Bảo Quyên;Dương Thúy Vỵ
    """

  private static func evidence(_ bytes: [UInt8]) throws -> EncodingEvidence {
    try EncodingEvidence(.memory(name: "list.csv", bytes: bytes), given: nil)
  }

  @Test(arguments: TextEncoding.allCases)
  func `the encoding of a list of names is found out`(_ encoding: TextEncoding) throws {
    // Small letters: TCVN3 has its capitals in another font.
    let bytes = try #require(LetterWriter.write(Self.names.lowercased(), in: encoding))
    let evidence = try Self.evidence(bytes)
    #expect(evidence.encoding == encoding)
    #expect(evidence.digest == Digest.sha256(bytes))
  }

  @Test func `letters that make sense in several encodings are refused with the readings`() throws {
    let fault = try #require(try Self.evidence(Array("b".utf8) + [0xF3, 0x0A]).fault)
    #expect(fault.diagnostic.code == .encodingAmbiguous)
    for reading in ["windows-1258 reads “bó”", "tcvn3 reads “bú”", "vni reads “bĩ”"] {
      #expect(fault.diagnostic.message.contains(reading), "\(fault.diagnostic.message.description)")
    }
  }

  @Test func `what is Vietnamese in no encoding is refused`() throws {
    let fault = try #require(try Self.evidence([0x78, 0x81, 0x8D, 0x7A, 0x20, 0xFF, 0x71]).fault)
    #expect(fault.diagnostic.code == .encodingUnknown)
  }

  @Test func `marks that combine are composed, in any order`() {
    for text in ["Tie\u{302}\u{301}n", "Ti\u{EA}\u{301}n"] {
      #expect(Composer.composed(Array(text.unicodeScalars)) == Array("Tiến".unicodeScalars))
    }
    let swapped = Array("Vie\u{323}\u{302}t Vie\u{302}\u{323}t".unicodeScalars)
    #expect(Composer.composed(swapped) == Array("Việt Việt".unicodeScalars))
  }
}
