import BenefitLedger
import Testing

/// The same list that undoes, after what it undid was posted anew.
@Suite struct UndoneAgainTests {
  @Test func `it is asked whether the payments are undone again, not paid again`() throws {
    let books = try TestLedger()
    try books.due([Person.an])
    let list = TestLedger.list([Person.an])
    for round in 1...2 {
      let envelope = Envelope(reference: "ROUND-\(round)")
      #expect(try books.post(.paid, list, envelope: envelope).state == .posted)
      if round == 1 { #expect(try books.post(.paid, list, undoing: "wrong").state == .posted) }
    }
    let again = try books.post(.paid, list, undoing: "wrong")
    #expect(again.codes == [.couldBeTakenAgain])
    let mistake = again.diagnosis.diagnostics[0]
    #expect(mistake.message.hasSuffix("was taken anew since and could be undone again."))
    #expect(!mistake.message.contains("paid"))
    #expect(try books.balance("payable/retirement/79-S1") == 0)
  }
}
