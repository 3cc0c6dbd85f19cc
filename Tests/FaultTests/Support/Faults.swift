import Foundation

/// How much is tried: the usual figures, or a multiple of them.
enum Faults {
  /// `FAULT_FACTOR`, how many times the usual number of rounds; 1 without it.
  static let factor: Int = {
    let text = ProcessInfo.processInfo.environment["FAULT_FACTOR"] ?? "1"
    guard let factor = Int(text), factor > 0 else {
      preconditionFailure("FAULT_FACTOR is a whole number from 1 on")
    }
    return factor
  }()

  /// What randomness begins with: `FAULT_SEED`, or another number each time.
  static let seed: UInt64 = {
    let text = ProcessInfo.processInfo.environment["FAULT_SEED"]
    let seed = text.flatMap(UInt64.init) ?? UInt64(Date().timeIntervalSinceReferenceDate * 1_000)
    print("FAULT_SEED=\(seed) repeats this run")
    return seed
  }()

  /// Randomness of one test's own.
  static func randomness(_ test: UInt64) -> SeededGenerator {
    SeededGenerator(state: seed &+ test &* 0x9E37_79B9)
  }

  /// Whether this is the run that decides, where nothing may be skipped.
  static var isContinuousIntegration: Bool {
    ProcessInfo.processInfo.environment["CI"] == "true"
  }
}

/// Repeatable randomness.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
