import LedgerCore
import Testing

@testable import BatchFiles

/// Rules of a chart: which accounts they may set, and what must fit together.
struct ChartRuleTests {
  private func rule(_ lines: String...) -> String {
    "[[rule]]\n" + lines.map { $0 + "\n" }.joined()
  }

  private static let refused: [(String, UInt16, Int, Int)] = [
    ("event = \"opening\"\ndebit = \"bank\"\ncredit = \"fund\"", 904, 5, 9),
    ("event = \"paid\"\ndebit = \"payable\"\ncredit = \"bank\"", 907, 4, 1),
    ("event = \"due\"\nfrom = \"paid\"\ndebit = \"expense\"\ncredit = \"payable\"", 904, 6, 8),
    ("event = \"due\"\nfrom = \"\"\ndebit = \"expense\"\ncredit = \"payable\"", 903, 6, 8),
    ("event = \"advance\"\nfrom = \"due\"\ndebit = \"advance\"\ncredit = \"bank\"", 904, 6, 8),
    ("event = \"refund\"\nchannel = \"cash\"\ndebit = \"bank\"\ncredit = \"advance\"", 904, 6, 11),
    ("event = \"due\"\nprior_year = true\ndebit = \"expense\"\ncredit = \"payable\"", 904, 6, 14),
    ("event = \"due\"\nprior_year = 1\ndebit = \"expense\"\ncredit = \"payable\"", 903, 6, 14),
    ("event = \"unpaid\"\ndebit = \"payable\"\ncredit = \"payable\"", 904, 7, 10),
    ("event = \"unpaid\"\ndebit = \"payable\"\ncredit = \"bank\"", 904, 7, 10),
    ("event = \"due\"\ndebit = \"bank\"\ncredit = \"payable\"", 904, 6, 9),
    ("event = \"advance\"\ndebit = \"receivable\"\ncredit = \"bank\"", 904, 6, 9),
    ("event = \"due\"\ndebit = \"expense\"\ncredit = \"payable\"\nfund = \"budget\"", 902, 8, 1),
    ("event = \"due\"\ndebit = \"expense\"\ncredit = \"payable\"\ndebit_fund = 1", 902, 8, 1),
  ]

  @Test(arguments: refused)
  func `a rule that posts nothing or posts something else is refused`(
    text: String, code: UInt16, line: Int, column: Int
  ) throws {
    let outcome = ChartSample.read(rule(text))
    #expect(
      outcome.found == [Found(try #require(Code(rawValue: code)), line, column)],
      "\(outcome.messages)")
  }

  @Test func `a rule that names a fund is told where money between funds goes`() throws {
    let outcome = ChartSample.read(
      rule("event = \"due\"", "debit = \"expense\"", "credit = \"payable\"", "credit_fund = 1"))
    let message = try #require(outcome.messages.first)
    #expect(message.contains("a voucher lies inside one fund"))
    #expect(message.contains("due-to and due-from"))
  }

  @Test func `two rules never set the accounts of one voucher`() {
    let first = rule(
      "event = \"advance\"", "debit = \"advance\"", "credit = \"bank\"")
    #expect(ChartSample.read(first + first).found == [Found(.chartRuleInvalid, 9, 9)])
    let cash = rule(
      "event = \"due\"", "channel = [\"cash\", \"bank\"]", "debit = \"expense\"",
      "credit = \"payable\"")
    let bank = rule(
      "event = \"due\"", "channel = \"bank\"", "debit = \"expense\"", "credit = \"payable\"")
    let agency = rule(
      "event = \"due\"", "channel = \"agency\"", "debit = \"expense\"", "credit = \"payable\"")
    #expect(ChartSample.read(cash + bank).found == [Found(.chartRuleInvalid, 10, 9)])
    #expect(ChartSample.read(cash + agency).found.isEmpty)
  }

  @Test func `an open and a closed year have rules of their own`() throws {
    let open = rule(
      "event = \"cancelled\"", "from = \"due\"", "debit = \"payable\"", "credit = \"expense\"")
    let closed = rule(
      "event = \"cancelled\"", "from = \"due\"", "prior_year = true", "debit = \"payable\"",
      "credit = \"fund\"")
    let outcome = ChartSample.read(open + closed)
    let chart = try #require(outcome.chart)
    func credit(_ priorYear: Bool, from state: ObligationState) -> ChartCode {
      chart.posting(
        RuleSlot(event: .cancelled, from: state, channel: .cash, priorYear: priorYear)
      ).credit
    }
    #expect(credit(false, from: .due) == .expense)
    #expect(credit(true, from: .due) == .fund)
    #expect(credit(true, from: .unclaimed) == .income)
  }

  @Test func `what an event puts into an account the next takes out of it`() throws {
    let due = rule("event = \"due\"", "debit = \"expense\"", "credit = \"withheld\"")
    let outcome = ChartSample.read(due)
    #expect(outcome.found == [Found(.chartRuleInvalid, 5, 9)])
    let message = try #require(outcome.messages.first)
    #expect(message.contains("payable (paid from due; unpaid; cancelled from due"), "\(message)")
    #expect(message.contains("transferred from due; withheld; inherited from due)"), "\(message)")
    #expect(message.contains("withheld (due)"), "\(message)")

    // What is kept back changes places with what is due: each stays in an account of its own.
    let others = [
      rule(
        "event = \"paid\"", "from = \"due\"", "channel = [\"cash\", \"agency\"]",
        "debit = \"withheld\"", "credit = \"advance\""),
      rule(
        "event = \"paid\"", "from = \"due\"", "channel = [\"bank\", \"employer\"]",
        "debit = \"withheld\"", "credit = \"bank\""),
      rule("event = \"unpaid\"", "debit = \"withheld\"", "credit = \"unclaimed\""),
      rule(
        "event = \"cancelled\"", "from = \"due\"", "debit = \"withheld\"",
        "credit = \"expense\""),
      rule(
        "event = \"cancelled\"", "from = \"due\"", "prior_year = true", "debit = \"withheld\"",
        "credit = \"income\""),
      rule(
        "event = \"transferred\"", "from = \"due\"", "debit = \"withheld\"",
        "credit = \"withheld\""),
      rule("event = \"inherited\"", "from = \"due\"", "debit = \"withheld\"", "credit = \"heirs\""),
      rule("event = \"withheld\"", "debit = \"withheld\"", "credit = \"payable\""),
      rule("event = \"offset\"", "debit = \"payable\"", "credit = \"receivable\""),
      rule("event = \"remitted\"", "debit = \"payable\"", "credit = \"bank\""),
    ]
    // Whichever of them is missing, the books would not fit together.
    for missing in others.indices {
      let rest = others.indices.filter { $0 != missing }.map { others[$0] }.joined()
      #expect(ChartSample.read(due + rest).found.map(\.code).contains(.chartRuleInvalid))
    }
    let every = ChartSample.read(due + others.joined())
    #expect(every.messages.isEmpty, "only together they are whole")
  }

  @Test func `what is kept back is owed to third parties and stays apart`() throws {
    let outcome = ChartSample.read(
      rule("event = \"withheld\"", "debit = \"payable\"", "credit = \"heirs\"")
        + rule("event = \"offset\"", "debit = \"heirs\"", "credit = \"receivable\"")
        + rule("event = \"remitted\"", "debit = \"heirs\"", "credit = \"bank\""))
    #expect(outcome.found == [Found(.chartRuleInvalid, 5, 9)])
    #expect(outcome.messages.first?.contains("beside what is owed to persons") == true)
    // What is owed to third parties may well be in the account of what funds owe each other.
    let apart = ChartSample.read(
      rule("event = \"withheld\"", "debit = \"payable\"", "credit = \"due-to\"")
        + rule("event = \"offset\"", "debit = \"due-to\"", "credit = \"receivable\"")
        + rule("event = \"remitted\"", "debit = \"due-to\"", "credit = \"bank\""))
    #expect(apart.messages == [])
  }

  @Test func `what is transferred is kept for each site`() throws {
    let outcome = ChartSample.read(
      rule("event = \"overpaid\"", "debit = \"due-from\"", "credit = \"expense\"")
        + rule(
          "event = \"overpaid\"", "prior_year = true", "debit = \"due-from\"",
          "credit = \"income\"")
        + rule("event = \"recovered\"", "debit = \"bank\"", "credit = \"due-from\"")
        + rule("event = \"offset\"", "debit = \"withheld\"", "credit = \"due-from\"")
        + rule(
          "event = \"transferred\"", "from = \"overpaid\"", "debit = \"due-from\"",
          "credit = \"due-from\""))
    #expect(outcome.found == [Found(.chartRuleInvalid, 5, 9)])
    #expect(outcome.messages.first?.contains("not kept for each site") == true)
  }

  @Test func `what becomes due anew is posted as the first time`() throws {
    for from in [[], ["from = \"none\""], ["from = \"reversed\""]] {
      let lines = ["event = \"due\""] + from + ["debit = \"fund\"", "credit = \"payable\""]
      let outcome = ChartSample.read("[[rule]]\n" + lines.joined(separator: "\n") + "\n")
      let rules = try #require(outcome.chart, "\(outcome.messages)").postingRules
      for state in [ObligationState.none, .reversed] {
        #expect(rules.step(.due, from: state, channel: .cash).debit == .fund)
      }
    }
  }

  @Test func `missing cash is made good in the account it was noted in`() {
    let noted = rule("event = \"shortage\"", "debit = \"receivable\"", "credit = \"advance\"")
    let good = rule(
      "event = \"shortage-recovered\"", "debit = \"bank\"", "credit = \"receivable\"")
    #expect(ChartSample.read(noted).found == [Found(.chartRuleInvalid, 5, 9)])
    #expect(ChartSample.read(noted + good).found.isEmpty)
  }

  @Test func `money comes back to where it was paid from`() throws {
    let outcome = ChartSample.read(
      rule(
        "event = \"paid\"", "from = \"due\"", "channel = \"agency\"", "debit = \"payable\"",
        "credit = \"bank\""))
    #expect(outcome.found == [Found(.chartRuleInvalid, 5, 9)])
    let message = try #require(outcome.messages.first)
    #expect(message.contains("paid by agency would be in several accounts"), "\(message)")
    #expect(ChartSample.read(ChartSample.whole).found.isEmpty)
  }

  @Test func `a rule that says what holds already changes nothing`() throws {
    for slot in RuleSlot.all {
      var chart = ChartFile(name: "A", source: "B")
      chart.rules = [
        ChartRule(
          event: slot.event, from: slot.from, channels: slot.channel.map { [$0] } ?? [],
          priorYear: slot.priorYear, debit: slot.builtIn.debit, credit: slot.builtIn.credit)
      ]
      #expect(chart.faults == [], "\(slot)")
      #expect(chart.posting(slot) == slot.builtIn)
      #expect(chart.postings == [slot: slot.builtIn])
    }
    #expect(RuleSlot.all.count == Set(RuleSlot.all).count)
  }

  /// The accounts that hold what is owed, and those that hold what others owe.
  private static let held: [[ChartCode]] = [
    [.payable, .unclaimed, .withheld, .heirs, .dueTo], [.shortage, .receivable, .dueFrom],
  ]

  @Test func `one account set otherwise is never accepted where others hold the same`() {
    // Every single change of one place's owed side leaves an account with a balance for ever.
    for slot in RuleSlot.all where slot.from != nil {
      for other in Self.held.joined() {
        let usual = slot.builtIn
        let alike = Self.held.first { $0.contains(other) } ?? []
        var posting = usual
        if alike.contains(usual.debit) {
          posting = PostingRule(debit: other, credit: usual.credit)
        } else if alike.contains(usual.credit) {
          posting = PostingRule(debit: usual.debit, credit: other)
        }
        guard posting != usual else { continue }
        var chart = ChartFile(name: "A", source: "B")
        chart.rules = [
          ChartRule(
            event: slot.event, from: slot.from, channels: slot.channel.map { [$0] } ?? [],
            priorYear: slot.priorYear, debit: posting.debit, credit: posting.credit)
        ]
        #expect(
          chart.faults.map(\.code).contains(.chartRuleInvalid), "\(slot) \(posting)")
      }
    }
  }
}
