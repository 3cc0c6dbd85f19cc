import LedgerCore

/// One row of the other side's totals.
public struct TotalsRow: Sendable, Equatable {
  /// The unit's code.
  public var site: UnitCode
  /// The benefit; nil for money that moves without a person.
  public var benefit: Benefit?
  /// The month of entitlement; nil for money that moves without a person.
  public var month: Month?
  /// The event.
  public var event: Event
  /// How many payments.
  public var count: Int64
  /// Their sum in đồng.
  public var amount: Int64
}

/// Reads the other side's totals (`site,benefit,month,event,count,amount`), all of them at once.
public final class TotalsListReader {
  private let list: ListFile
  private var firstLines: [Key: UInt32] = [:]

  /// What may be there once.
  private struct Key: Hashable {
    var site: UnitCode
    var benefit: Benefit?
    var month: Month?
    var event: Event
  }

  /// Prepares to read a list; every fault is collected.
  ///
  /// - Parameter source: The file, which the reader goes through from its beginning.
  public init(source: BatchSource) {
    list = ListFile(
      source: source, layout: .totals, mode: .collectFaults, limits: .held)
  }

  /// What is wrong with the file.
  public var faults: FaultCollector { list.faults }

  /// Reads the whole list.
  ///
  /// - Returns: The rows without faults, in file order; ``faults`` says whether the file is whole.
  public func read() -> [TotalsRow] {
    var rows: [TotalsRow] = []
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
    return rows
  }

  private func readRow() -> TotalsRow? {
    let shape = list.shapeFaults()
    var reader = TotalsRowReader(list: list, readable: shape.fields, faults: shape.faults)
    let row = reader.read()
    if let row {
      let key = Key(site: row.site, benefit: row.benefit, month: row.month, event: row.event)
      if let first = firstLines[key] {
        reader.fault(.rowRepeated, .site) {
          Words(
            "This site, benefit, month and event are on line \(first) already.",
            "Keep one row, or add the two up.")
        }
      } else {
        firstLines[key] = list.scanner.line
      }
    }
    list.report(reader.faults)
    return reader.faults.isEmpty ? row : nil
  }
}
