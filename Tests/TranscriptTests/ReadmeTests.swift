import TestSupport
import Testing

/// README's two commands are the ones `.ci/run` runs, so that they cannot stop working unnoticed.
@Suite struct ReadmeTests {
  /// The blocks of README.md that are for a fresh machine.
  private func commands() throws -> [String] {
    try Repository.text("README.md").matches(of: /```sh\n([^`]*)```/).map {
      String($0.1).trimmingPrefix("\n").split(separator: "\n").joined(separator: "\n")
    }
  }

  @Test func `README has two commands for a fresh machine, of one line each`() throws {
    let commands = try commands()
    #expect(commands.count == 2)
    #expect(commands.allSatisfy { !$0.contains("\n") })
  }

  @Test func `.ci/run runs README's commands as they stand there`() throws {
    let script = try Repository.text(".ci/run").split(separator: "\n").map(String.init)
    for command in try commands() {
      #expect(script.contains(command), "Write this line into .ci/run: \(command)")
    }
  }

  @Test func `the scripts of .ci can be run and are sound`() throws {
    let folder = try TemporaryFolder()
    for script in ["run", "install"] {
      let path = Repository.root.appending(path: ".ci/\(script)").path
      let check = try runProgram("/bin/bash", ["-n", path], in: folder.url)
      #expect(check.exit == 0, "\(check.output)")
      let text = try Repository.text(".ci/\(script)")
      #expect(text.hasPrefix("#!/usr/bin/env bash\n"))
      #expect(text.contains("\nset -euo pipefail\n"))
      #expect(try runProgram("/usr/bin/test", ["-x", path], in: folder.url).exit == 0)
    }
  }

  @Test func `on a machine that has everything .ci/install does nothing`() throws {
    guard try Programs.sqlite3() != nil else { return }
    let folder = try TemporaryFolder()
    let script = Repository.root.appending(path: ".ci/install").path
    let run = try runProgram("/bin/bash", [script], in: folder.url)
    #expect(run.exit == 0)
    #expect(run.output == "")
  }
}
