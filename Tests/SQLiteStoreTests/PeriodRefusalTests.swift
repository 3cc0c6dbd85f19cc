import Testing

/// What SQL holds of accounting periods.
extension RefusalTests {
  static let periods = [
    Case("a change again", period(["record_no": "1"]), "period_change: does not follow"),
    Case("a change replaced", replacing(period(["record_no": "1"])), "does not follow"),
    Case("a period closed twice", period(["period": "202601"]), "does not follow"),
    Case("a state there is not", period(["state": "'shut'"]), "CHECK"),
    Case("a period 13", period(["period": "202613"]), "CHECK"),
    Case(
      "a batch of a closed period", batch(["period": "202601", "declared_period": "NULL"]),
      "batch: its period is closed"),
    Case(
      "a batch before a closed period", batch(["period": "202512", "declared_period": "NULL"]),
      "batch: its period is closed"),
    Case(
      "a correction in a closed period",
      batch([
        "event_id": "8", "is_correction": "1", "total": "-300", "reason": "'x'",
        "reverses_batch_no": "1", "reference": "NULL", "period": "202601",
        "declared_period": "NULL",
      ]), "batch: its period is closed"),
  ]

  @Test func `a soft-closed period takes corrections and the year end`() throws {
    let ledger = try SmallLedger()
    try ledger.execute(Self.record())
    try ledger.execute(Self.period(["period": "202610", "state": "'soft-closed'"]))
    #expect(try ledger.refusal(of: Self.batch()) == "batch: its period is closed")
    #expect(try ledger.refusal(of: Self.batch(["event_id": "24"])) == nil)
    let undone = [
      "event_id": "8", "is_correction": "1", "total": "-300", "reason": "'x'",
      "reverses_batch_no": "1", "reference": "NULL",
    ]
    #expect(try ledger.refusal(of: Self.batch(undone)) == nil)
    #expect(
      try ledger.refusal(
        of: Self.period(["record_no": "3", "period": "202610", "state": "'reopen-requested'"]))
        == "period_change: does not follow the change before it")
  }

  @Test func `a period that is reopened takes batches although a later one is closed`() throws {
    let ledger = try SmallLedger()
    let batch = Self.batch(["period": "202512", "declared_period": "NULL"])
    try ledger.execute(Self.record())
    try ledger.execute(Self.period(["period": "202601", "state": "'reopen-requested'"]))
    #expect(try ledger.refusal(of: batch) == "batch: its period is closed")
    try ledger.execute(Self.record(["record_no": "6"]))
    try ledger.execute(Self.period(["record_no": "6", "period": "202512", "state": "'open'"]))
    #expect(try ledger.refusal(of: batch) == nil)
  }

  static func period(_ changes: [String: String] = [:]) -> String {
    row(
      "period_change", ["record_no": "2", "period": "202602", "state": "'closed'"], changes)
  }
}
