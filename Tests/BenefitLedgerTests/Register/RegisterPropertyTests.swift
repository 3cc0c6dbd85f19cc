import BenefitLedger
import Testing

/// Whatever happens to the organisation, no đồng falls out of the tree of any day.
@Suite struct RegisterPropertyTests {
  private struct Payment {
    var unit: Int
    var amount: Int64
    var day: String
  }

  @Test(arguments: [1, 2, 3, 2_025, 63_34, 20_250_701] as [UInt64])
  func `totals by province are those of a naive memory, and their sum is the same, on every day`(
    seed: UInt64
  ) throws {
    var organisation = MadeUpOrganisation(seed: seed)
    let books = try TestLedger(units: organisation.firstFile)
    var payments: [Payment] = []
    var kinds: Set<RegisterChange.Kind> = []
    for month in 1...12 {
      let first = "2025-\(month < 10 ? "0" : "")\(month)-01"
      let day = try #require(CivilDate(first))
      let last =
        month == 1
        ? "2024-12-31"
        : CivilDate.last(of: try #require(Month(number: day.month.number - 1))).description
      let rows = organisation.change(on: first, after: last)
      let answer = try books.take(rows)
      try #require(answer.diagnosis.total == 0, "seed \(seed):\n\(rows)")
      let again = try books.units(rows)
      #expect(again.diagnosis.total == 0 && again.versions == 0, "seed \(seed):\n\(rows)")
      kinds.formUnion(answer.changes.map(\.kind))
      try post(&payments, &organisation, on: first, books)
    }
    #expect(kinds.isSuperset(of: [.opened, .renamed, .moved, .recoded, .merged, .closed]))
    let trees =
      [nil] + (1...12).map { "2025-\($0 < 10 ? "0" : "")\($0)-01" }
      + ["1950-01-01", "2024-12-31", "2025-05-31", "2025-06-30", "2199-12-31"]
    for tree in trees {
      var expected: [String: Int64] = [:]
      for payment in payments {
        let province = organisation.province(of: payment.unit, on: tree ?? payment.day)
        expected[province ?? "none", default: 0] += payment.amount
      }
      let found = try books.due(by: .province, tree: tree)
      #expect(found == expected, "seed \(seed), tree \(tree ?? "as posted")")
      #expect(
        found["none"] == nil && found.values.reduce(0, +) == payments.reduce(0) { $0 + $1.amount })
    }
    #expect(try books.ledger.verify().isIntact)
  }

  private func post(
    _ payments: inout [Payment], _ organisation: inout MadeUpOrganisation, on day: String,
    _ books: TestLedger
  ) throws {
    for _ in 0..<5 {
      guard let site = organisation.pick("site") else { return }
      let payment = Payment(
        unit: site, amount: Int64.random(in: 1...9_000_000, using: &organisation), day: day)
      let number = String(79_060_000_000 + payments.count)
      let receipt = try books.due(
        "0" + number, payment.amount, at: organisation.units[site].now.code, on: day)
      #expect(receipt.state == .posted, "\(receipt.codes)")
      payments.append(payment)
    }
  }
}
