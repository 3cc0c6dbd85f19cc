import BenefitLedger

/// An organisation made up from a seed that changes from file to file, and a naive memory of it.
///
/// It remembers every unit's days in a list and looks them through from the end, knows nothing of
/// versions, and is what the register's tree is compared with.
struct MadeUpOrganisation {
  /// What a unit was from a day on.
  struct Days {
    var from: String
    var code: String
    var parent: Int?
    /// The first day on which it is not there any more.
    var gone: String?
    var successor: Int?
  }

  struct Unit {
    var kind: String
    var name: String
    var days: [Days]

    var now: Days { days[days.count - 1] }
    var isOpen: Bool { now.gone == nil }
  }

  /// A row of a file.
  private struct Row {
    var unit: Int
    var from: String
    var to: String
    var formerly: String
    var successor: Int?
  }

  private(set) var units: [Unit] = []
  private var random: UInt64
  private var named = 0
  /// Codes that a unit had and gave up.
  private var free: [String] = []

  // What the file that is being written has done already.
  private var touched: Set<Int> = []
  private var needed: Set<Int> = []

  init(seed: UInt64) {
    random = seed
    add("nation", nil)
    for _ in 0..<4 { add("province", 0) }
    for _ in 0..<5 { add("district", pick("province")) }
    for _ in 0..<8 { add("commune", pick("district")) }
    for _ in 0..<12 { add("site", pick("commune")) }
  }

  /// The file of the beginning.
  var firstFile: String {
    "code,name,kind,parent\n"
      + units.map { "\($0.now.code),\($0.name),\($0.kind),\(code($0.now.parent))\n" }.joined()
  }

  /// Rows of a day's changes, in any order.
  ///
  /// - Parameters:
  ///   - first: The first day on which they are so.
  ///   - last: The day before.
  /// - Returns: The rows without the line of columns.
  mutating func change(on first: String, after last: String) -> String {
    touched = []
    needed = []
    var rows: [Row] = []
    for _ in 0..<10 { if let made = changeOnce(first, last) { rows += made } }
    rows.shuffle(using: &self)
    return rows.map(text).joined()
  }

  /// An open unit of a kind.
  mutating func pick(_ kind: String) -> Int? {
    units.indices.filter { units[$0].kind == kind && units[$0].isOpen }.randomElement(using: &self)
  }

  /// The province that a unit belongs to by the tree of a day.
  func province(of unit: Int, on day: String) -> String? {
    var next: Int? = unit
    for _ in 0..<1_000 {
      guard let unit = next else { return nil }
      let days = units[unit].days.last { $0.from <= day } ?? units[unit].days[0]
      if let gone = days.gone, gone <= day, let successor = days.successor {
        next = successor
      } else if units[unit].kind == "province" {
        return days.code
      } else {
        next = days.parent
      }
    }
    return nil
  }

  // MARK: One change

  private mutating func changeOnce(_ first: String, _ last: String) -> [Row]? {
    let kind =
      ["province", "district", "commune", "site", "site"].randomElement(using: &self) ?? ""
    guard let unit = pick(kind), !touched.contains(unit) else { return nil }
    switch Int.random(in: 0..<8, using: &self) {
    case 0: return rename(unit, first)
    case 1, 2: return move(unit, first)
    case 3: return recode(unit, first)
    case 4, 5: return merge(unit, first, last)
    case 6: return kind == "commune" ? split(unit, first, last) : close(unit, first, last)
    default: return open(kind, first)
    }
  }

  private mutating func rename(_ unit: Int, _ first: String) -> [Row] {
    named += 1
    units[unit].name = "Tên \(named)"
    return [row(unit, from: first)]
  }

  private mutating func move(_ unit: Int, _ first: String) -> [Row]? {
    guard let parent = newParent(units[unit].kind) else { return nil }
    units[unit].days.append(
      Days(from: first, code: units[unit].now.code, parent: parent, gone: nil, successor: nil))
    return [row(unit, from: first)]
  }

  private mutating func recode(_ unit: Int, _ first: String) -> [Row] {
    let old = units[unit].now.code
    let reused = free.isEmpty ? nil : free.removeFirst()
    named += 1
    units[unit].days.append(
      Days(
        from: first, code: reused ?? "N\(named)", parent: units[unit].now.parent, gone: nil,
        successor: nil))
    free.append(old)
    return [row(unit, from: first, formerly: old)]
  }

  private mutating func merge(_ unit: Int, _ first: String, _ last: String) -> [Row]? {
    guard !needed.contains(unit), let other = pick(units[unit].kind), other != unit else {
      return nil
    }
    return end(unit, first, last, successor: other)
  }

  /// A site that closes without a successor.
  private mutating func close(_ unit: Int, _ first: String, _ last: String) -> [Row]? {
    units[unit].kind == "site" && !needed.contains(unit)
      ? end(unit, first, last, successor: nil) : nil
  }

  /// A commune that becomes two, and some of its sites go to the second.
  private mutating func split(_ unit: Int, _ first: String, _ last: String) -> [Row]? {
    guard !needed.contains(unit), let parent = newParent("commune") else { return nil }
    let parts = [add("commune", parent, first), add("commune", parent, first)]
    var rows = parts.map { row($0, from: first) }
    let sites = units.indices.filter {
      units[$0].isOpen && units[$0].now.parent == unit && !touched.contains($0)
    }
    for site in sites where Bool.random(using: &self) {
      units[site].days.append(
        Days(
          from: first, code: units[site].now.code, parent: parts[1], gone: nil, successor: nil))
      rows.append(row(site, from: first))
    }
    return rows + end(unit, first, last, successor: parts[0])
  }

  private mutating func open(_ kind: String, _ first: String) -> [Row]? {
    guard kind != "province", let parent = newParent(kind) else { return nil }
    return [row(add(kind, parent, first), from: first)]
  }

  private mutating func end(
    _ unit: Int, _ first: String, _ last: String, successor: Int?
  ) -> [Row] {
    let now = units[unit].now
    let row = row(unit, to: last, successor: successor)
    units[unit].days.append(
      Days(from: first, code: now.code, parent: now.parent, gone: first, successor: successor))
    if let successor { needed.insert(successor) }
    return [row]
  }

  // MARK: Rows

  @discardableResult
  private mutating func add(_ kind: String, _ parent: Int?, _ first: String = "") -> Int {
    named += 1
    let days = Days(
      from: first, code: "\(kind.prefix(1))\(named)", parent: parent, gone: nil, successor: nil)
    units.append(Unit(kind: kind, name: "Tên \(named)", days: [days]))
    return units.count - 1
  }

  /// An open unit that others of a kind may belong to, and that this file does not close.
  private mutating func newParent(_ kind: String) -> Int? {
    let above = ["district": "province", "commune": "district", "site": "commune"]
    guard let parent = above[kind].flatMap({ pick($0) }) else { return nil }
    needed.insert(parent)
    return parent
  }

  private func code(_ unit: Int?) -> String { unit.map { units[$0].now.code } ?? "" }

  private mutating func row(
    _ unit: Int, from: String = "", to: String = "", formerly: String = "", successor: Int? = nil
  ) -> Row {
    touched.insert(unit)
    return Row(unit: unit, from: from, to: to, formerly: formerly, successor: successor)
  }

  /// A row with the codes that units have when the file is complete.
  private func text(_ row: Row) -> String {
    let unit = units[row.unit]
    return "\(unit.now.code),\(unit.name),\(unit.kind),\(code(unit.now.parent)),\(row.from),"
      + "\(row.to),\(row.formerly),\(code(row.successor))\n"
  }
}

extension MadeUpOrganisation: RandomNumberGenerator {
  /// The next of a sequence that the seed settles (splitmix64).
  mutating func next() -> UInt64 {
    random &+= 0x9E37_79B9_7F4A_7C15
    var mixed = random
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
