import Foundation
import Testing

@testable import BenefitLedger

/// A verifier is as good as what it refuses.
@Suite struct MutatedProofTests {
  /// Two proofs of one ledger, and the key.
  private static let proofs = Result {
    () throws -> (one: PaymentProof, other: PaymentProof, key: VerifierKey) in
    let trust = try TrustBooks()
    for count in 1...4 {
      try trust.books.post(
        .due,
        "person,benefit,month,amount,site,channel\n"
          + (0..<count * 3).map {
            "07906\(count)000\($0 < 10 ? "0" : "")\($0)1,pension,2026-11,\($0 + 1),79-S1,cash\n"
          }.joined(), name: "\(count).csv")
    }
    try trust.checkpoint()
    return (
      try trust.prove(Person.chi, .due), try trust.prove(Person.binh), trust.key.verifierKey
    )
  }

  /// Why a text proves nothing; nil if it proves something.
  private static func refusal(_ bytes: [UInt8], _ key: VerifierKey) -> String? {
    do {
      return try ProofReader.proof(bytes).gap(key).map { "\($0)" }
    } catch {
      return "line \(error.line)"
    }
  }

  @Test func `the proofs hold before they are changed`() throws {
    let (one, other, key) = try Self.proofs.get()
    #expect(Self.refusal(Array(one.text.utf8), key) == nil)
    #expect(Self.refusal(Array(other.text.utf8), key) == nil)
    #expect(!one.linePath.isEmpty && one.sealPath.count == 3)
  }

  @Test func `every byte of a proof counts`() throws {
    let (one, _, key) = try Self.proofs.get()
    let bytes = Array(one.text.utf8)
    for position in bytes.indices {
      var changed = bytes
      changed[position] ^= 1
      #expect(Self.refusal(changed, key) != nil, "byte \(position)")
      changed[position] = changed[position] == 0x20 ? 0x30 : 0x20
      if changed != bytes { #expect(Self.refusal(changed, key) != nil, "byte \(position)") }
      #expect(Self.refusal(Array(bytes.prefix(position)), key) != nil)
    }
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `a thousand random changes of a proof are all refused`(_ seed: UInt64) throws {
    let (one, other, key) = try Self.proofs.get()
    var random = SeededGenerator(seed)
    let bytes = Array(one.text.utf8)
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    let others = Array(other.text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
      .map(Array.init)
    for round in 0..<250 {
      var changed = bytes
      var parts = lines
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let line = Int.random(in: 0..<lines.count, using: &random)
      let second = Int.random(in: 0..<lines.count, using: &random)
      switch round % 9 {
      case 0: changed[place] = .random(in: 0...255, using: &random)
      case 1: changed.insert(.random(in: 0...255, using: &random), at: place)
      case 2: changed.remove(at: place)
      case 3: changed.removeSubrange(place..<min(bytes.count, place + 40))
      case 4: parts.swapAt(line, second)
      case 5: parts.remove(at: line)
      case 6: parts.insert(lines[second], at: line)
      case 7: parts[line] = others[min(line, others.count - 1)]
      default: parts = Array(lines[..<line]) + others[min(line, others.count)...]
      }
      if round % 9 > 3 { changed = Array(parts.joined(separator: [0x0A])) }
      guard changed != bytes, changed != Array(other.text.utf8) else { continue }
      #expect(Self.refusal(changed, key) != nil, "seed \(seed), round \(round)")
    }
  }

  /// Changes that are written as a proof is written, so that only the hashes can tell.
  static let changes: [@Sendable (inout PaymentProof, PaymentProof) -> Void] = [
    { proof, _ in proof.line.number += 1 }, { proof, _ in proof.line.number -= 1 },
    { proof, _ in proof.line.number = .max }, { proof, _ in proof.line.number = .min },
    { proof, _ in proof.line.fileLine += 1 }, { proof, _ in proof.line.amount += 1 },
    { proof, _ in proof.line.amount = -proof.line.amount },
    { proof, other in proof.line.person = other.line.person },
    { proof, _ in proof.line.benefit = .survivor },
    { proof, _ in proof.line.occurrence += 1 }, { proof, _ in proof.line.fund = .sickness },
    { proof, _ in proof.line.channel = .bank }, { proof, _ in proof.line.account = "x" },
    { proof, _ in proof.line.name = "x" }, { proof, _ in proof.line.document = "x" },
    { proof, _ in proof.line.reason = "x" }, { proof, _ in proof.line.corrects = 1 },
    { proof, _ in proof.line.corrects = 0 },
    { proof, _ in proof.line.name = String(repeating: "x", count: 70_000) },
    { proof, other in proof.line = other.line }, { proof, _ in proof.linePath = [] },
    { proof, _ in proof.linePath.removeLast() }, { proof, _ in proof.linePath.removeFirst() },
    { proof, _ in proof.linePath.append(.zero) },
    { proof, _ in proof.linePath.append(proof.root) },
    { proof, _ in proof.linePath.reverse() },
    { proof, other in proof.linePath = other.linePath },
    { proof, _ in proof.header.number += 1 }, { proof, _ in proof.header.number = 0 },
    { proof, _ in proof.header.number = .max }, { proof, _ in proof.header.event = .paid },
    { proof, _ in proof.header.event = .advance },
    { proof, _ in proof.header.fileName = "x" }, { proof, _ in proof.header.fileBytes += 1 },
    { proof, _ in proof.header.fileDigest = .zero }, { proof, _ in proof.header.reference = "x" },
    { proof, _ in proof.header.reference = "" },
    { proof, _ in proof.header.declaredPeriod = proof.header.period },
    { proof, _ in proof.header.declaredDate = proof.header.date },
    { proof, _ in proof.header.maker = "x" }, { proof, _ in proof.header.firstLine -= 1 },
    { proof, _ in proof.header.firstLine = 0 }, { proof, _ in proof.header.lineCount += 1 },
    { proof, _ in proof.header.lineCount = 1 }, { proof, _ in proof.header.lineCount = .max },
    { proof, _ in proof.header.lineCount = .min }, { proof, _ in proof.header.firstVoucher += 1 },
    { proof, _ in proof.header.voucherCount += 1 }, { proof, _ in proof.header.rowCount += 1 },
    { proof, _ in proof.header.total += 1 }, { proof, _ in proof.header.registerDigest = .zero },
    { proof, _ in proof.header.control.isCorrection = true },
    { proof, _ in proof.header.control.reversesBatch = 1 },
    { proof, _ in proof.header.control.reason = "" },
    { proof, _ in proof.header.control.submission = 1 },
    { proof, _ in proof.header.control.approvers = "minh" },
    { proof, _ in proof.header.control.leftOut += 1 },
    { proof, other in proof.header = other.header }, { proof, _ in proof.root = .zero },
    { proof, other in proof.root = other.root }, { proof, _ in proof.previousSeal = .zero },
    { proof, _ in proof.seal = proof.previousSeal }, { proof, other in proof.seal = other.seal },
    { proof, _ in proof.sealPath = [] }, { proof, _ in proof.sealPath.removeLast() },
    { proof, _ in proof.sealPath.append(.zero) }, { proof, _ in proof.sealPath.reverse() },
    { proof, other in proof.sealPath = other.sealPath },
  ]

  @Test(arguments: changes.indices)
  func `a proof in which one thing is another is refused`(_ index: Int) throws {
    let (one, other, key) = try Self.proofs.get()
    var changed = one
    Self.changes[index](&changed, other)
    #expect(changed != one)
    #expect(changed.gap(key) != nil)
    #expect(Self.refusal(Array(changed.text.utf8), key) != nil)
  }

  @Test
  func `a checkpoint that another signed, or that was signed over something else, is refused`()
    throws
  {
    let (one, _, key) = try Self.proofs.get()
    let forger = SigningKey(name: key.name)
    var checkpoint = one.checkpoint.checkpoint
    var forged = one
    forged.checkpoint = try SignedCheckpoint(signing: checkpoint, by: forger)
    #expect(forged.gap == nil && forged.gap(key) == .signature)
    // A tree that has the line, which nobody but the forger vouches for.
    forged.line.amount = 9_000_000_000
    forged.linePath = []
    forged.header.firstLine = forged.line.number
    forged.header.lineCount = 1
    forged.root = try #require(forged.line.leaf)
    forged.seal = forged.header.seal(previous: forged.previousSeal, root: forged.root)
    forged.header.number = 1
    forged.seal = forged.header.seal(previous: forged.previousSeal, root: forged.root)
    forged.sealPath = []
    checkpoint.size = 1
    checkpoint.root = Checkpoint.leaf(forged.seal)
    forged.checkpoint = try SignedCheckpoint(signing: checkpoint, by: forger)
    #expect(forged.gap == nil && forged.gap(key) == .signature)
    #expect(Self.refusal(Array(forged.text.utf8), key) == "signature")
    // The old signature under the new text.
    let lines = forged.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(2)
    let old = one.text.split(separator: "\n", omittingEmptySubsequences: false).suffix(2)
    let spliced = Array((lines + old).joined(separator: "\n").utf8)
    #expect(Self.refusal(spliced, key) == "signature")
  }
}
