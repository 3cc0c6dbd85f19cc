import Foundation

/// Starts a program, waits for it, and says what exactly that process cost.
struct ChildProcess {
  /// The program's path.
  let program: String
  /// A directory for what programs say.
  let directory: String

  /// Runs the program to its end.
  ///
  /// The system counts a child's memory from before it becomes another program, so whoever measures
  /// must be small itself: whatever needs much memory here runs as a process of its own.
  ///
  /// - Parameter arguments: What follows the program's name.
  /// - Returns: What it cost, and what it wrote to stdout.
  /// - Throws: ``StageFailure`` unless it exits with 0, with what it wrote to stderr.
  @discardableResult
  func run(_ arguments: [String]) throws -> (figures: ChildFigures, output: String) {
    let outputPath = directory + "/stdout"
    let errorPath = directory + "/stderr"
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, outputPath, flags, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errorPath, flags, 0o600)

    var words = ([program] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }

    var process = pid_t()
    var status = Int32()
    var usage = rusage()
    let watch = Stopwatch()
    let problem = posix_spawn(&process, program, &actions, nil, words, environ)
    guard problem == 0 else {
      throw StageFailure("\(program) cannot be started: \(String(cString: strerror(problem))).")
    }
    while wait4(process, &status, 0, &usage) < 0 {
      guard errno == EINTR else {
        throw StageFailure("\(program) cannot be waited for: \(String(cString: strerror(errno))).")
      }
    }
    let microseconds = watch.microseconds
    guard status == 0 else {
      let said = String((try? Self.text(errorPath))?.prefix(4_000) ?? "")
      throw StageFailure(
        "\(arguments.joined(separator: " ")) ended with \(Self.ending(status)).\n\(said)")
    }
    return (
      ChildFigures(
        microseconds: microseconds,
        cpuMicroseconds: Self.microseconds(usage.ru_utime) + Self.microseconds(usage.ru_stime),
        peakKiB: usage.ru_maxrss),
      try Self.text(outputPath)
    )
  }

  private static func microseconds(_ time: timeval) -> Int {
    time.tv_sec * 1_000_000 + Int(time.tv_usec)
  }

  /// A wait status in words: an exit code, or the signal that ended it.
  private static func ending(_ status: Int32) -> String {
    status & 0x7F == 0 ? "exit code \(status >> 8 & 0xFF)" : "signal \(status & 0x7F)"
  }

  /// The beginning of what was written; answers of many thousand files are not kept in memory.
  private static func text(_ path: String) throws -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[0..<count], as: UTF8.self)
  }
}
