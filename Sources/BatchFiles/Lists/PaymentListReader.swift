import LedgerCore

/// Reads one payment list, chunk by chunk.
///
/// ```swift
/// let reader = PaymentListReader(
///   source: try BatchSource.file("due.csv"), event: .due, options: Envelope(), today: today,
///   units: register, chart: chart, file: 0, mode: .collectFaults)
/// if try reader.open() {
///   while case .more = try reader.read(into: chunk, limit: 65_536) { … }
/// }
/// ```
public final class PaymentListReader {
  /// How far the reader goes after the first fault.
  public typealias Mode = ReadingMode

  /// How far reading has come.
  public enum Progress: Sendable {
    /// There are more rows.
    case more
    /// The last byte is read; in ``ReadingMode/collectFaults`` there may be faults all the same.
    case end
    /// There is a fault and reading ends: the first one, or one after which rows cannot be told.
    case fault
  }

  /// What the file and the options declare together.
  public private(set) var declared: Envelope
  /// The business date: as declared, or today.
  public private(set) var date: CivilDate
  /// The accounting period: as declared, or the month of the date.
  public private(set) var period: Month
  /// The sum of the lines given out.
  public private(set) var total: Int64 = 0

  /// How many rows were left out because they are stopped at the gate.
  public internal(set) var leftOut: Int64 = 0
  /// Gets the rows that are left out; nil if nobody keeps them.
  public var keepLeftOut: ((RefusedRow) throws -> Void)?
  /// The header as it stands in the file, known once the list is open.
  public var headerBytes: [UInt8] { list.headerBytes }
  /// Gets the rows that are at fault, set once the list is open; nil if nobody wants them.
  public var refusedRows: RefusedRows? {
    get { list.refused }
    set {
      list.refused = newValue
      offersRows = newValue != nil
    }
  }

  private var offersRows = false

  let event: Event
  let gate: LineGate
  /// Whether the list undoes what another recorded.
  let isCorrection: Bool
  let list: ListFile
  let file: Int32
  let units: any UnitLookup
  var places = PaymentPlaces()
  var resolver: UnitResolver
  let benefits = PaymentListReader.benefitTable
  let channels = PaymentListReader.channelTable
  let funds = PaymentListReader.fundTable
  /// What the ledger's chart says of funds and amounts.
  let chart: PaymentChart
  /// The funds that a row may name, by the benefit's number.
  let allowedFunds: InlineArray<16, UInt8>
  /// The amount above which a row is measured by the limits, by the benefit's number.
  let lowestLimit: InlineArray<16, Int64>
  // Made once: a nation's month is many thousand files.
  private static let benefitTable = CodeTable(Benefit.self)
  private static let channelTable = CodeTable(Channel.self)
  private static let fundTable = CodeTable(Fund.self)
  /// How reading ended; a list that is not open has ended before its first row.
  private var ended: Progress? = .fault
  /// The amounts of rows that are not given out but could be read.
  var withheldTotal: Int64 = 0
  /// Whether every amount could be read and added.
  var isTotalKnown = true

  /// Prepares to read a list.
  ///
  /// - Parameters:
  ///   - source: The file, which the reader goes through from its beginning.
  ///   - event: What the list records; its columns go by it.
  ///   - isCorrection: Whether the list undoes such events.
  ///   - options: What the command declares.
  ///   - today: The business date if none is declared.
  ///   - units: The register of units.
  ///   - gate: What a row without faults must pass.
  ///   - chart: What the ledger's chart says of funds and amounts.
  ///   - file: What ``PaymentLine/file`` of each line shall be.
  ///   - mode: How far to go after the first fault.
  public convenience init(
    source: BatchSource, event: Event, isCorrection: Bool = false, options: Envelope,
    today: CivilDate, units: any UnitLookup, gate: LineGate = LineGate(), chart: PaymentChart,
    file: Int32, mode: Mode
  ) {
    self.init(
      source: source, event: event, isCorrection: isCorrection, options: options, today: today,
      units: units, gate: gate, chart: chart, file: file, mode: mode, limits: ReadingLimits())
  }

  init(
    source: BatchSource, event: Event, isCorrection: Bool = false, options: Envelope,
    today: CivilDate, units: any UnitLookup, gate: LineGate = LineGate(), chart: PaymentChart,
    file: Int32, mode: Mode,
    limits: ReadingLimits
  ) {
    precondition(event.list == .payments, "a payment list is of an event of payments")
    self.event = event
    self.isCorrection = isCorrection
    self.units = units
    self.gate = gate
    self.file = file
    list = ListFile(
      source: source, layout: ListLayout(event: event, isCorrection: isCorrection), mode: mode,
      limits: limits)
    declared = options
    date = options.date ?? today
    period = options.period ?? date.month
    resolver = UnitResolver(units: units, date: date)
    self.chart = chart
    // What is due is measured; a later step has the amount and the fund of its obligation.
    let isDue = event == .due && !isCorrection
    lowestLimit = isDue ? chart.lowestLimit : InlineArray(repeating: .max)
    allowedFunds = isDue ? chart.funds : InlineArray(repeating: 0b111_1110)
  }

  /// What the file itself declares; nil if it has no envelope.
  public var written: Envelope? { list.envelopeLine?.envelope }

  /// How many rows there are so far, those with faults included.
  public var rowCount: Int64 { list.rowCount }

  /// Whether rows must say where the money goes; a later step takes it from the obligation.
  var saysWhere: Bool { event == .due && !isCorrection }

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
    places = PaymentPlaces(list.header)
    ended = isOpen && isOurs && !list.mustStop ? nil : .fault
    return ended == nil
  }

  /// Appends lines to a chunk until it holds `limit`, or the file ends.
  ///
  /// - Parameters:
  ///   - chunk: Where the lines go; what it holds already stays.
  ///   - limit: How many lines it may hold in all.
  /// - Returns: Whether there may be more.
  /// - Throws: What the register of units throws.
  public func read(into chunk: LineChunk, limit: Int) throws -> Progress {
    if let ended { return ended }
    let progress = try readRows(into: chunk, limit: limit)
    if progress != .more { ended = progress }
    return progress
  }

  private func readRows(into chunk: LineChunk, limit: Int) throws -> Progress {
    // Taken out of the object for the loop, so that appending costs no check of access.
    var lines: ContiguousArray<PaymentLine> = []
    var text: ContiguousArray<UInt8> = []
    swap(&lines, &chunk.lines)
    swap(&text, &chunk.text)
    defer {
      swap(&lines, &chunk.lines)
      swap(&text, &chunk.text)
    }
    while lines.count < limit, text.count < Self.textLimit {
      switch list.nextRow() {
      case .end: return finish()
      case .stuck: return .fault
      case .row: break
      }
      var line = PaymentLine()
      if try parse(into: &line) {
        let sum = total.addingReportingOverflow(line.amount)
        if !sum.overflow {
          if !gate.isOpen, try isStopped(&line) {
            if list.mustStop { return .fault }
            continue
          }
          total = sum.partialValue
          line.fileLine = list.scanner.line
          line.file = file
          appendTexts(of: &line, to: &text)
          lines.append(line)
          if offersRows { list.offerRow() }
          continue
        }
      }
      try examineRow()
      if list.mustStop { return .fault }
    }
    return .more
  }

  /// Far below what an offset of 32 bits can say.
  private static let textLimit = 1 << 30

  private func finish() -> Progress {
    list.finish()
    let sum = total.addingReportingOverflow(withheldTotal)
    if rowCount > 0 {
      list.checkDeclared(
        declared, total: isTotalKnown && !sum.overflow ? sum.partialValue : nil)
      list.warnOfLastLine(declared)
    }
    return list.mustStop ? .fault : .end
  }
}

/// Where the columns of a payment list stand; -1 if they do not.
struct PaymentPlaces {
  var person = -1
  var benefit = -1
  var month = -1
  var amount = -1
  var site = -1
  var channel = -1
  var occurrence = -1
  var account = -1
  var fund = -1
  var name = -1
  var document = -1
  var reason = -1

  init() {}

  init(_ header: Header) {
    person = header.place(of: .person)
    benefit = header.place(of: .benefit)
    month = header.place(of: .month)
    amount = header.place(of: .amount)
    site = header.place(of: .site)
    channel = header.place(of: .channel)
    occurrence = header.place(of: .occurrence)
    account = header.place(of: .account)
    fund = header.place(of: .fund)
    name = header.place(of: .name)
    document = header.place(of: .document)
    reason = header.place(of: .reason)
  }
}
