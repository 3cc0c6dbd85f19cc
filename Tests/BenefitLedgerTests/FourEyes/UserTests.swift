import BenefitLedger
import Foundation
import Testing

/// Users, their keys, and the files that hold them.
@Suite struct UserTests {
  private func temporary() -> String {
    NSTemporaryDirectory() + "benefit-ledger-\(UUID().uuidString).key"
  }

  @Test func `a key file holds the key, for its owner alone, and is never overwritten`() throws {
    let path = temporary()
    defer { unlink(path) }
    let made = try KeyFile.make(path, name: "lan")
    let read = try KeyFile.read(path)
    #expect(read.name == "lan" && read.publicKey == made.publicKey)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let digest = Digest.sha256([1, 2, 3])
    #expect(made.publicKey.isValid(try read.sign(digest), of: digest))
    #expect(!made.publicKey.isValid(try read.sign(digest), of: Digest.sha256([1])))
    #expect(code { try KeyFile.make(path, name: "minh") } == .outputExists)
    #expect(try KeyFile.read(path).name == "lan")
  }

  @Test(arguments: [
    "", "benefit-ledger-key 1\n", "seed", "benefit-ledger-key 2\nuser lan\nseed SEED\n",
    "benefit-ledger-key 1\nuser lan\nseed SEED", "benefit-ledger-key 1\nuser lan\nseed SEED\n\n",
    "benefit-ledger-key 1\nuser a,b\nseed SEED\n", "benefit-ledger-key 1\nuser \nseed SEED\n",
    "benefit-ledger-key 1\nuser lan\nseed SEED00\n", "benefit-ledger-key 1\nuser lan\nseed 00\n",
    "benefit-ledger-key 1\r\nuser lan\r\nseed SEED\r\n",
    "benefit-ledger-key 1\nuser lan\nseed XX\n",
  ])
  func `what is no key file is refused`(text: String) throws {
    let path = temporary()
    defer { unlink(path) }
    let seed = String(repeating: "0a", count: 32)
    try text.replacing("SEED", with: seed).write(toFile: path, atomically: false, encoding: .utf8)
    chmod(path, 0o600)
    #expect(code { try KeyFile.read(path) } == .keyUnreadable)
    try "benefit-ledger-key 1\nuser lan\nseed \(seed)\n".write(
      toFile: path, atomically: false, encoding: .utf8)
    #expect(try KeyFile.read(path).name == "lan")
  }

  @Test(arguments: [0o640, 0o604, 0o660, 0o601])
  func `a key that others can reach is refused`(mode: Int) throws {
    let path = temporary()
    defer { unlink(path) }
    _ = try KeyFile.make(path, name: "lan")
    chmod(path, mode_t(mode))
    #expect(code { try KeyFile.read(path) } == .keyUnsafe)
  }

  @Test func `a key that is not there, a folder, a pipe or a link is refused`() throws {
    let path = temporary()
    let link = temporary()
    let pipe = temporary()
    defer { for file in [path, link, pipe] { unlink(file) } }
    #expect(code { try KeyFile.read(path) } == .keyUnreadable)
    #expect(code { try KeyFile.read(NSTemporaryDirectory()) } == .keyUnreadable)
    #expect(mkfifo(pipe, 0o600) == 0)
    #expect(code { try KeyFile.read(pipe) } == .keyUnreadable)
    _ = try KeyFile.make(path, name: "lan")
    symlink(path, link)
    #expect(code { try KeyFile.read(link) } == .keyUnsafe)
  }

  @Test(arguments: ["", "a b", "a,b", "-x", ".x", "Lân", "a/b", String(repeating: "x", count: 33)])
  func `a name that is no name makes nothing`(name: String) throws {
    let path = temporary()
    #expect(code { try KeyFile.make(path, name: name) } == .userNameMalformed)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `only an administrator adds and revokes, and a failure leaves no key behind`() throws {
    let books = try FourEyesBooks()
    let path = books.folder + "/new.key"
    func add(_ name: String, by key: SigningKey?) throws -> UserEntry {
      try books.ledger.addUser(name, role: .clerk, keyFile: path, by: key)
    }
    #expect(code { try add("new", by: nil) } == .keyMissing)
    #expect(code { try add("new", by: books.keys["minh"]) } == .roleNotAllowed)
    #expect(code { try add("new", by: SigningKey(name: "quan")) } == .userUnknown)
    #expect(code { try add("lan", by: books.keys["quan"]) } == .userExists)
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(try add("new", by: books.keys["quan"]).role == .clerk)

    func revoke(_ name: String, by key: String, reason: String = "left") throws -> UserEntry {
      try books.ledger.revokeUser(name, reason: reason, by: books.keys[key])
    }
    #expect(code { try revoke("new", by: "minh") } == .roleNotAllowed)
    #expect(code { try revoke("nobody", by: "quan") } == .userUnknown)
    #expect(code { try revoke("new", by: "quan", reason: "") } == .reasonMissing)
    #expect(code { try revoke("quan", by: "quan") } == .lastAdministrator)
    #expect(try revoke("new", by: "quan").publicKey == nil)
    #expect(code { try revoke("new", by: "quan") } == .userRevoked)
    // Under the old name, with a new key and another role.
    unlink(path)
    let again = try books.ledger.addUser(
      "new", role: .approver, keyFile: path, by: books.keys["quan"])
    #expect(again.role == .approver && again.publicKey != nil)
    #expect(try books.ledger.users().count == FourEyesBooks.users.count + 2)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `there is no moment without an administrator`() throws {
    let folder = NSTemporaryDirectory() + "benefit-ledger-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (ledger, key) = (folder + "/ledger.db", folder + "/quan.key")
    #expect(code { try Ledger.create(at: ledger, control: .fourEyes) } == .keyMissing)
    try "nonsense".write(toFile: folder + "/bad.csv", atomically: true, encoding: .utf8)
    let bad = try Ledger.create(
      at: ledger, sites: folder + "/bad.csv", control: .fourEyes, administrator: ("quan", key))
    #expect(bad.diagnosis.total > 0)
    #expect(!FileManager.default.fileExists(atPath: ledger))
    #expect(!FileManager.default.fileExists(atPath: key), "the key of no ledger")
    _ = try Ledger.create(at: ledger, control: .fourEyes, administrator: ("quan", key))
    #expect(
      code {
        try Ledger.create(at: ledger, control: .fourEyes, administrator: ("x", folder + "/x.key"))
      } == .ledgerExists)
    #expect(!FileManager.default.fileExists(atPath: folder + "/x.key"))
    let users = try Ledger.open(ledger).users()
    #expect(users.map(\.name) == ["quan"] && users[0].role == .administrator)
  }

  @Test func `where one person posts alone a user signs with his name if he gives a key`() throws {
    let books = try TestLedger()
    let path = books.folder + "/quan.key"
    #expect(
      code { try books.ledger.addUser("quan", role: .clerk, keyFile: path, by: nil) }
        == .roleNotAllowed, "the first is an administrator")
    _ = try books.ledger.addUser("quan", role: .administrator, keyFile: path, by: nil)
    let quan = try KeyFile.read(path)
    let file = books.folder + "/lan.key"
    _ = try books.ledger.addUser("lan", role: .clerk, keyFile: file, by: quan)
    var request = PostingRequest(
      .due, [.memory(name: "due.csv", bytes: Array(FourEyesBooks.due([Person.an]).utf8))],
      maker: "somebody")
    request.key = quan
    #expect(code { try books.ledger.post(request) } == .roleNotAllowed)
    request.key = try KeyFile.read(file)
    #expect(try books.ledger.post(request).receipts.first?.state == .posted)
    #expect(try books.ledger.batch(1).batch.header.maker == "lan")
    #expect(try books.due([Person.binh]).state == .posted, "a key is not required")
    #expect(
      code { try books.ledger.approve(DecisionRequest(submission: 1, key: quan)) } == .notFound)
    #expect(try books.ledger.verify().isIntact)
  }

  @Test func `who may do what is the table of roles`() {
    #expect(Role.allCases.filter(\.mayMake) == [.clerk, .controller])
    #expect(Role.allCases.filter { $0.mayApprove(isLast: true) } == [.approver])
    #expect(Role.allCases.filter { $0.mayApprove(isLast: false) } == [.controller, .approver])
    #expect(Role.allCases.filter(\.mayReject) == [.controller, .approver])
  }
}
