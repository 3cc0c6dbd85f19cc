/// Commands given to the engine and to the model, side by side.
struct Run {
  /// What the two say differently.
  struct Mismatch {
    var place: Int
    var what: String
    var model: String
    var engine: String

    var text: String { "\(what): model \(model), engine \(engine)" }
  }

  let engine: EngineLedger
  var model: Model
  var commands: [Command] = []
  var marks = Marks()
  /// What becomes of a command on its way to the engine: itself, unless a defect is planted.
  var defect: Defect?

  init(_ template: LedgerTemplate, defect: Defect? = nil) throws {
    engine = try EngineLedger(template)
    model = template.startingModel
    self.defect = defect
  }

  /// Does one command on both sides and compares.
  mutating func take(_ command: Command) throws -> Mismatch? {
    let place = commands.count
    commands.append(command)
    let expected = model.run(command)
    if let defect, let distorted = defect.distort(command, expected) {
      // A defective engine that says what is right and does something else.
      for command in distorted { _ = try engine.run(command) }
    } else {
      let actual = try engine.run(command)
      marks.note(command, actual)
      guard expected.allows(actual) else {
        return Mismatch(
          place: place, what: "the answer to \(command)", model: expected.text, engine: actual.text)
      }
    }
    switch command {
    case .compare: return try compare(place)
    case .asKnown(let batch): return try compare(place, asKnownAt: batch)
    case .asAt(let date): return try compare(place, asAt: date)
    default: return nil
    }
  }

  /// Compares everything that can be asked.
  func compare(_ place: Int) throws -> Mismatch? {
    var looks = [
      Look("trial balance", model.trialBalance()) { try $0.trialBalance() },
      Look("batches", model.batchList()) { try $0.batchList() },
      Look("periods", model.periodList()) { try $0.periodList() },
      Look("totals", model.totals()) { try $0.totals() },
      Look("holds", model.holdList()) { try $0.holdList() },
      Look("submissions", model.submissionList()) { try $0.submissionList() },
      Look("users", model.userList()) { try $0.userList() },
      Look("differences", model.differences(through: "9999")) { try $0.differences() },
    ]
    for person in Generator.persons {
      looks.append(
        Look("the statement of \(person)", model.statement(person)) { try $0.statement(person) })
    }
    for batch in model.batches.map(\.number) {
      looks.append(
        Look("the vouchers of batch \(batch)", model.vouchers(of: batch)) {
          try $0.vouchers(of: batch)
        })
    }
    return try differ(place, looks)
  }

  private func compare(_ place: Int, asKnownAt batch: Int) throws -> Mismatch? {
    guard model.history.indices.contains(batch - 1) else { return nil }
    let past = model.history[batch - 1]
    let person = Generator.persons[batch % Generator.persons.count]
    let when = "as known at \(batch)"
    return try differ(
      place,
      [
        Look("trial balance \(when)", past.trialBalance()) {
          try $0.trialBalance(asKnownAt: batch)
        },
        Look("totals \(when)", past.totals()) { try $0.totals(asKnownAt: batch) },
        Look("the statement of \(person) \(when)", past.statement(person)) {
          try $0.statement(person, asKnownAt: batch)
        },
      ])
  }

  private func compare(_ place: Int, asAt date: String) throws -> Mismatch? {
    try differ(
      place,
      [
        Look("trial balance as at \(date)", model.trialBalance(asAt: date)) {
          try $0.trialBalance(asAt: date)
        },
        Look("totals as at \(date)", model.totals(asAt: date)) { try $0.totals(asAt: date) },
      ])
  }

  /// Something that can be asked of both sides.
  private struct Look {
    var what: String
    var model: [String]
    var ask: (EngineLedger) throws -> [String]

    init(_ what: String, _ model: [String], _ ask: @escaping (EngineLedger) throws -> [String]) {
      self.what = what
      self.model = model
      self.ask = ask
    }
  }

  private func differ(_ place: Int, _ looks: [Look]) throws -> Mismatch? {
    for look in looks {
      let said = try look.ask(engine)
      guard look.model != said else { continue }
      return Mismatch(
        place: place, what: look.what,
        model: look.model.filter { !said.contains($0) }.joined(separator: "\n      "),
        engine: said.filter { !look.model.contains($0) }.joined(separator: "\n      "))
    }
    return nil
  }

  /// The last look: everything, and that the engine finds its own books intact.
  func finish() throws -> Mismatch? {
    try compare(commands.count)
      ?? differ(
        commands.count,
        [Look("verify", []) { try $0.findings() }]
          + model.outside.checkpoints.keys.sorted().map { file in
            Look("verify against checkpoints-\(file)", model.verification(against: file)) {
              try $0.findings(against: file)
            }
          })
  }
}
