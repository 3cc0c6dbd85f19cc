import LedgerCore
import LedgerStore

/// Finds every line by which a batch cannot be undone, in memory that does not grow with the batch.
///
/// Of a line there is one thing to say: what happened since, or else which submission it waits in.
struct ReversalDiagnosis {
  /// A line that cannot be undone, before it is put into words.
  private struct Fault {
    /// The line's number in the ledger.
    var number: Int64
    var code: Code
    var line: PaymentLine
    /// The steps after it; none of a line that waits.
    var since: [StoredStep] = []
  }

  private let reversal: BatchReversal

  /// A diagnosis of what somebody wants to undo.
  init(_ reversal: BatchReversal) { self.reversal = reversal }

  /// Looks at each line.
  func run(_ snapshot: any LedgerSnapshot) throws -> Diagnosis {
    // The lines of a submission that asks for this are not in its own way.
    let own = try snapshot.openReversal(of: reversal.request.batch)?.number
    let reservations = try Reservations(snapshot, except: own)
    var faults: [Fault] = []
    var counts: [Code: Int] = [:]
    func note(_ fault: Fault) {
      counts[fault.code, default: 0] += 1
      faults.append(fault)
      if faults.count >= 8 * Diagnosis.listed { faults = Self.first(faults) }
    }
    try reversal.forEachPart(snapshot) { chunk, first in
      let (keys, order) = KeyOrder.sorted(chunk.lines)
      var later: Set<Int> = []
      try reversal.check(chunk, keys, order, from: first, snapshot) { position, steps in
        later.insert(position)
        let number = first + Int64(position)
        note(
          Fault(
            number: number, code: .notLatest, line: chunk.lines[position],
            since: steps.filter { $0.line > number }))
      }
      guard !reservations.isEmpty else { return }
      for (position, line) in chunk.lines.enumerated() where !later.contains(position) {
        guard try reservations.holder(of: line.key) != nil else { continue }
        note(Fault(number: first + Int64(position), code: .reservedBySubmission, line: line))
      }
    }
    return Diagnosis(
      diagnostics: try Self.first(faults).map { try words($0, reservations, snapshot) },
      counts: counts.map { (code: $0.key, count: $0.value) }.sorted {
        $0.code.rawValue < $1.code.rawValue
      })
  }

  /// Those that come first in the file, as many as are listed.
  private static func first(_ faults: [Fault]) -> [Fault] {
    Array(faults.sorted { $0.number < $1.number }.prefix(Diagnosis.listed))
  }

  private func words(
    _ fault: Fault, _ reservations: Reservations, _ snapshot: any LedgerSnapshot
  ) throws -> Diagnostic {
    let message: Message
    let help: Message
    if fault.code == .reservedBySubmission {
      let key = fault.line.key
      message = try reservations.words(FaultWords.name(key, fault.line.person), key).message
      help = "Have submission \(try reservations.holder(of: key)?.submission ?? 0) rejected first."
    } else {
      message = try wordsOfLater(fault, snapshot)
      help = "Undo the later steps first."
    }
    return Diagnostic(
      file: reversal.name, line: Int(fault.line.fileLine), code: fault.code, message: message,
      help: help)
  }

  /// Says what happened to an obligation since.
  private func wordsOfLater(_ fault: Fault, _ snapshot: any LedgerSnapshot) throws -> Message {
    var since: [Message] = []
    for step in fault.since {
      try snapshot.query(
        """
        SELECT b.batch_no, b.file_name, l.file_line FROM line l JOIN batch b USING (batch_no)
        WHERE l.line_no = ?1
        """, [.integer(step.line)]
      ) { row in
        let event = Event(rawValue: step.event)?.code ?? "?"
        since.append(
          """
          \(step.corrects == 0 ? "\(event)" : "\(event) undone") by batch \(row.integer(0)), file \
          \(row.text(1)), line \(row.integer(2))
          """)
      }
    }
    let line = fault.line
    let benefit = Benefit(rawValue: line.benefit)?.code ?? "benefit"
    let person = PersonNumber(encoded: line.person)?.description ?? "?"
    let month = Month(number: line.month)?.description ?? "?"
    return """
      The \(benefit) of \(person) for \(month) has later steps: \
      \(since.joined(separator: "; ")).
      """
  }
}
