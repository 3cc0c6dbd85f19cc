import Foundation
import LedgerCore

/// The file in which a user keeps his key: three lines of text that nobody else may read.
///
/// ```text
/// benefit-ledger-key 1
/// user lan
/// seed 64 hexadecimal digits
/// ```
public enum KeyFile {
  private static let title = "benefit-ledger-key 1"
  /// No key file is longer: the title, a name of 32 characters, a seed of 64 digits.
  private static let most = 160

  /// Reads a key file.
  ///
  /// - Throws: `LedgerError`: `keyUnreadable`, `keyUnsafe`.
  public static func read(_ path: String) throws -> SigningKey {
    let descriptor = Foundation.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else {
      if errno == ELOOP { throw unsafe(path, "is a link") }
      throw unreadable(path, .verbatim(String(cString: strerror(errno))))
    }
    defer { Foundation.close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw unreadable(path, "it is not a file")
    }
    guard status.st_mode & 0o077 == 0 else { throw unsafe(path, "can be read by others") }
    var bytes = [UInt8](repeating: 0, count: most + 1)
    let count = bytes.withUnsafeMutableBytes {
      Foundation.read(descriptor, $0.baseAddress, $0.count)
    }
    guard count >= 0 else { throw unreadable(path, .verbatim(String(cString: strerror(errno)))) }
    guard let key = key(of: String(decoding: bytes.prefix(count), as: UTF8.self)) else {
      throw unreadable(path, "it is not a key file")
    }
    return key
  }

  /// The key that the text of a key file says, or nil if it is anything else.
  private static func key(of text: String) -> SigningKey? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 4, lines[0] == title, lines[1].hasPrefix("user "),
      lines[2].hasPrefix("seed "), lines[3].isEmpty,
      let seed = bytes(hexadecimal: lines[2].dropFirst(5))
    else { return nil }
    let name = String(lines[1].dropFirst(5))
    return UserNames.isName(name) ? SigningKey(name: name, seed: seed) : nil
  }

  /// Makes a new key and the file that holds it, for its owner alone.
  ///
  /// - Parameters:
  ///   - path: The file; nothing that exists is overwritten.
  ///   - name: The user.
  /// - Returns: The key.
  /// - Throws: `LedgerError`: `userNameMalformed`, `outputExists`, and what the disk did.
  public static func make(_ path: String, name: String) throws -> SigningKey {
    guard UserNames.isName(name) else {
      throw LedgerError(
        .userNameMalformed, "“\(name)” cannot be a user's name.",
        help: """
          A name is 1 to 32 letters A to Z or a to z, digits, dots, hyphens or underscores, \
          and begins with a letter or a digit.
          """)
    }
    let key = SigningKey(name: name)
    let descriptor = Foundation.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      if errno == EEXIST {
        throw LedgerError(
          .outputExists, "\(path) exists already; it is left as it is.",
          help: "A key is never overwritten. Choose another file.")
      }
      throw Ledger.systemError("make", path)
    }
    defer { Foundation.close(descriptor) }
    let text = Array("\(title)\nuser \(name)\nseed \(hexadecimal(key.seed))\n".utf8)
    do {
      guard fchmod(descriptor, 0o600) == 0,
        text.withUnsafeBytes({ Foundation.write(descriptor, $0.baseAddress, $0.count) })
          == text.count, fsync(descriptor) == 0
      else { throw Ledger.systemError("write", path) }
      // A ledger that knows a key nobody has any more could not be governed.
      try Ledger.synchronize(directoryOf: path)
    } catch {
      unlink(path)
      throw error
    }
    return key
  }

  /// Makes a key file and uses the key; takes the file away again if that comes to nothing.
  ///
  /// Where it is not known what came of it, the file stays: the ledger may know the key.
  static func making<Result>(
    _ path: String, name: String, _ body: (SigningKey) throws -> Result
  ) throws -> Result {
    let key = try make(path, name: name)
    do {
      return try body(key)
    } catch {
      if (error as? LedgerError)?.code != .outcomeUnknown { unlink(path) }
      throw error
    }
  }

  private static func unreadable(_ path: String, _ reason: Message) -> LedgerError {
    LedgerError(
      .keyUnreadable, "The key \(path) cannot be used: \(reason).",
      help: "Name your own key file with --key or in BENEFIT_LEDGER_KEY.")
  }

  private static func unsafe(_ path: String, _ what: Message) -> LedgerError {
    LedgerError(
      .keyUnsafe, "The key \(path) \(what).",
      help: "A key is a file that only its owner may read: chmod 600 \(path)")
  }
}
