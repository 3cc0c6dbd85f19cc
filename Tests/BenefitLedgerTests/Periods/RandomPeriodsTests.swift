import BenefitLedger
import Testing

/// A year of random postings, corrections and closings, held to rules that are written down once more.
@Suite struct RandomPeriodsTests {
  private static let months = ["2025-09", "2025-10", "2025-11", "2025-12", "2026-01"]

  /// The rules of the guide, as plainly as they can be said.
  private struct Model {
    var said: [String: PeriodState] = [:]
    var used: Set<String> = []
    var yearEnd: Int64?
    /// Debit less credit of income, of all periods and of those up to December.
    var income: Int64 = 0
    var incomeOfYear: Int64 = 0
    /// What of it the year end carried.
    var carried: Int64 = 0
    /// What happened at all.
    var seen: Set<String> = []

    func state(_ month: String) -> PeriodState {
      said[month] ?? (said.contains { $0.key > month && $0.value == .closed } ? .closed : .open)
    }

    /// Why a closed month is not soft-closed or reopened by itself.
    func isClosedByLater(_ month: String) -> Bool { said[month] == nil && state(month) == .closed }

    func canClose(_ month: String) -> Bool {
      used.union(said.keys).allSatisfy { $0 >= month || state($0) == .closed }
    }

    mutating func add(_ amount: Int64, _ month: String) {
      income += amount
      if month <= "2025-12" { incomeOfYear += amount }
      used.insert(month)
    }
  }

  @Test func `what is taken, refused and carried is what the rules say`() throws {
    let seen = try (1...6).reduce(into: Set<String>()) { $0.formUnion(try run(seed: $1)) }
    #expect(
      seen == [
        "posted", "refused", "undone here", "undone later", "closed", "close refused", "reopened",
        "reopen refused: L0323", "reopen refused: L0327", "reopen refused: L0330", "year closed",
        "year undone",
        "year refused",
      ])
  }

  private func run(seed: UInt64) throws -> Set<String> {
    var random = SeededGenerator(seed)
    let books = try TestLedger()
    var model = Model()
    var standing: [(batch: Int64, month: String, amount: Int64)] = []
    for number in 1...70 {
      let month = Self.months[Int(random.next() % 5)]
      let state = model.state(month)
      switch random.next() % 10 {
      case 0...3:
        let amount = Int64(random.next() % 1_000 + 1)
        let receipt = try books.post(
          .contribution, "unit,fund,amount,document\n79,health,\(amount),D\(number)\n",
          envelope: Envelope(period: Month(month)), today: "2026-02-01")
        #expect((receipt.state == .posted) == (state == .open), "seed \(seed), step \(number)")
        model.seen.insert(receipt.state.rawValue)
        guard receipt.state == .posted, let batch = receipt.batch else { continue }
        model.add(-amount, month)
        standing.append((batch, month, amount))
      case 4 where !standing.isEmpty:
        let undone = standing.remove(at: Int(random.next() % UInt64(standing.count)))
        let receipt = try books.undo(undone.batch, date: "2026-02-01")
        let later = Self.months.first { $0 > undone.month && model.state($0) == .open } ?? "2026-02"
        let expected = model.state(undone.month) == .closed ? later : undone.month
        #expect(receipt.period?.description == expected, "seed \(seed), step \(number)")
        model.add(undone.amount, expected)
        model.seen.insert(expected == undone.month ? "undone here" : "undone later")
      case 5:
        let code = try books.refusal(.softClose, month)?.code
        let isClosedByLater = model.isClosedByLater(month)
        let expected: Code? =
          isClosedByLater ? .closedByLaterPeriod : state == .closed ? .periodOtherState : nil
        #expect(code == expected, "seed \(seed), step \(number)")
        if state == .open { model.said[month] = .softClosed }
      case 6, 7:
        let code = try books.refusal(.close, month)?.code
        let isLate = state != .closed && !model.canClose(month)
        #expect(code == (isLate ? .earlierPeriodOpen : nil), "seed \(seed), step \(number)")
        if state != .closed && !isLate { model.said[month] = .closed }
        model.seen.insert(isLate ? "close refused" : "closed")
      case 8:
        let change: PeriodRequest.Change = state == .softClosed ? .open : .reopen
        let code = try books.refusal(change, month, reason: "x")?.code
        let isOfClosedYear = model.yearEnd != nil && month < "2026-01"
        let expected: Code? =
          state == .open
          ? .periodOtherState
          : model.isClosedByLater(month)
            ? .closedByLaterPeriod : isOfClosedYear ? .yearClosed : nil
        #expect(code == expected, "seed \(seed), step \(number)")
        if expected == nil { model.said[month] = .open }
        model.seen.insert(expected.map { "reopen refused: \($0.text)" } ?? "reopened")
      default:
        if random.next() % 2 == 0 {
          for month in Self.months.prefix(3) where model.state(month) != .closed {
            #expect(try books.change(.close, month).isChanged, "seed \(seed), step \(number)")
            model.said[month] = .closed
          }
        }
        try turnYear(books, &model, "seed \(seed), step \(number)")
      }
    }
    #expect(try books.balance("income/health") == model.income)
    let verification = try books.ledger.verify()
    #expect(verification.isIntact, "seed \(seed): \(verification.findings)")
    #expect(try books.ledger.reconcileTotals().agrees)
    for entry in try books.ledger.periods() {
      #expect(entry.state == model.state(entry.period.description), "seed \(seed)")
    }
    return model.seen
  }

  /// Closes 2025, or undoes its year end if it is closed.
  private func turnYear(_ books: TestLedger, _ model: inout Model, _ place: String) throws {
    if let end = model.yearEnd {
      let receipt = try books.undo(end, date: "2026-02-01")
      #expect(receipt.state == .posted && receipt.period?.description == "2025-12", "\(place)")
      model.said["2025-12"] = .softClosed
      #expect(receipt.total == -abs(model.carried), "\(place)")
      model.add(model.carried, "2025-12")
      model.yearEnd = nil
      model.seen.insert("year undone")
      return
    }
    let carried = model.incomeOfYear
    if model.state("2025-12") == .closed {
      let code = try books.refusalToClose(2025)?.code
      let isClosedByLater = model.isClosedByLater("2025-12")
      let expected: Code? =
        carried == 0
        ? (model.canClose("2025-12") ? nil : .earlierPeriodOpen)
        : isClosedByLater ? .closedByLaterPeriod : .periodOtherState
      #expect(code == expected, "\(place)")
    } else if !model.canClose("2025-12") {
      #expect(try books.refusalToClose(2025)?.code == .earlierPeriodOpen, "\(place)")
      model.seen.insert("year refused")
    } else {
      let answer = try books.closeYear(2025)
      #expect(answer.receipt?.total == (carried == 0 ? nil : abs(carried)), "\(place)")
      model.said["2025-12"] = .closed
      model.yearEnd = answer.receipt?.batch
      model.carried = carried
      model.seen.insert("year closed")
      if carried != 0 { model.add(-carried, "2025-12") }
      #expect(try books.balance("income/health", at: "2025-12") == 0, "\(place)")
    }
  }
}
