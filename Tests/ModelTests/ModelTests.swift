import BenefitLedger
import Testing

/// The engine against a model that is written from the contract alone.
@Suite struct ModelTests {
  @Test func `the engine does what the model does, whatever is asked of it`() throws {
    let settings = Settings.environment
    let results = try Crowd.run(settings, try LedgerTemplates())
    for failure in results.failures { Issue.record("\(failure)") }
    guard settings.isWhole else { return print(results.marks) }
    for miss in results.marks.missing { Issue.record("\(miss) was never reached") }
  }

  @Test(arguments: Defect.planted.indices)
  func `a planted defect is noticed`(place: Int) throws {
    let defect = Defect.planted[place]
    let templates = try LedgerTemplates()
    var noticed: UInt64?
    for seed in UInt64(1)...200 where noticed == nil {
      do {
        _ = try Sequence(seed: seed, length: 24, defect: defect).run(templates, shrinks: false)
      } catch is Sequence.Failure {
        noticed = seed
      }
    }
    #expect(noticed != nil, "\(defect.name): 200 sequences passed")
  }

  @Test(arguments: [8, 11, 14, 16] as [UInt64])
  func `what the built program posts is posted once, also if it was killed`(seed: UInt64) throws {
    var generator = Generator(seed: seed)
    var run = try Run(try LedgerTemplate.make())
    var program = BuiltProgram(engine: run.engine, random: SeededRandom(seed))
    var given: [Command] = []
    for _ in 0..<40 where given.count < 12 {
      let command = generator.next(run.model)
      guard let words = try program.words(command) else { continue }
      given.append(command)
      let expected = run.model.run(command)
      let isDone = expected.refused.isEmpty && expected.done.first != "refused"
      let (exit, wasKilled) = try program.run(words)
      // A reversal that was posted before it was killed is refused when it is typed again.
      #expect((exit == 0) == isDone || isDone && wasKilled && exit == 65, "\(given)")
    }
    let mismatch = try run.finish()
    #expect(mismatch == nil, "\(mismatch?.text ?? ""): \(given)")
  }

  @Test func `every refusal code is reached, or it is said why not`() {
    for code in Code.allCases.map(\.text) {
      #expect(
        MarkTable.reached.contains(code) != (MarkTable.reason(code) != nil),
        "\(code) is to be in one of the tables of MarkTable")
    }
  }
}
