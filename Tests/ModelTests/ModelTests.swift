import Foundation
import Testing

/// The engine against a model that is written from the contract alone.
@Suite struct ModelTests {
  @Test func `the engine does what the model does, whatever is asked of it`() throws {
    let settings = Settings.environment
    let results = try Crowd.run(settings, try LedgerTemplate.make())
    let marks = results.marks
    for failure in results.failures { Issue.record("\(failure)") }
    print(
      marks.codes.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }.joined(separator: " "))
    print(
      marks.commands.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }.joined(
        separator: ", "))
  }
}

/// How much is run, as the environment says.
struct Settings {
  var seed: UInt64
  var sequences: Int
  var commands: Int
  var failures: Int

  static var environment: Settings {
    let variables = ProcessInfo.processInfo.environment
    return Settings(
      seed: variables["MODEL_SEED"].flatMap { UInt64($0) } ?? 1,
      sequences: variables["MODEL_SEQUENCES"].flatMap { Int($0) } ?? 100,
      commands: variables["MODEL_COMMANDS"].flatMap { Int($0) } ?? 24,
      failures: variables["MODEL_FAILURES"].flatMap { Int($0) } ?? 1)
  }
}
