import CZlib

/// Packs by deflate (RFC 1951), a piece at a time.
///
/// The same bytes come out of the same bytes, whatever pieces they are given in.
final class Deflater {
  private let stream: UnsafeMutablePointer<z_stream>

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let result = deflateInit2_(
      stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    precondition(result == Z_OK, "out of memory")
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  /// Begins anew.
  func reset() { deflateReset(stream) }

  /// Packs bytes.
  ///
  /// - Parameters:
  ///   - input: What is to be packed.
  ///   - isLast: Whether nothing follows.
  ///   - output: Memory for packed bytes, used again and again.
  ///   - take: Is given packed bytes as they come.
  /// - Throws: What `take` throws.
  func pack<Failure: Error>(
    _ input: UnsafeMutableRawBufferPointer, isLast: Bool, _ output: UnsafeMutableRawBufferPointer,
    _ take: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = UInt32(input.count)
    while true {
      stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
      stream.pointee.avail_out = UInt32(output.count)
      let result = deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
      precondition(result != Z_STREAM_ERROR, "a stream that was begun can be packed")
      let made = output.count - Int(stream.pointee.avail_out)
      if made > 0 { try take(UnsafeRawBufferPointer(rebasing: output[..<made])) }
      if made < output.count { return }
    }
  }
}
