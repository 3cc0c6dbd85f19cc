import LedgerCore

/// Merges the two sides, both in the order of their keys, and finds where they differ.
///
/// Lines of one obligation are paired: first those that agree, then those of the same amount, then the
/// rest in order. What is left of ours they do not have; what is left of theirs we do not have, or it
/// is there twice.
final class LineComparison {
  /// Pairs that agree.
  private(set) var matched = Sum()
  /// Our lines, matched or not.
  private(set) var ours = Sum()
  /// Their lines, matched or not.
  private(set) var theirs = Sum()
  /// How many differences there are of each kind, and their amount: ours, or theirs where we have none.
  private(set) var found = [Sum](repeating: Sum(), count: LineDifferenceKind.allCases.count)
  /// Our lines by what they have in common.
  private(set) var ourTallies = LineTallies()
  /// Their lines by what they have in common.
  private(set) var theirTallies = LineTallies()
  /// Lines that both have at other units or through other channels.
  private(set) var redirected: [Redirection: Sum] = [:]
  /// The differences, in the order of keys.
  let findings: Spool<LineFinding>

  /// The one and the other unit or channel of a line.
  struct Redirection: Hashable {
    var kind: UInt8
    var ours: Int32
    var theirs: Int32
  }

  /// So many of them are told apart.
  static let mostRedirections = 1 << 16

  private var theirLines: SortedLines
  /// Our lines that come beside the scan: those of persons with several numbers.
  private var besides: SortedLines?
  private let site: Int32?
  private var theirGroup: ContiguousArray<ComparedLine> = []
  private var ourGroup: ContiguousArray<ComparedLine> = []

  /// Begins to compare.
  ///
  /// - Parameters:
  ///   - theirs: Their lines.
  ///   - site: Only lines of this unit on either side; nil for all.
  ///   - location: Where the ledger is.
  /// - Throws: `LedgerError` for what the disk did.
  init(_ theirs: SortedLines, site: Int32?, beside location: String) throws {
    theirLines = theirs
    self.site = site
    findings = try Spool(beside: location)
  }

  /// Takes our lines that come beside the others; before the first of the others.
  func take(besides lines: SortedLines) { besides = lines }

  /// Compares our lines of some obligations, whose keys are greater than those before.
  func compare(block lines: ContiguousArray<ComparedLine>) throws {
    var place = 0
    while place < lines.count {
      let key = lines[place].key
      try compareBesides(before: key)
      var end = place + 1
      while end < lines.count, lines[end].key == key { end += 1 }
      try compareWithTheirs(lines[place..<end])
      place = end
    }
  }

  /// Compares what is left on either side.
  func finish() throws {
    try compareBesides(before: .max)
    try reportTheirs(before: .max)
    try findings.flush()
  }

  private func compareBesides(before key: UInt64) throws {
    while let next = besides?.next, next.key < key {
      ourGroup.removeAll(keepingCapacity: true)
      while let line = besides?.next, line.key == next.key {
        ourGroup.append(line)
        try besides?.advance()
      }
      try compareWithTheirs(ourGroup[...])
    }
  }

  private func compareWithTheirs(_ lines: ContiguousArray<ComparedLine>.SubSequence) throws {
    guard let first = lines.first else { return }
    let key = first.key
    try reportTheirs(before: key)
    theirGroup.removeAll(keepingCapacity: true)
    while let line = theirLines.next, line.key == key { try takeTheirs(line) }
    if lines.count == 1, theirGroup.count == 1 {
      return try settle(first, theirGroup[0])
    }
    try pair(ContiguousArray(lines), theirGroup)
  }

  /// Their lines of obligations of which we have none.
  private func reportTheirs(before key: UInt64) throws {
    while let first = theirLines.next, first.key < key {
      theirGroup.removeAll(keepingCapacity: true)
      while let line = theirLines.next, line.key == first.key { try takeTheirs(line) }
      for (place, line) in theirGroup.enumerated() {
        try report(place == 0 ? .missingOurs : .duplicate, theirs: line)
      }
    }
  }

  private func takeTheirs(_ line: ComparedLine) throws {
    var line = line
    if let site, line.unit == 0 { line.unit = site }
    theirGroup.append(line)
    try theirLines.advance()
  }

  /// Pairs several lines of one obligation.
  private func pair(
    _ ours: ContiguousArray<ComparedLine>, _ theirs: ContiguousArray<ComparedLine>
  ) throws {
    var partners = [Int?](repeating: nil, count: theirs.count)
    var isTaken = [Bool](repeating: false, count: ours.count)
    let rules: [(ComparedLine, ComparedLine) -> Bool] = [
      { Self.difference($0, $1) == nil }, { $0.amount == $1.amount }, { _, _ in true },
    ]
    for fits in rules {
      for (place, line) in theirs.enumerated() where partners[place] == nil {
        guard let partner = ours.indices.first(where: { !isTaken[$0] && fits(ours[$0], line) })
        else { continue }
        partners[place] = partner
        isTaken[partner] = true
      }
    }
    for (place, line) in theirs.enumerated() {
      if let partner = partners[place] {
        try settle(ours[partner], line)
      } else {
        try report(.duplicate, theirs: line)
      }
    }
    for place in ours.indices where !isTaken[place] { try report(ours: ours[place]) }
  }

  /// How two lines of one obligation differ, the gravest way first; nil if they agree.
  private static func difference(
    _ ours: ComparedLine, _ theirs: ComparedLine
  ) -> LineDifferenceKind? {
    if ours.amount != theirs.amount { return .amount }
    if theirs.unit != 0, theirs.unit != ours.unit { return .site }
    if theirs.channel != 0, theirs.channel != ours.channel { return .channel }
    return nil
  }

  private func settle(_ our: ComparedLine, _ their: ComparedLine) throws {
    if let site, our.unit != site, their.unit != site { return }
    ours.add(count: 1, amount: our.amount)
    theirs.add(count: 1, amount: their.amount)
    ourTallies.add(our)
    theirTallies.add(their)
    guard let kind = Self.difference(our, their) else {
      matched.add(count: 1, amount: our.amount)
      return
    }
    try add(kind, our, their)
    guard kind == .site || kind == .channel else { return }
    let place = Redirection(
      kind: kind.rawValue, ours: kind == .site ? our.unit : Int32(our.channel),
      theirs: kind == .site ? their.unit : Int32(their.channel))
    if redirected.count < Self.mostRedirections || redirected[place] != nil {
      redirected[place, default: Sum()].add(count: 1, amount: our.amount)
    }
  }

  private func report(ours our: ComparedLine) throws {
    if let site, our.unit != site { return }
    ours.add(count: 1, amount: our.amount)
    ourTallies.add(our, alone: true)
    try add(.missingTheirs, our, nil)
  }

  private func report(_ kind: LineDifferenceKind, theirs their: ComparedLine) throws {
    if let site, their.unit != site { return }
    theirs.add(count: 1, amount: their.amount)
    theirTallies.add(their, alone: kind == .missingOurs, twice: kind == .duplicate)
    try add(kind, nil, their)
  }

  private func add(
    _ kind: LineDifferenceKind, _ ours: ComparedLine?, _ theirs: ComparedLine?
  ) throws {
    found[Int(kind.rawValue)].add(count: 1, amount: ours?.amount ?? theirs?.amount ?? 0)
    try findings.append(LineFinding(kind, ours: ours, theirs: theirs))
  }
}
