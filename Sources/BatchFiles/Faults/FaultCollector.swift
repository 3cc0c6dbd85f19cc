import LedgerCore

/// The faults of one file: the first thousand in file order, and exact counts of all.
public struct FaultCollector: Sendable {
  /// Those listed so far, in file order.
  public private(set) var listed: [Diagnostic] = []
  private var counts: [Code: Int] = [:]

  /// A file without faults.
  public init() {}

  /// How many faults there are, warnings left out.
  public private(set) var faultCount = 0

  /// Whether the file must be refused.
  public var hasFaults: Bool { faultCount > 0 }

  /// The faults as they are reported.
  public var diagnosis: Diagnosis {
    Diagnosis(
      diagnostics: listed,
      counts: counts.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key, $0.value) })
  }

  /// How many there are of a code.
  public func count(of code: Code) -> Int { counts[code, default: 0] }

  /// Adds a fault or a warning; it need not come in file order.
  public mutating func add(_ diagnostic: Diagnostic) {
    count(diagnostic.code)
    guard wants(line: diagnostic.line) else { return }
    var at = listed.count
    while at > 0, Self.order(diagnostic, before: listed[at - 1]) { at -= 1 }
    listed.insert(diagnostic, at: at)
    if listed.count > Diagnosis.listed { listed.removeLast() }
  }

  /// Counts a fault without listing it, as is done once ``wants(line:)`` says no.
  public mutating func count(_ code: Code) {
    counts[code, default: 0] += 1
    if !code.isWarning { faultCount += 1 }
  }

  /// Whether a fault on a line would be listed; false spares the work of describing it.
  public func wants(line: Int) -> Bool {
    guard listed.count >= Diagnosis.listed, let last = listed.last else { return true }
    return line <= last.line
  }

  private static func order(_ one: Diagnostic, before other: Diagnostic) -> Bool {
    (one.line, one.column, one.code.rawValue) < (other.line, other.column, other.code.rawValue)
  }
}
