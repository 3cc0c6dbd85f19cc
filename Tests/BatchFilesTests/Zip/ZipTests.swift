import LedgerCore
import Testing

@testable import BatchFiles

struct ZipTests {
  private let text = Array(String(repeating: "Trần Thị Bích 2500000\n", count: 400).utf8)

  private var zip: MadeZip { MadeZip([("a.xml", text), ("b/c.xml", Array("<b/>".utf8))]) }

  /// Everything in an archive, each entry read to its end.
  private func read(
    _ bytes: [UInt8], bound: InflationBound = InflationBound(bytes: 1 << 30)
  ) throws(FileFault) -> [String: [UInt8]] {
    let archive = try ZipArchive(.memory(name: "book.xlsx", bytes: bytes))
    var contents: [String: [UInt8]] = [:]
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1_000, alignment: 8)
    defer { block.deallocate() }
    for entry in archive.entries {
      let reader = try ZipEntryReader(archive, entry, bound: bound)
      while true {
        let count = try reader.read(into: block)
        if count == 0 { break }
        contents[entry.name, default: []] += block[..<count]
      }
    }
    return contents
  }

  private func code(_ zip: MadeZip) -> Code? { code(zip.bytes) }

  private func code(
    _ bytes: [UInt8], bound: InflationBound = InflationBound(bytes: 1 << 30)
  ) -> Code? {
    do {
      _ = try read(bytes, bound: bound)
      return nil
    } catch {
      return error.diagnostic.code
    }
  }

  private func changed(_ change: (inout MadeZip) -> Void) -> MadeZip {
    var zip = zip
    change(&zip)
    return zip
  }

  @Test func `stored and deflated entries come out as they went in`() throws {
    let mixed = changed { $0.entries[0].isStored = true }
    let wanted = ["a.xml": text, "b/c.xml": Array("<b/>".utf8)]
    #expect(try read(zip.bytes) == wanted)
    #expect(try read(mixed.bytes) == wanted)
    #expect(try read(changed { $0.comment = Array("made by hand".utf8) }.bytes) == wanted)
  }

  @Test func `what a ZipWriter writes is read, and is the same twice`() throws {
    let folder = try Folder()
    var made: [[UInt8]] = []
    for name in ["one.zip", "two.zip"] {
      let writer = try ZipWriter(folder.path + "/" + name)
      try writer.begin("a.xml")
      for start in stride(from: 0, to: text.count, by: 700) {
        try writer.append(text[start..<min(start + 700, text.count)])
      }
      try writer.end()
      try writer.begin("empty")
      try writer.end()
      try writer.finish()
      let source = try BatchSource.file(folder.path + "/" + name)
      made.append(try #require(try source.bytes(Int(source.byteCount), at: 0)))
    }
    #expect(made[0] == made[1])
    #expect(try read(made[0]) == ["a.xml": text])
  }

  @Test func `an archive that is cut anywhere is refused`() {
    let bytes = zip.bytes
    for length in 0..<bytes.count {
      #expect(code(Array(bytes[..<length])) == .archiveDamaged, "cut to \(length)")
    }
  }

  @Test func `an archive that can be read in two ways is refused`() {
    #expect(code(changed { $0.entries[1].name = "A.XML" }) == .archiveDamaged)
    #expect(code(changed { $0.entries[0].localName = "z.xml" }) == .archiveDamaged)
    #expect(code(changed { $0.entries[1].startOffBy = -40 }) == .archiveDamaged)
    #expect(code(changed { $0.entries[0].declared = 5 }) == .archiveDamaged)
    #expect(code(changed { $0.entries[0].declared = 1 << 31 }) == .archiveDamaged)
    #expect(code(changed { $0.entries[0].crc = 1 }) == .archiveDamaged)
    #expect(code(changed { $0.entries[0].packedDeclared = 7 }) == .archiveDamaged)
    #expect(code(changed { $0.entries[0].packedDeclared = 1 << 20 }) == .archiveDamaged)
    #expect(code(changed { $0.gap = [0, 0] }) == .archiveDamaged)
    #expect(code(changed { $0.countOffBy = 1 }) == .archiveDamaged)
    #expect(code(changed { $0.countOffBy = -1 }) == .archiveDamaged)
    #expect(code(changed { $0.before = Array("#!/bin/sh\n".utf8) }) == nil)
  }

  @Test(arguments: ["../a.xml", "/a.xml", "a/../../b", "c:\\x", "a\\b", "", "./a", "a\u{1}"])
  func `a name that leads out of the archive is refused`(name: String) {
    #expect(code(changed { $0.entries[0].name = name }) == .archiveDamaged)
  }

  @Test func `encryption, ZIP64 and other packings are refused by name`() {
    #expect(code(changed { $0.entries[0].flags = 1 }) == .workbookProtected)
    #expect(code(changed { $0.entries[0].method = 12 }) == .archiveUnsupported)
    #expect(code(changed { $0.entries[0].declared = 0xFFFF_FFFF }) == .archiveUnsupported)
    #expect(code(changed { $0.countOffBy = 0xFFFF - 2 }) == .archiveUnsupported)
  }

  @Test func `a bomb is refused whatever it says of its size`() {
    let zeros = MadeZip([("a.xml", [UInt8](repeating: 0x20, count: 64 << 20))])
    #expect(code(zeros) == .archiveTooLarge)
    #expect(code(zip.bytes, bound: InflationBound(bytes: 100)) == .archiveTooLarge)
    let many = MadeZip((0..<10_001).map { ("\($0)", []) })
    #expect(code(many) == .archiveTooLarge)
  }
}
