import CZlib
import LedgerCore

/// The content of an entry, a piece at a time.
///
/// How much comes out is counted and bounded as it comes; length and CRC are checked at the end, so
/// that nothing may be believed that was read before ``read(into:)`` has answered 0.
final class ZipEntryReader: ByteReader {
  private let archive: ZipArchive
  private let entry: ZipEntry
  private let bound: InflationBound
  private let inflater = Inflater(.none)
  private let input: UnsafeMutableRawBufferPointer
  private var rest: UnsafeMutableRawBufferPointer
  private var position: Int64
  private var packedLeft: Int64
  private var made: Int64 = 0
  private var crc: UInt = 0
  private var isEnded = false

  init(_ archive: ZipArchive, _ entry: ZipEntry, bound: InflationBound) throws(FileFault) {
    self.archive = archive
    self.entry = entry
    self.bound = bound
    position = try archive.contentStart(of: entry)
    packedLeft = entry.packedByteCount
    input = .allocate(byteCount: 1 << 17, alignment: 64)
    rest = UnsafeMutableRawBufferPointer(rebasing: input[..<0])
  }

  deinit { input.deallocate() }

  /// Reads the next bytes; 0 at the end, once all of them were found to be those that were packed.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileFault) -> Int {
    while !isEnded {
      if rest.isEmpty { try refill() }
      let count = try piece(into: buffer)
      guard count > 0 else { continue }
      made += Int64(count)
      crc = crc32(
        crc, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt32(count))
      guard bound.allows(made: made, of: position - entry.headerStart) else {
        throw made > bound.bytes
          ? .unpacksTooLarge(archive.source.name, most: bound.bytes)
          : .unpacksSuspiciously(archive.source.name, ratio: bound.ratio)
      }
      return count
    }
    guard packedLeft == 0, rest.isEmpty, made == entry.declaredByteCount, crc == UInt(entry.crc)
    else { throw .archiveDamaged(archive.source.name, "an entry is not what was packed") }
    try archive.source.checkSame()
    return 0
  }

  private func piece(into buffer: UnsafeMutableRawBufferPointer) throws(FileFault) -> Int {
    switch entry.method {
    case .stored:
      let count = min(rest.count, buffer.count)
      if count == 0 { isEnded = true }
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: rest[..<count]))
      rest = UnsafeMutableRawBufferPointer(rebasing: rest[count...])
      return count
    case .deflated:
      let isLast = rest.isEmpty
      let step = inflater.step(rest, buffer)
      rest = UnsafeMutableRawBufferPointer(rebasing: rest[step.used...])
      if case .ended = step.progress { isEnded = true }
      let isStopped = isLast && step.made == 0 && !isEnded
      if case .damaged = step.progress {
        throw .archiveDamaged(archive.source.name, "an entry does not unpack")
      }
      if isStopped { throw .archiveDamaged(archive.source.name, "an entry is cut short") }
      return step.made
    }
  }

  private func refill() throws(FileFault) {
    let count = Int(min(packedLeft, Int64(input.count)))
    rest = UnsafeMutableRawBufferPointer(rebasing: input[..<count])
    guard try archive.source.read(rest, at: position) else {
      throw .archiveDamaged(archive.source.name, "an entry is cut short")
    }
    position += Int64(count)
    packedLeft -= Int64(count)
  }
}
