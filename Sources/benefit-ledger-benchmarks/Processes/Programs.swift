import Foundation

/// The programs a run starts: the real command line, and this one for its own heavy parts.
struct Programs {
  /// `benefit-ledger`, beside this program.
  let ledger: ChildProcess
  /// This program.
  let benchmarks: ChildProcess

  /// Finds the programs.
  ///
  /// - Parameter directory: Where what they say goes.
  /// - Throws: ``StageFailure`` if `benefit-ledger` was not built.
  init(sayingInto directory: String) throws {
    var path = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &path, path.count)
    guard length > 0 else { throw StageFailure("The path of this program cannot be found.") }
    let own = String(decoding: path[0..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let beside = own.split(separator: "/").dropLast().map { "/" + $0 }.joined()
    let ledger = beside + "/benefit-ledger"
    guard access(ledger, X_OK) == 0 else {
      throw StageFailure("There is no program \(ledger); build it: swift build -c release.")
    }
    self.ledger = ChildProcess(program: ledger, directory: directory)
    benchmarks = ChildProcess(program: own, directory: directory)
  }
}
