import Testing

@testable import BenefitLedger

/// One of our lines, or one of theirs, as a test keeps it.
struct PlainLine: Hashable {
  var person: String
  var benefit: String
  var month: String
  var amount: Int64
  /// Empty where their row says nothing.
  var site: String
  var channel: String
  /// Our batch and its period.
  var batch: Int64 = 0
  var period = ""
  /// The batch that undid it; 0 if none did.
  var undone: Int64 = 0
  /// Their file, from 0, and its line.
  var file = 0
  var line = 0

  /// What makes it the same obligation.
  var key: String { "\(month) \(person) \(benefit)" }
  /// A row with all columns.
  var row: String { "\(person),\(benefit),\(month),\(amount),\(site),\(channel)\n" }
}

/// What of our lines is looked at.
struct LineScope: CustomStringConvertible {
  var site: String?
  var period: String?
  var asKnownAt: Int64?
  var description: String {
    "site \(site ?? "-"), period \(period ?? "-"), as known at \(asKnownAt ?? -1)"
  }
}

/// Books with random lines of an event, some undone, and lists that differ from them at random.
struct RandomLines {
  let ledger: TestLedger
  private let event: Event
  private var random: SeededGenerator
  private var lines: [PlainLine] = []
  private var unpaid: [PlainLine] = []
  private var batches: Int64 = 0
  private var met: Set<String> = []

  private static let columns = "person,benefit,month,amount,site,channel\n"
  private static let sites = ["79-S1", "79-S2", "40-S1", "79-A"]
  private static let channels = ["cash", "agency", "employer"]

  /// Whether the lists differed in every way.
  var isVaried: Bool { met.count >= 7 }

  init(seed: UInt64, event: Event) throws {
    ledger = try TestLedger()
    self.event = event
    random = SeededGenerator(seed)
    var owed: [PlainLine] = []
    for number in 0..<Int.random(in: 20...40, using: &random) {
      for benefit in ["pension", "medical"] where Int.random(in: 0..<3, using: &random) > 0 {
        owed.append(
          PlainLine(
            person: String(79_060_000_100 + number * 7).padded, benefit: benefit,
            month: ["2026-09", "2026-10"].randomElement(using: &random) ?? "",
            amount: Int64.random(in: 1...9, using: &random) * 1_000_000,
            site: Self.sites.randomElement(using: &random) ?? "",
            channel: Self.channels.randomElement(using: &random) ?? ""))
      }
    }
    for half in [owed.prefix(owed.count / 2), owed.suffix(owed.count - owed.count / 2)] {
      try post(.due, Array(half))
    }
    if event == .paid {
      let paid = owed.filter { _ in Int.random(in: 0..<5, using: &random) > 0 }
      unpaid = owed.filter { !paid.contains($0) }
      try post(.paid, Array(paid.prefix(paid.count / 3)))
      try post(.paid, Array(paid.suffix(paid.count - paid.count / 3)))
    }
    try undo()
  }

  /// What stands, of what is looked at.
  func ours(_ scope: LineScope) -> [PlainLine] {
    lines.filter { line in
      let known = scope.asKnownAt ?? .max
      return line.batch <= known && (line.undone == 0 || line.undone > known)
        && scope.period.map { $0 == line.period } ?? true
    }
  }

  /// Everything, a site, a period, and a time.
  mutating func scopes() throws -> [(LineScope, (inout LinesRequest) -> Void)] {
    let site = Self.sites.randomElement(using: &random) ?? ""
    let period = ["2026-10", "2026-11"].randomElement(using: &random) ?? ""
    let known = Int64.random(in: 0...batches, using: &random)
    return [
      (LineScope(), { _ in }), (LineScope(site: site), { $0.site = UnitCode(site) }),
      (LineScope(period: period), { $0.period = Month(period) }),
      (LineScope(asKnownAt: known), { $0.asKnownAt = known }),
      (
        LineScope(site: site, period: period, asKnownAt: known),
        {
          $0.site = UnitCode(site)
          $0.period = Month(period)
          $0.asKnownAt = known
        }
      ),
    ]
  }

  /// A list of the other side: ours, changed here and there, in any order, over two files.
  mutating func theirs() -> [PlainLine] {
    var list: [PlainLine] = []
    let absent =
      Int.random(in: 0..<3, using: &random) == 0
      ? Self.sites.randomElement(using: &random) : nil
    for line in ours(LineScope()) where line.site != absent {
      var line = line
      let change = Int.random(in: 0..<12, using: &random)
      met.insert("\(min(change, 6))")
      switch change {
      case 0: continue
      case 1: line.amount += Int64.random(in: 1...3, using: &random)
      case 2: line.site = Self.sites.randomElement(using: &random) ?? ""
      case 3: line.channel = Self.channels.randomElement(using: &random) ?? ""
      case 4: (line.site, line.channel) = ("", "")
      case 5:
        var other = line
        other.amount += Int64.random(in: 0...1, using: &random)
        list.append(other)
      default: break
      }
      list.append(line)
    }
    for line in unpaid where Bool.random(using: &random) { list.append(line) }
    for number in 0..<Int.random(in: 0..<4, using: &random) {
      list.append(
        PlainLine(
          person: String(40_170_000_100 + number).padded, benefit: "pension", month: "2026-10",
          amount: 7, site: "40-S1", channel: "cash"))
    }
    list.shuffle(using: &random)
    let half = list.count / 2
    return list.enumerated().map { place, line in
      var line = line
      line.file = place < half ? 0 : 1
      line.line = (place < half ? place : place - half) + 2
      return line
    }
  }

  /// Their lines as files; a file without rows would be a mistake.
  func lists(_ theirs: [PlainLine]) -> [String] {
    [0, 1].map { file in
      Self.columns + theirs.filter { $0.file == file }.map(\.row).joined()
    }
  }

  private mutating func post(_ event: Event, _ rows: [PlainLine]) throws {
    guard !rows.isEmpty else { return }
    let period = ["2026-10", "2026-11"].randomElement(using: &random) ?? ""
    batches += 1
    let receipt = try ledger.post(
      event, Self.columns + rows.map(\.row).joined(), envelope: Envelope(period: Month(period)))
    #expect(receipt.batch == batches, "\(receipt.diagnosis)")
    guard event == self.event else { return }
    for var line in rows {
      line.batch = batches
      line.period = period
      lines.append(line)
    }
  }

  /// Undoes a few lines, and posts some of them again.
  private mutating func undo() throws {
    let places = lines.indices.filter { _ in Int.random(in: 0..<8, using: &random) == 0 }
    guard !places.isEmpty else { return }
    batches += 1
    let receipt = try ledger.post(
      event, Self.columns + places.map { lines[$0].row }.joined(), undoing: "wrong")
    #expect(receipt.batch == batches, "\(receipt.diagnosis)")
    for place in places { lines[place].undone = batches }
    try post(event, places.filter { $0 % 2 == 0 }.map { lines[$0].fresh })
    unpaid += event == .paid ? places.filter { $0 % 2 == 1 }.map { lines[$0].fresh } : []
  }
}

extension PlainLine {
  /// The line as it was before it was posted.
  fileprivate var fresh: PlainLine {
    var line = self
    (line.batch, line.undone, line.period) = (0, 0, "")
    return line
  }
}

extension String {
  /// A personal number of 12 digits.
  fileprivate var padded: String { String(repeating: "0", count: 12 - count) + self }
}

/// The comparison in its plainest form: for each obligation, our line and all of theirs.
struct NaiveLines {
  private(set) var differences: [String] = []
  private(set) var matched = 0
  private(set) var matchedAmount: Int64 = 0
  /// Sites of ours of which they have something.
  private(set) var matchedSites: Set<String> = []

  init(_ ours: [PlainLine], _ theirs: [PlainLine], site: String?) {
    let theirs = theirs.map { line in
      var line = line
      if let site, line.site.isEmpty { line.site = site }
      return line
    }
    for key in Set(ours.map(\.key)).union(theirs.map(\.key)) {
      let our = ours.first { $0.key == key }
      var rest = theirs.filter { $0.key == key }.sorted { ($0.file, $0.line) < ($1.file, $1.line) }
      guard let our else {
        for (place, line) in rest.enumerated() {
          note(place == 0 ? "missing-ours" : "duplicate", nil, line, site)
        }
        continue
      }
      let partner =
        rest.firstIndex { Self.kind(our, $0) == nil }
        ?? rest.firstIndex { $0.amount == our.amount } ?? rest.indices.first
      guard let partner else {
        note("missing-theirs", our, nil, site)
        continue
      }
      let their = rest.remove(at: partner)
      if let kind = Self.kind(our, their) {
        note(kind, our, their, site)
      } else if site == nil || our.site == site || their.site == site {
        matched += 1
        matchedAmount += our.amount
      }
      matchedSites.insert(our.site)
      for line in rest { note("duplicate", nil, line, site) }
    }
  }

  private static func kind(_ ours: PlainLine, _ theirs: PlainLine) -> String? {
    if ours.amount != theirs.amount { return "amount" }
    if !theirs.site.isEmpty, theirs.site != ours.site { return "site" }
    if !theirs.channel.isEmpty, theirs.channel != ours.channel { return "channel" }
    return nil
  }

  private mutating func note(
    _ kind: String, _ ours: PlainLine?, _ theirs: PlainLine?, _ site: String?
  ) {
    if let site, ours?.site != site, theirs?.site != site { return }
    func text(_ value: String?) -> String { value.flatMap { $0.isEmpty ? nil : $0 } ?? "-" }
    guard let any = ours ?? theirs else { return }
    differences.append(
      [
        kind, any.person, any.benefit, any.month, text(ours.map { String($0.amount) }),
        text(theirs.map { String($0.amount) }), text(ours?.site), text(theirs?.site),
        text(ours?.channel), text(theirs?.channel), text(ours.map { String($0.batch) }),
        text(theirs.map { "theirs-\($0.file + 1).csv" }), text(theirs.map { String($0.line) }),
      ].joined(separator: " "))
  }
}
