/// What a line says of its step, and what the step says, as one 128-bit number each.
///
/// If the sums of these numbers over all lines and over all steps are equal, the two are the same
/// multiset. The keys are drawn anew for every run, so nobody can change a ledger in a way that
/// keeps the sums: he would have to guess 128 bits.
struct StepMix: Sendable {
  /// What is mixed of a line or a step.
  struct Content: Equatable {
    /// The obligation, packed.
    var key: UInt64
    /// Event, channel, fund and unit, packed.
    var detail: UInt64
    /// Whole đồng.
    var amount: Int64
    /// The number of the line.
    var line: Int64
    /// The account debited, packed as in `AccountKey`.
    var debit: UInt64
    /// The account credited.
    var credit: UInt64
    /// The line that is undone, or 0.
    var corrects: Int64 = 0

    /// Packs event, channel, fund and unit into one word.
    @inline(__always)
    static func detail(event: UInt8, channel: UInt8, fund: UInt8, unit: Int32) -> UInt64 {
      UInt64(event) << 48 | UInt64(channel) << 40 | UInt64(fund) << 32
        | UInt64(UInt32(bitPattern: unit))
    }
  }

  /// A 128-bit number in two words.
  struct Sum: Equatable, Sendable {
    var high: UInt64 = 0
    var low: UInt64 = 0

    /// Adds a number, each word for itself and wrapping around.
    @inline(__always)
    static func += (left: inout Sum, right: Sum) {
      left.high &+= right.high
      left.low &+= right.low
    }
  }

  private let starts: (UInt64, UInt64)
  private let factors: (UInt64, UInt64)

  /// Draws new keys.
  init() {
    var generator = SystemRandomNumberGenerator()
    starts = (generator.next(), generator.next())
    // Odd, so that multiplying by it loses nothing.
    factors = (generator.next() | 1, generator.next() | 1)
  }

  /// Mixes a line's or a step's content.
  @inline(__always)
  func callAsFunction(_ content: Content) -> Sum {
    var high = starts.0
    var low = starts.1
    mix(content.key, &high, &low)
    mix(content.detail, &high, &low)
    mix(UInt64(bitPattern: content.amount), &high, &low)
    mix(UInt64(bitPattern: content.line), &high, &low)
    mix(content.debit, &high, &low)
    mix(content.credit, &high, &low)
    mix(UInt64(bitPattern: content.corrects), &high, &low)
    mix(0x6C65_6467_6572, &high, &low)
    return Sum(high: high, low: low)
  }

  /// Mixes the counters of an account in a period.
  func callAsFunction(_ words: Int64...) -> Sum {
    var high = starts.0
    var low = starts.1
    for word in words { mix(UInt64(bitPattern: word), &high, &low) }
    mix(0x6261_6C61_6E63, &high, &low)
    return Sum(high: high, low: low)
  }

  /// One round for each word: the full product of the state with a secret factor, folded.
  @inline(__always)
  private func mix(_ word: UInt64, _ high: inout UInt64, _ low: inout UInt64) {
    let first = (high ^ word).multipliedFullWidth(by: factors.0)
    high = first.high ^ first.low &+ starts.1
    let second = (low ^ word).multipliedFullWidth(by: factors.1)
    low = second.high ^ second.low &+ starts.0
  }
}

/// Sums of mixes by line number, so that a difference points to a few thousand lines.
struct LineBuckets: Equatable, Sendable {
  /// How many lines share a bucket, as a power of two.
  static let shift: Int64 = 12

  /// The sums; a bucket that nothing was added to may be missing at the end.
  private(set) var sums: ContiguousArray<StepMix.Sum> = []
  /// The number of the line before the first.
  let floor: Int64

  /// Empty buckets for the lines after `floor`.
  init(after floor: Int64) { self.floor = floor }

  /// Adds the mix of a line, or of its step.
  @inline(__always)
  mutating func add(_ sum: StepMix.Sum, line: Int64) {
    let index = Int((line - floor - 1) >> Self.shift)
    while index >= sums.count { sums.append(StepMix.Sum()) }
    sums[index] += sum
  }

  /// Adds sums of the same ledger.
  mutating func add(_ other: LineBuckets) {
    while sums.count < other.sums.count { sums.append(StepMix.Sum()) }
    for index in other.sums.indices { sums[index] += other.sums[index] }
  }

  /// The lines of every bucket in which two sums differ.
  static func differing(_ left: LineBuckets, _ right: LineBuckets) -> [ClosedRange<Int64>] {
    (0..<max(left.sums.count, right.sums.count)).compactMap { index in
      let one = index < left.sums.count ? left.sums[index] : StepMix.Sum()
      let other = index < right.sums.count ? right.sums[index] : StepMix.Sum()
      if one == other { return nil }
      let first = left.floor + 1 + Int64(index) << shift
      return first...(first + (1 << shift) - 1)
    }
  }
}
