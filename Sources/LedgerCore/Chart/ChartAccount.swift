/// The name of an account for people.
public struct ChartAccount: Hashable, Sendable {
  /// The account.
  public var code: ChartCode
  /// What people call it.
  public var name: String

  /// Names an account.
  public init(code: ChartCode, name: String) {
    self.code = code
    self.name = name
  }
}

extension ChartFile {
  /// What people call an account; its code if the chart does not name it.
  public func displayName(of code: ChartCode) -> String {
    accounts.first { $0.code == code }?.name ?? code.code
  }
}
