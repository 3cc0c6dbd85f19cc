import Foundation

/// The plain insert of a ledger's rows: what SQLite itself can do with them on this disk.
///
/// The rows are read back from a ledger that was posted, and go into a fresh file with the same tables,
/// keys, triggers and settings, by one prepared statement for each table and in one transaction for
/// each event: lines in their order, all steps of the event sorted by key, then batches and vouchers.
/// Only the loops that insert, and the commit, are timed; reading the rows back is not. The rows of the
/// events before, the register and the accounts are there beforehand, not timed. Balances are left
/// out: the floor does less than the program there.
struct Floor {
  /// The ledger whose rows are inserted again.
  let source: String
  /// The file to make.
  let target: String
  /// Whether the schema's triggers stay.
  let hasTriggers: Bool

  /// Makes the file and times the rows of the first `due` batch and of all `paid` batches.
  func measure() throws -> FloorAnswer {
    let ledger = try FloorDatabase(source)
    let due = try ledger.integer("SELECT min(batch_no) FROM batch WHERE event_id = 8")
    let paid = try ledger.integer("SELECT min(batch_no) FROM batch WHERE event_id = 9")
    let last = try ledger.integer("SELECT max(batch_no) FROM batch WHERE event_id = 9")
    guard due > 0, paid > due, last >= paid else {
      throw StageFailure("\(source) holds no month that is due and paid.")
    }
    try make()
    try copy(ledger, batches: 1...due - 1)
    let dueFigures = try time(ledger, batches: due...due)
    if paid > due + 1 { try copy(ledger, batches: due + 1...paid - 1) }
    return FloorAnswer(due: dueFigures, paid: try time(ledger, batches: paid...last))
  }

  private func make() throws {
    let database = try FloorDatabase(target)
    try database.configureAsWriter()
    try database.createSchema(hasTriggers: hasTriggers)
    try attached(database) {
      for table in ["ledger", "record", "unit", "unit_version", "account"] {
        try database.execute("INSERT INTO main.\(table) SELECT * FROM source.\(table)")
      }
    }
  }

  /// Copies what was posted before, not timed.
  private func copy(_ ledger: FloorDatabase, batches: ClosedRange<Int>) throws {
    let lines = try self.lines(ledger, batches)
    let database = try FloorDatabase(target)
    try database.configureAsWriter()
    try attached(database) {
      for table in ["batch", "voucher"] {
        try database.execute(
          """
          INSERT INTO main.\(table) SELECT * FROM source.\(table)
          WHERE batch_no BETWEEN \(batches.lowerBound) AND \(batches.upperBound)
          ORDER BY \(table)_no
          """)
      }
      for table in ["line", "step"] {
        try database.execute(
          """
          INSERT INTO main.\(table) SELECT * FROM source.\(table)
          WHERE line_no >= \(lines.lowerBound) AND line_no < \(lines.upperBound)
          """)
      }
    }
  }

  private func attached(_ database: FloorDatabase, _ body: () throws -> Void) throws {
    let statement = try database.prepare("ATTACH ?1 AS source")
    statement.bind(1, source)
    _ = try statement.step()
    statement.reset()
    try database.execute("BEGIN IMMEDIATE")
    try body()
    try database.execute("COMMIT")
    try database.execute("DETACH source")
  }

  /// Inserts the rows of some batches on a connection of its own, as a new process would.
  private func time(_ ledger: FloorDatabase, batches: ClosedRange<Int>) throws -> FloorFigures {
    let lines = try self.lines(ledger, batches)
    let database = try FloorDatabase(target)
    try database.configureAsWriter()
    // What was written until now is not to be waited for by what is timed.
    sync()
    var cpuMicroseconds = 0
    func timed(_ body: () throws -> Void) throws -> Int {
      let watch = Stopwatch()
      try body()
      cpuMicroseconds += watch.processorMicroseconds
      return watch.microseconds
    }
    func insert(_ table: FloorTable) throws -> Int {
      let query = try ledger.prepare(table.select)
      query.bind(batches, lines)
      let statement = try database.prepare(table.insert)
      var buffer = RowBuffer(table)
      var microseconds = 0
      repeat {
        try buffer.fill(from: query)
        microseconds += try timed { try buffer.insert(with: statement) }
      } while buffer.isFull
      return microseconds
    }
    let begin = try timed { try database.execute("BEGIN IMMEDIATE") }
    let line = try insert(.line)
    let step = try insert(.step)
    let voucher = try insert(.batch) + insert(.voucher)
    let commit = try timed { try database.execute("COMMIT") }
    return FloorFigures(
      lines: lines.count, lineMicroseconds: line, stepMicroseconds: step,
      voucherMicroseconds: voucher, commitMicroseconds: begin + commit,
      cpuMicroseconds: cpuMicroseconds)
  }

  /// The numbers of the lines of some batches.
  private func lines(_ ledger: FloorDatabase, _ batches: ClosedRange<Int>) throws -> Range<Int> {
    let first = try ledger.integer(
      "SELECT first_line_no FROM batch WHERE batch_no = \(batches.lowerBound)")
    let end = try ledger.integer(
      "SELECT first_line_no + line_count FROM batch WHERE batch_no = \(batches.upperBound)")
    guard end >= first else {
      throw StageFailure("The lines of batches \(batches) are not in order.")
    }
    return first..<end
  }
}
