import Foundation
import LedgerCore
import TestSupport
import Testing

/// The reference is what the program is: codes, commands, options.
@Suite struct ManualTests {
  @Test func `every code has a section in errors.md, in order, and no section is stale`() throws {
    let page = Page(
      path: "docs/reference/errors.md", try Repository.text("docs/reference/errors.md"))
    let sections = page.headings.filter { $0.level == 2 }.compactMap { heading in
      heading.text.firstMatch(of: /^(L[0-9]{4})\b/).map { String($0.1) }
    }
    #expect(sections == Code.allCases.map(\.text))
  }

  @Test func `every command has a section in commands.md, and no section is stale`() throws {
    let commands = try ProgramCommand.all()
    let sections = try commandSections().map(\.name)
    #expect(Set(sections) == Set(commands.map(\.name)))
    #expect(sections.count == commands.count, "A command has two sections.")
  }

  @Test func `every option of a command is in its section`() throws {
    let page = Page(
      path: "docs/reference/commands.md", try Repository.text("docs/reference/commands.md"))
    let everywhere: Set<String> = [
      "--ledger", "--json", "--quiet", "--lang", "--help", "--version", "--xlsx",
    ]
    for option in everywhere {
      #expect(page.lines.contains { $0.contains("`\(option)") }, "commands.md misses \(option).")
    }
    let sections = try commandSections()
    for command in try ProgramCommand.all() {
      guard let section = sections.first(where: { $0.name == command.name }) else { continue }
      for option in command.options where !everywhere.contains(option) {
        #expect(
          section.text.contains(option),
          "Section `\(command.name)` of docs/reference/commands.md misses \(option).")
      }
    }
  }

  @Test func `every exit code is in commands.md`() throws {
    let text = try Repository.text("docs/reference/commands.md")
    for exit in ExitCode.gravity {
      #expect(
        text.contains("| \(exit.rawValue) |"), "commands.md misses exit code \(exit.rawValue).")
    }
  }

  @Test func `every event, benefit, channel, fund, chart code and kind is in file-formats.md`()
    throws
  {
    let text = try Repository.text("docs/reference/file-formats.md")
    let terms =
      Event.allCases.map(\.code) + Benefit.allCases.map(\.code) + Channel.allCases.map(\.code)
      + Fund.allCases.map(\.code) + ChartCode.allCases.map(\.code) + UnitKind.allCases.map(\.code)
      + ObligationState.allCases.map(\.code) + HoldKind.allCases.map(\.code)
    for term in terms { #expect(text.contains("`\(term)`"), "file-formats.md misses \(term).") }
  }

  @Test func `every table and view is in schema.md`() throws {
    let text = try Repository.text("docs/reference/schema.md")
    let schema = try Repository.text("schema.sql")
    let names = schema.matches(of: /CREATE (?:TABLE|VIEW) ([a-z_]+)/).map { String($0.1) }
    #expect(names.count > 20)
    for name in names { #expect(text.contains("`\(name)`"), "schema.md misses \(name).") }
  }

  /// The sections of commands.md whose heading is a command in backquotes.
  private func commandSections() throws -> [(name: String, text: String)] {
    let path = "docs/reference/commands.md"
    let text = try Repository.text(path)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let headings = Page(path: path, text).headings.filter { $0.level <= 3 }
    return headings.enumerated().compactMap { index, heading in
      guard let name = heading.text.firstMatch(of: /^`([a-z][a-z -]*)`/) else { return nil }
      let end = index + 1 < headings.count ? headings[index + 1].line - 1 : lines.count
      return (
        String(name.1), lines[heading.line..<end].joined(separator: "\n")
      )
    }
  }
}

/// A command as the program itself describes it.
private struct ProgramCommand {
  /// Its words after `benefit-ledger`, such as `sites import`.
  var name: String
  /// Its long options.
  var options: [String]

  /// Every command that does something by itself.
  static func all() throws -> [ProgramCommand] {
    let folder = try TemporaryFolder()
    let dump = try runProgram(
      Programs.benefitLedger(), ["--experimental-dump-help"], in: folder.url)
    let tool = try JSONDecoder().decode(Dump.self, from: Data(dump.output.utf8))
    return tool.command.leaves(path: [])
  }

  private struct Dump: Decodable { var command: Command }

  private struct Command: Decodable {
    var commandName: String
    var subcommands: [Command]?
    var arguments: [Argument]?

    func leaves(path: [String]) -> [ProgramCommand] {
      let below = (subcommands ?? []).filter { $0.commandName != "help" }
      guard below.isEmpty else {
        return below.flatMap { $0.leaves(path: path + [$0.commandName]) }
      }
      let options = (arguments ?? []).flatMap { $0.names ?? [] }
        .filter { $0.kind == "long" }.map { "--" + $0.name }
      return [ProgramCommand(name: path.joined(separator: " "), options: options)]
    }
  }

  private struct Argument: Decodable { var names: [Name]? }
  private struct Name: Decodable {
    var kind: String
    var name: String
  }
}
