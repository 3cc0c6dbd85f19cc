import CZlib
import Glibc
import LedgerCore

/// Makes a ZIP archive of deflated entries, one after the other, in bounded memory.
///
/// The file is new, its maker's alone (0600), and gone again unless ``finish()`` was reached. No entry
/// has a time or an owner: the same content makes the same bytes.
final class ZipWriter {
  private struct Entry {
    var name: [UInt8]
    var start: Int64
    var crc: UInt = 0
    var packed: Int64 = 0
    var unpacked: Int64 = 0
  }

  private let path: String
  private var descriptor: Int32
  private var position: Int64 = 0
  private var entries: [Entry] = []
  private let deflater = Deflater()
  private let output = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 64)
  private var pending: [UInt8] = []
  private static let pendingSize = 1 << 17

  init(_ path: String) throws(LedgerError) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      guard errno != EEXIST else {
        throw LedgerError(
          .outputExists, "\(Shown.path(path)) exists already; it is left as it is.",
          help: "Name another file, or move that one away.")
      }
      throw failure("made")
    }
  }

  deinit {
    output.deallocate()
    guard descriptor >= 0 else { return }
    _ = unlink(path)
    _ = close(descriptor)
  }

  /// Begins an entry.
  func begin(_ name: String) throws(LedgerError) {
    entries.append(Entry(name: Array(name.utf8), start: position))
    deflater.reset()
    try write(localHeader(entries[entries.count - 1]))
  }

  /// Appends to the entry.
  func append(_ bytes: some Sequence<UInt8>) throws(LedgerError) {
    pending.append(contentsOf: bytes)
    if pending.count >= Self.pendingSize { try pack(isLast: false) }
  }

  /// Ends the entry; its header gets its lengths and CRC.
  func end() throws(LedgerError) {
    try pack(isLast: true)
    let entry = entries[entries.count - 1]
    guard entry.packed < 0xFFFF_FFFF, entry.unpacked < 0xFFFF_FFFF, position < 0xFFFF_FFFF else {
      throw LedgerError(
        .reportTooLong, "The report is larger than a workbook can be.",
        help: "Ask for less at a time, or take --json.")
    }
    try write(localHeader(entry), at: entry.start)
  }

  /// Writes the directory and closes the archive, once it is on the disk.
  func finish() throws(LedgerError) {
    let start = position
    var directory: [UInt8] = []
    for entry in entries {
      directory.append32(0x0201_4B50)
      directory.append16(20)
      directory.append(contentsOf: fields(entry))
      // No comment, one disk, no attributes.
      for _ in 0..<3 { directory.append16(0) }
      directory.append32(0)
      directory.append32(entry.start)
      directory.append(contentsOf: entry.name)
    }
    let byteCount = Int64(directory.count)
    directory.append32(0x0605_4B50)
    directory.append32(0)
    directory.append16(entries.count)
    directory.append16(entries.count)
    directory.append32(byteCount)
    directory.append32(start)
    directory.append16(0)
    try write(directory)
    guard fsync(descriptor) == 0 else { throw failure("written") }
    _ = close(descriptor)
    descriptor = -1
  }

  private func localHeader(_ entry: Entry) -> [UInt8] {
    var header: [UInt8] = []
    header.append32(0x0403_4B50)
    header.append(contentsOf: fields(entry))
    header.append(contentsOf: entry.name)
    return header
  }

  /// What both headers of an entry have: version, flags, method, time, CRC and lengths.
  private func fields(_ entry: Entry) -> [UInt8] {
    var fields: [UInt8] = []
    fields.append16(20)
    // Names are UTF-8.
    fields.append16(0x0800)
    fields.append16(8)
    // Midnight of 1 January 1980, the first moment a ZIP archive knows.
    fields.append16(0)
    fields.append16(0x21)
    fields.append32(Int64(entry.crc))
    fields.append32(entry.packed)
    fields.append32(entry.unpacked)
    fields.append16(entry.name.count)
    fields.append16(0)
    return fields
  }

  private func pack(isLast: Bool) throws(LedgerError) {
    var failed: LedgerError?
    let index = entries.count - 1
    pending.withUnsafeMutableBytes { bytes in
      entries[index].unpacked += Int64(bytes.count)
      if !bytes.isEmpty {
        entries[index].crc = crc32(
          entries[index].crc, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self),
          UInt32(bytes.count))
      }
      do throws(LedgerError) {
        try deflater.pack(bytes, isLast: isLast, output) { packed throws(LedgerError) in
          entries[index].packed += Int64(packed.count)
          try write(packed)
        }
      } catch {
        failed = error
      }
    }
    if let failed { throw failed }
    pending.removeAll(keepingCapacity: true)
  }

  private func write(_ bytes: [UInt8], at start: Int64? = nil) throws(LedgerError) {
    var failed: LedgerError?
    bytes.withUnsafeBytes { bytes in
      do throws(LedgerError) { try write(bytes, at: start) } catch { failed = error }
    }
    if let failed { throw failed }
  }

  private func write(_ bytes: UnsafeRawBufferPointer, at start: Int64? = nil) throws(LedgerError) {
    var written = 0
    while written < bytes.count {
      let count = pwrite(
        descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written,
        off_t((start ?? position) + Int64(written)))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure("written") }
      written += count
    }
    if start == nil { position += Int64(bytes.count) }
  }

  private func failure(_ what: Message) -> LedgerError {
    let reason = errno
    return LedgerError(
      reason == ENOSPC || reason == EDQUOT || reason == EFBIG ? .diskFull : .inputOutput,
      "The workbook \(Shown.path(path)) cannot be \(what): \(String(cString: strerror(reason))).")
  }
}
