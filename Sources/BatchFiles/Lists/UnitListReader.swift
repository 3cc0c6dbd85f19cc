import LedgerCore

/// Reads a list of units (`sites.csv`), all of it at once.
public final class UnitListReader {
  private let list: ListFile
  private let isKnown: (UnitCode) throws -> Bool
  private var firstLines: [UnitCode: UInt32] = [:]
  private var parents: [(fileLine: UInt32, code: UnitCode)] = []

  /// How long a name may be, in characters.
  static let nameLimit = 200

  /// Prepares to read a list; every fault is collected.
  ///
  /// - Parameters:
  ///   - source: The file, which the reader goes through from its beginning.
  ///   - isKnown: Whether the register has a unit, so that it may be a parent.
  public convenience init(
    source: BatchSource, isKnown: @escaping (UnitCode) throws -> Bool = { _ in false }
  ) {
    self.init(source: source, isKnown: isKnown, limits: .held)
  }

  init(
    source: BatchSource, isKnown: @escaping (UnitCode) throws -> Bool, limits: ReadingLimits
  ) {
    self.isKnown = isKnown
    list = ListFile(source: source, layout: .units, mode: .collectFaults, limits: limits)
  }

  /// The SHA-256 of all bytes that were parsed, known once the last is read.
  public var digest: Digest? { list.digest }

  /// What is wrong with the file; others may add what they find.
  public var faults: FaultCollector {
    get { list.faults }
    set { list.faults = newValue }
  }

  /// Reads the whole list.
  ///
  /// - Returns: The rows without faults, in file order; ``faults`` says whether the file is whole.
  /// - Throws: What `isKnown` throws.
  public func read() throws -> [UnitRow] {
    var rows: [UnitRow] = []
    guard list.open(takesEnvelope: false) else { return rows }
    reading: while true {
      switch list.nextRow() {
      case .stuck: return rows
      case .end: break reading
      case .row: if let row = readRow() { rows.append(row) }
      }
    }
    list.finish()
    list.warnOfLastLine(nil)
    try checkParents()
    return rows
  }

  private func readRow() -> UnitRow? {
    let shape = list.shapeFaults()
    var row = UnitRowReader(list: list, readable: shape.fields, faults: shape.faults)
    let line = list.scanner.line
    let unit = row.read(line: line)
    if let code = row.code {
      if let first = firstLines[code] {
        row.fault(.unitTwiceInFile, .code) {
          Words("The unit \(Shown.plain(code.text)) is on line \(first) already.", "Keep one row.")
        }
      } else {
        firstLines[code] = line
      }
    }
    if let parent = row.parent { parents.append((line, parent)) }
    list.report(row.faults)
    return row.faults.isEmpty ? unit : nil
  }

  /// Parents may come after their children, so they are looked for when all rows are read.
  private func checkParents() throws {
    let missing = try parents.filter { parent in
      try firstLines[parent.code] == nil && !isKnown(parent.code)
    }
    let listed = missing.prefix(Diagnosis.listed)
    let excerpts = ExcerptReader(source: list.source, layout: .units, takesEnvelope: false)
    let diagnostics = excerpts.diagnostics(
      for: listed.map { parent in
        (
          parent.fileLine, .parent, .unitParentUnknown,
          "The parent \(Shown.plain(parent.code.text)) is neither in the register nor in the file.",
          "Add a row for it, or correct the code."
        )
      })
    for diagnostic in diagnostics { list.faults.add(diagnostic) }
    for _ in missing.dropFirst(Diagnosis.listed) { list.faults.count(.unitParentUnknown) }
  }
}
