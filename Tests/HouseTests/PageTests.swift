import TestSupport
import Testing

/// The pages: README.md and docs.
@Suite struct PageTests {
  @Test func `a page has one title and lines of at most 100 characters`() throws {
    let findings = try Page.all().flatMap(\.findings)
    #expect(findings.isEmpty, "\(list(findings))")
  }

  @Test func `every relative link leads somewhere`() throws {
    let pages = Dictionary(uniqueKeysWithValues: try Page.all().map { ($0.path, $0) })
    let findings = pages.values.sorted { $0.path < $1.path }.flatMap {
      $0.deadLinks(in: pages, exists: Repository.exists)
    }
    #expect(findings.isEmpty, "\(list(findings))")
  }

  @Test(arguments: [
    ("No title\n", 1), ("# One\n\n# Two\n", 3),
    ("# One\n\n" + String(repeating: "word ", count: 21) + "\n", 3),
  ])
  func `a bad page is found`(text: String, line: Int) {
    #expect(Page(path: "docs/bad.md", text).findings.map(\.line) == [line])
  }

  @Test func `fenced blocks and tables are left alone`() {
    let long = String(repeating: "x", count: 101)
    let page = Page(
      path: "docs/good.md", "# One\n\n```console\n# not a heading\n\(long)\n```\n\n| \(long) |\n")
    #expect(page.findings == [])
  }

  @Test(arguments: ["missing.md", "../gone.md", "good.md#no-such-heading", "#nowhere"])
  func `a dead link is found`(target: String) {
    let page = Page(path: "docs/bad.md", "# Bad\n\nSee [it](\(target)).\n")
    let good = Page(path: "docs/good.md", "# Good\n\n## A `code` heading: x\n")
    let pages = ["docs/bad.md": page, "docs/good.md": good]
    #expect(page.deadLinks(in: pages) { pages[$0] != nil }.map(\.line) == [3])
  }

  @Test(arguments: [
    "good.md", "./good.md#a-code-heading-x", "../docs/good.md", "#bad", "https://example.org/x",
  ])
  func `a live link is not`(target: String) {
    let page = Page(path: "docs/bad.md", "# Bad\n\nSee [it](\(target)).\n")
    let good = Page(path: "docs/good.md", "# Good\n\n## A `code` heading: x\n")
    let pages = ["docs/bad.md": page, "docs/good.md": good]
    #expect(page.deadLinks(in: pages) { pages[$0] != nil } == [])
  }
}
