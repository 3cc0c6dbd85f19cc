import LedgerCore
import Testing

@testable import BatchFiles

/// A generator that can be started again from its seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A file as a bad copy, a bad disk or a clumsy hand leaves it.
func corrupted(_ valid: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
  var bytes = valid
  for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
    let at = Int.random(in: 0..<bytes.count, using: &random)
    let end = min(bytes.count, at + Int.random(in: 1...200, using: &random))
    switch Int.random(in: 0..<7, using: &random) {
    case 0: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1: bytes[at] = UInt8.random(in: 0...255, using: &random)
    case 2: bytes[at] = Array("\",\r\n\0;-+.0".utf8).randomElement(using: &random) ?? 0
    case 3: bytes.removeSubrange(at..<bytes.count)
    case 4: bytes.removeSubrange(at..<end)
    case 5: bytes.insert(contentsOf: bytes[at..<end], at: at)
    default:
      let other = Int.random(in: 0..<bytes.count, using: &random)
      bytes.insert(contentsOf: bytes[at..<end], at: other)
    }
  }
  return bytes
}

struct CorruptionTests {
  @Test(arguments: [UInt64.random(in: 0 ... .max), 20_261_122])
  func `a damaged file never crashes and its total is that of its lines`(_ seed: UInt64) throws {
    print("seed of the damaged files: \(seed)")
    var random = SeededGenerator(state: seed)
    let list = Sample.longList(40)
    let envelope = "#batch event=due count=40 total=\(list.total)\n"
    let valid = Array((envelope + list.text).utf8)
    for _ in 0..<250 {
      let bytes = corrupted(valid, &random)
      let outcome = try readPayments(.memory(name: "due.csv", bytes: bytes))
      #expect(outcome.total == outcome.lines.reduce(0) { $0 + $1.amount })
      if outcome.isOpen, case .end = outcome.progress {
        #expect(outcome.digest == Digest.sha256(bytes))
      }
      if !outcome.faults.hasFaults {
        #expect(outcome.lines.count == outcome.rowCount)
        if let total = outcome.declared.total { #expect(outcome.total == total) }
        if let count = outcome.declared.count { #expect(outcome.rowCount == count) }
      }
      var tiny = ReadingLimits()
      tiny.blockSize = 5
      let again = try readPayments(.memory(name: "due.csv", bytes: bytes), limits: tiny)
      #expect(again.faults.listed == outcome.faults.listed)
      #expect(again.total == outcome.total)
      let first = try readPayments(
        .memory(name: "due.csv", bytes: bytes), mode: .stopAtFirstFault)
      #expect(first.faults.hasFaults == outcome.faults.hasFaults)
    }
  }

  @Test(arguments: [UInt64.random(in: 0 ... .max), 7])
  func `damaged lists of movements and units never crash`(_ seed: UInt64) throws {
    print("seed of the damaged lists: \(seed)")
    var random = SeededGenerator(state: seed)
    let rows = (1...30).map { "79-00123,retirement,\($0)000,cash,pension,\"D \($0)\"\n" }
    let movements = Array(("unit,fund,amount,channel,benefit,document\n" + rows.joined()).utf8)
    let units = Array(
      ("code,name,kind,parent,valid_from,valid_to\n"
        + (1...30).map { "A\($0),\"Điểm \($0)\",site,A\($0 / 2 + 1),2025-07-01,\n" }.joined())
        .utf8)
    for _ in 0..<125 {
      let reader = MovementListReader(
        source: .memory(name: "m.csv", bytes: corrupted(movements, &random)), event: .advance,
        options: Envelope(), today: try date("2026-11-22"), units: Register(),
        mode: .collectFaults)
      let read = try reader.open() ? try reader.read() : []
      #expect(reader.total == read.reduce(0) { $0 + $1.amount })
      _ = try UnitListReader(source: .memory(name: "u.csv", bytes: corrupted(units, &random)))
        .read()
    }
  }
}
