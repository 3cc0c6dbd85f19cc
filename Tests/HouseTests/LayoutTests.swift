import Foundation
import TestSupport
import Testing

/// The top level and the package manifest.
@Suite struct LayoutTests {
  /// Every package the build needs, at one version.
  ///
  /// A new line here is a decision: say why in `docs/internals/decisions.md`.
  static let dependencies = [
    "https://github.com/apple/swift-argument-parser 1.8.2",
    "https://github.com/apple/swift-crypto 4.5.2",
    "https://github.com/groue/GRDB.swift 7.10.0",
  ]

  @Test func `the package depends on what was decided, at exact versions`() throws {
    #expect(Self.dependencies(in: try Repository.text("Package.swift")) == Self.dependencies)
  }

  @Test func `a dependency that floats or is new is seen`() {
    let manifest = """
      .package(url: "https://example.org/a", from: "1.0.0"),
      .package(path: "../b"),
      .package(url: "https://example.org/c", exact: "2.0.0"),
      """
    #expect(
      Self.dependencies(in: manifest)
        == [
          "not exact: path: \"../b\"", "not exact: url: \"https://example.org/a\", from: \"1.0.0\"",
          "https://example.org/c 2.0.0",
        ].sorted())
  }

  private static func dependencies(in manifest: String) -> [String] {
    manifest.matches(of: /\.package\(([^)]*)\)/).map { call in
      if let exact = call.1.wholeMatch(of: /url: "([^"]+)", exact: "([^"]+)"/) {
        "\(exact.1) \(exact.2)"
      } else {
        "not exact: \(call.1)"
      }
    }.sorted()
  }

  @Test func `the top level holds what a newcomer expects and nothing else`() throws {
    let expected: Set<String> = [
      "Package.swift", "README.md", "Sources", "Tests", "docs", "schema.sql",
    ]
    let ignored = try Repository.text(".gitignore").split(separator: "\n").map {
      $0.hasSuffix("/") ? String($0.dropLast()) : String($0)
    }
    let found = try FileManager.default.contentsOfDirectory(atPath: Repository.root.path)
      .filter { !$0.hasPrefix(".") && !expected.contains($0) && !ignored.contains($0) }.sorted()
    #expect(found == [], "Move it under Sources, Tests or docs, or into a dot-file.")
  }

  @Test func `no file tells of the machine it was written on`() throws {
    let files =
      try Repository.files(under: "Sources", "Tests", suffix: ".swift") + Repository.pages()
      + ["Package.swift", "schema.sql", ".ci/run", ".ci/install"]
    for file in files {
      let text = try Repository.text(file)
      for folder in ["/" + "work/", "/" + "root/", "/" + "home/", ".." + "/shared"] {
        #expect(!text.contains(folder), "\(file) names \(folder); use a relative path.")
      }
    }
  }
}
