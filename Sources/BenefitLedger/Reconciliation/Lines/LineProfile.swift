import LedgerCore

/// What lines may have in common, packed: unit, benefit, month, channel, and batch or file.
///
/// From the most significant bit: 24 of the unit, 4 of the benefit, 12 of the month, 3 of the channel,
/// 21 of the batch or file.
struct LineProfile: Hashable {
  /// One thing that lines may have in common.
  enum Part: Int, CaseIterable {
    case site, benefit, month, channel, source

    /// Where it stands in the packed profile.
    var mask: UInt64 {
      switch self {
      case .site: 0xFF_FFFF << 40
      case .benefit: 0xF << 36
      case .month: 0xFFF << 24
      case .channel: 0x7 << 21
      case .source: Part.manySources
      }
    }

    /// What stands for every batch or file beyond those that have a place of their own.
    static let manySources: UInt64 = 0x1F_FFFF
  }

  /// The packed parts.
  let packed: UInt64

  init(packed: UInt64) { self.packed = packed }

  /// The profile of a line.
  @inline(__always)
  init(_ line: ComparedLine) {
    self.init(key: line.key, unit: line.unit, channel: line.channel, source: line.source)
  }

  @inline(__always)
  init(key: UInt64, unit: Int32, channel: UInt8, source: Int32) {
    let place = UInt64(UInt32(bitPattern: unit)) & 0xFF_FFFF
    packed =
      place << 40 | (key >> 8 & 0xF) << 36 | (key >> 52) << 24 | UInt64(channel & 7) << 21
      | min(UInt64(UInt32(bitPattern: source)), Part.manySources)
  }

  /// The value of a part.
  func value(_ part: Part) -> UInt64 {
    (packed & part.mask) >> UInt64(part.mask.trailingZeroBitCount)
  }
}
