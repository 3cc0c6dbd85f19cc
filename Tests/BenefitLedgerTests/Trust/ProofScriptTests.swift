import Foundation
import Testing

@testable import BenefitLedger

/// The second implementation: Python of the pages, which shares no line with the program.
@Suite struct ProofScriptTests {
  /// Runs the last script of a page.
  private static func run(_ page: String, _ arguments: [String]) throws -> (String, Int32) {
    let docs = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../docs/reference/\(page).md")
    let script = try #require(
      try String(contentsOf: docs, encoding: .utf8).components(separatedBy: "```python\n").last?
        .components(separatedBy: "```").first)
    let process = Process()
    process.executableURL = URL(filePath: try #require(SealScriptTests.python))
    process.arguments = ["-c", script] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (String(decoding: output, as: UTF8.self), process.terminationStatus)
  }

  private static func check(
    _ bytes: [UInt8], _ key: VerifierKey, in folder: String
  ) throws -> (String, Int32) {
    let file = folder + "/proof-\(UUID().uuidString)"
    try Data(bytes).write(to: URL(filePath: file))
    return try run("proofs", [file, key.description])
  }

  @Test(.enabled(if: SealScriptTests.isDue))
  func `the script of the page finds a proof to hold that holds, and no other`() throws {
    let trust = try TrustBooks()
    try trust.books.post(
      .due,
      """
      person,benefit,month,amount,site,channel,account,name,document,reason
      \(Person.dung),funeral,2026-10,9000000,79-S1,bank,970436:0071000123456,"Đỗ \\ ""An"" x",QĐ 1,r

      """, name: "due 2.csv", envelope: Envelope(reference: "R \"1\""))
    try trust.checkpoint()
    let key = trust.key.verifierKey
    var request = ProofRequest(
      person: try trust.books.number(Person.dung), benefit: .funeral,
      month: try #require(Month("2026-10")))
    let texts = try trust.ledger.prove(request, byLastOf: trust.file)
    request.benefit = .pension
    let proof = try trust.ledger.prove(request, byLastOf: trust.file)
    for proof in [texts, proof, try trust.prove(Person.chi)] {
      let (output, code) = try Self.check(Array(proof.text.utf8), key, in: trust.books.folder)
      #expect(code == 0 && output.hasPrefix("holds: line \(proof.line.number) "), "\(output)")
    }
    // One thing changed at a time, written as a proof is written.
    var random = SeededGenerator(7)
    for index in MutatedProofTests.changes.indices.shuffled(using: &random).prefix(24) {
      var changed = proof
      MutatedProofTests.changes[index](&changed, texts)
      guard changed != proof else { continue }
      let (output, code) = try Self.check(Array(changed.text.utf8), key, in: trust.books.folder)
      #expect(code != 0, "change \(index): \(output)")
    }
    let stranger = SigningKey(name: key.name).verifierKey
    #expect(try Self.check(Array(proof.text.utf8), stranger, in: trust.books.folder).1 != 0)
    // A bit of the signature.
    var bytes = Array(proof.text.utf8)
    bytes[bytes.count - 30] ^= 1
    #expect(try Self.check(bytes, key, in: trust.books.folder).1 != 0)
  }

  @Test(.enabled(if: SealScriptTests.isDue))
  func `the script of the seals holds a ledger against checkpoints, as verify does`() throws {
    let trust = try TrustBooks()
    try trust.checkpoint()
    try trust.books.post(.paid, TestLedger.list([Person.dung]), name: "later.csv")
    try trust.books.hold("person,reason,from,to\n\(Person.chi),x,2026-11-01,\n")
    try trust.checkpoint()
    let (head, code) = try Self.run("seals", [trust.path, trust.file])
    #expect(try code == 0 && head.contains(trust.ledger.verify().head.description), "\(head)")
    let other = try TrustBooks(due: 6_000_000)
    try other.books.post(.paid, TestLedger.list([Person.dung]), name: "later.csv")
    let (batches, first) = try Self.run("seals", [other.path, trust.file])
    #expect(first != 0 && batches.contains("the batches are not those"), "\(batches)")
    try TamperedBooks.edit(
      trust.path,
      "DELETE FROM hold; DELETE FROM record WHERE record_no = (SELECT max(record_no) FROM record)")
    let (register, second) = try Self.run("seals", [trust.path, trust.file])
    #expect(second != 0 && register.contains("the register is not that"), "\(register)")
  }
}
