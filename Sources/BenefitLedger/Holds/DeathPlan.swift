import BatchFiles
import LedgerCore
import LedgerStore

/// Works out what follows from deaths, from where the obligations of the dead stand.
struct DeathPlan {
  /// What each death leads to, in file order.
  private(set) var entries: [DeathAnswer.Entry] = []
  /// The holds of the dead.
  private(set) var holds: ContiguousArray<HoldRow> = []

  private let rows: ContiguousArray<DeathRow>
  private var faults: [(row: DeathRow, message: Message, help: Message)] = []
  /// The rows that count, one for each person.
  private var counted: ContiguousArray<DeathRow> = []
  private var steps: ContiguousArray<Step> = []

  /// What happens to one obligation.
  private struct Step {
    var event: Event
    var death: Int32
    var key: ObligationKey
    var amount: Int64
  }

  /// A number of somebody dead, and the place of the death.
  private struct Number {
    var number: Int64
    var death: Int32
  }

  init(_ rows: ContiguousArray<DeathRow>) { self.rows = rows }

  /// Finds the obligations in one sweep of the steps.
  mutating func make(_ snapshot: any LedgerSnapshot) throws {
    let links = try LinkRegister(snapshot).links(ofSome: rows.count, snapshot) {
      rows.map(\.person)
    }
    let numbers = try count(links, snapshot)
    guard faults.isEmpty else { return }
    let persons = ContiguousArray(numbers.map(\.number))
    var story: [StoredStep] = []
    try snapshot.scanSteps(ofAny: persons) { step in
      if let last = story.last, last.key != step.key {
        take(story, persons, numbers)
        story.removeAll(keepingCapacity: true)
      }
      story.append(step)
    }
    take(story, persons, numbers)
    steps.sort { ($0.death, $0.key) < ($1.death, $1.key) }
  }

  /// Takes each person once, and says where two days of death contradict each other.
  private mutating func count(
    _ links: LinkedNumbers, _ snapshot: any LedgerSnapshot
  ) throws -> ContiguousArray<Number> {
    var heads = ContiguousArray(
      rows.indices.map { Number(number: links.head(of: rows[$0].person), death: Int32($0)) })
    heads.sort { ($0.number, $0.death) < ($1.number, $1.death) }
    var isCounted = ContiguousArray<Bool>(repeating: true, count: rows.count)
    var first = heads.first
    for head in heads.dropFirst() {
      guard let known = first, known.number == head.number else {
        first = head
        continue
      }
      let row = rows[Int(head.death)]
      let earlier = rows[Int(known.death)]
      isCounted[Int(head.death)] = false
      guard row.date != earlier.date else { continue }
      faults.append(
        (
          row, "Line \(earlier.fileLine) says that the same person died on \(earlier.date).",
          "Find out which day is right, and keep one row."
        ))
    }
    let known = try DeceasedHolds(snapshot, links)
    var numbers: ContiguousArray<Number> = []
    for (index, row) in rows.enumerated() where isCounted[index] {
      let person = try promised(PersonNumber(encoded: row.person), "person")
      var entry = DeathAnswer.Entry(
        person: person, date: row.date, fileLine: Int64(row.fileLine))
      try compare(row, known.deaths(of: links.head(of: row.person)), &entry, snapshot)
      if !entry.isReleased {
        for number in links.group(of: row.person) {
          numbers.append(Number(number: number, death: Int32(counted.count)))
        }
        holds.append(
          HoldRow(
            person: row.person, reason: row.document.isEmpty ? "death" : row.document,
            from: row.date, kind: .deceased, fileLine: row.fileLine))
      }
      counted.append(row)
      entries.append(entry)
    }
    numbers.sort { $0.number < $1.number }
    return numbers
  }

  /// Compares a death with what the register knows: the same day, another day, or that the person
  /// lives after all.
  private mutating func compare(
    _ row: DeathRow, _ known: ArraySlice<DeceasedHolds.Entry>, _ entry: inout DeathAnswer.Entry,
    _ snapshot: any LedgerSnapshot
  ) throws {
    for death in known {
      if death.from == row.date {
        entry.isReleased = death.released.map { $0 <= death.from } ?? false
      } else if death.released == nil {
        faults.append(
          (
            row,
            """
            This person is recorded as dead since \(death.from), \
            \(try snapshot.origin(ofHold: death.number)).
            """,
            "Find out which day is right; if that one is wrong, release hold \(death.number) first."
          ))
      }
    }
  }

  /// Decides about an obligation by its last step, and takes note of what no step can settle.
  private mutating func take(
    _ story: [StoredStep], _ persons: ContiguousArray<Int64>, _ numbers: ContiguousArray<Number>
  ) {
    guard let step = story.last, let place = persons.place(of: step.key.person),
      step.key.benefit != Benefit.funeral.rawValue,
      let state = ObligationState(rawValue: step.toState)
    else { return }
    let death = numbers[place].death
    let isLater = step.key.month > counted[Int(death)].date.month
    if isLater { note(StepsInForce.all(of: story), state, &entries[Int(death)]) }
    let event: Event
    switch state {
    case .due, .unclaimed: event = isLater ? .cancelled : .inherited
    case .inherited where isLater: event = .cancelled
    case .paid where isLater: event = .overpaid
    default: return
    }
    steps.append(Step(event: event, death: death, key: step.key, amount: step.remainder))
    switch event {
    case .cancelled: entries[Int(death)].cancelled.add(step.remainder)
    case .overpaid: entries[Int(death)].overpaid.add(step.remainder)
    default: entries[Int(death)].inherited.add(step.remainder)
    }
  }

  /// Takes note of what was kept back from a month that was not owed, and of the rest of a payment of
  /// which a part was overpaid already.
  private func note(
    _ standing: [StoredStep], _ state: ObligationState, _ entry: inout DeathAnswer.Entry
  ) {
    let withheld = standing.filter { $0.event == Event.withheld.rawValue }.map(\.amount)
    if !withheld.isEmpty { entry.withheld.add(withheld.reduce(0, &+)) }
    guard state == .overpaid || state == .recovered,
      let place = standing.lastIndex(where: { $0.event == Event.overpaid.rawValue }), place > 0
    else { return }
    let rest = standing[place - 1].amount - standing[place].amount
    if rest > 0 { entry.partlyOverpaid.add(rest) }
  }

  /// The list of an event, as a payment list; nil if there is nothing in it.
  func list(of event: Event) -> [UInt8]? {
    var bytes = Array("person,benefit,month,amount,occurrence,document,reason\n".utf8)
    let start = bytes.count
    for step in steps where step.event == event {
      let row = counted[Int(step.death)]
      let person = PersonNumber(encoded: step.key.person)?.digits ?? ""
      let benefit = Benefit(rawValue: step.key.benefit)?.code ?? ""
      let document = row.document.replacing("\"", with: "\"\"")
      let text =
        """
        \(person),\(benefit),\(step.key.month),\(step.amount),\(step.key.occurrence),\
        \"\(document)\",death \(row.date)\n
        """
      bytes += Array(text.utf8)
    }
    return bytes.count > start ? bytes : nil
  }

  /// What is wrong with the list beside what its reader found.
  func diagnosis(_ request: DeathRequest) throws -> Diagnosis {
    guard !faults.isEmpty else { return Diagnosis() }
    let listed = faults.sorted { $0.row.fileLine < $1.row.fileLine }.prefix(Diagnosis.listed)
    let excerpts = ExcerptReader(
      deaths: try BatchSource.file(request.path).list(.deaths, request.reading))
    return Diagnosis(
      diagnostics: excerpts.diagnostics(
        for: listed.map { ($0.row.fileLine, .date, .otherDeathDate, $0.message, $0.help) }),
      counts: [(.otherDeathDate, faults.count)])
  }
}

extension DeathAnswer.Entry.Sum {
  fileprivate mutating func add(_ amount: Int64) {
    count += 1
    self.amount = self.amount.addingReportingOverflow(amount).partialValue
  }
}
