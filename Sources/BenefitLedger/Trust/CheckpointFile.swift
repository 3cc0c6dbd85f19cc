import Foundation
import LedgerCore

/// A file of checkpoints, one after the other, that is only ever added to.
public enum CheckpointFile {
  /// Reads the checkpoints of a file.
  ///
  /// - Returns: At least one, in the order in which they stand.
  /// - Throws: `LedgerError`: `fileMissing`, `fileUnreadable`, `checkpointMalformed`.
  public static func read(_ path: String) throws -> [SignedCheckpoint] {
    let checkpoints = try checkpoints(
      try TrustFile.bytes(path, most: CheckpointReader.most), path)
    guard !checkpoints.isEmpty else { throw malformed(path, line: 1) }
    return checkpoints
  }

  /// The last checkpoint of a file: its size, its register and its day.
  ///
  /// - Returns: Nil if there is no such file.
  /// - Throws: `LedgerError`: `fileUnreadable`, `checkpointMalformed`.
  public static func last(_ path: String) throws -> SignedCheckpoint? {
    do {
      return try read(path).last
    } catch let error as LedgerError where error.code == .fileMissing {
      return nil
    }
  }

  /// Adds a checkpoint, which is on the disk when this returns.
  ///
  /// - Parameters:
  ///   - path: The file; one that does not exist is made, for its owner alone.
  ///   - next: Gets the checkpoints of the file, and says which one to add; nil for none.
  /// - Throws: What `next` throws; `LedgerError`: `fileUnreadable`, `checkpointMalformed`, `busy`,
  ///   `diskFull`, `inputOutput`.
  static func append(
    to path: String, _ next: ([SignedCheckpoint]) throws -> SignedCheckpoint?
  ) throws {
    var isNew = false
    var descriptor = open(path, O_RDWR | O_APPEND | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
    if descriptor < 0, errno == ENOENT {
      descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      isNew = descriptor >= 0
    }
    guard descriptor >= 0 else { throw TrustFile.failure("opened", path) }
    defer { close(descriptor) }
    do {
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        throw LedgerError(
          .busy, "Another process adds a checkpoint to \(maskedDigits(path)).",
          help: "Run the same command again.")
      }
      let bytes = try TrustFile.bytes(descriptor, path, most: CheckpointReader.most)
      guard let checkpoint = try next(try checkpoints(bytes, path)) else { return }
      let separator = bytes.isEmpty ? "" : "\n"
      try write(Array((separator + checkpoint.note.description).utf8), descriptor, path)
      if isNew { try Ledger.synchronize(directoryOf: path) }
    } catch {
      if isNew { unlink(path) }
      throw error
    }
  }

  /// Writes bytes at the end, all of them or none.
  private static func write(_ bytes: [UInt8], _ descriptor: Int32, _ path: String) throws {
    let size = lseek(descriptor, 0, SEEK_END)
    let count = bytes.withUnsafeBytes {
      Foundation.write(descriptor, $0.baseAddress, $0.count)
    }
    guard count == bytes.count, fsync(descriptor) == 0 else {
      let error = TrustFile.failure("written", path)
      // What was begun here and is not finished; a checkpoint that was ever shown is never removed.
      _ = ftruncate(descriptor, size)
      throw error
    }
  }

  private static func checkpoints(_ bytes: [UInt8], _ path: String) throws -> [SignedCheckpoint] {
    do {
      return try CheckpointReader.checkpoints(bytes)
    } catch {
      throw malformed(path, line: error.line)
    }
  }

  private static func malformed(_ path: String, line: Int) -> LedgerError {
    LedgerError(
      .checkpointMalformed, "\(maskedDigits(path)), line \(line): this is not a checkpoint.",
      help:
        """
        A file of checkpoints is used as `checkpoint` wrote it. If a power cut left the last one \
        unfinished, remove its lines.
        """
    )
  }
}
