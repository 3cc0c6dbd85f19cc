import BatchFiles
import LedgerCore
import LedgerStore

/// How many lines of each batch of an event were undone one by one, read once when it is first asked.
///
/// A batch of which nothing stands is as if it had been reversed: its file can be posted anew.
final class UndoneLines {
  private let event: Event
  private let isCorrection: Bool
  private let store: any LedgerStore
  private lazy var counts = Result { try store.read { try $0.undoneLines(of: event) } }

  init(_ request: PostingRequest, _ store: any LedgerStore) {
    event = request.event
    isCorrection = request.isCorrection
    self.store = store
  }

  /// Whether every line of a batch was undone, though not the batch as a whole.
  func areAll(of batch: PostedBatch) throws -> Bool {
    // What undoes is not itself undone.
    guard !isCorrection, batch.lineCount > 0 else { return false }
    return try counts.get()[batch.number] == batch.lineCount
  }

  /// Warns that a batch does not stand as its receipt says: some of its lines were undone.
  func warning(_ batch: PostedBatch, file: String) throws -> Diagnosis {
    guard !isCorrection, batch.lineCount > 0, let count = try counts.get()[batch.number] else {
      return Diagnosis()
    }
    let (open, undoing) = try store.read { try $0.linesOpenAgain(of: batch, event) }
    let numbers = undoing.map(String.init).joined(separator: ", ")
    return Diagnosis(
      Diagnostic(
        file: file, code: .linesUndoneSince,
        message:
          """
          \(counted(count, "line")) of batch \(batch.number) \(agreeing(count, "was", "were")) \
          undone since by batch \(numbers); \(Self.openAgain(open, of: count)).
          """,
        help: open > 0
          ? "To post those again, put them into a list of their own."
          : "Other lists have taken them since; there is nothing to do."))
  }

  private static func openAgain(_ open: Int64, of count: Int64) -> Message {
    if count == 1 { return open == 1 ? "it is open again" : "it is not open again" }
    return open == count
      ? "all of them are open again"
      : "\(counted(open, "of them is", "of them are")) open again"
  }
}

extension LedgerSnapshot {
  /// How many lines of each batch of an event were undone by lists; batches with none are left out.
  func undoneLines(of event: Event) throws -> [Int64: Int64] {
    var counts: [Int64: Int64] = [:]
    try query(
      """
      SELECT o.batch_no, count(*)
      FROM batch c JOIN line l ON l.line_no >= c.first_line_no
          AND l.line_no < c.first_line_no + c.line_count
        JOIN line o ON o.line_no = l.corrects_line_no
      WHERE c.event_id = ?1 AND c.is_correction = 1 AND c.reverses_batch_no IS NULL
      GROUP BY o.batch_no
      """, [.integer(Int64(event.rawValue))]
    ) { counts[$0.integer(0)] = $0.integer(1) }
    return counts
  }

  /// Whether every line of a batch was undone by lists.
  func isUndoneLineByLine(_ batch: PostedBatch, _ event: Event) throws -> Bool {
    guard batch.lineCount > 0 else { return false }
    let undone = try integer(
      """
      SELECT count(*)
      FROM batch c JOIN line l ON l.line_no >= c.first_line_no
        AND l.line_no < c.first_line_no + c.line_count
      WHERE c.event_id = ?1 AND c.is_correction = 1 AND c.reverses_batch_no IS NULL
        AND c.batch_no > ?2 AND l.corrects_line_no >= ?3 AND l.corrects_line_no < ?4
      """,
      [
        .integer(Int64(event.rawValue)), .integer(batch.number),
        .integer(batch.lines.lowerBound), .integer(batch.lines.upperBound),
      ])
    return undone == batch.lineCount
  }

  /// How many of the undone lines of a batch could be posted again, and which batches undid them.
  fileprivate func linesOpenAgain(
    of batch: PostedBatch, _ event: Event
  ) throws -> (open: Int64, undoing: [Int64]) {
    var corrections: [(number: Int64, first: Int64, last: Int64)] = []
    try query(
      """
      SELECT batch_no, first_line_no, first_line_no + line_count - 1 FROM batch
      WHERE event_id = ?1 AND is_correction = 1 AND reverses_batch_no IS NULL AND batch_no > ?2
      ORDER BY batch_no
      """, [.integer(Int64(event.rawValue)), .integer(batch.number)]
    ) { corrections.append(($0.integer(0), $0.integer(1), $0.integer(2))) }
    var open: Int64 = 0
    var undoing: [Int64] = []
    for correction in corrections {
      var undone: ContiguousArray<PaymentLine> = []
      var next = correction.first
      while next <= correction.last {
        let last = min(correction.last, next + 65_535)
        try scanLines(from: next, through: last) {
          if batch.lines.contains($0.corrects) { undone.append($0.line) }
        }
        if undoing.last != correction.number, !undone.isEmpty { undoing.append(correction.number) }
        open += try countOpen(undone, event)
        undone.removeAll(keepingCapacity: true)
        next = last + 1
      }
    }
    return (open, undoing)
  }

  /// How many of undone lines name an obligation that could take the event again.
  private func countOpen(_ lines: ContiguousArray<PaymentLine>, _ event: Event) throws -> Int64 {
    var open: Int64 = 0
    let (keys, order) = KeyOrder.sorted(lines)
    try keys.withUnsafeBufferPointer { keys in
      try lastSteps(of: keys) { sorted, step in
        let amount = Int64(clamping: lines[Int(order[sorted])].amount.magnitude)
        let state = ObligationState(rawValue: step?.toState ?? 0) ?? .none
        let rest = step?.remainder ?? 0
        guard StateTable.state(after: event, from: state, settles: amount == rest) != nil else {
          return
        }
        if event == .due || amount <= rest { open += 1 }
      }
    }
    return open
  }
}
