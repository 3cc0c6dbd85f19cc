import Glibc

/// Writes one new file through a buffer, line by line.
///
/// Only ``endLine()`` can fail: a line always fits into the buffer's spare room, so fields are
/// written without checking for errors.
final class ByteWriter {
  private static let flushAt = 1 << 16
  private static let longestLine = 1 << 12

  private let path: String
  private var descriptor: Int32
  private let buffer: UnsafeMutableRawBufferPointer
  private var used = 0

  /// Creates the file, readable by its owner only since it names persons, if it does not exist.
  init(creating path: String) throws(SampleError) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    let failure = errno
    self.path = path
    buffer = .allocate(byteCount: Self.flushAt + Self.longestLine, alignment: 1)
    guard descriptor >= 0 else { throw .cannotCreate(path, errno: failure) }
  }

  deinit {
    if descriptor >= 0 { _ = Glibc.close(descriptor) }
    buffer.deallocate()
  }

  /// Writes one ASCII byte.
  func byte(_ value: UInt8) {
    buffer[used] = value
    used += 1
  }

  /// Writes the comma between two fields.
  func comma() { byte(UInt8(ascii: ",")) }

  /// Writes bytes as they are.
  func raw(_ bytes: UnsafeRawBufferPointer) {
    precondition(bytes.count <= buffer.count - used, "a line is too long")
    guard let source = bytes.baseAddress, let start = buffer.baseAddress else { return }
    memcpy(start + used, source, bytes.count)
    used += bytes.count
  }

  /// Writes a text as it is.
  func text(_ text: String) {
    var copy = text
    copy.withUTF8 { raw(UnsafeRawBufferPointer($0)) }
  }

  /// Writes a text as a field, in quotes if RFC 4180 wants them.
  func field(_ text: String) {
    let quote = UInt8(ascii: "\"")
    let special: [UInt8] = [quote, UInt8(ascii: ","), 0x0A, 0x0D]
    guard text.utf8.contains(where: special.contains) else { return self.text(text) }
    byte(quote)
    for character in text.utf8 {
      if character == quote { byte(quote) }
      byte(character)
    }
    byte(quote)
  }

  /// Writes a number that is not negative, with leading zeros up to a width.
  func number(_ value: Int64, width: Int = 1) {
    precondition(value >= 0)
    var length = 1
    var rest = value / 10
    while rest > 0 || length < width {
      rest /= 10
      length += 1
    }
    rest = value
    for place in stride(from: used + length - 1, through: used, by: -1) {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      buffer[place] = UInt8(truncatingIfNeeded: digit) + 0x30
      rest = quotient
    }
    used += length
  }

  /// Ends the line, and hands the buffer to the system when it is full.
  func endLine() throws(SampleError) {
    byte(0x0A)
    if used >= Self.flushAt { try flush() }
  }

  /// Writes what is left and closes the file.
  func close() throws(SampleError) {
    try flush()
    let result = Glibc.close(descriptor)
    let failure = errno
    descriptor = -1
    guard result == 0 else { throw .cannotWrite(path, errno: failure) }
  }

  private func flush() throws(SampleError) {
    var done = 0
    while done < used {
      let written = Glibc.write(
        descriptor, UnsafeRawBufferPointer(rebasing: buffer[done..<used]).baseAddress, used - done)
      if written < 0 {
        guard errno == EINTR else { throw .cannotWrite(path, errno: errno) }
      } else {
        done += written
      }
    }
    used = 0
  }
}
