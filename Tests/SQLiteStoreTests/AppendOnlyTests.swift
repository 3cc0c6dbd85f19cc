import GRDB
import Testing

/// Rows are added, never changed, never removed, whoever writes them.
@Suite struct AppendOnlyTests {
  @Test func `there is a row in every table to try it on`() throws {
    let ledger = try SmallLedger()
    for table in try ledger.tables() {
      #expect(try ledger.strings("SELECT count(*) FROM \(table)") != ["0"], "\(table) is empty.")
    }
  }

  @Test func `no row is changed`() throws {
    let ledger = try SmallLedger()
    for table in try ledger.tables() where table != "balance" {
      let column = try ledger.strings("SELECT name FROM pragma_table_info('\(table)') LIMIT 1")[0]
      for verb in ["UPDATE", "UPDATE OR REPLACE", "UPDATE OR IGNORE"] {
        let refusal = try ledger.refusal(of: "\(verb) \(table) SET \(column) = \(column)")
        #expect(refusal == "\(table): rows are never changed", "\(verb) \(table)")
      }
    }
  }

  @Test func `no row is removed`() throws {
    let ledger = try SmallLedger()
    for table in try ledger.tables() {
      #expect(
        try ledger.refusal(of: "DELETE FROM \(table)") == "\(table): rows are never removed")
    }
  }

  @Test func `no row is replaced`() throws {
    let ledger = try SmallLedger()
    for table in try ledger.tables() {
      let refusal = try ledger.refusal(
        of: "INSERT OR REPLACE INTO \(table) SELECT * FROM \(table) LIMIT 1")
      #expect(refusal != nil, "\(table) can be replaced.")
    }
  }

  @Test func `the program's own connections replace nothing at all`() throws {
    // They run with recursive_triggers on: then REPLACE runs the DELETE triggers.
    let ledger = try SmallLedger(recursiveTriggers: true)
    for table in try ledger.tables() {
      let refusal = try ledger.refusal(
        of: "INSERT OR REPLACE INTO \(table) SELECT * FROM \(table) LIMIT 1")
      #expect(refusal != nil, "\(table) can be replaced.")
    }
  }

  @Test func `without the guards the keys and checks behind them still refuse`() throws {
    let ledger = try SmallLedger()
    try ledger.execute("DROP TRIGGER line_once")
    try ledger.execute("DROP TRIGGER step_follows")
    for (row, says) in [
      (RefusalTests.line(["line_no": "2"]), "UNIQUE"),
      (
        RefusalTests.step([
          "step_no": "1", "event_id": "8", "from_state_id": "0", "to_state_id": "1",
        ]), "UNIQUE"
      ), (RefusalTests.step(["person": "777", "step_no": "1"]), "CHECK"),
    ] {
      let refusal = try ledger.refusal(of: row)
      #expect(refusal?.contains(says) == true, "\(row): \(refusal ?? "accepted")")
    }
  }

  @Test func `a later step is not replaced`() throws {
    let ledger = try SmallLedger()
    try ledger.execute(
      "INSERT INTO step VALUES (202610, 40123456789, 1, 1, 2, 9, 1, 2, 100, 2, 1, 3, 3, NULL, NULL)"
    )
    #expect(
      try ledger.refusal(
        of:
          "REPLACE INTO step VALUES (202610, 40123456789, 1, 1, 2, 9, 1, 2, 999, 2, 1, 3, 3, NULL, NULL)"
      )
        == "step: does not continue from the step before it")
  }

  @Test func `the counters of a balance grow and never shrink`() throws {
    let ledger = try SmallLedger()
    try ledger.execute("UPDATE balance SET debit = debit + 5, credit = credit + 7")
    for change in [
      "debit = debit - 1", "credit = credit - 1", "account_id = 3", "period = 202611",
      "debit = 0, credit = credit + 1000",
    ] {
      #expect(
        try ledger.refusal(of: "UPDATE OR REPLACE balance SET \(change) WHERE account_id = 1")
          == "balance: counters only grow", "\(change)")
    }
  }
}
