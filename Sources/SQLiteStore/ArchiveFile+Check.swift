import Foundation
import LedgerCore
import LedgerStore

extension ArchiveFile {
  /// Refuses an archive that is missing, or is another file than the register names, at a glance.
  ///
  /// Its bytes are not read: that is what `verify` is for.
  ///
  /// - Throws: `LedgerError`: `archiveMissing`, `archiveChanged`, `ledgerUnsafe`; `inputOutput` if it
  ///   cannot be read.
  public static func check(_ year: ArchivedYear, beside ledger: String) throws {
    let path = path(year.file, beside: ledger)
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw LedgerError(
        .archiveMissing,
        "The lines of \(year.label.year) are in \(path), and there is no such file.",
        help:
          "Copy it back from where the backups are: it belongs beside the ledger, under this name."
      )
    }
    guard status.st_mode & S_IFMT == S_IFREG, Int64(status.st_size) == year.bytes else {
      throw changed(year, path)
    }
    guard status.st_mode & 0o022 == 0 else {
      throw LedgerError(
        .ledgerUnsafe, "Others may write \(path).", help: "Run: chmod 400 \(path)")
    }
    guard access(path, R_OK) == 0 else {
      throw LedgerError(
        .inputOutput, "Cannot read \(path): \(String(cString: strerror(errno))).",
        help: "Run: chmod 400 \(path), as its owner.")
    }
    do {
      guard try ArchiveFile(path).label() == year.label else { throw changed(year, path) }
    } catch let error as LedgerError where error.code != .inputOutput {
      // Of what kind another file is does not matter.
      throw changed(year, path)
    }
  }

  private static func changed(_ year: ArchivedYear, _ path: String) -> LedgerError {
    LedgerError(
      .archiveChanged,
      "\(path) is not the file into which the lines of \(year.label.year) were moved.",
      help: """
        Put back the file that has SHA-256 \(year.digest), from where the backups are; nothing is \
        posted before.
        """)
  }

  /// The SHA-256 of a file.
  ///
  /// - Throws: `LedgerError` for what the disk did.
  public static func digest(of path: String) throws -> Digest {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var digest = RunningDigest()
    var block = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = block.withUnsafeMutableBytes {
        Foundation.read(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw failure(path) }
      if count == 0 { return digest.digest }
      digest.add(count == block.count ? block : Array(block[..<count]))
    }
  }

  private static func failure(_ path: String) -> LedgerError {
    LedgerError(.inputOutput, "Cannot read \(path): \(String(cString: strerror(errno))).")
  }
}
