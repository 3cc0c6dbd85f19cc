import Foundation
import LedgerCore
import SampleFiles
import Testing

/// A set of files generated for a test, removed when the test is over.
final class GeneratedSample {
  let directory: URL
  let summary: SampleSummary

  init(_ plan: SamplePlan) throws {
    directory = Self.unusedDirectory()
    summary = try generateSample(plan, into: directory.path)
  }

  deinit { try? FileManager.default.removeItem(at: directory) }

  static func unusedDirectory() -> URL {
    FileManager.default.temporaryDirectory.appending(path: "sample-\(UUID().uuidString)")
  }

  /// The paths of all files, sorted.
  func paths() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: directory.path)
      .filter { $0.hasSuffix(".csv") }.sorted()
  }

  func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: directory.appending(path: path))
  }

  /// A file that may be missing, for then it would have no lines.
  func list(_ path: String) throws -> GeneratedList {
    guard try paths().contains(path) else { return GeneratedList() }
    return try GeneratedList(String(decoding: bytes(path), as: UTF8.self))
  }

  /// The rows of both lists of what is owed.
  func owed() throws -> [GeneratedRow] {
    try list("due.csv").rows + list("short-term.csv").rows
  }

  /// The rows of all lists of cash that was paid out.
  func cashPaid() throws -> [GeneratedRow] {
    try paths().filter { $0.hasPrefix("paid/") }.flatMap { try list($0).rows }
  }
}

/// A row by the names of its columns.
struct GeneratedRow: Hashable {
  let fields: [String: String]

  subscript(column: String) -> String { fields[column] ?? "" }

  var amount: Int64 { Int64(self["amount"]) ?? 0 }

  /// What makes the obligation one and no other.
  var key: String { "\(self["person"]) \(self["benefit"]) \(self["month"])" }

  var claim: String { "\(key) \(self["amount"])" }

  /// The fund, as written or by the benefit.
  var fund: Fund? { Fund(code: self["fund"]) ?? Benefit(code: self["benefit"])?.fund }
}

/// A file read back: its envelope, if it begins with one, and its rows.
struct GeneratedList {
  var envelope: [String: String] = [:]
  var header: [String] = []
  var rows: [GeneratedRow] = []

  init() {}

  init(_ text: String) throws {
    #expect(text.hasSuffix("\n"))
    #expect(!text.utf8.contains(0x0D))
    var lines = text.utf8.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }[...]
    if let first = lines.first, first.hasPrefix("#batch ") {
      for pair in first.split(separator: " ").dropFirst() {
        let parts = pair.split(separator: "=")
        envelope[String(parts[0])] = String(parts[1])
      }
      lines = lines.dropFirst()
    }
    header = Self.fields(of: try #require(lines.first))
    rows = lines.dropFirst().map { line in
      let fields = Self.fields(of: line)
      #expect(fields.count == header.count)
      return GeneratedRow(fields: Dictionary(uniqueKeysWithValues: zip(header, fields)))
    }
  }

  private static func fields(of line: String) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}

/// The plan most tests use: half of it cash, so that there is enough of everything.
func smallProvince(
  persons: Int = 2000, seed: UInt64 = 1, bankShare: Int = 50, month: String = "2026-10"
) throws -> SamplePlan {
  SamplePlan(
    scope: .province, persons: persons, sites: 30, month: try #require(Month(month)), seed: seed,
    bankShare: bankShare)
}
