import Foundation

/// The programs that tests run.
public enum Programs {
  /// The folder of the `benefit-ledger` that was built together with the tests.
  ///
  /// `BENEFIT_LEDGER_BIN` names another program, such as a release build.
  public static func binaries() throws -> URL {
    if let chosen = ProcessInfo.processInfo.environment["BENEFIT_LEDGER_BIN"] {
      return URL(filePath: chosen).deletingLastPathComponent()
    }
    let beside = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent()
    let candidates = [
      beside, URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent(),
      Repository.root.appending(path: ".build/debug"),
    ]
    let found = candidates.first {
      FileManager.default.isExecutableFile(atPath: $0.appending(path: "benefit-ledger").path)
    }
    guard let found else { throw MissingProgram("benefit-ledger", "swift build") }
    return found
  }

  /// The built `benefit-ledger`.
  public static func benefitLedger() throws -> String {
    try binaries().appending(path: "benefit-ledger").path
  }

  /// The `sqlite3` shell, or nil if this desk has none.
  ///
  /// Under `CI=true` it must be there: a check that is skipped where it counts is no check.
  public static func sqlite3() throws -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"
    let found = path.split(separator: ":").map { "\($0)/sqlite3" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
    if found == nil && isContinuousIntegration { throw MissingProgram("sqlite3", ".ci/install") }
    return found
  }

  /// Whether this is the run that decides, where nothing may be skipped.
  public static var isContinuousIntegration: Bool {
    ProcessInfo.processInfo.environment["CI"] == "true"
  }
}

/// A program that a test needs is not there.
struct MissingProgram: Error, CustomStringConvertible {
  let description: String

  init(_ name: String, _ remedy: String) {
    description = "\(name) is not there; run \(remedy) first."
  }
}
