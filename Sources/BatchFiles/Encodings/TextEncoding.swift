import LedgerCore

/// How a text file writes its letters.
public enum TextEncoding: UInt8, CaseIterable, Sendable, Coded {
  /// UTF-8, with or without a byte order mark.
  case utf8 = 1
  /// UTF-16, the low byte first: what Excel calls “Unicode text”.
  case utf16le
  /// UTF-16, the high byte first.
  case utf16be
  /// Windows-1258, whose tones are letters of their own.
  case windows1258
  /// TCVN3, of the fonts whose names begin with .Vn.
  case tcvn3
  /// VNI, of the fonts whose names begin with VNI-.
  case vni

  /// The name in profiles and options.
  public var code: String {
    switch self {
    case .utf8: "utf-8"
    case .utf16le: "utf-16le"
    case .utf16be: "utf-16be"
    case .windows1258: "windows-1258"
    case .tcvn3: "tcvn3"
    case .vni: "vni"
    }
  }

  /// Those of one byte for a letter or a mark, which only their words tell apart.
  static let legacy: [TextEncoding] = [.windows1258, .tcvn3, .vni]
}
