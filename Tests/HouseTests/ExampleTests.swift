import TestSupport
import Testing

/// The example that readers copy is the one that is compiled and run.
@Suite struct ExampleTests {
  private static let source = "Tests/LibraryExampleTests/LibraryExampleTests.swift"

  @Test(arguments: ["Sources/BenefitLedger/BenefitLedger.docc/BenefitLedger.md"])
  func `a page shows the example of LibraryExampleTests as it stands there`(page: String) throws {
    let example = try Self.example()
    let blocks = try Repository.text(page).matches(of: /```swift\n([^`]*)```/).map { String($0.1) }
    #expect(blocks.count == 1)
    #expect(blocks.first == example, "Copy the text between the markers of \(Self.source).")
  }

  @Test func `the example imports the library and nothing else of the package`() throws {
    let file = SourceFile(path: Self.source, try Repository.text(Self.source))
    let modules = file.text.codeLines.compactMap(ImportTable.module)
    #expect(modules == ["BenefitLedger", "Testing"])
  }

  /// The lines between the markers, without their indentation, after the import they need.
  private static func example() throws -> String {
    let lines = try Repository.text(source).split(
      separator: "\n", omittingEmptySubsequences: false)
    let begin = try #require(lines.firstIndex { $0.hasSuffix("// example begins") })
    let end = try #require(lines.firstIndex { $0.hasSuffix("// example ends") })
    let body = lines[(begin + 1)..<end].map { line in
      line.trimmingPrefix { $0 == " " }.isEmpty ? "" : String(line.dropFirst(4))
    }
    return "import BenefitLedger\n\nvar lines: [String] = []\n\n"
      + body.joined(separator: "\n") + "\n"
  }
}
