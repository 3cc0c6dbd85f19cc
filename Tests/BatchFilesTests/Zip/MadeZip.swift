import CZlib

@testable import BatchFiles

/// A ZIP archive made by hand, so that anything in it can be wrong.
struct MadeZip {
  struct Entry {
    var name: String
    var content: [UInt8]
    var isStored = false
    var flags = 0
    var method: Int?
    var crc: UInt32?
    var declared: Int64?
    var packedDeclared: Int64?
    var localName: String?
    var startOffBy: Int64 = 0
  }

  var entries: [Entry] = []
  var before: [UInt8] = []
  var gap: [UInt8] = []
  var comment: [UInt8] = []
  var countOffBy = 0

  init(_ entries: [(String, [UInt8])]) {
    self.entries = entries.map { Entry(name: $0.0, content: $0.1) }
  }

  var bytes: [UInt8] {
    var bytes = before
    var directory: [UInt8] = []
    for entry in entries {
      let packed = entry.isStored ? entry.content : Packed.raw(entry.content)
      let start = Int64(bytes.count) + entry.startOffBy
      var fields: [UInt8] = []
      fields.append16(20)
      fields.append16(entry.flags)
      fields.append16(entry.method ?? (entry.isStored ? 0 : 8))
      fields.append32(0)
      fields.append32(Int64(entry.crc ?? Self.crc(entry.content)))
      fields.append32(entry.packedDeclared ?? Int64(packed.count))
      fields.append32(entry.declared ?? Int64(entry.content.count))
      let local = Array((entry.localName ?? entry.name).utf8)
      bytes.append32(0x0403_4B50)
      bytes += fields
      bytes.append16(local.count)
      bytes.append16(0)
      bytes += local + packed
      directory.append32(0x0201_4B50)
      directory.append16(20)
      directory += fields
      directory.append16(entry.name.utf8.count)
      for _ in 0..<4 { directory.append16(0) }
      directory.append32(0)
      directory.append32(start)
      directory += Array(entry.name.utf8)
    }
    let start = bytes.count
    bytes += directory + gap
    bytes.append32(0x0605_4B50)
    bytes.append32(0)
    bytes.append16(entries.count + countOffBy)
    bytes.append16(entries.count + countOffBy)
    bytes.append32(Int64(directory.count))
    bytes.append32(Int64(start))
    bytes.append16(comment.count)
    return bytes + comment
  }

  static func crc(_ bytes: [UInt8]) -> UInt32 {
    UInt32(crc32(0, bytes.isEmpty ? nil : bytes, UInt32(bytes.count)))
  }
}
