import GRDB
import LedgerCore
import LedgerStore
import TestSupport
import Testing

/// The schema's terms and the program's are the same terms.
@Suite struct TermsTests {
  private let ledger: SmallLedger

  init() throws { ledger = try SmallLedger() }

  private func terms(_ table: String) throws -> [String] {
    try ledger.strings("SELECT \(table)_id || ' ' || code FROM \(table) ORDER BY \(table)_id")
  }

  private func terms<Term: Coded>(_: Term.Type) -> [String] {
    Term.allCases.sorted { $0.rawValue < $1.rawValue }.map { "\($0.rawValue) \($0.code)" }
  }

  @Test func `funds, channels, events, states and kinds are the program's`() throws {
    #expect(try terms("fund") == terms(Fund.self))
    #expect(try terms("channel") == terms(Channel.self))
    #expect(try terms("event") == terms(Event.self))
    #expect(try terms("state") == terms(ObligationState.self))
    #expect(try terms("unit_kind") == terms(UnitKind.self))
    #expect(try terms("hold_kind") == terms(HoldKind.self))
    #expect(try terms("record_kind") == terms(RecordKind.self))
  }

  @Test func `benefits are the program's, each with its fund`() throws {
    #expect(try terms("benefit") == terms(Benefit.self))
    #expect(
      try ledger.strings(
        "SELECT b.code || ' ' || f.code FROM benefit b JOIN fund f USING (fund_id) ORDER BY benefit_id"
      ) == Benefit.allCases.map { "\($0.code) \($0.fund.code)" })
  }

  @Test func `chart codes are the program's, each with its side and whether it has units`() throws {
    #expect(try terms("chart") == terms(ChartCode.self))
    #expect(
      try ledger.strings(
        "SELECT code || ' ' || (class IN ('asset', 'expense')) || ' ' || per_unit FROM chart"
      )
        == ChartCode.allCases.map {
          "\($0.code) \($0.isDebitNormal ? 1 : 0) \($0.isPerUnit ? 1 : 0)"
        })
  }

  @Test func `every table with rows of records is looked over for rows of another kind`() throws {
    let tables = Set(
      RecordKind.allCases.flatMap { RecordTable.tables(of: $0) }.map(\.name))
    #expect(Set(RecordTable.strays.map(\.table)) == tables)
    let inSchema = try ledger.strings(
      """
      SELECT m.name FROM sqlite_schema m, pragma_table_info(m.name) c
      WHERE m.type = 'table' AND c.name = 'record_no' AND m.name <> 'record'
      """)
    #expect(Set(inSchema) == tables)
  }

  @Test func `the table transition is the state table`() throws {
    let rows = try ledger.strings(
      "SELECT event_id || ' ' || from_state_id || ' ' || to_state_id FROM transition")
    let table = StateTable.transitions.map {
      "\($0.event.rawValue) \($0.from.rawValue) \($0.to.rawValue)"
    }
    #expect(rows.count == table.count)
    #expect(Set(rows) == Set(table))
  }

  @Test func `the CHECK of step accepts the state table and nothing else`() throws {
    // The table by itself, so that only its CHECKs decide and not the step before.
    let create = try #require(
      try ledger.strings("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = 'step'")
        .first)
    let database = try DatabaseQueue()
    try database.write { database in
      try database.execute(sql: create)
      var accepted: Set<[Int]> = []
      var undone: Set<[Int]> = []
      for event in 0...31 {
        for from in 0...10 {
          for to in 0...10 {
            for corrects in [nil, 1] {
              do {
                try database.execute(
                  sql: """
                    INSERT INTO step VALUES (202610, 1, 1, 1, ?, ?, ?, ?, ?, 1, 1, 1, 1, ?, ?)
                    """,
                  arguments: [
                    from == 0 ? 1 : 2, event, from, to, corrects == nil ? 1 : -1, corrects,
                    corrects,
                  ])
              } catch {
                continue
              }
              try database.execute(sql: "DELETE FROM step")
              if corrects == nil {
                accepted.insert([event, from, to])
              } else {
                undone.insert([event, from, to])
              }
            }
          }
        }
      }
      let table = StateTable.transitions.map {
        [Int($0.event.rawValue), Int($0.from.rawValue), Int($0.to.rawValue)]
      }
      #expect(accepted == Set(table))
      // A correction leads back, and from a due to `reversed`, whichever due it was.
      #expect(
        undone
          == Set(
            StateTable.transitions.map {
              [
                Int($0.event.rawValue), Int($0.to.rawValue),
                Int(StateTable.state(undoing: $0.from).rawValue),
              ]
            }))
    }
  }

  @Test func `the state table answers as its list says`() {
    for event in Event.allCases {
      for from in ObligationState.allCases {
        let listed = StateTable.transitions.filter { $0.event == event && $0.from == from }
        #expect(listed.count <= 2)
        #expect(StateTable.state(after: event, from: from) == listed.first?.to)
        #expect(StateTable.state(after: event, from: from, settles: true) == listed.last?.to)
      }
    }
  }
}
