import Foundation
import Testing

@testable import BenefitLedger

@Suite struct ProofTests {
  @Test func `each step of a payment is proven, and the proof says what it was`() throws {
    let trust = try TrustBooks()
    try trust.checkpoint()
    let key = trust.key.verifierKey
    let paid = try trust.prove(Person.binh)
    #expect(paid.gap(key) == nil)
    #expect(paid.header.event == .paid && paid.line.amount == 5_000_000)
    #expect(paid.line.person.digits == Person.binh && paid.header.fileName == "paid.csv")
    let due = try trust.prove(Person.binh, .due)
    #expect(due.gap(key) == nil && due.header.event == .due && due.header.number == 2)
    #expect(due.line.site.text == "79-S2" && due.linePath.count == 2)
    for person in [Person.an, Person.chi, Person.dung] {
      #expect(try trust.prove(person).gap(key) == nil)
    }
  }

  @Test func `a line that was undone, of a linked number, with every text, is proven`() throws {
    let trust = try TrustBooks()
    let books = trust.books
    try books.post(
      .due,
      """
      person,benefit,month,amount,site,channel,account,name,document,reason
      \(Person.an),funeral,2026-10,9000000,79-S1,bank,970436:0071000123456,"O'An ""A"" \\ Đỗ",QĐ 1,r
      \(Person.binh),funeral,2026-10,9000000,79-S1,cash,,,,

      """)
    try books.post(
      .due, "person,benefit,month,amount\n\(Person.binh),funeral,2026-10,9000000\n",
      undoing: "not his")
    try books.link(Person.dung, Person.an)
    try books.post(.paid, TestLedger.list([Person.an]), name: "an.csv")
    try trust.checkpoint()
    let key = trust.key.verifierKey
    var request = ProofRequest(
      person: try books.number(Person.binh), benefit: .funeral,
      month: try #require(Month("2026-10")))
    let undone = try trust.ledger.prove(request, byLastOf: trust.file)
    #expect(undone.gap(key) == nil && undone.line.amount == -9_000_000)
    #expect(undone.line.corrects != nil && undone.header.control.isCorrection)
    request.person = try books.number(Person.an)
    let texts = try trust.ledger.prove(request, byLastOf: trust.file)
    #expect(texts.gap(key) == nil && texts.line.name == "O'An \"A\" \\ Đỗ")
    for proof in [undone, texts] {
      #expect(try ProofReader.proof(Array(proof.text.utf8)) == proof)
    }
    // By the number that is linked, what is kept under the other is found as well.
    request.person = try books.number(Person.dung)
    #expect(try trust.ledger.prove(request, byLastOf: trust.file).line.person.digits == Person.an)
  }

  @Test func `a proof has one text, with every character that a text can have`() throws {
    let trust = try TrustBooks()
    try trust.checkpoint()
    var proof = try trust.prove(Person.binh)
    for text in [
      "", "none", "\"", "\\", "\\0a", "a\nb", "\t", "\u{7F}", "\u{0}", "\u{2028}", " ", "\"\"",
      "é", "e\u{301}", "\r\n", "x\r",
    ] {
      proof.line.name = text
      proof.header.reference = text
      let read = try ProofReader.proof(Array(proof.text.utf8))
      #expect(Array(read.line.name.utf8) == Array(text.utf8))
      #expect(read.header.reference.map { Array($0.utf8) } == Array(text.utf8))
    }
    proof.header.reference = nil
    #expect(try ProofReader.proof(Array(proof.text.utf8)).header.reference == nil)
  }

  @Test func `a proof of a national month has less than 4 KB`() throws {
    let trust = try TrustBooks()
    try trust.checkpoint()
    var proof = try trust.prove(Person.binh)
    // A list of 3.3 million lines, in a ledger of a million batches.
    let node = Digest.sha256([1])
    proof.linePath = Array(
      repeating: node, count: MerklePath.inclusion(of: 0, in: 3_300_000).count)
    proof.sealPath = Array(
      repeating: node, count: MerklePath.inclusion(of: 0, in: 1_000_000).count)
    proof.line.account = "970436:0071000123456"
    proof.line.name = "Nguyễn Thị Phương Quỳnh Như"
    proof.header.control.approvers = "hoa,minh"
    #expect(proof.linePath.count == 22 && proof.sealPath.count == 20)
    #expect(proof.text.utf8.count < 4_096, "\(proof.text.utf8.count)")
  }

  @Test func `what was posted after the checkpoint is not proven by it`() throws {
    let trust = try TrustBooks()
    try trust.checkpoint()
    try trust.books.post(.paid, TestLedger.list([Person.dung]), name: "later.csv")
    #expect(code { try trust.prove(Person.dung) } == .lineNotCheckpointed)
    #expect(try trust.prove(Person.dung, .due).header.event == .due)
    try trust.checkpoint()
    #expect(try trust.prove(Person.dung).header.event == .paid)
  }

  @Test func `a ledger that was changed proves nothing`() throws {
    for sql in [
      "UPDATE line SET amount = amount + 1 WHERE line_no = 3",
      "UPDATE line SET name = 'x' WHERE line_no = 4", "DELETE FROM line WHERE line_no = 4",
      "UPDATE batch SET maker = 'x' WHERE batch_no = 2",
      "UPDATE batch SET seal = zeroblob(32) WHERE batch_no = 3",
      "UPDATE batch SET line_count = 9223372036854775807 WHERE batch_no = 2",
      "UPDATE unit_version SET code = '79-S9' WHERE code = '79-S2'",
    ] {
      let trust = try TrustBooks()
      try trust.checkpoint()
      try TamperedBooks.edit(trust.path, sql)
      #expect(code { try trust.prove(Person.chi, .due) } == .lineNotProvable, "\(sql)")
    }
  }

  @Test func `what is not there, or there twice, is said`() throws {
    let trust = try TrustBooks()
    try trust.books.post(
      .due,
      """
      person,benefit,month,amount,site,channel,occurrence
      \(Person.an),pension,2026-10,7,79-S1,cash,2

      """)
    try trust.checkpoint()
    #expect(code { try trust.prove(Person.an) } == .notFound)
    #expect(code { try trust.prove(Person.binh, .cancelled) } == .notFound)
    var request = ProofRequest(
      person: try trust.books.number(Person.an), benefit: .pension,
      month: try #require(Month("2026-10")))
    request.occurrence = 2
    #expect(try trust.ledger.prove(request, byLastOf: trust.file).line.amount == 7)
    request.occurrence = 3
    #expect(code { try trust.ledger.prove(request, byLastOf: trust.file) } == .notFound)
    request.month = try #require(Month("2020-01"))
    #expect(code { try trust.ledger.prove(request, byLastOf: trust.file) } == .notFound)
  }

  @Test func `a proof is written for its owner alone and over nothing`() throws {
    let trust = try TrustBooks()
    try trust.checkpoint()
    let proof = try trust.prove(Person.binh)
    let path = trust.books.folder + "/binh.proof"
    try ProofFile.write(proof, to: path)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(code { try ProofFile.write(proof, to: path) } == .outputExists)
    #expect(try ProofFile.check(path, by: trust.key.verifierKey) == proof)
    let other = SigningKey(name: "bhxh-79").verifierKey
    #expect(code { try ProofFile.check(path, by: other) } == .proofInvalid)
    #expect(code { try ProofFile.check(path + "x", by: other) } == .fileMissing)
    #expect(code { try ProofFile.check(trust.path, by: other) } == .proofMalformed)
  }
}
