import Foundation

/// How much is run, as the environment says.
struct Settings {
  var seed: UInt64
  var sequences: Int
  var commands: Int
  /// After how many failures it stops.
  var failures: Int
  /// Whether nothing was asked for: then every mark has to be reached.
  var isWhole: Bool

  static var environment: Settings {
    let variables = ProcessInfo.processInfo.environment
    func number(_ name: String, or other: Int) -> Int {
      variables["MODEL_" + name].flatMap { Int($0) } ?? other
    }
    return Settings(
      seed: UInt64(clamping: number("SEED", or: 1)), sequences: number("SEQUENCES", or: 2_000),
      commands: number("COMMANDS", or: 16), failures: number("FAILURES", or: 3),
      isWhole: !variables.keys.contains { $0.hasPrefix("MODEL_") })
  }
}
