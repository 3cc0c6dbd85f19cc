/// The digest of the register: a chain with one link for each record.
///
/// A record is everything that governs posting and is not money itself: a file of units, the chart,
/// people and their keys, periods, holds, links of numbers, submissions and approvals. Every batch's
/// seal includes the digest in force, so that changing any of it behind the program's back is found.
public struct RecordDigest: ~Copyable {
  private var rows = CanonicalBytes()
  private var rowsDigest = Digest.zero

  /// Begins the digest of a record's rows.
  public init() { rows.begin() }

  /// A field of a row.
  public enum Field: Sendable, Equatable {
    /// A number.
    case integer(Int64)
    /// Text.
    case text(String)
    /// Bytes.
    case bytes([UInt8])
    /// Nothing.
    case null
  }

  /// Adds a row of a table: the digest so far and the row's fields make the next.
  public mutating func add(table: String, _ fields: [Field]) {
    rows.begin()
    rows.append(rowsDigest)
    rows.append(table)
    for field in fields {
      switch field {
      case .integer(let value): rows.append(value)
      case .text(let text): rows.append(text)
      case .bytes(let bytes): bytes.withUnsafeBytes { rows.append($0) }
      case .null: rows.append(nil as String?)
      }
    }
    rowsDigest = rows.sha256()
  }

  /// The digest of all rows so far; zeros if there are none.
  public var ofRows: Digest { rowsDigest }

  /// The digest after a record: SHA-256(digest before ‖ header ‖ rows), each field length-prefixed.
  ///
  /// - Parameters:
  ///   - previous: The digest after the record before; `Digest.zero` before the first.
  ///   - header: The record.
  ///   - rows: The digest of its rows.
  /// - Returns: The digest in force from then on.
  public static func next(after previous: Digest, _ header: RecordHeader, rows: Digest) -> Digest {
    var canonical = CanonicalBytes()
    canonical.begin()
    canonical.append(previous)
    canonical.append(header.number)
    canonical.append(header.kind.code)
    canonical.append(header.date.description)
    canonical.append(header.maker)
    canonical.append(header.reason)
    canonical.append(header.fileName)
    if let digest = header.fileDigest {
      canonical.append(digest)
    } else {
      canonical.append(nil as String?)
    }
    canonical.append(rows)
    return canonical.sha256()
  }
}

/// What a record says of itself.
public struct RecordHeader: Sendable, Equatable {
  /// The record's number: 1, 2, 3 … in the order in which they were made.
  public var number: Int64
  /// What it is.
  public var kind: RecordKind
  /// The business date.
  public var date: CivilDate
  /// Who made it.
  public var maker: String
  /// Why, as written.
  public var reason: String?
  /// The name of the file it was made of, without its folders.
  public var fileName: String?
  /// The SHA-256 of that file's bytes.
  public var fileDigest: Digest?

  /// Puts a header together.
  public init(
    number: Int64, kind: RecordKind, date: CivilDate, maker: String, reason: String? = nil,
    fileName: String? = nil, fileDigest: Digest? = nil
  ) {
    self.number = number
    self.kind = kind
    self.date = date
    self.maker = maker
    self.reason = reason
    self.fileName = fileName
    self.fileDigest = fileDigest
  }
}
