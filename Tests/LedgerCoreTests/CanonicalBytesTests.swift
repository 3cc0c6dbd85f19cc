import LedgerCore
import Testing

@Suite struct CanonicalBytesTests {
  /// Numbers that look random and are the same in every run.
  struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      return mixed ^ mixed >> 31
    }
  }

  /// A line whose four texts are the parts of one text, cut at three places.
  static func leaf(_ line: PaymentLine, _ text: [UInt8], cuts: [Int], site: UnitCode) -> Digest {
    var line = line
    line.accountLength = UInt16(cuts[0])
    line.nameLength = UInt16(cuts[1] - cuts[0])
    line.documentLength = UInt16(cuts[2] - cuts[1])
    line.reasonLength = UInt16(text.count - cuts[2])
    var canonical = CanonicalBytes()
    return text.withUnsafeBytes {
      Leaf.payment(line, site: site, text: $0, using: &canonical)
    }
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5])
  func `the same text cut at other places is another line`(_ seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    let site = try #require(UnitCode("79-S1"))
    for _ in 0..<2_000 {
      // Few different bytes, lengths and prefixes among them.
      let bytes: [UInt8] = [0, 1, 4, 8, 0x41, 0xFF]
      let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        bytes[Int.random(in: 0..<bytes.count, using: &random)]
      }
      func cuts() -> [Int] {
        (0..<3).map { _ in Int.random(in: 0...text.count, using: &random) }.sorted()
      }
      let (one, other) = (cuts(), cuts())
      let isSame =
        Self.leaf(PaymentLine(), text, cuts: one, site: site)
        == Self.leaf(PaymentLine(), text, cuts: other, site: site)
      #expect(isSame == (one == other))
    }
  }

  @Test func `every field of a line changes its leaf`() throws {
    let site = try #require(UnitCode("79-S1"))
    let changes: [(inout PaymentLine) -> Void] = [
      { $0.fileLine += 1 }, { $0.person += 1 }, { $0.benefit += 1 }, { $0.month += 1 },
      { $0.occurrence += 1 }, { $0.amount += 1 }, { $0.fund += 1 }, { $0.channel += 1 },
    ]
    var leaves: Set<Digest> = [Self.leaf(PaymentLine(), [], cuts: [0, 0, 0], site: site)]
    for change in changes {
      var line = PaymentLine()
      change(&line)
      #expect(leaves.insert(Self.leaf(line, [], cuts: [0, 0, 0], site: site)).inserted)
    }
    let other = try #require(UnitCode("79-S10"))
    #expect(leaves.insert(Self.leaf(PaymentLine(), [], cuts: [0, 0, 0], site: other)).inserted)
  }

  @Test func `an absent field is not an empty one`() {
    var one = CanonicalBytes()
    one.append("" as String?)
    var other = CanonicalBytes()
    other.append(nil as String?)
    #expect(one.sha256() != other.sha256())
  }
}
