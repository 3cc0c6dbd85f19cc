import LedgerCore

extension BatchSource {
  /// Reads bytes from wherever they lie in the file.
  ///
  /// - Parameters:
  ///   - buffer: Where they go; it is filled.
  ///   - start: The position of the first.
  /// - Returns: Whether there were as many.
  /// - Throws: A ``FileFault`` if the file cannot be read.
  func read(_ buffer: UnsafeMutableRawBufferPointer, at start: Int64) throws(FileFault) -> Bool {
    guard start >= 0, start <= byteCount - Int64(buffer.count) else { return false }
    position = start
    var done = 0
    while done < buffer.count {
      let count = try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[done...]))
      if count == 0 { throw changed }
      done += count
    }
    return true
  }

  /// The bytes from a position on; nil if there are fewer.
  func bytes(_ count: Int, at start: Int64) throws(FileFault) -> [UInt8]? {
    var isThere = false
    var fault: FileFault?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(FileFault) {
        isThere = try read(
          UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[..<count]),
          at: start)
      } catch {
        fault = error
      }
      filled = isThere ? count : 0
    }
    if let fault { throw fault }
    return isThere ? bytes : nil
  }
}
