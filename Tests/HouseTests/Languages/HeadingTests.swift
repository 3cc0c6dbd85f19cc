import LedgerCore
import TestSupport
import Testing

/// The members of documents head the columns of workbooks, so their names are words in Vietnamese.
@Suite struct HeadingTests {
  /// The words of a member's name, as the program makes them.
  private func title(_ name: Substring) -> String {
    name.replacing(/([a-z0-9])([A-Z])/) { "\($0.output.1) \($0.output.2)" }.lowercased()
  }

  @Test func `every member of a document has words in Vietnamese`() throws {
    let known = Set(Catalogue.vietnameseEntries.map(\.english))
    var names: Set<String> = []
    for path in try Repository.files(under: "Sources/benefit-ledger", suffix: ".swift") {
      let text = try Repository.text(path)
      for match in text.matches(of: /\("([a-zA-Z0-9]+)",\s*[.a-z]/) {
        names.insert(title(match.output.1))
      }
    }
    #expect(names.count > 200)
    #expect(names.subtracting(known).sorted() == [])
  }
}
