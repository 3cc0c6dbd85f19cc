/// A term that files, answers and the schema write as a lower-case ASCII code.
public protocol Coded: CaseIterable, RawRepresentable, Sendable where RawValue == UInt8 {
  /// The code as written in files and answers, such as `lump-sum`.
  var code: String { get }
}

extension Coded {
  /// The code: the case name with each capital turned into a hyphen and a small letter.
  public var code: String {
    var code: [UInt8] = []
    for byte in String(describing: self).utf8 {
      if byte >= 0x41 && byte <= 0x5A {
        code += [UInt8(ascii: "-"), byte + 0x20]
      } else {
        code.append(byte)
      }
    }
    return String(decoding: code, as: UTF8.self)
  }

  /// The case whose code is `code`, or nil.
  public init?(code: some StringProtocol) {
    guard let match = Self.allCases.first(where: { $0.code == code }) else { return nil }
    self = match
  }
}

extension Fund: Coded {}
extension Benefit: Coded {}
extension Channel: Coded {}
extension Event: Coded {}
extension ObligationState: Coded {}
extension ChartCode: Coded {}
extension UnitKind: Coded {}
extension HoldKind: Coded {}
