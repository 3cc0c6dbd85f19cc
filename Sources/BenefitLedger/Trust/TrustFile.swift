import Foundation
import LedgerCore

/// Small files that are read whole: checkpoints, proofs, verifier keys.
enum TrustFile {
  /// The bytes of a file.
  ///
  /// - Throws: `LedgerError`: `fileMissing`, `fileUnreadable`.
  static func bytes(_ path: String, most: Int) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT {
        throw LedgerError(.fileMissing, "There is no file \(maskedDigits(path)).")
      }
      throw unreadable(path, .verbatim(String(cString: strerror(errno))))
    }
    defer { close(descriptor) }
    return try bytes(descriptor, path, most: most)
  }

  /// The bytes of an open file, from its beginning.
  ///
  /// - Throws: `LedgerError` with code `fileUnreadable`.
  static func bytes(_ descriptor: Int32, _ path: String, most: Int) throws -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw unreadable(path, "it is not a file")
    }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= most {
      let count = pread(descriptor, &block, block.count, off_t(bytes.count))
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw unreadable(path, .verbatim(String(cString: strerror(errno)))) }
      if count == 0 { return bytes }
      bytes += block[0..<count]
    }
    throw unreadable(path, "it has more than \(most >> 10) KiB")
  }

  /// What the disk did.
  static func failure(_ what: Message, _ path: String) -> LedgerError {
    let reason = errno
    return LedgerError(
      reason == ENOSPC ? .diskFull : .inputOutput,
      "The file \(maskedDigits(path)) cannot be \(what): \(String(cString: strerror(reason))).")
  }

  private static func unreadable(_ path: String, _ reason: Message) -> LedgerError {
    LedgerError(.fileUnreadable, "The file \(maskedDigits(path)) cannot be read: \(reason).")
  }
}

extension VerifierKey {
  /// Reads a verifier key that is written out, or stands in a file on a line of its own.
  ///
  /// - Parameter text: The key, or the path of the file.
  /// - Returns: The key.
  /// - Throws: `LedgerError`: `fileMissing`, `fileUnreadable`, `verifierKeyMalformed`.
  public static func read(_ text: String) throws -> VerifierKey {
    if let key = VerifierKey(text) { return key }
    var bytes = try TrustFile.bytes(text, most: 1 << 10)
    if bytes.last == 0x0A { bytes.removeLast() }
    guard let key = VerifierKey(String(decoding: bytes, as: UTF8.self)) else {
      throw LedgerError(
        .verifierKeyMalformed, "\(maskedDigits(text)) is not a verifier key.",
        help: "It is one line, NAME+HASH+KEY, as `benefit-ledger checkpoint key` prints it.")
    }
    return key
  }
}
