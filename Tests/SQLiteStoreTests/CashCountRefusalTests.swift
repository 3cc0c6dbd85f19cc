import Testing

/// What SQL holds of counts of cash.
extension RefusalTests {
  static let cashCounts = [
    Case("a count again", count(["record_no": "1"]), "cash_count: does not follow"),
    Case("a count replaced", replacing(count(["record_no": "1"])), "cash_count: does not follow"),
    Case("less than no cash", count(["counted": "-1"]), "CHECK"),
    Case("a difference without a reason", count(["reason": "NULL"]), "CHECK"),
    Case("an empty reason", count(["reason": "''"]), "CHECK"),
    Case("a count of a unit there is not", count(["unit_id": "9"]), "FOREIGN KEY"),
    Case("a count on no day", count(["counted_on": "0"]), "CHECK"),
  ]

  @Test func `a count that is what the books say needs no reason`() throws {
    let ledger = try SmallLedger()
    #expect(try ledger.refusal(of: Self.count()) == nil)
    #expect(try ledger.refusal(of: Self.count(["expected": "90", "reason": "NULL"])) == nil)
  }

  static func count(_ changes: [String: String] = [:]) -> String {
    row(
      "cash_count",
      [
        "record_no": "2", "unit_id": "2", "counted_on": "20261028", "counted": "90",
        "expected": "100", "known_batch_no": "0", "reason": "'torn'",
      ], changes)
  }
}
