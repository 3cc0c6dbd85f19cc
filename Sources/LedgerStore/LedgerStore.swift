import LedgerCore

/// The thin waist between the engine and a database.
///
/// Everything above speaks in batches, lines, steps and vouchers; no driver's type passes through.
/// Rows are looped over inside the store, never above it. Any number of threads may read while one
/// writes.
public protocol LedgerStore: AnyObject, Sendable {
  /// Where the ledger is, as the user named it.
  var location: String { get }

  /// Runs `body` on one consistent state of the ledger.
  ///
  /// - Throws: What `body` throws, and `LedgerError` for what the database did.
  func read<Result>(_ body: (any LedgerSnapshot) throws -> Result) throws -> Result

  /// Runs `body` as the only writer of the ledger, on this machine and in this process.
  ///
  /// Takes the writer's lock file and waits for another process at most `wait` seconds; `write` may be
  /// called only inside.
  ///
  /// - Throws: `LedgerError` with code `busy` if another process keeps the lock.
  func exclusively<Result>(wait: Int, _ body: () throws -> Result) throws -> Result

  /// Runs `body` in one transaction and commits it durably; on any error nothing of it remains.
  ///
  /// - Throws: What `body` throws; `LedgerError` with code `outcomeUnknown` if the commit may have
  ///   happened all the same.
  func write<Result>(_ body: (any LedgerTransaction) throws -> Result) throws -> Result

  /// How many transactions were committed through this store since it was opened.
  var commits: Int { get }

  /// Copies one committed state of the ledger into a file that nobody knows yet, and waits for the disk.
  ///
  /// Others post meanwhile; what they commit after the beginning is not in the copy.
  ///
  /// - Parameter path: An empty file.
  /// - Throws: `LedgerError` for what the disk did.
  func copy(to path: String) throws

  /// How the ledger's connections are set up, for `doctor`.
  ///
  /// - Throws: `LedgerError` for what the database did.
  func settings() throws -> [StoreSetting]
}

/// One setting of a store: what it is, and what it has to be.
public struct StoreSetting: Sendable, Equatable {
  /// Its name, such as `journal_mode`.
  public var name: String
  /// What it is.
  public var value: String
  /// What it has to be.
  public var required: String

  /// Puts a setting together.
  public init(_ name: String, _ value: String, required: String) {
    self.name = name
    self.value = value
    self.required = required
  }
}

extension LedgerStore {
  /// Runs `body`, which may commit and then works out what to answer.
  ///
  /// If the disk fails after a commit and before the answer, nobody may be told that nothing was posted.
  ///
  /// - Throws: What `body` throws; `LedgerError` with code `outcomeUnknown` in place of what the disk did
  ///   after a commit.
  public func answering<Result>(_ body: () throws -> Result) throws -> Result {
    let before = commits
    do {
      return try body()
    } catch let error as LedgerError where commits > before {
      switch error.code.exit {
      case .inputOutput, .unavailable:
        throw LedgerError(
          .outcomeUnknown,
          "What was asked for is in the books, as far as is known, but its receipt cannot be read: \(error.message)",
          help: "Run the same command again: what was posted is answered with its receipt.")
      default: throw error
      }
    }
  }
}

/// A value bound to a query's `?1`, `?2` … in order.
public enum BoundValue: Sendable {
  /// A 64-bit integer.
  case integer(Int64)
  /// Text without NUL.
  case text(String)
  /// A digest, as 32 bytes.
  case digest(Digest)
  /// Other bytes.
  case bytes([UInt8])
  /// Nothing.
  case null
}

/// One row of a query's answer; valid only while it is handed over.
public protocol ResultRow: AnyObject {
  /// How many columns it has.
  var columnCount: Int { get }
  /// Whether a column, from 0, is NULL.
  func isNull(_ column: Int) -> Bool
  /// An integer column; 0 if NULL.
  func integer(_ column: Int) -> Int64
  /// A text column; empty if NULL.
  func text(_ column: Int) -> String
  /// A column of 32 bytes; nil if it is anything else.
  func digest(_ column: Int) -> Digest?
  /// A column of bytes; nil if it is anything else.
  func bytes(_ column: Int) -> [UInt8]?
  /// A column as whatever it is.
  func field(_ column: Int) -> RecordDigest.Field
}

extension ResultRow {
  /// An integer column, or nil if NULL.
  public func optionalInteger(_ column: Int) -> Int64? { isNull(column) ? nil : integer(column) }
  /// A text column, or nil if NULL.
  public func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }
}

/// A line of the ledger as it is stored.
public struct StoredLine {
  /// The number of the line, from 1.
  public var number: Int64
  /// The batch it belongs to.
  public var batch: Int64
  /// The voucher it is attached to.
  public var voucher: Int64
  /// The line that it corrects, or 0.
  public var corrects: Int64 = 0
  /// Its integers.
  ///
  /// `file`, `voucher`, `stepNumber`, states and `textStart` are not stored: 0.
  public var line: PaymentLine
  /// Its texts one after the other, as the lengths in `line` say; valid during the call only.
  public var text: UnsafeRawBufferPointer

  /// Puts a line together.
  public init(
    number: Int64, batch: Int64, voucher: Int64, corrects: Int64, line: PaymentLine,
    text: UnsafeRawBufferPointer
  ) {
    self.corrects = corrects
    self.number = number
    self.batch = batch
    self.voucher = voucher
    self.line = line
    self.text = text
  }
}

/// A step of an obligation as it is stored.
public struct StoredStep: Sendable, Equatable {
  /// The obligation.
  public var key: ObligationKey
  /// The number of the step within the obligation, from 1.
  public var number: Int32
  /// The event's number.
  public var event: UInt8
  /// The number of the state it left.
  public var fromState: UInt8
  /// The number of the state it led to.
  public var toState: UInt8
  /// Whole đồng.
  public var amount: Int64
  /// The unit of the latest instruction.
  public var unit: Int32
  /// The channel of the latest instruction.
  public var channel: UInt8
  /// The fund.
  public var fund: UInt8
  /// The line that is the record of it.
  public var line: Int64
  /// What the state holds after the step, in đồng.
  public var remainder: Int64
  /// The number of the step that it undoes, or 0.
  public var corrects: Int32

  /// Puts a step together.
  public init(
    key: ObligationKey, number: Int32, event: UInt8, fromState: UInt8, toState: UInt8,
    amount: Int64, unit: Int32, channel: UInt8, fund: UInt8, line: Int64, remainder: Int64,
    corrects: Int32
  ) {
    self.remainder = remainder
    self.corrects = corrects
    self.key = key
    self.number = number
    self.event = event
    self.fromState = fromState
    self.toState = toState
    self.amount = amount
    self.unit = unit
    self.channel = channel
    self.fund = fund
    self.line = line
  }
}

/// One consistent state of the ledger, to read from.
public protocol LedgerSnapshot: AnyObject {
  /// Runs a query and hands over each row in order.
  ///
  /// The text is fixed at compile time, so no input can become SQL. `?1`, `?2` … stand for the
  /// arguments, numbered in the order of first use.
  func query(
    _ sql: StaticString, _ arguments: [BoundValue], _ row: (any ResultRow) throws -> Void) throws

  /// Hands over lines in the order of their numbers, from `first` to `last`, both included.
  func scanLines(from first: Int64, through last: Int64, _ body: (StoredLine) throws -> Void) throws

  /// Hands over vouchers in the order of their numbers, from `first` to `last`, both included.
  ///
  /// Every report is a scan of vouchers that is summed up above; so this is the one other loop, next
  /// to lines and steps, that a store should make fast. What is not read is 0.
  func scanVouchers(
    from first: Int64, through last: Int64, reading parts: VoucherParts,
    _ body: (StoredVoucher) throws -> Void) throws

  /// Hands over every step whose key is in the range, in the order of keys and step numbers.
  func scanSteps(
    from first: ObligationKey, through last: ObligationKey, _ body: (StoredStep) throws -> Void)
    throws

  /// Finds the last step of each of many obligations.
  ///
  /// - Parameters:
  ///   - keys: The keys, ascending; a key may be there more than once.
  ///   - body: Gets the position in `keys` and the last step, or nil if there is none.
  /// - Throws: What `body` throws; `ledgerDamaged` for a row that cannot be.
  func lastSteps(
    of keys: UnsafeBufferPointer<UInt64>, _ body: (Int, StoredStep?) throws -> Void) throws

  /// Finds every step of each of many obligations.
  ///
  /// - Parameters:
  ///   - keys: The keys, ascending; a key may be there more than once.
  ///   - body: Gets the position in `keys` and the steps in order; none if there is none.
  /// - Throws: What `body` throws; `ledgerDamaged` for a row that cannot be.
  func histories(
    of keys: UnsafeBufferPointer<UInt64>, _ body: (Int, [StoredStep]) throws -> Void) throws

  /// Compares the tables, indexes, triggers, views and terms with those that come with the program.
  ///
  /// - Returns: What differs; nothing if all is as it should be.
  /// - Throws: `LedgerError` for what the database did.
  func schemaFaults() throws -> [StructureFault]

  /// Has the database check its own structure, its indexes, constraints and references.
  ///
  /// - Parameter isWhole: False to leave out the tables of lines and steps, which `verify` reads in
  ///   full anyway and which have no indexes beside themselves.
  /// - Returns: What is wrong, at most some hundreds; nothing if all is as it should be.
  /// - Throws: `LedgerError` for what the database did.
  func fileFaults(isWhole: Bool) throws -> [StructureFault]
}

extension LedgerSnapshot {
  /// The first row's first integer, or nil if there is no row or it is NULL.
  public func integer(_ sql: StaticString, _ arguments: [BoundValue] = []) throws -> Int64? {
    var value: Int64?
    var seen = false
    try query(sql, arguments) { row in
      if !seen { value = row.optionalInteger(0) }
      seen = true
    }
    return value
  }
}
