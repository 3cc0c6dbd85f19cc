import CZlib

/// Bytes packed by zlib, without anything of the program.
enum Packed {
  /// A member of a gzip file.
  static func gzip(_ bytes: [UInt8]) -> [UInt8] { deflate(bytes, windowBits: 31) }

  /// Deflated bytes with nothing around them.
  static func raw(_ bytes: [UInt8]) -> [UInt8] { deflate(bytes, windowBits: -15) }

  private static func deflate(_ bytes: [UInt8], windowBits: Int32) -> [UInt8] {
    var stream = z_stream()
    return withUnsafeMutablePointer(to: &stream) { stream in
      deflateInit2_(
        stream, 9, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size))
      defer { deflateEnd(stream) }
      var bytes = bytes
      let bound = Int(deflateBound(stream, UInt(bytes.count)))
      return [UInt8](unsafeUninitializedCapacity: bound) { output, count in
        bytes.withUnsafeMutableBufferPointer { input in
          stream.pointee.next_in = input.baseAddress
          stream.pointee.avail_in = UInt32(input.count)
          stream.pointee.next_out = output.baseAddress
          stream.pointee.avail_out = UInt32(bound)
          precondition(CZlib.deflate(stream, Z_FINISH) == Z_STREAM_END)
        }
        count = bound - Int(stream.pointee.avail_out)
      }
    }
  }
}
