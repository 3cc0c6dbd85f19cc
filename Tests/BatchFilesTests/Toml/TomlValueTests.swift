import LedgerCore
import Testing

@testable import BatchFiles

/// The values of TOML as this program reads them.
struct TomlValueTests {
  private func value(_ text: String) throws -> TomlValue {
    let document = TomlDocument(Array("key = \(text)\n".utf8))
    #expect(document.faults.map(\.message) == [], "\(text)")
    return try #require(document.root["key"]).item.value
  }

  @Test func `every kind of value is read`() throws {
    #expect(try value("\"Phải trả\"") == .text("Phải trả"))
    #expect(try value("'C:\\temp\\n'") == .text("C:\\temp\\n"))
    #expect(try value("\"\"") == .text(""))
    #expect(try value("true") == .boolean(true))
    #expect(try value("false  # no") == .boolean(false))
    #expect(try value("2024-02-29") == .date(try #require(CivilDate("2024-02-29"))))
  }

  @Test(arguments: [
    ("0", 0), ("-1", -1), ("+25_000_000", 25_000_000), ("1_2_3", 123),
    ("9_223_372_036_854_775_807", Int64.max), ("-9223372036854775808", Int64.min), ("-0", 0),
  ])
  func `whole numbers are read to the last`(text: String, number: Int64) throws {
    #expect(try value(text) == .integer(number))
  }

  @Test func `escapes stand for what they name`() throws {
    #expect(
      try value(#""a\"b\\c\t\n\r\b\fđ\u0111\U0001F600""#)
        == .text("a\"b\\c\t\n\r\u{8}\u{C}đđ\u{1F600}"))
  }

  @Test func `a list goes over lines, with comments and a last comma`() throws {
    let list = try value("[ # two\r\n  'a', # one\n\n  2 ,\n  # end\n]")
    guard case .list(let items) = list else {
      Issue.record("\(list)")
      return
    }
    #expect(items.map(\.value) == [.text("a"), .integer(2)])
    #expect(items.map(\.position.line) == [2, 4])
    #expect(items.map(\.position.column) == [3, 3])
    #expect(try value("[]") == .list([]))
  }

  @Test(arguments: [
    ("1.5", "whole number"), ("1e3", "whole number"), ("0x10", "whole number"),
    ("007", "begins with a zero"), ("1__0", "whole number"), ("1_", "whole number"),
    ("_1", "no value"), ("+", "no value"), ("9223372036854775808", "too large"),
    ("2025-02-29", "no such date"), ("2025-01-01T07:00:00", "no such date"),
    ("2025-1-1", "no such date"), ("2025-01-01 07:00:00", "after what the line says"),
    ("", "no value"),
    ("yes", "no value"), ("{ a = 1 }", "curly"), ("[[1], [2]]", "no lists"),
    ("\"\"\"x\"\"\"", "several lines"), ("'''x'''", "several lines"), ("\"x", "not closed"),
    ("'x", "not closed"), (#""\x""#, "backslash"), (#""\u12""#, "backslash"),
    (#""\uD800""#, "backslash"), (#""\U00110000""#, "backslash"),
    ("1 2", "after what the line says"),
    ("[1 2]", "commas"), ("[1,, 2]", "no value"), ("[1", "not closed"), ("[", "not closed"),
    ("= 1", "no value"), ("\"a\" \"b\"", "after what the line says"), ("inf", "no value"),
  ])
  func `what is no value is refused where it stands`(text: String, words: String) throws {
    let document = TomlDocument(Array("\nkey = \(text)\n".utf8))
    let fault = try #require(document.faults.first)
    #expect(document.faults.count == 1)
    #expect(fault.message.contains(words), "\(fault.message.description)")
    #expect(fault.code == .tomlSyntax)
    #expect(fault.position.line == 2)
    #expect(fault.position.column >= 7)
    #expect(document.root["key"] == nil)
    #expect(document.root.isDamaged)
  }
}
