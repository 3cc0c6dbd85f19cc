import LedgerCore

/// The differences put together to the smallest explanation: one site that is missing is one
/// difference, not two hundred.
///
/// Lines that miss on the other side are explained by what they have in common, if the other side has
/// nothing else of it: everything; a whole site, benefit, month, channel, batch or file; or two of
/// these together. What explains most comes first, and the simpler before the finer.
struct LineGrouping {
  /// Lines that are one difference.
  struct Group {
    var kind: LineDifferenceKind
    /// What the lines have in common; none of it if they are everything there is.
    var parts: [LineProfile.Part] = []
    /// The values of these parts.
    var profile = LineProfile(packed: 0)
    /// The one unit or channel and the other.
    var redirection: LineComparison.Redirection?
    /// Whether there is nothing else of it on either side.
    var isWhole = true
    var sum: Sum
  }

  /// The groups, by kind, and of each kind what explains most first.
  private(set) var groups: [Group] = []
  /// By kind and packed profile: the place of the group.
  private var places = [[UInt64: Int32]](repeating: [:], count: LineDifferenceKind.allCases.count)
  private var redirections: [LineComparison.Redirection: Int32] = [:]
  private let ourKept: UInt64
  private let theirKept: UInt64

  /// From what all lines have in common to what few have.
  private static let levels: [[[LineProfile.Part]]] = {
    let parts = LineProfile.Part.allCases
    let pairs = parts.flatMap { first in
      parts.filter { $0.rawValue > first.rawValue }.map { [first, $0] }
    }
    return [[[]], parts.map { [$0] }, pairs]
  }()

  init(_ comparison: LineComparison) {
    ourKept = comparison.ourTallies.kept
    theirKept = comparison.theirTallies.kept
    explain(.missingOurs, comparison.theirTallies) { $0.alone }
    explain(.missingTheirs, comparison.ourTallies) { $0.alone }
    explain(.duplicate, comparison.theirTallies) { $0.twice }
    explainRedirections(comparison)
  }

  /// The place of the group that a difference is of, or nil if it stands alone.
  func place(of finding: LineFinding) -> Int? {
    switch finding.kind {
    case .amount: return nil
    case .missingTheirs:
      let profile = LineProfile(
        key: finding.key, unit: finding.ourUnit, channel: finding.ourChannel, source: finding.batch)
      return places[Int(finding.kindNumber)][profile.packed & ourKept].map { Int($0) }
    case .missingOurs, .duplicate:
      let profile = LineProfile(
        key: finding.key, unit: finding.theirUnit, channel: finding.theirChannel,
        source: finding.file)
      return places[Int(finding.kindNumber)][profile.packed & theirKept].map { Int($0) }
    case .site:
      return redirections[
        LineComparison.Redirection(
          kind: finding.kindNumber, ours: finding.ourUnit, theirs: finding.theirUnit)
      ].map { Int($0) }
    case .channel:
      return redirections[
        LineComparison.Redirection(
          kind: finding.kindNumber, ours: Int32(finding.ourChannel),
          theirs: Int32(finding.theirChannel))
      ].map { Int($0) }
    }
  }

  // MARK: Missing lines

  /// Picks from a tally the lines that are to be explained.
  private typealias Found = (LineTallies.Tally) -> LineTallies.Part
  /// Profiles with lines that nothing explains yet.
  private typealias Open = [(key: UInt64, sum: LineTallies.Part)]

  /// A value of some parts that explains lines.
  private struct Cell {
    var parts: [LineProfile.Part]
    var value: UInt64
    /// The places of the profiles that it explains.
    var members: [Int] = []
    /// How many lines it would explain that nothing explains yet.
    var remaining: Int64 = 0
  }

  private mutating func explain(
    _ kind: LineDifferenceKind, _ tallies: LineTallies, _ found: Found
  ) {
    var open = tallies.tallies.compactMap { key, tally in
      found(tally).count > 0 ? (key: key, sum: found(tally)) : nil
    }
    open.sort { $0.key < $1.key }
    for level in Self.levels where !open.isEmpty {
      var cells: [Cell] = []
      for parts in level {
        let mask = parts.reduce(0) { $0 | $1.mask }
        guard tallies.kept & mask == mask else { continue }
        cells += Self.cells(parts, mask, open, kind, tallies, found)
      }
      let explained = take(from: &cells, open, kind)
      open = open.indices.filter { !explained.contains($0) }.map { open[$0] }
    }
  }

  /// The values of some parts of which the other side has nothing.
  private static func cells(
    _ parts: [LineProfile.Part], _ mask: UInt64, _ open: Open,
    _ kind: LineDifferenceKind, _ tallies: LineTallies, _ found: Found
  ) -> [Cell] {
    var whole: [UInt64: (lines: Int64, found: Int64)] = [:]
    for (key, tally) in tallies.tallies {
      whole[key & mask, default: (0, 0)].lines += tally.lines
      whole[key & mask, default: (0, 0)].found += found(tally).count
    }
    var places: [UInt64: Int] = [:]
    var cells: [Cell] = []
    for (member, profile) in open.enumerated() {
      let value = profile.key & mask
      guard parts.allSatisfy({ isNamed($0, profile.key) }), let all = whole[value],
        all.found == all.lines || kind == .duplicate && all.found * 2 == all.lines
      else { continue }
      let place = places[value] ?? cells.count
      if place == cells.count {
        places[value] = place
        cells.append(Cell(parts: parts, value: value))
      }
      cells[place].members.append(member)
      cells[place].remaining += profile.sum.count
    }
    return cells
  }

  /// Whether a row says the part at all.
  private static func isNamed(_ part: LineProfile.Part, _ key: UInt64) -> Bool {
    let value = LineProfile(packed: key).value(part)
    return switch part {
    case .site, .channel: value != 0
    case .source: value != LineProfile.Part.manySources
    case .benefit, .month: true
    }
  }

  /// Takes the cells that explain most, one after the other.
  ///
  /// The places of what is explained then.
  private mutating func take(
    from cells: inout [Cell], _ open: Open, _ kind: LineDifferenceKind
  ) -> Set<Int> {
    var explained: Set<Int> = []
    var cellsOf: [Int: [Int]] = [:]
    for (place, cell) in cells.enumerated() {
      for member in cell.members { cellsOf[member, default: []].append(place) }
    }
    var queue = CellQueue(cells.map(\.remaining))
    while let best = queue.next({ cells[$0].remaining }), cells[best].remaining > 1 {
      var group = Group(
        kind: kind, parts: cells[best].parts, profile: LineProfile(packed: cells[best].value),
        sum: Sum())
      for member in cells[best].members where explained.insert(member).inserted {
        group.sum.add(count: open[member].sum.count, amount: open[member].sum.amount)
        places[Int(kind.rawValue)][open[member].key] = Int32(groups.count)
        for place in cellsOf[member] ?? [] { cells[place].remaining -= open[member].sum.count }
      }
      groups.append(group)
    }
    return explained
  }

  // MARK: Other sites and channels

  private mutating func explainRedirections(_ comparison: LineComparison) {
    guard !comparison.redirected.isEmpty else { return }
    let ourLines = Self.linesByUnit(comparison.ourTallies)
    let theirLines = Self.linesByUnit(comparison.theirTallies)
    let pairs = comparison.redirected.filter { $0.value.count > 1 }.sorted {
      ($0.key.kind, -$0.value.count, $0.key.ours, $0.key.theirs)
        < ($1.key.kind, -$1.value.count, $1.key.ours, $1.key.theirs)
    }
    for (redirection, sum) in pairs {
      let isSite = redirection.kind == LineDifferenceKind.site.rawValue
      redirections[redirection] = Int32(groups.count)
      groups.append(
        Group(
          kind: isSite ? .site : .channel, redirection: redirection,
          isWhole: isSite && ourLines[redirection.ours].map { Int128($0) } == sum.count
            && theirLines[redirection.theirs].map { Int128($0) } == sum.count, sum: sum))
    }
  }

  private static func linesByUnit(_ tallies: LineTallies) -> [Int32: Int64] {
    var lines: [Int32: Int64] = [:]
    for (key, tally) in tallies.tallies {
      lines[Int32(LineProfile(packed: key).value(.site)), default: 0] += tally.lines
    }
    return lines
  }
}
