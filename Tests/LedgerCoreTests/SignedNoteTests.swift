import Testing

@testable import LedgerCore

@Suite struct SignedNoteTests {
  /// The example of Go's `golang.org/x/mod/sumdb/note`.
  static let goKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
  static let goSeed = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
  static let goText = """
    If you think cryptography is the answer to your problem,
    then you don't know what your problem is.

    """
  static let goSignature =
    "\u{2014} PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdng"
    + "otpRZb6KE6RyyBwJnAM="

  @Test func `a note that Go signed is signed`() throws {
    let key = try #require(VerifierKey(Self.goKey))
    #expect(key.description == Self.goKey)
    let signature = try #require(SignedNote.Signature(line: Self.goSignature))
    let note = SignedNote(text: Self.goText, signatures: [signature])
    #expect(note.isSigned(by: key))
    #expect(note.description == Self.goText + "\n" + Self.goSignature + "\n")
  }

  @Test func `what is signed here Go finds signed`() throws {
    let seed = try #require(Base64.bytes(Self.goSeed))
    let signer = try #require(SigningKey(name: "PeterNeumann", seed: Array(seed.dropFirst())))
    #expect(signer.verifierKey.description == Self.goKey)
    let note = try SignedNote(signing: Self.goText, by: signer)
    let key = try #require(VerifierKey(Self.goKey))
    #expect(note.isSigned(by: key))
  }

  @Test func `another text, another name or another key is not signed`() throws {
    let key = try #require(VerifierKey(Self.goKey))
    let signature = try #require(SignedNote.Signature(line: Self.goSignature))
    #expect(!SignedNote(text: Self.goText + "x\n", signatures: [signature]).isSigned(by: key))
    #expect(!SignedNote(text: Self.goText, signatures: []).isSigned(by: key))
    let other = SigningKey(name: "PeterNeumann").verifierKey
    #expect(!SignedNote(text: Self.goText, signatures: [signature]).isSigned(by: other))
    let named = VerifierKey(name: "Peter", key: key.key)
    #expect(!SignedNote(text: Self.goText, signatures: [signature]).isSigned(by: named))
    // A second signature that names the key and is not its own spoils the note.
    let forged = SignedNote.Signature(
      name: "PeterNeumann", hash: key.hash, bytes: [UInt8](repeating: 7, count: 64))
    #expect(!SignedNote(text: Self.goText, signatures: [signature, forged]).isSigned(by: key))
  }

  @Test func `a verifier key has one form`() {
    for text in [
      "", "+", "++", "PeterNeumann", Self.goKey + "=", Self.goKey + " ", " " + Self.goKey,
      Self.goKey.replacing("c74f20a3", with: "c74f20a4"),
      Self.goKey.replacing("c74f20a3", with: "C74F20A3"),
      Self.goKey.replacing("PeterNeumann", with: "PeterNeuman"),
      Self.goKey.replacing("+ARpc", with: "+AhpC"), Self.goKey.replacing("10TW", with: "10T="),
    ] {
      #expect(VerifierKey(text) == nil, "\(text)")
    }
  }

  @Test func `base64 is that of RFC 4648, in one form`() {
    let vectors = [
      "": "", "f": "Zg==", "fo": "Zm8=", "foo": "Zm9v", "foob": "Zm9vYg==", "fooba": "Zm9vYmE=",
      "foobar": "Zm9vYmFy",
    ]
    for (text, code) in vectors {
      #expect(Base64.text(Array(text.utf8)) == code)
      #expect(Base64.bytes(code) == Array(text.utf8))
    }
    let all = (0...255).map { UInt8($0) }
    #expect(Base64.bytes(Base64.text(all)) == all)
    for text in [
      "Z", "Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Zm 8", "Zm8\n", "====", "=m8=", "Zm-_",
    ] {
      #expect(Base64.bytes(text) == nil, "\(text)")
    }
  }
}

@Suite struct CheckpointTextTests {
  static func signed(_ size: Int64, by key: SigningKey) throws -> SignedCheckpoint {
    try SignedCheckpoint(
      signing: Checkpoint(
        origin: key.name, size: size, root: Digest.sha256([UInt8(size)]), record: 2,
        register: Digest.sha256([2]), date: try #require(CivilDate("2026-10-05"))), by: key)
  }

  @Test func `checkpoints are read as they were written, one or several`() throws {
    let key = SigningKey(name: "bhxh-79")
    let checkpoints = try (0...3).map { try Self.signed(Int64($0), by: key) }
    let text = checkpoints.map(\.note.description).joined(separator: "\n")
    #expect(try CheckpointReader.checkpoints(Array(text.utf8)) == checkpoints)
    #expect(checkpoints.allSatisfy { $0.isSigned(by: key.verifierKey) })
    #expect(try CheckpointReader.checkpoints([]).isEmpty)
    let lines = checkpoints[3].note.description.split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 8)
    #expect(lines[0] == "bhxh-79" && lines[1] == "3" && lines[5] == "")
    #expect(lines[2] == "\(Digest.sha256([3]).base64)")
    #expect(lines[6].hasPrefix("\u{2014} bhxh-79 "))
  }

  @Test func `what is not exactly a checkpoint is refused with its line`() throws {
    let note = try Self.signed(12, by: SigningKey(name: "bhxh-79")).note.description
    func line(_ text: String) -> Int? {
      do {
        _ = try CheckpointReader.checkpoints(Array(text.utf8))
        return nil
      } catch {
        return error.line
      }
    }
    #expect(line(note) == nil)
    #expect(line(note + note) == 8)
    #expect(line(note + "\n\n" + note) == 9)
    #expect(line(note + "\n" + note + "\n" + note.dropLast()) == 23)
    #expect(line("\n" + note) == 1)
    #expect(line(note + "\n") == 9)
    #expect(line(note.replacing("\n12\n", with: "\n012\n")) == 1)
    #expect(line(note.replacing("\n12\n", with: "\n+12\n")) == 1)
    #expect(line(note.replacing("\n12\n", with: "\n-12\n")) == 1)
    #expect(line(note.replacing("\n12\n", with: "\n12 \n")) == 1)
    #expect(line(note.replacing("\n12\n", with: "\n12\r\n")) == 1)
    #expect(line(note.replacing("register 2", with: "register  2")) == 1)
    #expect(line(note.replacing("2026-10-05", with: "2026-02-30")) == 1)
    #expect(line(note.replacing("\n\n\u{2014}", with: "\nmore\n\n\u{2014}")) == 1)
    #expect(line(note.replacing("\u{2014}", with: "-")) == 7)
    #expect(line(note.replacing("\u{2014} bhxh-79", with: "\u{2014} bhxh-80")) == 8)
    #expect(line(note.replacing("\u{2014} bhxh-79", with: "\u{2014}  bhxh-79")) == 7)
  }

  @Test func `every byte of a signed checkpoint counts`() throws {
    let key = SigningKey(name: "bhxh-79")
    let bytes = Array(try Self.signed(12, by: key).note.description.utf8)
    for position in bytes.indices {
      for mask in [1, 2, 4, 8, 0x20, 0x80] as [UInt8] {
        var changed = bytes
        changed[position] ^= mask
        guard let read = try? CheckpointReader.checkpoints(changed) else { continue }
        #expect(!read.contains { $0.isSigned(by: key.verifierKey) }, "byte \(position)")
      }
    }
  }
}
