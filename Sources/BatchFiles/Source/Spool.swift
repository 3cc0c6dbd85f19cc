import Glibc
import LedgerCore

/// A private file without a name, for what is made from a file before it is read.
///
/// It holds personal data, so it is nobody else's: mode 0600, no name in any folder, gone with the
/// last descriptor, also when the process is killed. It lies in `$TMPDIR`, or in `/var/tmp`, which is
/// on a disk where `/tmp` may be memory.
///
/// ```swift
/// let spool = try Spool(for: source.name)
/// try spool.append(bytes)
/// let made = try spool.finish(SourceOrigin(of: source))
/// ```
public final class Spool {
  /// How many bytes were appended.
  public private(set) var byteCount: Int64 = 0

  private let name: String
  private let limit: Int64
  private var descriptor: Int32
  private var buffer: [UInt8] = []

  private static let bufferSize = 1 << 18

  /// Makes an empty file.
  ///
  /// - Parameters:
  ///   - name: The name shown in messages: that of the file it is made from.
  ///   - limit: How many bytes it may have.
  /// - Throws: A ``FileFault`` if no such file can be made.
  public init(for name: String, limit: Int64 = BatchSource.largestFile) throws(FileFault) {
    self.name = name
    self.limit = limit
    descriptor = Self.open()
    guard descriptor >= 0 else { throw Self.fault(name, errno) }
    buffer.reserveCapacity(Self.bufferSize)
  }

  deinit {
    if descriptor >= 0 { _ = close(descriptor) }
  }

  /// Appends bytes.
  ///
  /// - Throws: A ``FileFault`` with ``Code/archiveTooLarge`` above the limit, ``Code/diskFull`` or
  ///   ``Code/inputOutput`` if they cannot be written.
  public func append(_ bytes: UnsafeRawBufferPointer) throws(FileFault) {
    byteCount += Int64(bytes.count)
    guard byteCount <= limit else { throw .unpacksTooLarge(name, most: limit) }
    if buffer.count + bytes.count > Self.bufferSize { try flush() }
    if bytes.count < Self.bufferSize {
      buffer.append(contentsOf: bytes)
    } else {
      try write(bytes)
    }
  }

  /// Ends the file and gives it out to be read, at its beginning.
  ///
  /// - Parameter origin: The file it was made from.
  /// - Returns: What was appended.
  /// - Throws: A ``FileFault`` as ``append(_:)`` does.
  public func finish(_ origin: SourceOrigin) throws(FileFault) -> BatchSource {
    try flush()
    guard let state = FileState(descriptor: descriptor), state.size == byteCount else {
      throw Self.fault(name, errno)
    }
    let source = BatchSource(
      name: name, byteCount: byteCount, content: .file(descriptor: descriptor, opened: state),
      origin: origin)
    descriptor = -1
    return source
  }

  private func flush() throws(FileFault) {
    var fault: FileFault?
    buffer.withUnsafeBytes { bytes in
      do throws(FileFault) { try write(bytes) } catch { fault = error }
    }
    if let fault { throw fault }
    buffer.removeAll(keepingCapacity: true)
  }

  private func write(_ bytes: UnsafeRawBufferPointer) throws(FileFault) {
    var written = 0
    while written < bytes.count {
      let count = Glibc.write(
        descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        throw Self.fault(name, errno)
      }
    }
  }

  private static func open() -> Int32 {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/var/tmp"
    // Not every file system can make a file without a name; then it loses its name at once.
    let unnamed = Int32(0o20_000_000) | O_DIRECTORY
    let descriptor = Glibc.open(folder, O_RDWR | O_CLOEXEC | unnamed, 0o600)
    guard descriptor < 0 else { return descriptor }
    var template = Array((folder + "/benefit-ledger-XXXXXX").utf8CString)
    let named = mkstemp(&template)
    if named >= 0 {
      _ = unlink(template)
      _ = fcntl(named, F_SETFD, FD_CLOEXEC)
    }
    return named
  }

  private static func fault(_ name: String, _ reason: Int32) -> FileFault {
    FileFault(
      reason == ENOSPC || reason == EDQUOT || reason == EFBIG ? .diskFull : .inputOutput,
      file: name, "The file cannot be unpacked: \(String(cString: strerror(reason))).",
      help: "Make room in the folder for temporary files (TMPDIR, or /var/tmp), then run it again.")
  }
}

extension FileFault {
  static func unpacksTooLarge(_ name: String, most: Int64) -> FileFault {
    FileFault(
      .archiveTooLarge, file: name,
      "Unpacked, the file would have more than \(grouped(most)) bytes; no more are read.",
      help: "Check with its maker what it is. Split a list that is really that long.")
  }
}
