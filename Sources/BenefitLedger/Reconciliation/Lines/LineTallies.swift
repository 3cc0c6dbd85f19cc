import LedgerCore

/// How many lines of one side there are of each profile, and how many of them the other side misses.
///
/// A nation's month has some 10⁵ profiles. If there are more than a quarter of a million, the lines
/// have less in common that is looked at: first the benefit is left out, then the channel, the batch,
/// the month.
struct LineTallies {
  /// Lines of one profile.
  struct Tally {
    /// All of them.
    var lines: Int64 = 0
    /// Those that the other side does not have.
    var alone = Part()
    /// Those that are there once more than they are.
    var twice = Part()
  }

  /// Some of the lines: half as wide as a ``Sum``, for there are many; amounts saturate.
  struct Part {
    var count: Int64 = 0
    var amount: Int64 = 0

    /// Adds lines.
    mutating func add(count: Int64, amount: Int64) {
      self.count &+= count
      let sum = self.amount.addingReportingOverflow(amount)
      self.amount = sum.overflow ? .max : sum.partialValue
    }
  }

  /// How many profiles are kept apart.
  static let most = 1 << 18

  /// The tallies by packed profile.
  private(set) var tallies: [UInt64: Tally] = [:]
  /// The parts of profiles that are looked at, as a mask.
  private(set) var kept: UInt64 = .max
  private let most: Int

  init(most: Int = LineTallies.most) { self.most = most }

  /// Counts a line.
  @inline(__always)
  mutating func add(_ line: ComparedLine, alone: Bool = false, twice: Bool = false) {
    let key = LineProfile(line).packed & kept
    tallies[key, default: Tally()].lines += 1
    if alone { tallies[key]?.alone.add(count: 1, amount: line.amount) }
    if twice { tallies[key]?.twice.add(count: 1, amount: line.amount) }
    if tallies.count > most { coarsen() }
  }

  /// Leaves out the next part of all profiles.
  private mutating func coarsen() {
    let order: [LineProfile.Part] = [.benefit, .channel, .source, .month]
    guard let part = order.first(where: { kept & $0.mask != 0 }) else { return }
    kept &= ~part.mask
    var coarser: [UInt64: Tally] = [:]
    for (key, tally) in tallies {
      let place = key & kept
      coarser[place, default: Tally()].lines += tally.lines
      coarser[place]?.alone.add(count: tally.alone.count, amount: tally.alone.amount)
      coarser[place]?.twice.add(count: tally.twice.count, amount: tally.twice.amount)
    }
    tallies = coarser
  }
}
