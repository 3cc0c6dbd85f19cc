import Testing

@testable import BenefitLedger

/// Under four eyes a list is read again by whoever approves it, as its maker read it.
struct ProfileApprovalTests {
  @Test(arguments: ProfilePostingTests.cases)
  func `a submitted list posts as it was submitted`(_ posted: ProfilePostingTests.Case) throws {
    let books = try FourEyesBooks()
    var request = PostingRequest(
      posted.event, [.memory(name: "list.csv", bytes: Array(posted.text.utf8))],
      today: try #require(CivilDate(TestLedger.today)))
    request.key = books.keys["lan"]
    request.reading = try ProfilePostingTests.reading(posted)
    let submitted = try #require(try books.ledger.post(request).receipts.first)
    #expect(submitted.state == .submitted, "\(submitted.diagnosis)")
    let receipt = try books.approve(try #require(submitted.submission))
    #expect(receipt.state == .posted, "\(receipt.diagnosis)")
    #expect(receipt.total == posted.total)
    #expect(try books.ledger.verify().findings.isEmpty)
  }
}
