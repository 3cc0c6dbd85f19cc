import LedgerCore
import Testing

/// The end-to-end id of a payment is its obligation, there and back.
@Suite struct PaymentReferenceTests {
  private func key(
    _ benefit: Benefit, person: String = "012345678901", occurrence: UInt8 = 1
  ) throws -> ObligationKey {
    ObligationKey(
      month: try #require(Month("2026-10")), person: try #require(PersonNumber(person)).encoded,
      benefit: benefit.rawValue, occurrence: occurrence)
  }

  @Test func `an id is month, person, benefit and occurrence`() throws {
    #expect(PaymentReference.text(of: try key(.pension)) == "202610-012345678901-pension-1")
    #expect(
      PaymentReference.text(of: try key(.lumpSum, person: "0123456789", occurrence: 12))
        == "202610-0123456789-lump-sum-12")
  }

  @Test(arguments: Benefit.allCases)
  func `every id fits into 35 characters that banks carry, and leads back`(
    _ benefit: Benefit
  ) throws {
    for person in ["012345678901", "0123456789"] {
      for occurrence: UInt8 in [1, 9, 10, 255] {
        let key = try key(benefit, person: person, occurrence: occurrence)
        let text = try #require(PaymentReference.text(of: key))
        #expect(text.utf8.count <= 35)
        #expect(
          text.utf8.allSatisfy {
            $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0)
          }, "\(text)")
        #expect(PaymentReference.key(of: text) == key)
      }
    }
  }

  @Test(arguments: [
    "", "NOTPROVIDED", "202613-012345678901-pension-1", "202610-012345678901-pension-0",
    "202610-012345678901-pension-256", "202610-012345678901-pension-01",
    "202610-012345678901-pension", "202610-01234567890-pension-1", "202610-012345678901--1",
    "202610-012345678901-convalescence-1", "202610-012345678901-pension-1 ",
    "02610-012345678901-pension-1", "202610-111111111111-pension-1", "202610-", "-", "----",
    "2026١٠-012345678901-pension-1",
  ])
  func `anything else is no obligation`(_ text: String) {
    #expect(PaymentReference.key(of: text) == nil)
  }

  @Test func `a bank account is read whole or not at all`() {
    let account = BankAccount("970436:0071000123456")
    #expect(account?.bank == "970436" && account?.number == "0071000123456")
    #expect("\(account.map(\.description) ?? "")" == "970436:**********456")
    for text in [
      "970436", "970436:12345", "970436:12345678901234567890", "97043X:0071000123456",
      "970436-0071000123456", "970436:9704360071000123", "970436:0071 00123456", "",
    ] { #expect(BankAccount(text) == nil, "\(text)") }
  }
}
