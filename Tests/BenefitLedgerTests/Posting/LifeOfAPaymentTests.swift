import BenefitLedger
import Testing

@Suite struct LifeOfAPaymentTests {
  private let books = Result { try TestLedger() }

  @Test func `a list posts as one batch with its count, total and vouchers`() throws {
    let books = try books.get()
    let receipt = try books.due([Person.an, Person.binh, Person.dung])
    #expect(receipt.state == .posted)
    #expect(receipt.batch == 1)
    #expect(receipt.lines == 3)
    #expect(receipt.total == 15_000_000)
    #expect(receipt.vouchers == 1)
    #expect(receipt.seal != nil)
    #expect(receipt.date?.description == "2026-10-05")
    #expect(receipt.period?.description == "2026-10")
  }

  @Test func `every step of a payment is posted once, in the order of its life`() throws {
    let books = try books.get()
    let list = TestLedger.list([Person.an])
    try books.due([Person.an])
    #expect(try books.post(.unpaid, list).state == .posted)
    #expect(try books.post(.reissued, list).state == .posted)
    #expect(try books.post(.returned, list).state == .posted)
    #expect(try books.post(.paid, list).state == .posted)
    #expect(try books.post(.returned, list, envelope: Envelope(reference: "R2")).state == .posted)
    #expect(try books.post(.cancelled, list).state == .posted)
  }

  /// How an obligation comes into each state; a name in front of a step undoes it.
  private static let ways: [(state: ObligationState, steps: [Step])] = [
    (.none, []), (.due, [Step(.due)]), (.paid, [Step(.due), Step(.paid)]),
    (.unclaimed, [Step(.due), Step(.unpaid)]), (.cancelled, [Step(.due), Step(.cancelled)]),
    (.reversed, [Step(.due), Step(.due, undoes: true)]),
    (.overpaid, [Step(.due), Step(.paid), Step(.overpaid)]),
    (.recovered, [Step(.due), Step(.paid), Step(.overpaid), Step(.recovered)]),
    (.inherited, [Step(.due), Step(.inherited)]),
  ]

  /// A step of an obligation of 5.000.000 đ.
  struct Step: Sendable {
    let event: Event
    let undoes: Bool

    init(_ event: Event, undoes: Bool = false) {
      self.event = event
      self.undoes = undoes
    }

    /// A list of the step; `name` tells two lists of the same step apart.
    func list(_ name: String) -> String {
      switch event {
      case .due where !undoes:
        "person,benefit,month,amount,site,channel,name\n"
          + "\(Person.an),pension,2026-10,5000000,79-S1,cash,\(name)\n"
      case .transferred:
        "person,benefit,month,amount,site,name\n"
          + "\(Person.an),pension,2026-10,5000000,79-S2,\(name)\n"
      case .withheld:
        "person,benefit,month,amount,name\n\(Person.an),pension,2026-10,1500000,\(name)\n"
      default:
        "person,benefit,month,amount,name\n\(Person.an),pension,2026-10,5000000,\(name)\n"
      }
    }
  }

  /// Every event that a state does not allow, with the code that says where the payment stands.
  static let refusals: [(state: ObligationState, steps: [Step], event: Event, code: Code)] =
    ways.flatMap { way in
      Event.allCases.filter { event in
        event.list == .payments
          && !StateTable.transitions.contains { $0.event == event && $0.from == way.state }
      }.map { (way.state, way.steps, $0, code(of: way.state, $0)) }
    }

  private static func code(of state: ObligationState, _ event: Event) -> Code {
    switch state {
    case .none: .neverDue
    case _ where event == .due: .alreadyPosted
    case .due: .stillDue
    case .paid: .alreadyPaid
    case .unclaimed: .alreadyUnclaimed
    case .cancelled: .alreadyCancelled
    case .reversed: .alreadyReversed
    case .overpaid: .alreadyOverpaid
    case .recovered: .alreadyRecovered
    case .inherited: .alreadyInherited
    }
  }

  private func take(_ step: Step, _ name: String, in books: TestLedger) throws -> Receipt {
    try books.post(
      step.event, step.list(name), name: "\(step.event.code).csv",
      undoing: step.undoes ? "listed by mistake" : nil)
  }

  @Test(arguments: refusals.indices)
  func `a step the state table does not have is refused and says what happened so far`(
    _ index: Int
  ) throws {
    let books = try books.get()
    let (_, steps, event, code) = Self.refusals[index]
    for step in steps { #expect(try take(step, "first", in: books).state == .posted) }
    let before = try books.ledger.trialBalance()
    let refused = try take(Step(event), "second", in: books)
    #expect(refused.state == .refused)
    #expect(refused.codes == [code])
    let mistake = try #require(refused.diagnosis.diagnostics.first)
    #expect(mistake.line == 2 && mistake.column == 1)
    #expect(!mistake.message.contains(Person.an) && mistake.message.contains("*********011"))
    for (number, step) in steps.enumerated() {
      #expect(
        mistake.message.contains("batch \(number + 1), file \(step.event.code).csv, line 2"))
    }
    #expect(try books.ledger.trialBalance().debit == before.debit)
  }

  @Test(arguments: ways.indices)
  func `every step that a state allows is posted, and the books are whole after it`(
    _ index: Int
  ) throws {
    let (state, steps) = Self.ways[index]
    for event in Event.allCases
    where StateTable.transitions.contains(where: { $0.event == event && $0.from == state }) {
      let books = try TestLedger()
      for step in steps { _ = try take(step, "first", in: books) }
      let receipt = try take(Step(event), "second", in: books)
      #expect(receipt.state == .posted, "\(event) from \(state): \(receipt.codes)")
      #expect(try books.ledger.trialBalance().isBalanced)
      // Nobody gave the site cash to pay with, or withheld what is offset.
      let differences = try books.ledger.reconcileTotals().differences
      #expect(
        differences.allSatisfy {
          $0.kind == .cashNegative
            || $0.kind == .wrongSide && $0.account?.hasPrefix("withheld/") == true
        },
        "\(event) from \(state): \(differences)")
      let verification = try books.ledger.verify()
      #expect(
        verification.isIntact, "\(event) from \(state): \(verification.findings.map(\.message))")
    }
  }
}
