import Foundation
import LedgerCore
import LedgerStore
import SQLiteStore

/// An archive that goes with a backup, or comes back with it.
public struct ArchiveCopy: Sendable {
  /// The year.
  public var year: Int
  /// The file beside the backup, or beside the ledger that was made.
  public var path: String
  /// How many bytes it has.
  public var bytes: Int64
  /// Its SHA-256.
  public var digest: Digest
  /// Whether it was copied; false if it was there already.
  public var isCopied: Bool
}

/// Copies the archives of a ledger into the folder of another.
struct ArchiveCopies {
  let source: String
  let target: String

  /// Copies those that are not there yet; one that is there has to be the same.
  ///
  /// - Parameter years: The archives of the ledger that is copied.
  /// - Returns: What there is now.
  /// - Throws: `LedgerError`: `outputExists` if another file has the name, and what the disk did.
  func make(_ years: [ArchivedYear]) throws -> [ArchiveCopy] {
    var copies: [ArchiveCopy] = []
    do {
      for year in years { copies.append(try make(year)) }
    } catch {
      Self.remove(copies)
      throw error
    }
    return copies
  }

  /// Takes back what was copied, because what it belongs to is not made.
  static func remove(_ copies: [ArchiveCopy]) {
    for copy in copies where copy.isCopied { unlink(copy.path) }
  }

  private func make(_ year: ArchivedYear) throws -> ArchiveCopy {
    let path = ArchiveFile.path(year.file, beside: target)
    var copy = ArchiveCopy(
      year: year.label.year, path: path, bytes: year.bytes, digest: year.digest, isCopied: false)
    var status = stat()
    if lstat(path, &status) == 0 {
      do {
        try ArchiveFile.check(year, beside: target)
      } catch {
        throw LedgerError(
          .outputExists,
          "\(maskedDigits(path)) exists already, and is no archive of this ledger; it is left as it is.",
          help: "Keep the backups of each ledger in a folder of their own.")
      }
      return copy
    }
    let draft = try CopiedLedger(path)
    defer { draft.clean() }
    let digest = try Self.copyBytes(
      from: ArchiveFile.path(year.file, beside: source), to: draft.draft)
    guard digest == year.digest else {
      throw LedgerError(
        .archiveChanged,
        "\(ArchiveFile.path(year.file, beside: source)) is not the file into which the lines of \(year.label.year) were moved.",
        help: "Put back the file that has SHA-256 \(year.digest), from where the backups are.")
    }
    guard chmod(draft.draft, 0o400) == 0 else { throw Ledger.systemError("write", path) }
    try draft.finish()
    copy.isCopied = true
    return copy
  }

  /// Copies a file into an empty one, and says the SHA-256 of what was copied.
  private static func copyBytes(from source: String, to target: String) throws -> Digest {
    let input = open(source, O_RDONLY | O_CLOEXEC)
    guard input >= 0 else { throw Ledger.systemError("read", source) }
    defer { close(input) }
    let output = open(target, O_WRONLY | O_CLOEXEC)
    guard output >= 0 else { throw Ledger.systemError("write", target) }
    defer { close(output) }
    var digest = RunningDigest()
    var block = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = block.withUnsafeMutableBytes { read(input, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw Ledger.systemError("read", source) }
      if count == 0 { return digest.digest }
      let bytes = count == block.count ? block : Array(block[..<count])
      digest.add(bytes)
      var written = 0
      while written < count {
        let step = bytes.withUnsafeBytes {
          write(output, $0.baseAddress.map { $0 + written }, count - written)
        }
        if step < 0 && errno == EINTR { continue }
        guard step > 0 else { throw Ledger.systemError("write", target) }
        written += step
      }
    }
  }
}
