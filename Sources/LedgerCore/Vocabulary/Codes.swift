/// A term that files, answers and the schema write as a lower-case ASCII code.
public protocol Coded: CaseIterable, RawRepresentable, Sendable where RawValue == UInt8 {
  /// The code as written in files and answers, such as `lump-sum`.
  var code: String { get }
}

extension Coded {
  /// The code: the case name with each capital turned into a hyphen and a small letter.
  public var code: String {
    var code = ""
    for character in String(describing: self) {
      if character.isUppercase {
        code += "-" + character.lowercased()
      } else {
        code.append(character)
      }
    }
    return code
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
