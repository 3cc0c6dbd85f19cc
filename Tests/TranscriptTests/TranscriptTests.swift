import Foundation
import TestSupport
import Testing

/// What README.md and docs show is what the program does: every console block runs.
///
/// `UPDATE_TRANSCRIPTS=1 swift test --filter TranscriptTests` writes what the commands really said
/// into the pages; read the difference before you commit it.
@Suite struct TranscriptTests {
  static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_TRANSCRIPTS"] == "1"

  @Test(arguments: try Repository.pages())
  func `the commands of a page say what the page says`(page: String) throws {
    var transcript = Transcript(try Repository.text(page))
    guard !transcript.commands.isEmpty else { return }
    // At a desk without the sqlite3 shell this page is not checked; under CI that is an error.
    if transcript.commands.contains(where: { $0.text.contains("sqlite3") }),
      try Programs.sqlite3() == nil
    {
      return
    }
    let console = try Console(files: Repository.files(of: page))
    var outputs: [[String]] = []
    for command in transcript.commands {
      let output = try console.run(command.text)
      outputs.append(output)
      try #require(!output.joined().contains("Fatal error:"), "\(page): $ \(command.text) crashes")
      if Self.isUpdating { continue }
      #expect(
        matches(output, command.expected[...]),
        """
        \(page):\(command.line): $ \(command.text)
        The page shows:
        \(command.expected.joined(separator: "\n"))
        The command said:
        \(output.joined(separator: "\n"))
        """)
    }
    guard Self.isUpdating else { return }
    transcript.rewrite(with: outputs)
    try Data(transcript.text.utf8).write(to: Repository.root.appending(path: page))
  }

  @Test func `there are pages with commands`() throws {
    let commands = try Repository.pages().map { Transcript(try Repository.text($0)).commands.count }
    #expect(commands.reduce(0, +) >= 20)
  }
}

/// The transcript reader itself.
@Suite struct TranscriptReaderTests {
  private let page = """
    # Page

    ```console
    $ echo one
    one
    $ cat <<END
    > two
    > END
    two
    ```

    ```sh
    $ not a transcript
    ```
    """

  @Test func `commands and outputs are told apart`() {
    let commands = Transcript(page).commands
    #expect(commands.map(\.text) == ["echo one", "cat <<END\ntwo\nEND"])
    #expect(commands.map(\.expected) == [["one"], ["two"]])
    #expect(commands.map(\.line) == [4, 6])
  }

  @Test func `a wrong page is put right and a right one is left alone`() {
    var transcript = Transcript(page)
    transcript.rewrite(with: [["uno", "due"], ["two"]])
    #expect(transcript.text == page.replacing("\none\n", with: "\nuno\ndue\n"))
    var right = Transcript(page)
    right.rewrite(with: [["one"], ["two"]])
    #expect(right.text == page)
  }

  @Test(arguments: [
    ("posted, seal 0123", "posted, seal …", true), ("posted, seal 0123.", "… seal ….", true),
    ("posted", "post", false), ("posted", "…post", false), ("a b c d", "a…c…d", true),
    ("a c b d", "a…b…c…d", false), ("aba", "ab…ba", false), ("", "…", true),
  ])
  func `… stands for anything within a line`(line: String, wanted: String, isMatch: Bool) {
    #expect(matches(line: line, wanted) == isMatch)
  }

  @Test func `... stands for any lines`() {
    #expect(matches(["a", "b", "c"], ["a", "...", "c"]))
    #expect(matches(["a", "c"], ["a", "...", "c"]))
    #expect(matches(["a", "b"], ["..."]))
    #expect(!matches(["a", "b", "c"], ["a", "...", "b"]))
    #expect(!matches(["a", "b"], ["a"]))
  }

  @Test func `a shell keeps its folder, its variables and its exit code`() throws {
    let console = try Console()
    #expect(try console.run("export A=1; B=2; mkdir deep; cd deep; false") == [])
    #expect(try console.run("echo $? \"$A\" \"$B\" $(basename \"$PWD\")") == ["1 1  deep"])
  }

  @Test func `both streams are read`() throws {
    #expect(try Console().run("echo out; echo err >&2") == ["out", "err"])
  }
}
