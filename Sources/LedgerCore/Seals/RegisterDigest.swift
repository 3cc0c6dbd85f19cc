/// The digest of the register of units: a chain with one link for each file that was taken in.
///
/// Every batch's seal includes the digest in force, so that renaming a site, or moving it to another
/// province, behind the program's back is found.
public enum RegisterDigest {
  /// A version of a unit, in plain values as the register keeps them.
  public struct Entry: Sendable, Equatable {
    /// The number of the unit.
    public var unit: Int64
    /// The number of the version within the unit, from 1.
    public var version: Int64
    /// The code.
    public var code: String
    /// The name.
    public var name: String
    /// The code of the kind, such as `site`.
    public var kind: String
    /// The number of the unit it belongs to; nil at the top.
    public var parent: Int64?
    /// The first day, as `YYYY-MM-DD`.
    public var validFrom: String
    /// The last day, as `YYYY-MM-DD`; nil if it is open.
    public var validTo: String?
    /// The number of the unit that takes its place; nil if none does.
    public var successor: Int64?

    /// Puts an entry together.
    public init(
      unit: Int64, version: Int64, code: String, name: String, kind: String, parent: Int64?,
      validFrom: String, validTo: String?, successor: Int64?
    ) {
      self.unit = unit
      self.version = version
      self.code = code
      self.name = name
      self.kind = kind
      self.parent = parent
      self.validFrom = validFrom
      self.validTo = validTo
      self.successor = successor
    }
  }

  /// The digest after a file: SHA-256(digest before ‖ file ‖ versions), each field length-prefixed.
  ///
  /// - Parameters:
  ///   - previous: The digest after the file before; `Digest.zero` before the first.
  ///   - fileDigest: The SHA-256 of the file's bytes.
  ///   - versions: The versions that the file added, by ascending unit and version.
  /// - Returns: The digest in force from then on.
  public static func next(
    after previous: Digest, fileDigest: Digest, versions: [Entry]
  ) -> Digest {
    var canonical = CanonicalBytes()
    canonical.begin()
    canonical.append(previous)
    canonical.append(fileDigest)
    for entry in versions {
      canonical.append(entry.unit)
      canonical.append(entry.version)
      canonical.append(entry.code)
      canonical.append(entry.name)
      canonical.append(entry.kind)
      canonical.append(entry.parent)
      canonical.append(entry.validFrom)
      canonical.append(entry.validTo)
      canonical.append(entry.successor)
    }
    return canonical.sha256()
  }
}
