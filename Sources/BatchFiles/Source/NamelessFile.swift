import Glibc

/// A private file without a name, for what does not fit into memory or is made before it is read.
///
/// It holds personal data, so it is nobody else's: mode 0600, no name in any folder, gone with its last
/// descriptor, also when the process is killed.
public final class NamelessFile {
  /// Why something could not be done with the file: `errno`.
  public struct Failure: Error {
    /// What the system said.
    public let reason: Int32

    /// The system's words.
    public var words: String { String(cString: strerror(reason)) }

    /// Whether there is no room left on the disk.
    public var isDiskFull: Bool { reason == ENOSPC || reason == EDQUOT || reason == EFBIG }
  }

  /// How many bytes it has.
  public private(set) var byteCount: Int64 = 0
  private var descriptor: Int32 = -1

  /// The folder for temporary files: `$TMPDIR`, or `/var/tmp`, which is on a disk where `/tmp` may be
  /// memory.
  public static var temporaryFolder: String {
    getenv("TMPDIR").map { String(cString: $0) } ?? "/var/tmp"
  }

  /// Makes an empty file in the first of some folders that takes one.
  public init(in folders: [String]) throws(Failure) {
    for folder in folders where descriptor < 0 { descriptor = Self.open(in: folder) }
    guard descriptor >= 0 else { throw Failure(reason: errno) }
  }

  deinit { if descriptor >= 0 { _ = close(descriptor) } }

  /// Adds bytes at its end.
  public func append(_ bytes: UnsafeRawBufferPointer) throws(Failure) {
    var written = 0
    while written < bytes.count {
      let count = pwrite(
        descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written,
        off_t(byteCount))
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw Failure(reason: errno) }
      written += count
      byteCount += Int64(count)
    }
  }

  /// Fills a buffer with the bytes from an offset on, all of which were written before.
  public func read(
    from offset: Int64, into buffer: UnsafeMutableRawBufferPointer
  ) throws(Failure) {
    var filled = 0
    while filled < buffer.count {
      let count = pread(
        descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled,
        off_t(offset) + off_t(filled))
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw Failure(reason: count == 0 ? EIO : errno) }
      filled += count
    }
  }

  /// Ends the writing: from now on the file can be read by many, and nothing is added.
  func finish() -> MadeFile {
    defer { descriptor = -1 }
    return MadeFile(descriptor: descriptor, byteCount: byteCount)
  }

  private static func open(in folder: String) -> Int32 {
    // Not every file system can make a file without a name; then it loses its name at once.
    let unnamed = Int32(0o20_000_000) | O_DIRECTORY
    let descriptor = Glibc.open(folder, O_RDWR | O_CLOEXEC | unnamed, 0o600)
    guard descriptor < 0 else { return descriptor }
    var template = Array((folder + "/.benefit-ledger-XXXXXX").utf8CString)
    let named = mkstemp(&template)
    if named >= 0 {
      _ = unlink(template)
      _ = fcntl(named, F_SETFD, FD_CLOEXEC)
    }
    return named
  }
}

/// A ``NamelessFile`` that is complete, open as long as anybody reads it.
final class MadeFile: Sendable {
  let descriptor: Int32
  let byteCount: Int64

  fileprivate init(descriptor: Int32, byteCount: Int64) {
    self.descriptor = descriptor
    self.byteCount = byteCount
  }

  deinit { _ = close(descriptor) }
}
