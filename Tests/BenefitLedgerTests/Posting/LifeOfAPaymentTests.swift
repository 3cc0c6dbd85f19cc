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

  /// What the state table does not allow, with the code that says where the payment stands.
  static let refusals: [(steps: [Event], event: Event, code: Code)] = [
    ([], .paid, .neverDue), ([], .unpaid, .neverDue), ([], .returned, .neverDue),
    ([], .reissued, .neverDue), ([], .cancelled, .neverDue),
    ([.due], .returned, .stillDue), ([.due], .reissued, .stillDue),
    ([.due], .due, .alreadyPosted), ([.due, .paid], .due, .alreadyPosted),
    ([.due, .unpaid], .due, .alreadyPosted), ([.due, .cancelled], .due, .alreadyPosted),
    ([.due, .paid], .paid, .alreadyPaid), ([.due, .paid], .unpaid, .alreadyPaid),
    ([.due, .paid], .reissued, .alreadyPaid), ([.due, .paid], .cancelled, .alreadyPaid),
    ([.due, .unpaid], .unpaid, .alreadyUnclaimed), ([.due, .unpaid], .returned, .alreadyUnclaimed),
    ([.due, .cancelled], .paid, .alreadyCancelled),
    ([.due, .cancelled], .unpaid, .alreadyCancelled),
    ([.due, .cancelled], .returned, .alreadyCancelled),
    ([.due, .cancelled], .reissued, .alreadyCancelled),
    ([.due, .cancelled], .cancelled, .alreadyCancelled),
  ]

  @Test(arguments: refusals.indices)
  func `a step the state table does not have is refused and says what happened so far`(
    _ index: Int
  ) throws {
    let books = try books.get()
    let (steps, event, code) = Self.refusals[index]
    func text(_ event: Event, _ name: String) -> String {
      event == .due
        ? "person,benefit,month,amount,site,channel,name\n"
          + "\(Person.an),pension,2026-10,5000000,79-S1,cash,\(name)\n"
        : "person,benefit,month,amount,name\n\(Person.an),pension,2026-10,5000000,\(name)\n"
    }
    for step in steps {
      #expect(try books.post(step, text(step, "first"), name: "\(step.code).csv").state == .posted)
    }
    let before = try books.ledger.trialBalance()
    let refused = try books.post(event, text(event, "second"))
    #expect(refused.state == .refused)
    #expect(refused.codes == [code])
    let mistake = try #require(refused.diagnosis.diagnostics.first)
    #expect(mistake.line == 2 && mistake.column == 1)
    #expect(!mistake.message.contains(Person.an) && mistake.message.contains("*********011"))
    for (number, step) in steps.enumerated() {
      #expect(mistake.message.contains("batch \(number + 1), file \(step.code).csv, line 2"))
    }
    #expect(try books.ledger.trialBalance().debit == before.debit)
  }

  @Test func `the state table and the list of refusals cover every event in every state`() {
    let steps: [Event] = [.due, .paid, .unpaid, .returned, .reissued, .cancelled]
    let refused = Set(
      Self.refusals.map { refusal in
        let state = refusal.steps.reduce(ObligationState.none) {
          StateTable.state(after: $1, from: $0) ?? $0
        }
        return "\(refusal.event.code) from \(state.code)"
      })
    for event in steps {
      for state in ObligationState.allCases {
        let isAllowed = StateTable.state(after: event, from: state) != nil
        #expect(isAllowed != refused.contains("\(event.code) from \(state.code)"))
      }
    }
  }
}
