import Glibc
import LedgerCore
import Testing

@testable import BatchFiles

struct GzipTests {
  private func unpacked(_ bytes: [UInt8]) throws(FileFault) -> BatchSource {
    try BatchSource.memory(name: "due.csv.gz", bytes: bytes).unpacked()
  }

  private func content(_ source: BatchSource) throws -> [UInt8] {
    try #require(try source.bytes(Int(source.byteCount), at: 0))
  }

  private func code(_ bytes: [UInt8]) -> Code? {
    do {
      _ = try unpacked(bytes)
      return nil
    } catch {
      return error.diagnostic.code
    }
  }

  @Test func `a list is read as if it had not been packed and keeps its own identity`() throws {
    let list = Sample.longList(30_000)
    let packed = Packed.gzip(Array(list.text.utf8))
    let source = try unpacked(packed)
    let outcome = try readPayments(source, chunk: 1_000)
    #expect(outcome.found == [])
    #expect(outcome.total == list.total)
    #expect(outcome.digest == Digest.sha256(packed))
    #expect(try source.sha256() == Digest.sha256(packed))
    #expect(source.fileByteCount == Int64(packed.count))
    #expect(source.byteCount == Int64(list.text.utf8.count))
  }

  @Test func `a mistake is shown at its line in the list`() throws {
    let text = Sample.list(Sample.row, Sample.row(.amount, "0"))
    let outcome = try readPayments(unpacked(Packed.gzip(Array(text.utf8))))
    #expect(outcome.found == [Found(.amountZero, 3, 30)])
    #expect(outcome.faults.listed.first?.file == "due.csv.gz")
  }

  @Test func `all members are unpacked one after the other`() throws {
    let parts = ["person,", "amount\n", "", "1,2\n"].map { Array($0.utf8) }
    let source = try unpacked(parts.flatMap { Packed.gzip($0) })
    #expect(try content(source) == parts.flatMap { $0 })
  }

  @Test func `what is not packed is itself`() throws {
    for bytes: [UInt8] in [[], [0x1F], Array("person,amount\n".utf8)] {
      let source = try unpacked(bytes)
      #expect(source.origin == nil)
      #expect(try content(source) == bytes)
    }
  }

  @Test func `a packed list that is cut anywhere or has a wrong bit is refused`() throws {
    let list = Array(Sample.longList(20).text.utf8)
    let packed = Packed.gzip(list)
    for length in 2..<packed.count { #expect(code(Array(packed[..<length])) == .archiveDamaged) }
    // Of the header only what is there decides: time, flags and system may be anything.
    for index in [2] + Array(10..<packed.count) {
      var bytes = packed
      bytes[index] ^= 0x10
      // The bits that fill up the last byte say nothing; without them it is the same list.
      if index == packed.count - 9, let same = try? unpacked(bytes) {
        #expect(try content(same) == list)
      } else {
        #expect(code(bytes) == .archiveDamaged, "byte \(index)")
      }
    }
  }

  @Test func `what follows the last member is refused`() {
    let packed = Packed.gzip(Array("person\n".utf8))
    #expect(code(packed + [0, 0, 0]) == .archiveDamaged)
    #expect(code(packed + Array("more".utf8)) == .archiveDamaged)
  }

  @Test func `a bomb is refused before it fills the disk`() throws {
    let zeros = [UInt8](repeating: 0, count: 64 << 20)
    #expect(code(Packed.gzip(zeros)) == .archiveTooLarge)
    let some = [UInt8](repeating: 0x41, count: 8 << 20)
    #expect(code(Packed.gzip(some)) == nil)
  }

  @Test func `a spool has its limit, no name, and is nobody else's`() throws {
    let spool = try Spool(for: "list", limit: 10)
    try Array("0123456789".utf8).withUnsafeBytes { try spool.append($0) }
    #expect(throws: FileFault.self) {
      try Array("x".utf8).withUnsafeBytes { try spool.append($0) }
    }
    let other = try Spool(for: "list")
    let source = try other.finish(SourceOrigin(byteCount: 3, digest: .zero))
    guard case .made(let file) = source.content else {
      Issue.record("a spool is a file")
      return
    }
    var status = stat()
    #expect(fstat(file.descriptor, &status) == 0)
    #expect(status.st_nlink == 0)
    #expect(status.st_mode & 0o777 == 0o600)
  }
}
