/// A sequence of commands by its seed, and what becomes of it.
struct Sequence {
  /// A sequence on which engine and model differ, made small.
  struct Failure: Error, CustomStringConvertible {
    var seed: UInt64
    var commands: [Command]
    var mismatch: Run.Mismatch

    var description: String {
      let list = commands.enumerated().map { "  \($0.offset + 1). \($0.element)" }
      return """
        Seed \(seed): engine and model differ about \(mismatch.what), command \(mismatch.place + 1).
          model says
              \(mismatch.model)
          engine says
              \(mismatch.engine)
        The sequence:
        \(list.joined(separator: "\n"))
        Again: MODEL_SEED=\(seed) MODEL_SEQUENCES=1 swift test --filter ModelTests
        """
    }
  }

  let seed: UInt64
  let length: Int
  var defect: Defect?

  /// Runs it; says what it reached.
  ///
  /// - Throws: `Failure`, made small.
  func run(_ templates: LedgerTemplates, shrinks: Bool = true) throws -> Marks {
    let template = Theme(seed: seed) == .fourEyes ? templates.fourEyes : templates.single
    var generator = Generator(seed: seed)
    var run = try Run(template, defect: defect)
    var mismatch: Run.Mismatch?
    while mismatch == nil, run.commands.count < length {
      mismatch = try run.take(generator.next(run.model))
    }
    mismatch = try mismatch ?? run.finish()
    guard let mismatch else { return run.marks }
    guard shrinks else { throw Failure(seed: seed, commands: run.commands, mismatch: mismatch) }
    let isLate = mismatch.place == run.commands.count
    var shrinker = Shrinker(run.commands, mismatch) { commands in
      try? Self.mismatch(commands, template, defect, finishes: isLate)
    }
    shrinker.shrink()
    throw Failure(seed: seed, commands: shrinker.commands, mismatch: shrinker.mismatch)
  }

  private static func mismatch(
    _ commands: [Command], _ template: LedgerTemplate, _ defect: Defect?, finishes: Bool
  ) throws -> Run.Mismatch? {
    var run = try Run(template, defect: defect)
    for command in commands {
      if let mismatch = try run.take(command) { return mismatch }
    }
    return finishes ? try run.finish() : nil
  }
}
