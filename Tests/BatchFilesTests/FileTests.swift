import Glibc
import LedgerCore
import Testing

@testable import BatchFiles

struct FileTests {
  private func opening(_ path: String, followLinks: Bool = true) -> Code? {
    do {
      _ = try BatchSource.file(path, followLinks: followLinks)
      return nil
    } catch {
      return error.diagnostic.code
    }
  }

  @Test func `a file that is missing, a folder and a pipe are refused without waiting`() throws {
    let folder = try Folder()
    let pipe = folder.path + "/pipe"
    try #require(mkfifo(pipe, 0o600) == 0)
    let plain = try folder.file("a.csv", "x")
    #expect(opening(folder.path + "/none.csv") == .fileMissing)
    #expect(opening(plain + "/below.csv") == .fileMissing)
    #expect(opening("") == .fileMissing)
    #expect(opening("a\0b") == .fileMissing)
    #expect(opening(folder.path) == .fileIsDirectory)
    #expect(opening(pipe) == .fileNotRegular)
    #expect(opening("/dev/null") == .fileNotRegular)
  }

  @Test func `a file that is fetched ahead is soon in memory, and a pipe is not opened`() throws {
    let folder = try Folder()
    let plain = try folder.file("a.csv", String(repeating: "x", count: 1 << 20))
    let pipe = folder.path + "/pipe"
    try #require(mkfifo(pipe, 0o600) == 0)
    let descriptor = open(plain, O_RDONLY)
    defer { close(descriptor) }
    // Thrown out of memory as far as the file system does that; afterwards it is all there.
    try #require(fsync(descriptor) == 0)
    posix_fadvise(descriptor, 0, 0, Int32(POSIX_FADV_DONTNEED))
    for path in [folder.path + "/none.csv", "", folder.path, pipe, plain] { ReadAhead.fetch(path) }
    var waited = 0
    while try !Self.isInMemory(descriptor), waited < 10_000 {
      usleep(1_000)
      waited += 1
    }
    #expect(waited < 10_000)
  }

  private static func isInMemory(_ descriptor: Int32) throws -> Bool {
    let size = 1 << 20
    let mapped = mmap(nil, size, PROT_READ, MAP_SHARED, descriptor, 0)
    try #require(mapped != MAP_FAILED)
    defer { munmap(mapped, size) }
    var pages = [UInt8](repeating: 0, count: size / 4_096)
    try #require(mincore(mapped, size, &pages) == 0)
    return pages.allSatisfy { $0 & 1 == 1 }
  }

  @Test func `a link is followed by a command and refused in a drop folder`() throws {
    let folder = try Folder()
    let plain = try folder.file("a.csv", "x")
    #expect(opening(plain, followLinks: false) == nil)
    try #require(symlink(plain, folder.path + "/soft") == 0)
    #expect(opening(folder.path + "/soft") == nil)
    #expect(opening(folder.path + "/soft", followLinks: false) == .fileIsLink)
    try #require(link(plain, folder.path + "/hard") == 0)
    #expect(opening(folder.path + "/hard") == nil)
    #expect(opening(plain, followLinks: false) == .fileIsLink)
    try #require(symlink("loop", folder.path + "/loop") == 0)
    #expect(opening(folder.path + "/loop") == .fileUnreadable)
  }

  @Test func `a block is filled from its beginning and keeps its length`() throws {
    let source = BatchSource.memory(name: "a.csv", bytes: [1, 2, 3, 4, 5])
    var block: [UInt8] = [9, 9, 9]
    #expect(try source.read(into: &block) == 3 && block == [1, 2, 3])
    #expect(try source.read(into: &block) == 2 && block == [4, 5, 3])
    #expect(try source.read(into: &block) == 0 && block == [4, 5, 3])
    let unreadable = try BatchSource.file("/proc/self/mem")
    #expect(throws: FileFault.self) { try unreadable.read(into: &block) }
  }

  @Test func `a file without a name lies in the first folder that takes one and keeps its bytes`()
    throws
  {
    let folder = try Folder()
    let file = try NamelessFile(in: [folder.path + "/none", folder.path])
    try [UInt8](1...200).withUnsafeBytes { try file.append($0) }
    try [UInt8](201...250).withUnsafeBytes { try file.append($0) }
    #expect(file.byteCount == 250)
    var back = [UInt8](repeating: 0, count: 100)
    try back.withUnsafeMutableBytes { try file.read(from: 120, into: $0) }
    #expect(back == [UInt8](121...220))
    #expect(throws: NamelessFile.Failure.self) {
      try back.withUnsafeMutableBytes { try file.read(from: 200, into: $0) }
    }
    let listed = try folder.file("listed.txt", "")
    #expect(system("test $(ls -A '\(folder.path)' | wc -l) = 1") == 0, "\(listed)")
    let failure = #expect(throws: NamelessFile.Failure.self) {
      try NamelessFile(in: [folder.path + "/none", listed])
    }
    #expect(failure?.isDiskFull == false && failure?.words.isEmpty == false)
  }

  @Test func `a file whose bytes cannot be read is refused`() throws {
    let source = try BatchSource.file("/proc/self/mem")
    #expect(throws: FileFault.self) { try source.sha256() }
    #expect(try readPayments(source).found == [Found(.fileUnreadable, 0, 0)])
  }

  @Test func `a file of more than 4 GiB is refused`() throws {
    let folder = try Folder()
    let path = try folder.file("big.csv", "x")
    try #require(truncate(path, 4 << 30) == 0)
    #expect(opening(path) == nil)
    try #require(truncate(path, 4 << 30 + 1) == 0)
    #expect(opening(path) == .fileTooLarge)
  }

  @Test func `a name with control characters is shown escaped`() throws {
    #expect(BatchSource.memory(name: "a\n\u{1B}[1mb", bytes: []).name == "a\\u{a}\\u{1b}[1mb")
  }

  @Test(arguments: [
    (Array("PK\u{3}\u{4}".utf8), Code.fileIsOtherFormat),
    ([0x1F, 0x8B, 8], .fileIsOtherFormat), (Array("%PDF-1.7".utf8), .fileIsOtherFormat),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .fileIsOtherFormat),
    ([0xFF, 0xFE, 0x70, 0], .fileIsUTF16), ([0xFE, 0xFF, 0, 0x70], .fileIsUTF16),
    (Array("p\0e\0r\0s\0".utf8), .fileIsUTF16), (Array("\0p\0e\0r\0s".utf8), .fileIsUTF16),
  ])
  func `a file of another kind is told by its first bytes`(
    _ bytes: [UInt8], _ code: Code
  ) throws {
    let outcome = try readPayments(.memory(name: "a.csv", bytes: bytes))
    #expect(outcome.found == [Found(code, 0, 0)])
    #expect(outcome.faults.listed.first?.help.contains("CSV UTF-8") == true)
  }

  @Test func `a file is read as the bytes in memory are`() throws {
    let folder = try Folder()
    let list = Sample.longList(20_000)
    let path = try folder.file("due.csv", list.text)
    let source = try BatchSource.file(path)
    #expect(source.byteCount == Int64(list.text.utf8.count))
    let digest = try source.sha256()
    let outcome = try readPayments(source, chunk: 1_000)
    #expect(outcome.digest == digest)
    #expect(outcome.total == list.total)
    #expect(outcome.rowCount == 20_000)
  }
}

struct FileChangeTests {
  /// Reads a first chunk, changes the file, and reads on.
  private func reading(
    changedBy change: (String) throws -> Void
  ) throws -> (found: [Code], isEnd: Bool) {
    let folder = try Folder()
    let path = try folder.file("due.csv", Sample.longList(60_000).text)
    // The clock of a file system goes in steps of some milliseconds: what was written long ago differs
    // from what is written now, however fast this is.
    var times = [timeval(tv_sec: 1, tv_usec: 0), timeval(tv_sec: 1, tv_usec: 0)]
    try #require(utimes(path, &times) == 0)
    let reader = PaymentListReader(
      source: try BatchSource.file(path), event: .due, options: Envelope(),
      today: try date("2026-11-22"), units: Register(),
      chart: .builtIn, file: 0, mode: .collectFaults)
    #expect(try reader.open())
    let chunk = LineChunk()
    #expect(try reader.read(into: chunk, limit: 10) == .more)
    try change(path)
    let progress = try reader.read(into: chunk, limit: .max)
    return (reader.faults.listed.map(\.code), progress == .end)
  }

  @Test func `a file that is cut, extended, touched or overwritten while read is refused`() throws {
    let changes: [(String) throws -> Void] = [
      { try #require(truncate($0, 1_500_000) == 0) },
      { try #require(truncate($0, 0) == 0) },
      {
        let descriptor = open($0, O_WRONLY | O_APPEND)
        try #require(write(descriptor, "\n", 1) == 1)
        close(descriptor)
      },
      {
        let descriptor = open($0, O_WRONLY)
        try #require(write(descriptor, "P", 1) == 1)
        close(descriptor)
      },
    ]
    for change in changes {
      let outcome = try reading(changedBy: change)
      #expect(outcome.found.contains(.fileChanged))
      #expect(!outcome.isEnd)
    }
    #expect(try reading { _ in }.isEnd)
  }
}
