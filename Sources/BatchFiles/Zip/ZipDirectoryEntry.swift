import LedgerCore

/// One record of an archive's directory.
struct ZipDirectoryEntry {
  let entry: ZipEntry
  /// How long the record is.
  let byteCount: Int

  init(_ directory: [UInt8], at start: Int, of file: String) throws(FileFault) {
    guard start + 46 <= directory.count, directory.uint32(at: start) == 0x0201_4B50 else {
      throw .archiveDamaged(file, "its directory is cut short")
    }
    let nameLength = directory.uint16(at: start + 28)
    byteCount =
      46 + nameLength + directory.uint16(at: start + 30) + directory.uint16(at: start + 32)
    guard start + byteCount <= directory.count else {
      throw .archiveDamaged(file, "its directory is cut short")
    }
    let name = directory[(start + 46)..<(start + 46 + nameLength)]
    guard let name = String(validating: name, as: UTF8.self), Self.isPath(name) else {
      throw .archiveDamaged(file, "an entry has a name that leads out of it")
    }
    guard directory.uint16(at: start + 8) & 1 == 0 else { throw .protected(file) }
    let method: ZipEntry.Method
    switch directory.uint16(at: start + 10) {
    case 0: method = .stored
    case 8: method = .deflated
    default: throw .archiveUnsupported(file, "an entry is packed in another way than by deflate")
    }
    let packed = directory.uint32(at: start + 20)
    let unpacked = directory.uint32(at: start + 24)
    let headerStart = directory.uint32(at: start + 42)
    guard packed < 0xFFFF_FFFF, unpacked < 0xFFFF_FFFF, headerStart < 0xFFFF_FFFF else {
      throw .archiveUnsupported(file, "it is a ZIP64 archive")
    }
    guard method == .deflated || packed == unpacked else {
      throw .archiveDamaged(file, "an entry has two lengths")
    }
    entry = ZipEntry(
      name: name, method: method,
      crc: UInt32(truncatingIfNeeded: directory.uint32(at: start + 16)),
      packedByteCount: packed, declaredByteCount: unpacked, headerStart: headerStart)
  }

  /// Whether a name is a path below the archive and nowhere else.
  private static func isPath(_ name: String) -> Bool {
    guard !name.isEmpty, name.utf8.count <= 1_024, !name.hasPrefix("/"),
      !name.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0x5C || $0 == 0x3A })
    else { return false }
    return !name.split(separator: "/", omittingEmptySubsequences: false).contains {
      $0 == ".." || $0 == "."
    }
  }
}
