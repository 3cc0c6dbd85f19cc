import LedgerCore
import SampleFiles
import Testing

/// An account of cash or money, told apart by unit and fund.
private struct Purse: Hashable {
  let unit: String
  let fund: Fund?
}

private func sums(_ rows: [GeneratedRow], by unit: String) -> [Purse: Int64] {
  rows.reduce(into: [:]) { sums, row in
    sums[Purse(unit: row[unit], fund: row.fund), default: 0] += row.amount
  }
}

@Suite struct MoneyTests {
  @Test func `every envelope states the count and the total of its file`() throws {
    let sample = try GeneratedSample(smallProvince())
    for path in try sample.paths() where path != "sites.csv" {
      let list = try sample.list(path)
      #expect(list.envelope["count"] == "\(list.rows.count)")
      #expect(list.envelope["total"] == "\(list.rows.map(\.amount).reduce(0, +))")
      #expect(list.envelope["period"] == "2026-10")
      #expect(Event(code: list.envelope["event"] ?? "") != nil)
      let date = try #require(CivilDate(list.envelope["date"] ?? ""))
      #expect(date.month.description == "2026-10")
      #expect(!list.rows.isEmpty)
    }
  }

  @Test func `every reference is used once`() throws {
    let sample = try GeneratedSample(smallProvince())
    let references = try sample.paths().filter { $0 != "sites.csv" }
      .map { try sample.list($0).envelope["reference"] ?? "" }
    #expect(Set(references).count == references.count)
    #expect(references.contains("DUE-2026-10"))
    #expect(references.contains("DUE-SHORT-2026-10"))
    #expect(references.contains("PAID-40-00001-2026-10"))
  }

  @Test(arguments: [0, 50, 81, 100])
  func `cash advanced to a site equals what it paid out plus what it gave back`(
    bankShare: Int
  ) throws {
    let sample = try GeneratedSample(smallProvince(bankShare: bankShare))
    let advanced = sums(try sample.list("advance.csv").rows, by: "unit")
    var spent = sums(try sample.cashPaid(), by: "site")
    for (purse, amount) in sums(try sample.list("refund.csv").rows, by: "unit") {
      spent[purse, default: 0] += amount
    }
    #expect(advanced == spent)
    #expect(advanced.isEmpty == (bankShare == 100))
  }

  @Test func `what a site gave back is what nobody came for`() throws {
    let sample = try GeneratedSample(smallProvince())
    let refunded = sums(try sample.list("refund.csv").rows, by: "unit")
    #expect(refunded == sums(try sample.list("unpaid.csv").rows, by: "site"))
    #expect(!refunded.isEmpty)
  }

  @Test func `a unit gets one advance and gives one refund for each fund`() throws {
    let sample = try GeneratedSample(smallProvince())
    for path in ["advance.csv", "refund.csv", "contribution.csv", "budget.csv"] {
      let rows = try sample.list(path).rows
      #expect(sums(rows, by: "unit").count == rows.count)
    }
  }

  @Test func `cash owed is either paid at its site or reported as unpaid`() throws {
    let sample = try GeneratedSample(smallProvince())
    let owed = try sample.owed().filter { ["cash", "agency"].contains($0["channel"]) }
    let settled = try sample.cashPaid() + sample.list("unpaid.csv").rows
    #expect(
      owed.map { $0.claim + $0["site"] }.sorted() == settled.map { $0.claim + $0["site"] }.sorted())
  }

  @Test func `a site's file holds that site's lines`() throws {
    let sample = try GeneratedSample(smallProvince())
    for path in try sample.paths() where path.hasPrefix("paid/") {
      for row in try sample.list(path).rows { #expect("paid/\(row["site"]).csv" == path) }
    }
  }

  @Test func `bank payments are what is owed into accounts and through employers`() throws {
    let sample = try GeneratedSample(smallProvince())
    let owed = try sample.owed().filter { ["bank", "employer"].contains($0["channel"]) }
    let paid = try sample.list("bank-paid.csv").rows
    #expect(
      owed.map { $0.claim + $0["channel"] }.sorted()
        == paid.map { $0.claim + $0["channel"] }.sorted())
    #expect(Set(owed.map { $0["channel"] }).count == 2)
  }

  @Test func `returned payments went into accounts before`() throws {
    let sample = try GeneratedSample(smallProvince(bankShare: 81))
    let paid = Set(
      try sample.list("bank-paid.csv").rows.filter { $0["channel"] == "bank" }.map(\.claim))
    let returned = try sample.list("returned.csv").rows.map(\.claim)
    #expect(paid.isSuperset(of: returned))
    #expect(Set(returned).count == returned.count)
    #expect(!returned.isEmpty)
  }

  @Test func `no fund's bank account is ever overdrawn`() throws {
    let sample = try GeneratedSample(smallProvince())
    var bank: [Fund?: Int64] = [:]
    for path in ["contribution.csv", "budget.csv"] {
      for row in try sample.list(path).rows { bank[row.fund, default: 0] += row.amount }
    }
    #expect(bank.count == 6)
    #expect(try sample.list("budget.csv").rows.allSatisfy { $0.fund == .budget })
    #expect(try sample.list("contribution.csv").rows.allSatisfy { $0.fund != .budget })
    for path in ["advance.csv", "bank-paid.csv"] {
      for row in try sample.list(path).rows { bank[row.fund, default: 0] -= row.amount }
    }
    #expect(bank.values.allSatisfy { $0 > 0 })
  }

  @Test func `with a bank share of 0 every payment is in a site's file or unpaid`() throws {
    let sample = try GeneratedSample(smallProvince(bankShare: 0))
    let owed = try sample.owed()
    #expect(owed.allSatisfy { $0["channel"] == "cash" && $0["account"].isEmpty })
    let settled = try sample.cashPaid() + sample.list("unpaid.csv").rows
    #expect(owed.map(\.claim).sorted() == settled.map(\.claim).sorted())
    for path in ["bank-paid.csv", "returned.csv", "paid/40-AGENCY.csv"] {
      #expect(try !sample.paths().contains(path))
    }
  }
}
