import LedgerCore

/// What is made from a file before it is read, in a ``NamelessFile``.
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
  private let file: NamelessFile
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
    do throws(NamelessFile.Failure) {
      file = try NamelessFile(in: [NamelessFile.temporaryFolder])
    } catch {
      throw Self.fault(name, error)
    }
    buffer.reserveCapacity(Self.bufferSize)
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
    let made = file.finish()
    return BatchSource(
      name: name, byteCount: made.byteCount, content: .made(made), origin: origin)
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
    do throws(NamelessFile.Failure) {
      try file.append(bytes)
    } catch {
      throw Self.fault(name, error)
    }
  }

  private static func fault(_ name: String, _ failure: NamelessFile.Failure) -> FileFault {
    FileFault(
      failure.isDiskFull ? .diskFull : .inputOutput, file: name,
      "The file cannot be unpacked: \(failure.words).",
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
