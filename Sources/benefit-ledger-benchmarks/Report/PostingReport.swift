/// A posting against the plain insert of the same rows, over all rounds.
struct PostingReport: Encodable {
  /// How many lines.
  let lines: Int
  /// The program, round by round: the whole process, from its file to a closed ledger.
  let ours: [ChildFigures]
  /// The plain insert, round by round.
  let floor: [FloorFigures]
  /// The plain insert without the schema's triggers, round by round.
  let floorWithoutTriggers: [FloorFigures]
  /// Lines a second of the program: the middle of the rounds.
  let linesPerSecond: Int
  /// Lines a second of the floor: the middle of the rounds.
  let floorLinesPerSecond: Int
  /// Lines a second of the floor without triggers: the middle of the rounds.
  let floorWithoutTriggersLinesPerSecond: Int
  /// The program's rate in thousandths of the floor's, round by round.
  let ratioPermille: [Int]
  /// The program's rate in thousandths of the floor's without triggers, round by round.
  let ratioWithoutTriggersPermille: [Int]
  /// The most memory any round took.
  let peakKiB: Int

  init(
    lines: Int, ours: [ChildFigures], floor: [FloorFigures], floorWithoutTriggers: [FloorFigures]
  ) {
    self.lines = lines
    self.ours = ours
    self.floor = floor
    self.floorWithoutTriggers = floorWithoutTriggers
    linesPerSecond = rate(lines, middle(ours.map(\.microseconds)))
    floorLinesPerSecond = rate(lines, middle(floor.map(\.microseconds)))
    floorWithoutTriggersLinesPerSecond = rate(
      lines, middle(floorWithoutTriggers.map(\.microseconds)))
    ratioPermille = Self.ratios(floor, ours)
    ratioWithoutTriggersPermille = Self.ratios(floorWithoutTriggers, ours)
    peakKiB = ours.map(\.peakKiB).max() ?? 0
  }

  /// The rows are the same, so the rates are as the times, the other way round.
  private static func ratios(_ floor: [FloorFigures], _ ours: [ChildFigures]) -> [Int] {
    zip(floor, ours).map { $0.microseconds * 1_000 / max(1, $1.microseconds) }
  }
}

/// The middle of some numbers; the upper of two in the middle.
func middle(_ numbers: [Int]) -> Int { numbers.sorted()[numbers.count / 2] }
