import CZlib

/// Unpacks what was packed by deflate (RFC 1951), a piece at a time.
///
/// zlib remembers where its state lies, so this is a class with memory that does not move.
final class Inflater {
  /// What stands around the packed bytes.
  enum Wrapper {
    /// Nothing: an entry of an archive.
    case none
    /// Header, CRC and length of RFC 1952, which zlib checks.
    case gzip
  }

  /// How it goes on after a piece.
  enum Progress {
    /// There is more to come.
    case more
    /// The packed bytes are at their end.
    case ended
    /// They are not what was packed.
    case damaged
  }

  private let stream: UnsafeMutablePointer<z_stream>

  init(_ wrapper: Wrapper) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let windowBits = wrapper == .gzip ? 15 + 16 : -15
    let result = inflateInit2_(
      stream, Int32(windowBits), ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(result == Z_OK, "out of memory")
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Begins anew, for the next member of a gzip file.
  func reset() { inflateReset(stream) }

  /// Unpacks as much as both buffers allow.
  ///
  /// - Parameters:
  ///   - input: Packed bytes.
  ///   - output: Where the unpacked ones go.
  /// - Returns: How many were used and made, and how it goes on.
  func step(
    _ input: UnsafeMutableRawBufferPointer, _ output: UnsafeMutableRawBufferPointer
  ) -> (used: Int, made: Int, progress: Progress) {
    stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = UInt32(input.count)
    stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(output.count)
    let result = inflate(stream, Z_NO_FLUSH)
    let used = input.count - Int(stream.pointee.avail_in)
    let made = output.count - Int(stream.pointee.avail_out)
    switch result {
    case Z_OK, Z_BUF_ERROR: return (used, made, .more)
    case Z_STREAM_END: return (used, made, .ended)
    default: return (used, made, .damaged)
    }
  }
}
