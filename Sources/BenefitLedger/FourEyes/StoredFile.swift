import BatchFiles
import LedgerCore
import LedgerStore

/// The bytes of a submitted file, as the ledger keeps them until it is decided.
struct StoredFile: Sendable {
  let store: any LedgerStore
  let submission: Int64
  let name: String
  let byteCount: Int64
  /// The SHA-256 that its bytes were found to have.
  let digest: Digest

  /// The bytes to read; each piece is taken from the ledger when it is needed.
  var source: BatchSource {
    let reader = Reader(store: store, submission: submission, name: name)
    return BatchSource.kept(name: name, byteCount: byteCount) {
      (position, buffer) throws(FileFault) in try reader.read(from: position, into: buffer)
    }
  }

  /// The last piece that was read: a reader goes on where it stopped.
  private final class Reader {
    private let store: any LedgerStore
    private let submission: Int64
    private let name: String
    private var chunk: Int64 = -1
    private var bytes: [UInt8] = []

    init(store: any LedgerStore, submission: Int64, name: String) {
      self.store = store
      self.submission = submission
      self.name = name
    }

    func read(
      from position: Int64, into buffer: UnsafeMutableRawBufferPointer
    ) throws(FileFault) -> Int {
      let wanted = position / Int64(Submitter.chunkSize)
      if wanted != chunk { try load(wanted) }
      let start = Int(position % Int64(Submitter.chunkSize))
      let count = min(buffer.count, bytes.count - start)
      guard count > 0 else { return 0 }
      bytes.withUnsafeBytes { all in
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[start..<start + count]))
      }
      return count
    }

    private func load(_ wanted: Int64) throws(FileFault) {
      do {
        bytes = []
        try store.read { snapshot in
          try snapshot.query(
            "SELECT bytes FROM submission_chunk WHERE submission_no = ?1 AND chunk_no = ?2",
            [.integer(submission), .integer(wanted)]
          ) { bytes = $0.bytes(0) ?? [] }
        }
        chunk = wanted
      } catch {
        let reason = (error as? LedgerError)?.message ?? .verbatim("\(error)")
        throw FileFault(
          Diagnostic(
            file: name, code: .fileUnreadable,
            message: "The submitted file cannot be read from the ledger: \(reason)"))
      }
    }
  }
}
