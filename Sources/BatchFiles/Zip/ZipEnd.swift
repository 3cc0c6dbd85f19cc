import LedgerCore

/// The record at the end of an archive, which says where its directory is.
struct ZipEnd {
  let entryCount: Int
  let directoryStart: Int64
  let directoryByteCount: Int64

  private static let byteCount = 22

  init(_ source: BatchSource) throws(FileFault) {
    // A comment of at most 64 KiB may follow it.
    let tailCount = Int(min(source.byteCount, Int64(Self.byteCount + 65_535)))
    let tailStart = source.byteCount - Int64(tailCount)
    guard let tail = try source.bytes(tailCount, at: tailStart), tailCount >= Self.byteCount else {
      throw .archiveDamaged(source.name, "its end is missing")
    }
    let signature: Int64 = 0x0605_4B50
    var at = tailCount - Self.byteCount
    while at >= 0,
      tail.uint32(at: at) != signature
        || tail.uint16(at: at + 20) != tailCount - at - Self.byteCount
    { at -= 1 }
    guard at >= 0 else { throw .archiveDamaged(source.name, "its end is missing") }
    guard tail.uint16(at: at + 4) == 0, tail.uint16(at: at + 6) == 0,
      tail.uint16(at: at + 8) == tail.uint16(at: at + 10)
    else { throw .archiveUnsupported(source.name, "it is one of several parts") }
    entryCount = tail.uint16(at: at + 10)
    directoryByteCount = tail.uint32(at: at + 12)
    directoryStart = tail.uint32(at: at + 16)
    guard entryCount < 0xFFFF, directoryByteCount < 0xFFFF_FFFF, directoryStart < 0xFFFF_FFFF else {
      throw .archiveUnsupported(source.name, "it is a ZIP64 archive")
    }
    // Nothing lies between the directory and its end, nor before the first entry: what is put there
    // is for programs that look for entries elsewhere.
    guard directoryStart + directoryByteCount == tailStart + Int64(at) else {
      throw .archiveDamaged(source.name, "its directory is not where it should be")
    }
  }
}
