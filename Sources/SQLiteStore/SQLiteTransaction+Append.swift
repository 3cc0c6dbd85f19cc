import CSQLiteSupport
import GRDBSQLite
import LedgerCore
import LedgerStore

/// Appending to the two big tables.
///
/// Their rows come from memory by a virtual table, and without triggers: a trigger's program for each
/// row costs as much as the row, and makes SQLite lay all rows aside first. What the triggers refuse
/// is refused here as well:
///
/// - `line_once`: the primary key refuses a line that exists, because the statement replaces nothing;
/// - `step_follows`, a first step: the primary key likewise, and the table's CHECK that only a first
///   step begins in state 0;
/// - `step_follows`, a later step: every row is joined with the step before it, beforehand. That step
///   is the last of its obligation if the primary key then takes the new one.
///
/// A correction is checked against more than the step before it: its steps go in row by row, under the
/// triggers.
extension SQLiteTransaction {
  func appendLines(of chunk: LineChunk, _ runs: [BatchLines]) throws {
    try withoutTriggers {
      try withLoop(
        """
        INSERT OR FAIL INTO main.line (line_no, batch_no, voucher_no, file_line, person, month,
          benefit_id, occurrence, amount, unit_id, channel_id, fund_id, account, name, document,
          reason, obligor, corrects_line_no)
        SELECT c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, c17
        FROM bulk_feed(?1)
        """
      ) { loop in
        try chunk.text.withUnsafeBufferPointer { text in
          try chunk.lines.withUnsafeBufferPointer { lines in
            try chunk.corrections.withUnsafeBufferPointer { corrections in
              for run in runs {
                let rows = LineRows(
                  lines: lines, text: text, corrections: corrections, run: run)
                guard try loop.insert(rows) else {
                  throw LedgerError(
                    .internalFault, "The lines from \(run.firstLine) on cannot be appended.")
                }
              }
            }
          }
        }
      }
    }
  }

  func insertSteps(
    _ steps: ContiguousArray<NewStep>, event: Event, lineNumbers: LineNumbers
  ) throws -> Bool {
    var isWhole = true
    var later = 0
    for step in steps {
      if step.corrects != 0 {
        return try insertCorrections(steps, event: event, lineNumbers: lineNumbers)
      }
      if lineNumbers[step.position] == 0 {
        isWhole = false
      } else if step.number > 1 {
        later += 1
      }
    }
    let steps = isWhole ? steps : steps.filter { lineNumbers[$0.position] != 0 }
    return try steps.withUnsafeBufferPointer { steps in
      let rows = StepRows(steps: steps, lineNumbers: lineNumbers, event: event)
      guard try later == 0 || later == continued(rows) else { return false }
      return try withoutTriggers {
        try withLoop(
          """
          INSERT OR FAIL INTO step (month, person, benefit_id, occurrence, step_no, event_id,
            from_state_id, to_state_id, amount, unit_id, channel_id, fund_id, line_no, remainder)
          SELECT c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13 FROM bulk_feed(?1)
          """
        ) { try $0.insert(rows) }
      }
    }
  }

  /// How many of the steps continue from the step before them.
  private func continued(_ rows: StepRows) throws -> Int {
    try withLoop(
      """
      SELECT count(*) FROM bulk_feed(?1) AS new CROSS JOIN step AS old
        ON old.month = new.c0 AND old.person = new.c1 AND old.benefit_id = new.c2
        AND old.occurrence = new.c3 AND old.step_no = new.c4 - 1
      WHERE old.to_state_id = new.c6
      """
    ) { loop in
      try loop.feed(rows) { try loop.step() ? Int(loop.integer(0)) : 0 }
    }
  }

  /// Inserts the steps of a list that corrects.
  private func insertCorrections(
    _ steps: ContiguousArray<NewStep>, event: Event, lineNumbers: LineNumbers
  ) throws -> Bool {
    // FAIL, not ABORT: the transaction is given up as a whole, so SQLite need not prepare, row by
    // row, to undo one of them.
    try withLoop(
      """
      INSERT OR FAIL INTO step (month, person, benefit_id, occurrence, step_no, event_id,
        from_state_id, to_state_id, amount, unit_id, channel_id, fund_id, line_no, remainder,
        corrects_step_no)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
      """
    ) { loop in
      loop.bind(6, Int64(event.rawValue))
      return try steps.withUnsafeBufferPointer { steps in
        for step in steps {
          let line = lineNumbers[step.position]
          if line == 0 { continue }
          let key = ObligationKey(packed: step.key)
          loop.bind(1, Int64(key.month.number))
          loop.bind(2, key.person)
          loop.bind(3, Int64(key.benefit))
          loop.bind(4, Int64(key.occurrence))
          loop.bind(5, Int64(step.number))
          loop.bind(7, Int64(step.fromState))
          loop.bind(8, Int64(step.toState))
          loop.bind(9, step.amount)
          loop.bind(10, Int64(step.unit))
          loop.bind(11, Int64(step.channel))
          loop.bind(12, Int64(step.fund))
          loop.bind(13, line)
          loop.bind(14, step.remainder, isNull: step.remainder == step.amount)
          loop.bind(15, Int64(step.corrects), isNull: step.corrects == 0)
          guard try loop.insert() else { return false }
        }
        return true
      }
    }
  }

  /// Runs `body` with the connection's triggers off.
  func withoutTriggers<Result>(_ body: () throws -> Result) throws -> Result {
    guard let connection = database.sqliteConnection,
      benefit_ledger_triggers(connection, 0) == SQLITE_OK
    else {
      throw LedgerError(.internalFault, "SQLite does not turn its triggers off.")
    }
    let result = Swift.Result(catching: body)
    guard benefit_ledger_triggers(connection, 1) == SQLITE_OK else {
      throw LedgerError(.internalFault, "SQLite does not turn its triggers on again.")
    }
    return try result.get()
  }
}
