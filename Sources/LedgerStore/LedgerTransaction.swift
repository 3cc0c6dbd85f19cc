import LedgerCore

/// A voucher on its way into the ledger; its number and its accounts' numbers come from the store.
public struct NewVoucher: Sendable {
  /// The account debited.
  public var debit: AccountKey
  /// The account credited.
  public var credit: AccountKey
  /// Whose money it is; 0 for an opening balance without a unit.
  public var unit: Int32
  /// The benefit's number, or 0.
  public var benefit: UInt8
  /// The channel's number, or 0.
  public var channel: UInt8
  /// The month of entitlement as in `Month.number`, or 0.
  public var month: Int32
  /// Whole đồng.
  public var amount: Int64
  /// How many lines are attached; 0 for a movement.
  public var lineCount: Int64
  /// The line of the file, for a movement; otherwise 0.
  public var fileLine: UInt32
  /// The document of a movement.
  public var document: String?
  /// The voucher that it corrects, or 0; then amount and line count are negative.
  public var corrects: Int64 = 0

  /// Puts a voucher together.
  public init(
    debit: AccountKey, credit: AccountKey, unit: Int32, benefit: UInt8, channel: UInt8,
    month: Int32, amount: Int64, lineCount: Int64, fileLine: UInt32 = 0, document: String? = nil
  ) {
    self.debit = debit
    self.credit = credit
    self.unit = unit
    self.benefit = benefit
    self.channel = channel
    self.month = month
    self.amount = amount
    self.lineCount = lineCount
    self.fileLine = fileLine
    self.document = document
  }
}

/// What names an account: chart code, fund, and unit for the codes that are kept per unit.
public struct AccountKey: Hashable, Sendable {
  /// Chart in the top, then fund, then unit: an order for deterministic writing.
  public let packed: UInt64

  /// The account of a chart code and fund, at the unit if the code is kept per unit.
  public init(chart: ChartCode, fund: UInt8, unit: Int32) {
    packed =
      UInt64(chart.rawValue) << 40 | UInt64(fund) << 32
      | (chart.isPerUnit ? UInt64(UInt32(bitPattern: unit)) : 0)
  }

  /// The chart code.
  public var chart: ChartCode {
    guard let chart = ChartCode(rawValue: UInt8(packed >> 40)) else {
      preconditionFailure("an account key holds a chart code")
    }
    return chart
  }

  /// The fund's number.
  public var fund: UInt8 { UInt8(packed >> 32 & 0xFF) }

  /// The unit, or 0.
  public var unit: Int32 { Int32(packed & 0x7FFF_FFFF) }
}

/// What is added to the counters of an account in a period, in đồng.
public struct AccountCounters: Sendable, Hashable {
  /// The account.
  public var account: AccountKey
  /// Debited.
  public var debit: Int64 = 0
  /// Credited.
  public var credit: Int64 = 0
  /// Of what was debited, corrected.
  public var debitReversed: Int64 = 0
  /// Of what was credited, corrected.
  public var creditReversed: Int64 = 0

  /// No turnover yet.
  public init(account: AccountKey) { self.account = account }
}

/// A run of a chunk's lines that belongs to one batch.
public struct BatchLines: Sendable {
  /// The lines within the chunk.
  public var lines: Range<Int>
  /// The number of the batch.
  public var batch: Int64
  /// The number of the batch's first voucher.
  public var firstVoucher: Int64
  /// The number of the run's first line in the ledger.
  public var firstLine: Int64

  /// Puts a run together.
  public init(lines: Range<Int>, batch: Int64, firstVoucher: Int64, firstLine: Int64) {
    self.lines = lines
    self.batch = batch
    self.firstVoucher = firstVoucher
    self.firstLine = firstLine
  }
}

/// What a posting transaction can do beside reading.
public protocol LedgerTransaction: LedgerSnapshot {
  /// Appends the runs' lines in file order.
  func appendLines(of chunk: LineChunk, _ runs: [BatchLines]) throws

  /// Removes lines that an archive has from the ledger's own table.
  ///
  /// - Parameter runs: The numbers, from and through.
  /// - Returns: How many there were.
  /// - Throws: `LedgerError` for what the database did.
  func removeLines(_ runs: [ClosedRange<Int64>]) throws -> Int64

  /// Inserts steps in key order.
  ///
  /// - Parameters:
  ///   - steps: The steps, ascending by key.
  ///   - event: The event of every step.
  ///   - lineNumbers: The ledger's numbers of the lines at the steps' positions.
  /// - Returns: False if a step exists already or does not continue from the one before; then the
  ///   transaction must be given up, and may be already.
  /// - Throws: `LedgerError` for what the database did.
  func insertSteps(
    _ steps: ContiguousArray<NewStep>, event: Event, lineNumbers: LineNumbers
  ) throws -> Bool

  /// Reserves the obligations of steps, in key order, for submissions.
  ///
  /// - Parameters:
  ///   - steps: The steps, ascending by key.
  ///   - chunk: Their lines.
  ///   - submission: The submission of the line at each position of the chunk; 0 where a line is left
  ///     out.
  /// - Returns: The positions of lines whose obligation is reserved already; the others are reserved.
  /// - Throws: `LedgerError` for what the database did.
  func insertReservations(
    _ steps: ContiguousArray<NewStep>, of chunk: LineChunk, submission: UnsafeBufferPointer<Int64>
  ) throws -> [Int]

  /// Inserts a batch; its header's numbers follow the batch before it.
  func insertBatch(_ header: BatchHeader, root: Digest, previousSeal: Digest, seal: Digest) throws

  /// Inserts a batch's vouchers, numbered from `first`, and makes the accounts they need.
  func insertVouchers(_ vouchers: [NewVoucher], batch: Int64, first: Int64) throws

  /// Adds turnover to the counters of accounts in a period.
  ///
  /// Amounts are never negative: what is corrected is counted for itself.
  ///
  /// - Returns: An account whose counter would overflow, or nil if all were added.
  func addToBalances(_ turnover: [AccountCounters], period: Month) throws -> AccountKey?

  /// Records that an account has its opening balance. False if it had one.
  func insertOpening(account: AccountKey, voucher: Int64) throws -> Bool

  /// Inserts or removes rows of a table that is not of the journal: the register's, mostly.
  ///
  /// The text is fixed at compile time, so no input can become SQL.
  func execute(_ sql: StaticString, _ arguments: [BoundValue]) throws

  /// Writes the ledger's one row.
  func insertLedger(control: String) throws
}

/// What a unit was called, what it was and where it belonged, from a date on.
public struct UnitVersion: Sendable, Equatable {
  /// The unit.
  public var unit: Int32
  /// 1, 2, 3 … for the unit.
  public var version: Int64
  /// The code.
  public var code: UnitCode
  /// The name.
  public var name: String
  /// The kind.
  public var kind: UnitKind
  /// The unit it belongs to; nil at the top.
  public var parent: Int32?
  /// The first day.
  public var validFrom: CivilDate
  /// The last day, if it ends by itself.
  public var validTo: CivilDate?
  /// The unit that takes its place after the last day; nil if none does or it is open.
  public var successor: Int32?

  /// Puts a version together.
  public init(
    unit: Int32, version: Int64, code: UnitCode, name: String, kind: UnitKind, parent: Int32?,
    validFrom: CivilDate, validTo: CivilDate?, successor: Int32? = nil
  ) {
    self.unit = unit
    self.version = version
    self.code = code
    self.name = name
    self.kind = kind
    self.parent = parent
    self.validFrom = validFrom
    self.validTo = validTo
    self.successor = successor
  }
}
