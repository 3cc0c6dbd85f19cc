import LedgerCore

/// Reads a list of unit movements or of opening balances, all of it at once.
public final class MovementListReader {
  /// What the file and the options declare together.
  public private(set) var declared: Envelope
  /// The business date: as declared, or today.
  public private(set) var date: CivilDate
  /// The accounting period: as declared, or the month of the date.
  public private(set) var period: Month
  /// The sum of the movements given out.
  public private(set) var total: Int64 = 0

  let event: Event
  let list: ListFile
  private let units: any UnitLookup
  var resolver: UnitResolver
  /// Whether the list is open and its rows are still to be read.
  private var mayRead = false
  private var withheldTotal: Int64 = 0
  private var isTotalKnown = true
  private var firstLines: [MovementKey: UInt32] = [:]

  /// The funds that the event pays into from another one, which no row names as the payer: by the chart
  /// that comes with the program, unless another is set before the rows are read.
  public var receivingFunds: [Fund] = []

  /// Prepares to read a list.
  ///
  /// - Parameters:
  ///   - source: The file, which the reader goes through from its beginning.
  ///   - event: What the list records; its columns go by it.
  ///   - options: What the command declares.
  ///   - today: The business date if none is declared.
  ///   - units: The register of units.
  ///   - mode: How far to go after the first fault.
  public convenience init(
    source: BatchSource, event: Event, options: Envelope, today: CivilDate, units: any UnitLookup,
    mode: ReadingMode
  ) {
    self.init(
      source: source, event: event, options: options, today: today, units: units, mode: mode,
      limits: .held)
  }

  init(
    source: BatchSource, event: Event, options: Envelope, today: CivilDate, units: any UnitLookup,
    mode: ReadingMode, limits: ReadingLimits
  ) {
    precondition(event.list != .payments, "a movement list is of an event without persons")
    self.event = event
    self.units = units
    list = ListFile(
      source: source, layout: ListLayout(event: event), mode: mode, limits: limits)
    declared = options
    date = options.date ?? today
    period = options.period ?? date.month
    resolver = UnitResolver(units: units, date: date)
    receivingFunds = PostingRules.builtIn.receivingFunds(event)
  }

  /// What the file itself declares; nil if it has no envelope.
  public var written: Envelope? { list.envelopeLine?.envelope }

  /// The header as it stands in the file, known once the list is open.
  public var headerBytes: [UInt8] { list.headerBytes }
  /// Gets the rows that are at fault, set once the list is open; nil if nobody wants them.
  public var refusedRows: RefusedRows? {
    get { list.refused }
    set { list.refused = newValue }
  }

  /// How many rows there are so far, those with faults included.
  public var rowCount: Int64 { list.rowCount }

  /// The SHA-256 of all bytes that were parsed, known once the last is read.
  public var digest: Digest? { list.digest }

  /// What is wrong with the file; others may add what they find.
  public var faults: FaultCollector {
    get { list.faults }
    set { list.faults = newValue }
  }

  /// Reads envelope and header.
  ///
  /// - Returns: Whether rows can be read; if not, ``faults`` says why.
  /// - Throws: Nothing of the file's: only what a caller's code throws.
  public func open() throws -> Bool {
    let isOpen = list.open(takesEnvelope: true)
    let isOurs = list.checkEvent(event)
    if isOurs { declared = list.declared(with: declared) }
    date = declared.date ?? date
    period = declared.period ?? date.month
    resolver = UnitResolver(units: units, date: date)
    mayRead = isOpen && isOurs && !list.mustStop
    return mayRead
  }

  /// Reads all rows.
  ///
  /// - Returns: The rows without faults, in file order; ``faults`` says whether the file is whole.
  /// - Throws: What the register of units throws.
  public func read() throws -> [Movement] {
    var movements: [Movement] = []
    guard mayRead else { return movements }
    mayRead = false
    reading: while true {
      switch list.nextRow() {
      case .stuck: return movements
      case .end: break reading
      case .row: break
      }
      if let movement = try readRow() { movements.append(movement) }
      if list.mustStop { return movements }
    }
    list.finish()
    if rowCount > 0 {
      let sum = total.addingReportingOverflow(withheldTotal)
      list.checkDeclared(declared, total: isTotalKnown && !sum.overflow ? sum.partialValue : nil)
      list.warnOfLastLine(declared)
    }
    return movements
  }

  private func readRow() throws -> Movement? {
    let shape = list.shapeFaults()
    var row = MovementRow(reader: self, readable: shape.fields, faults: shape.faults)
    try row.read()
    let movement = row.faults.isEmpty ? row.movement(line: list.scanner.line) : nil
    if let movement, let first = firstLines[MovementKey(movement, event)] {
      row.faults.append(repeated(movement, first))
    } else if let movement {
      firstLines[MovementKey(movement, event)] = movement.fileLine
    }
    let isAdded = add(row.amount, isWhole: row.faults.isEmpty)
    if !isAdded {
      row.faults.append(
        RowFault(.totalTooLarge, at: row.offset(of: .amount)) {
          Words(
            "With this row the amounts add up to more than \(grouped(Int64.max)) đồng.",
            "Split the list.")
        })
    }
    list.report(row.faults)
    guard row.faults.isEmpty else { return nil }
    list.offerRow()
    return movement
  }

  /// Adds an amount to the total, or to that of the rows with faults; false if it does not fit.
  private func add(_ amount: Int64?, isWhole: Bool) -> Bool {
    guard let amount else {
      isTotalKnown = false
      return true
    }
    let given = total.addingReportingOverflow(isWhole ? amount : 0)
    let withheld = withheldTotal.addingReportingOverflow(isWhole ? 0 : amount)
    guard !given.overflow, !withheld.overflow else {
      isTotalKnown = false
      return false
    }
    total = given.partialValue
    withheldTotal = withheld.partialValue
    return true
  }

  private func repeated(_ movement: Movement, _ first: UInt32) -> RowFault {
    let isOpening = event == .opening
    return RowFault(.rowRepeated, at: 0) {
      Words(
        isOpening
          ? "This account has its opening balance on line \(first) already."
          : "This row is the same as the one on line \(first).",
        isOpening
          ? "Keep one row for each account, fund and unit."
          : "Delete one of the two, or give each its own “document”.")
    }
  }
}

/// What two rows of a movement list may not have in common.
private struct MovementKey: Hashable {
  let chart: ChartCode?
  let unit: Int32?
  let fund: Fund
  let channel: Channel?
  let benefit: Benefit?
  let amount: Int64
  let document: String?

  init(_ movement: Movement, _ event: Event) {
    let isOpening = event == .opening
    chart = movement.chart
    unit = movement.unit
    fund = movement.fund
    channel = movement.channel
    benefit = movement.benefit
    amount = isOpening ? 0 : movement.amount
    document = movement.document
  }
}
