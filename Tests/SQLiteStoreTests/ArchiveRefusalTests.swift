import Testing

/// What SQL holds of archived years: small ledgers say that 2020 is one.
extension RefusalTests {
  static func archive(_ changes: [String: String] = [:]) -> String {
    row(
      "archive",
      [
        "record_no": "5", "year": "2021", "file_bytes": "4096", "batch_count": "1",
        "line_count": "2", "first_line_no": "1", "last_line_no": "2",
        "batches_root": "randomblob(32)",
      ], changes)
  }

  static let archives = [
    Case("a year archived twice", archive(["year": "2020"]), "archive: does not follow"),
    Case("an archive again", archive(["record_no": "4"]), "archive: does not follow"),
    Case("an archive replaced", replacing(archive(["record_no": "4"])), "does not follow"),
    Case("an archive of no lines", archive(["line_count": "0"]), "CHECK"),
    Case("more lines than numbers", archive(["line_count": "3"]), "CHECK"),
    Case("an archive without a root", archive(["batches_root": "x'00'"]), "CHECK"),
    Case(
      "a period of an archived year opened", period(["period": "202003", "state": "'open'"]),
      "period_change: the year is archived"),
    Case(
      "a period of an archived year soft-closed",
      period(["period": "202012", "state": "'soft-closed'"]),
      "period_change: the year is archived"),
    Case(
      "reopening in an archived year asked for",
      period(["period": "202012", "state": "'reopen-requested'"]),
      "period_change: the year is archived"),
  ]

  @Test func `the archive the refused ones are made from is accepted`() throws {
    let ledger = try SmallLedger()
    #expect(try ledger.refusal(of: Self.archive()) == nil)
    #expect(try ledger.refusal(of: Self.period(["period": "202012", "state": "'closed'"])) == nil)
  }
}
