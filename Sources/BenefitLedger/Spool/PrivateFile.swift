import BatchFiles
import LedgerCore

/// A file for what does not fit into memory while a ledger is at work: its owner's alone, without a
/// name, and gone with the process whatever ends it.
final class PrivateFile {
  /// How many bytes it has.
  var byteCount: Int64 { file.byteCount }
  private let file: NamelessFile

  /// Makes a file in the ledger's folder, which has room for a nation's files; where that may not be
  /// written, in the folder for temporary files.
  ///
  /// - Throws: `LedgerError`: `inputOutput`, `diskFull`.
  init(beside location: String) throws {
    let slash = location.lastIndex(of: "/")
    let folder = slash.map { String(location[...$0]) } ?? "."
    do throws(NamelessFile.Failure) {
      file = try NamelessFile(in: [folder, NamelessFile.temporaryFolder])
    } catch {
      throw Self.error("made", error)
    }
  }

  /// Adds bytes at its end.
  func append(_ bytes: UnsafeRawBufferPointer) throws {
    do throws(NamelessFile.Failure) {
      try file.append(bytes)
    } catch {
      throw Self.error("written", error)
    }
  }

  /// Fills a buffer with the bytes from an offset on, all of which were written before.
  func read(from offset: Int64, into buffer: UnsafeMutableRawBufferPointer) throws {
    do throws(NamelessFile.Failure) {
      try file.read(from: offset, into: buffer)
    } catch {
      throw Self.error("read", error)
    }
  }

  private static func error(_ what: Message, _ failure: NamelessFile.Failure) -> LedgerError {
    LedgerError(
      failure.isDiskFull ? .diskFull : .inputOutput,
      "A temporary file cannot be \(what): \(failure.words).",
      help: "It is made in the ledger's folder, or in the folder that TMPDIR names.")
  }
}
