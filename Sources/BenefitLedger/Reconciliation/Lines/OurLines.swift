import LedgerCore
import LedgerStore

/// Our lines of an event as they stand: what was undone is not there.
struct OurLines {
  /// Our batches of the event; their places are the sources of our lines.
  let batches: EventBatches
  private let undoing: EventBatches?
  private let event: UInt8

  /// Finds the batches.
  init(_ snapshot: any LedgerSnapshot, _ request: LinesRequest) throws {
    let asOf = AsOf(asAt: request.asAt, asKnownAt: request.asKnownAt)
    event = request.event.rawValue
    batches = try EventBatches(
      snapshot, request.event, isCorrection: false, period: request.period, asOf)
    // Whatever undoes a line undoes it, in whatever period; only what is not known yet does not.
    undoing =
      asOf.isNow
      ? nil
      : try EventBatches(snapshot, request.event, isCorrection: true, period: nil, asOf)
  }

  /// Goes over the obligations of some months in the order of their keys.
  ///
  /// Obligations of persons with several numbers come out of order, under the person's first number:
  /// they are sorted apart before, and `linked` is called once with all of them.
  ///
  /// - Parameters:
  ///   - snapshot: The ledger.
  ///   - months: The months of entitlement, ascending.
  ///   - links: Which numbers are of one person.
  ///   - location: Where the ledger is.
  ///   - linked: Gets the lines of persons with several numbers, sorted.
  ///   - lines: Gets the lines of all other obligations, and may be emptied by `body`.
  ///   - body: Is called after each obligation that has any.
  /// - Throws: What the two throw; `LedgerError` for what the database or the disk did.
  func scan(
    _ snapshot: any LedgerSnapshot, _ months: [Month], _ links: PersonLinks,
    beside location: String,
    linked: (SortedLines) throws -> Void, into lines: inout ContiguousArray<ComparedLine>,
    _ body: (inout ContiguousArray<ComparedLine>) throws -> Void
  ) throws {
    if !links.numbers.isEmpty {
      let sorter = LineSorter(beside: location)
      for month in months {
        try scanLinked(snapshot, month, links) { line in
          var line = line
          let key = ObligationKey(packed: line.key)
          line.key =
            ObligationKey(
              month: key.month, person: links.heads.head(of: key.person), benefit: key.benefit,
              occurrence: key.occurrence
            ).packed
          try sorter.append(line)
        }
      }
      try linked(try sorter.sorted())
    }
    for month in months {
      let all = ObligationKey.all(of: month...month)
      var story = Story()
      try snapshot.scanSteps(from: all.lowerBound, through: all.upperBound) { step in
        if !links.numbers.isEmpty, links.heads.contains(step.key.person) { return }
        if story.ends(before: step) {
          if append(story, to: &lines) { try body(&lines) }
          story.removeAll(keepingCapacity: true)
        }
        story.append(step)
      }
      if append(story, to: &lines) { try body(&lines) }
    }
  }

  /// Appends the lines of an obligation that are looked at and stand; false if there are none.
  @inline(__always)
  private func append(_ story: Story, to lines: inout ContiguousArray<ComparedLine>) -> Bool {
    let before = lines.count
    for index in story.indices {
      if let line = line(of: index, in: story) { lines.append(line) }
    }
    return lines.count > before
  }

  private func scanLinked(
    _ snapshot: any LedgerSnapshot, _ month: Month, _ links: PersonLinks,
    _ body: (ComparedLine) throws -> Void
  ) throws {
    var story = Story()
    func take(_ step: StoredStep) throws {
      if story.ends(before: step) {
        for line in lines(of: story) { try body(line) }
        story.removeAll(keepingCapacity: true)
      }
      story.append(step)
    }
    // A few are looked up; for many it is cheaper to go over the month once.
    if links.numbers.count <= 1_000 {
      for number in links.numbers {
        try snapshot.scanSteps(
          from: ObligationKey(month: month, person: number, benefit: 0, occurrence: 0),
          through: ObligationKey(month: month, person: number, benefit: 15, occurrence: 255)
        ) { try take($0) }
      }
    } else {
      let all = ObligationKey.all(of: month...month)
      try snapshot.scanSteps(from: all.lowerBound, through: all.upperBound) { step in
        if links.heads.contains(step.key.person) { try take(step) }
      }
    }
    for line in lines(of: story) { try body(line) }
  }

  /// The steps of one obligation, in their order.
  private typealias Story = ContiguousArray<StoredStep>

  /// The lines of an obligation that are looked at and stand.
  @inline(__always)
  private func lines(of story: Story) -> ContiguousArray<ComparedLine> {
    var lines: ContiguousArray<ComparedLine> = []
    for index in story.indices {
      if let line = line(of: index, in: story) { lines.append(line) }
    }
    return lines
  }

  /// The line of a step of the event, if it is looked at and stands.
  @inline(__always)
  private func line(of index: Int, in steps: Story) -> ComparedLine? {
    let step = steps[index]
    guard step.event == event, step.corrects == 0,
      let batch = batches.place(ofLine: step.line)
    else { return nil }
    for later in steps[(index + 1)...] where later.corrects == step.number {
      if undoing.map({ $0.place(ofLine: later.line) != nil }) ?? true { return nil }
    }
    return ComparedLine(
      key: step.key.packed, amount: step.amount, unit: step.unit, source: Int32(clamping: batch),
      line: UInt32(clamping: step.number), channel: step.channel)
  }
}

extension ContiguousArray<StoredStep> {
  /// Whether a step is of another obligation than these.
  @inline(__always)
  fileprivate func ends(before step: StoredStep) -> Bool { !isEmpty && self[0].key != step.key }
}

/// All links of persons with several numbers, for both sides.
struct PersonLinks: Sendable {
  /// The number that stands for each.
  let heads: LinkedNumbers
  /// Every number of a link, ascending.
  let numbers: ContiguousArray<Int64>

  /// Reads them.
  init(_ snapshot: any LedgerSnapshot) throws {
    let pairs = try snapshot.allLinks()
    heads = LinkedNumbers(pairs)
    numbers = ContiguousArray(pairs.flatMap { [$0.old, $0.new] }).ascendingOnce()
  }
}
