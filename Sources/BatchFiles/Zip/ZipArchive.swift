import LedgerCore

/// The directory of a ZIP archive, read strictly: an archive that can be understood in two ways is
/// refused, because the next program might read the other one.
///
/// Only what workbooks need: stored and deflated entries, no encryption, no parts, no ZIP64. Nothing
/// is ever written to a path of the archive.
final class ZipArchive {
  let source: BatchSource
  let entries: [ZipEntry]
  private let byName: [String: Int]

  /// How many entries an archive may have; a workbook has some ten, and a few for each sheet.
  static let mostEntries = 10_000
  /// How many bytes its directory may have.
  private static let mostDirectoryBytes: Int64 = 8 << 20

  /// Reads the directory of an archive.
  ///
  /// - Throws: A ``FileFault``: ``Code/archiveDamaged``, ``Code/archiveUnsupported``,
  ///   ``Code/archiveTooLarge``, ``Code/workbookProtected``, or that the file cannot be read.
  init(_ source: BatchSource) throws(FileFault) {
    self.source = source
    let end = try ZipEnd(source)
    guard end.entryCount <= Self.mostEntries, end.directoryByteCount <= Self.mostDirectoryBytes
    else { throw .tooManyEntries(source.name, most: Self.mostEntries) }
    guard
      let directory = try source.bytes(Int(end.directoryByteCount), at: end.directoryStart)
    else { throw .archiveDamaged(source.name, "its directory is not where it should be") }
    var entries: [ZipEntry] = []
    var byName: [String: Int] = [:]
    var at = 0
    for _ in 0..<end.entryCount {
      let read = try ZipDirectoryEntry(directory, at: at, of: source.name)
      at += read.byteCount
      let entry = read.entry
      guard byName.updateValue(entries.count, forKey: asciiLowercased(entry.name)) == nil else {
        throw .archiveDamaged(source.name, "two of its entries have the same name")
      }
      entries.append(entry)
    }
    guard at == directory.count else {
      throw .archiveDamaged(source.name, "its directory has more than its entries")
    }
    self.entries = entries
    self.byName = byName
    try checkOverlaps(end.directoryStart)
  }

  /// The entry of a name; as Excel does, small and capital letters are the same.
  func entry(_ name: String) -> ZipEntry? { byName[asciiLowercased(name)].map { entries[$0] } }

  /// Where an entry's bytes begin.
  ///
  /// What its local header says is of no use beyond its own length, but it must not name another
  /// entry: then two programs would unpack two things.
  func contentStart(of entry: ZipEntry) throws(FileFault) -> Int64 {
    guard let header = try source.bytes(30, at: entry.headerStart),
      header.uint32(at: 0) == 0x0403_4B50
    else { throw .archiveDamaged(source.name, "an entry is not where the directory says") }
    let nameLength = header.uint16(at: 26)
    let name = try source.bytes(nameLength, at: entry.headerStart + 30)
    guard let name, name.elementsEqual(entry.name.utf8),
      header.uint16(at: 8) == (entry.method == .stored ? 0 : 8)
    else { throw .archiveDamaged(source.name, "an entry is not what the directory says") }
    guard header.uint16(at: 6) & 1 == 0 else { throw .protected(source.name) }
    let start = entry.headerStart + 30 + Int64(nameLength + header.uint16(at: 28))
    let next = entries.lazy.map(\.headerStart).filter { $0 > entry.headerStart }.min()
    guard start + entry.packedByteCount <= next ?? source.byteCount else {
      throw .archiveDamaged(source.name, "its entries overlap")
    }
    return start
  }

  private func checkOverlaps(_ directoryStart: Int64) throws(FileFault) {
    var end: Int64 = 0
    for entry in entries.sorted(by: { $0.headerStart < $1.headerStart }) {
      guard entry.headerStart >= end else {
        throw .archiveDamaged(source.name, "its entries overlap")
      }
      end = entry.headerStart + 30 + Int64(entry.name.utf8.count) + entry.packedByteCount
    }
    guard end <= directoryStart else {
      throw .archiveDamaged(source.name, "its entries overlap")
    }
  }
}

/// A text with its ASCII capitals made small.
func asciiLowercased(_ text: String) -> String {
  String(
    decoding: text.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
}
