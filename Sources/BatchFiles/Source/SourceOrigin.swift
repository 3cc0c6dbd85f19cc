import LedgerCore

/// The file that something to be read was made from: an unpacked list, or a list that a profile made
/// of an agency's own.
///
/// The identity of a file is that of its bytes as they came, whatever is read of them.
public struct SourceOrigin: Sendable {
  /// How many bytes the file has.
  public let byteCount: Int64
  /// Their SHA-256.
  public let digest: Digest
  /// Where the fields of the rows stand in the file; nil if what is read is the file's own text.
  public var places: FieldPlaces?
  /// How days are written in the file; nil if what is read is the file's own text.
  var dates: DateStyle?
  /// The number of the account that a bank's table names above its rows; nil if it names none.
  var account: String?
  /// What is to be said of the file, though it is read.
  public var warnings: [Diagnostic] = []

  /// Says what something was made from.
  public init(byteCount: Int64, digest: Digest, places: FieldPlaces? = nil) {
    self.byteCount = byteCount
    self.digest = digest
    self.places = places
  }
}

extension BatchSource {
  /// How many bytes the file has as it came.
  public var fileByteCount: Int64 { origin?.byteCount ?? byteCount }
}
