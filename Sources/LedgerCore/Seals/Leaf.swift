/// How a record of a batch becomes a leaf of its Merkle tree.
///
/// Codes and numbers are hashed as users write them, not as the store keeps them, so that anyone
/// can recompute a leaf from an export.
public enum Leaf {
  /// Hashes a payment line whose unit, channel and fund are resolved.
  ///
  /// - Parameters:
  ///   - line: The line.
  ///   - site: The code of the line's unit.
  ///   - text: The line's texts: bank account, name, document, reason, as the lengths say.
  ///   - corrects: The number of the line that it corrects, or 0.
  ///   - canonical: A buffer to reuse.
  /// - Returns: SHA-256(0x00 ‖ the canonical bytes of every field).
  @inline(__always)
  public static func payment(
    _ line: PaymentLine, site: UnitCode, text: UnsafeRawBufferPointer,
    corrects: Int64 = 0, using canonical: inout CanonicalBytes
  ) -> Digest {
    canonical.begin(prefix: 0)
    canonical.append(Int64(line.fileLine))
    canonical.append(line.person)
    canonical.append(Int64(line.benefit))
    canonical.append(Int64(line.month))
    canonical.append(Int64(line.occurrence))
    canonical.append(line.amount)
    canonical.append(Int64(line.fund))
    canonical.append(Int64(line.channel))
    site.withBytes { canonical.append($0) }
    // Written out: an array of the four lengths would be an allocation for each of millions of lines.
    let name = Int(line.accountLength)
    let document = name + Int(line.nameLength)
    let reason = document + Int(line.documentLength)
    canonical.append(UnsafeRawBufferPointer(rebasing: text[0..<name]))
    canonical.append(UnsafeRawBufferPointer(rebasing: text[name..<document]))
    canonical.append(UnsafeRawBufferPointer(rebasing: text[document..<reason]))
    canonical.append(
      UnsafeRawBufferPointer(rebasing: text[reason..<reason + Int(line.reasonLength)]))
    if corrects != 0 { canonical.append(corrects) }
    return canonical.sha256()
  }

  /// Hashes a row that moves money without a person, or an opening balance.
  ///
  /// - Parameters:
  ///   - movement: The row.
  ///   - unit: The code of its unit.
  ///   - otherUnit: The code of the unit the balance comes from, if it moves between two.
  ///   - corrects: The number of the voucher that it corrects, or 0.
  /// - Returns: SHA-256(0x00 ‖ the canonical bytes of every field).
  public static func movement(
    _ movement: Movement, unit: UnitCode?, otherUnit: UnitCode? = nil, corrects: Int64 = 0
  ) -> Digest {
    var canonical = CanonicalBytes()
    return self.movement(
      movement, unit: unit, otherUnit: otherUnit, corrects: corrects, using: &canonical)
  }

  /// The same, with a buffer that holds the canonical bytes afterwards.
  static func movement(
    _ movement: Movement, unit: UnitCode?, otherUnit: UnitCode?, corrects: Int64,
    using canonical: inout CanonicalBytes
  ) -> Digest {
    canonical.begin(prefix: 0)
    canonical.append(Int64(movement.fileLine))
    canonical.append(movement.chart.map { Int64($0.rawValue) })
    canonical.append(unit.map(\.text))
    canonical.append(Int64(movement.fund.rawValue))
    canonical.append(movement.amount)
    canonical.append(movement.channel.map { Int64($0.rawValue) })
    canonical.append(movement.benefit.map { Int64($0.rawValue) })
    canonical.append(movement.document)
    if otherUnit != nil || corrects != 0 {
      canonical.append(otherUnit.map(\.text))
      canonical.append(corrects)
    }
    return canonical.sha256()
  }
}
