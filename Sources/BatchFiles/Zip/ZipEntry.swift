/// One file in an archive, as the archive's directory lists it.
struct ZipEntry {
  /// How its bytes are kept.
  enum Method {
    case stored
    case deflated
  }

  /// Its path; forward slashes, no leading one, no `..`.
  let name: String
  /// How its bytes are kept.
  let method: Method
  /// The CRC-32 of its content.
  let crc: UInt32
  /// How many bytes it takes in the archive.
  let packedByteCount: Int64
  /// How many bytes it says it has; not believed while it is unpacked, and held against in the end.
  let declaredByteCount: Int64
  /// Where its local header begins.
  let headerStart: Int64
}
