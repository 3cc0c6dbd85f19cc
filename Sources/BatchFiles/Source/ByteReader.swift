/// Something that gives out bytes from the first to the last, once.
protocol ByteReader: AnyObject {
  /// Reads the next bytes; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileFault) -> Int
}

extension BatchSource: ByteReader {}
