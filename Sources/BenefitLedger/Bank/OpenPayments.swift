import LedgerCore
import LedgerStore

/// The lines of a batch that the bank is still to pay, and how much.
///
/// Of a due list it is what is due, less what was withheld, wherever the last instruction sends it;
/// of a list of reissues it is each reissue that was not returned since.
struct OpenPayments {
  /// How many lines are looked at together.
  private static let chunk: Int64 = 1 << 17

  private let batch: BatchHeader
  private let held: HeldPersons
  private let day: Int32
  /// The amount that is ordered for each line of the batch; 0 where none is.
  private(set) var amounts: ContiguousArray<Int64>
  /// The accounts of lines whose money goes to another account than they say.
  private(set) var otherAccounts: [Int64: String] = [:]
  /// How many payments are open, and their sum, of each fund.
  private(set) var open: [UInt8: (count: Int64, total: Int64)] = [:]
  /// Bank payments that are no longer open, of each fund.
  private(set) var notOpen: [UInt8: Int64] = [:]
  /// Bank payments of persons who are held, of each fund.
  private(set) var heldCount: [UInt8: Int64] = [:]

  init(_ batch: BatchHeader, on day: CivilDate, _ snapshot: any LedgerSnapshot) throws {
    self.batch = batch
    self.day = day.number
    let hasLinks = try snapshot.integer("SELECT 1 FROM person_link LIMIT 1") != nil
    held = try HeldPersons(snapshot, hasLinks: hasLinks)
    amounts = ContiguousArray(repeating: 0, count: Int(batch.lineCount))
    var first = batch.firstLine
    let end = batch.firstLine + batch.lineCount
    while first < end {
      let last = min(first + Self.chunk, end) - 1
      try look(first, last, snapshot)
      first = last + 1
    }
  }

  private struct Place {
    var key: UInt64
    var line: Int64
    var fund: UInt8
    var person: Int64
  }

  private mutating func look(_ first: Int64, _ last: Int64, _ snapshot: any LedgerSnapshot) throws {
    var places: [Place] = []
    try snapshot.scanLines(from: first, through: last) { stored in
      places.append(
        Place(
          key: stored.line.key.packed, line: stored.number, fund: stored.line.fund,
          person: stored.line.person))
    }
    places.sort { ($0.key, $0.line) < ($1.key, $1.line) }
    var moved: [Place] = []
    try places.map(\.key).withUnsafeBufferPointer { keys in
      try snapshot.histories(of: keys) { position, steps in
        let place = places[position]
        let standing = StepsInForce(steps)
        guard let due = standing.due, let step = standing.last,
          step.channel == Channel.bank.rawValue
        else { return }
        guard isOpen(place, due: due, last: step) else {
          notOpen[place.fund, default: 0] += 1
          return
        }
        guard
          held.hold(of: place.person, on: day) == nil,
          held.hold(of: step.key.person, on: day) == nil
        else {
          heldCount[place.fund, default: 0] += 1
          return
        }
        let amount = steps.last?.remainder ?? step.remainder
        amounts[Int(place.line - batch.firstLine)] = amount
        var sum = open[place.fund] ?? (0, 0)
        let (total, overflow) = sum.total.addingReportingOverflow(amount)
        sum = (sum.count + 1, overflow ? .max : total)
        open[place.fund] = sum
        if batch.event == .due, steps.contains(where: { $0.event == Event.transferred.rawValue }) {
          moved.append(place)
        }
      }
    }
    for place in moved {
      if let account = try snapshot.latestAccount(of: ObligationKey(packed: place.key)) {
        otherAccounts[place.line] = account
      }
    }
  }

  private func isOpen(_ place: Place, due: StoredStep, last: StoredStep) -> Bool {
    batch.event == .due
      ? due.line == place.line && last.toState == ObligationState.due.rawValue
      : last.line == place.line
  }
}

extension LedgerSnapshot {
  /// The payee's account that the latest instruction names: the last that still counts of the due
  /// line and of transfers.
  func latestAccount(of key: ObligationKey) throws -> String? {
    var account: String?
    try query(
      """
      SELECT l.account FROM step s JOIN line l USING (line_no)
      WHERE s.month = ?1 AND s.person = ?2 AND s.benefit_id = ?3 AND s.occurrence = ?4
        AND s.event_id IN (8, 16) AND s.corrects_step_no IS NULL AND l.account IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM step c WHERE c.month = s.month AND c.person = s.person
          AND c.benefit_id = s.benefit_id AND c.occurrence = s.occurrence
          AND c.corrects_step_no = s.step_no)
      ORDER BY s.step_no
      """,
      [
        .integer(Int64(key.month.number)), .integer(key.person), .integer(Int64(key.benefit)),
        .integer(Int64(key.occurrence)),
      ]
    ) { account = $0.optionalText(0) }
    return account
  }
}
