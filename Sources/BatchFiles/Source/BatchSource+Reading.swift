import struct Crypto.SHA256
import Glibc
import LedgerCore

extension BatchSource {
  /// Goes back to the first byte.
  ///
  /// - Throws: A ``FileFault`` if the source cannot go back; files and memory always can.
  public func rewind() throws(FileFault) { position = 0 }

  /// How many bytes have been read since the beginning.
  public var bytesRead: Int64 { position }

  /// Hashes the whole file as it came, a block at a time, and leaves the source at its beginning.
  ///
  /// - Returns: The SHA-256 of all bytes of the file; of what was made from it nothing is hashed.
  /// - Throws: A ``FileFault`` if the file cannot be read or changed meanwhile.
  public func sha256() throws(FileFault) -> Digest {
    position = 0
    if let origin { return origin.digest }
    defer { position = 0 }
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 64)
    defer { block.deallocate() }
    var hash = SHA256()
    while true {
      let count = try read(into: block)
      if count == 0 { break }
      hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: block[0..<count]))
    }
    try checkUnchanged()
    return Digest(hash.finalize())
  }

  /// Reads the next bytes.
  ///
  /// - Parameter buffer: Where they go.
  /// - Returns: How many; 0 at the end.
  /// - Throws: A ``FileFault`` if the file cannot be read or grew meanwhile.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileFault) -> Int {
    let count: Int
    switch content {
    case .memory(let bytes):
      count = min(buffer.count, bytes.count - Int(position))
      bytes.withUnsafeBytes { all in
        buffer.copyMemory(
          from: UnsafeRawBufferPointer(rebasing: all[Int(position)..<Int(position) + count]))
      }
    case .file(let descriptor, _): count = try pread(descriptor, at: position, into: buffer)
    case .made(let file): count = try pread(file.descriptor, at: position, into: buffer)
    case .kept(let read): count = try read(position, buffer)
    }
    position += Int64(count)
    // A file that grows as it is read would never end.
    if position > byteCount { throw changed }
    return count
  }

  /// Reads the next bytes into a block, from its beginning.
  ///
  /// - Parameter block: Where they go; it keeps its length.
  /// - Returns: How many; 0 at the end.
  /// - Throws: A ``FileFault`` as reading into a buffer does.
  func read(into block: inout [UInt8]) throws(FileFault) -> Int {
    var fault: FileFault?
    let count = block.withUnsafeMutableBytes { buffer in
      do throws(FileFault) {
        return try read(into: buffer)
      } catch {
        fault = error
        return 0
      }
    }
    if let fault { throw fault }
    return count
  }

  private func pread(
    _ descriptor: Int32, at position: Int64, into buffer: UnsafeMutableRawBufferPointer
  ) throws(FileFault) -> Int {
    while true {
      let count = Glibc.pread(descriptor, buffer.baseAddress, buffer.count, off_t(position))
      if count >= 0 { return count }
      if errno != EINTR { throw .unreadable(name, errno) }
    }
  }

  /// Checks after the last byte that the file is the one that was opened.
  func checkUnchanged() throws(FileFault) {
    guard position == byteCount else { throw changed }
    try checkSame()
  }

  /// Checks that the file is still the one that was opened.
  func checkSame() throws(FileFault) {
    guard case .file(let descriptor, let opened) = content else { return }
    guard FileState(descriptor: descriptor) == opened else { throw changed }
  }

  var changed: FileFault {
    FileFault(
      .fileChanged, file: name, "The file changed while it was read.",
      help: "Wait until whoever writes it has finished, then run the same command again.")
  }
}
