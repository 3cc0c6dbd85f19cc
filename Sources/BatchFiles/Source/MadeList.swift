import LedgerCore

/// What was made of a file to be read instead of it, kept so that it need not be made again.
///
/// Its bytes lie in a file without a name; each ``BatchSource`` made of it reads them from the
/// beginning, on whatever thread.
public struct MadeList: Sendable {
  fileprivate let file: MadeFile
  fileprivate let name: String
  fileprivate let origin: SourceOrigin
  fileprivate let basis: Basis

  /// What it was made of.
  fileprivate enum Basis: Sendable, Equatable {
    case file(FileState)
    case memory([UInt8])
    case kept(Int64)

    init?(_ source: BatchSource) {
      switch source.content {
      case .file(_, let state): self = .file(state)
      case .memory(let bytes): self = .memory(bytes)
      case .kept: self = .kept(source.byteCount)
      case .made: return nil
      }
    }
  }

  /// Keeps what was made of a file; nil if what is read is the file itself.
  ///
  /// - Parameters:
  ///   - made: What is read.
  ///   - original: The file as it came.
  public init?(_ made: BatchSource, of original: BatchSource) {
    guard case .made(let file) = made.content, let origin = made.origin,
      let basis = Basis(original)
    else { return nil }
    self.file = file
    name = made.name
    self.origin = origin
    self.basis = basis
  }

  /// Reads it from its beginning.
  ///
  /// - Parameter original: The file as it came, opened anew.
  /// - Returns: What was made; nil if it was made of another file, or the file changed since.
  public func source(of original: BatchSource) -> BatchSource? {
    guard original.name == name, Basis(original) == basis else { return nil }
    return BatchSource(
      name: name, byteCount: file.byteCount, content: .made(file), origin: origin)
  }
}
