import LedgerCore
import LedgerStore

extension Ledger {
  /// Draws up the statement of a person: every obligation with every step, batch, file and line.
  ///
  /// Steps lie together by month, so it is one search for each month the ledger knows. Numbers that are
  /// linked are one person.
  ///
  /// As at a date or as known at a batch an obligation is what its steps by then make of it.
  ///
  /// - Parameters:
  ///   - person: The person.
  ///   - asAt: Only steps of batches whose business date is not later.
  ///   - asKnownAt: Only steps of batches up to this number.
  /// - Returns: The statement.
  /// - Throws: `LedgerError`: `notFound` if nothing was posted for the person, ever or by then;
  ///   `totalTooLarge`, `ledgerDamaged`, and what the store did.
  public func personStatement(
    _ person: PersonNumber, asAt: CivilDate? = nil, asKnownAt: Int64? = nil
  ) throws -> PersonStatement {
    let asOf = AsOf(asAt: asAt, asKnownAt: asKnownAt)
    return try store.read { snapshot in
      let numbers = try snapshot.linkedNumbers(of: person.encoded)
      var steps: [StoredStep] = []
      try snapshot.scanSteps(ofAny: ContiguousArray(numbers.sorted())) { steps.append($0) }
      steps.sort(by: Self.order)
      guard !steps.isEmpty else {
        throw LedgerError(
          .notFound, "Nothing was posted for person \(person).",
          help: "Personal and social insurance numbers are two persons until they are linked: try "
            + "the other number.")
      }
      if !asOf.isNow {
        steps = try steps.filter { step in
          let origin = try snapshot.origin(ofLine: step.line)
          return asOf.includes(origin.batch, dated: origin.date)
        }
        guard !steps.isEmpty else {
          throw LedgerError(
            .notFound, "Nothing was posted for person \(person) by then; something was later.",
            help: "Ask for a later date or batch, or for neither to see what is known now.")
        }
      }
      let tree = try UnitTree(snapshot)
      var obligations: [PersonStatement.Obligation] = []
      var start = 0
      while start < steps.count {
        let key = steps[start].key
        let end = steps[start...].firstIndex { $0.key != key } ?? steps.count
        obligations.append(try obligation(steps[start..<end], snapshot, tree))
        start = end
      }
      func total(_ state: ObligationState?) throws -> Int64 {
        try exact(
          obligations.reduce(Int128(0)) {
            state == nil || $1.state == state ? $0 + Int128($1.amount) : $0
          })
      }
      return PersonStatement(
        person: person,
        others: try numbers.dropFirst().map { try promised(PersonNumber(encoded: $0), "number") },
        obligations: obligations, due: try total(nil), open: try total(.due),
        unclaimed: try total(.unclaimed), paid: try total(.paid), cancelled: try total(.cancelled))
    }
  }

  /// By month, benefit and occurrence, whatever the number.
  private static func order(_ one: StoredStep, _ other: StoredStep) -> Bool {
    (one.key.month.number, one.key.benefit, one.key.occurrence, one.key.person, one.number)
      < (
        other.key.month.number, other.key.benefit, other.key.occurrence, other.key.person,
        other.number
      )
  }

  /// One obligation of its steps, of which there is at least one.
  private func obligation(
    _ steps: ArraySlice<StoredStep>, _ snapshot: any LedgerSnapshot, _ tree: UnitTree
  ) throws -> PersonStatement.Obligation {
    let first = try promised(steps.first, "first step")
    let last = try promised(steps.last, "last step")
    return PersonStatement.Obligation(
      person: try promised(PersonNumber(encoded: first.key.person), "person"),
      month: first.key.month,
      benefit: try promised(Benefit(rawValue: first.key.benefit), "benefit"),
      occurrence: Int(first.key.occurrence),
      state: try promised(ObligationState(rawValue: last.toState), "state"),
      amount: first.amount,
      steps: try steps.map { step in
        let origin = try snapshot.origin(ofLine: step.line)
        let version = tree.version(of: step.unit, on: origin.date)
        return PersonStatement.Step(
          number: step.number,
          event: try promised(Event(rawValue: step.event), "event"),
          from: try promised(ObligationState(rawValue: step.fromState), "state"),
          to: try promised(ObligationState(rawValue: step.toState), "state"),
          amount: step.amount,
          site: version.map { tree.versions[$0].code.text } ?? tree.code(of: step.unit),
          channel: try promised(Channel(rawValue: step.channel), "channel"),
          fund: try promised(Fund(rawValue: step.fund), "fund"),
          batch: origin.batch, date: origin.date, reference: origin.reference,
          file: origin.fileName, fileLine: origin.fileLine, line: step.line,
          account: origin.account.map { masked($0) }, document: origin.document,
          reason: origin.reason)
      })
  }
}
