import BatchFiles
import LedgerCore
import LedgerStore

/// What must hold of the register as a file would leave it, so that all money has a place in it.
struct RegisterChecks {
  private let added: [(row: UnitRow, version: UnitVersion, before: UnitVersion?)]
  private let after: RegisterState
  private let rows: [Int32: UnitRow]

  init(
    added: [(row: UnitRow, version: UnitVersion, before: UnitVersion?)], _ after: RegisterState
  ) {
    self.added = added
    self.after = after
    rows = Dictionary(added.map { ($0.version.unit, $0.row) }) { first, _ in first }
  }

  /// Makes every check.
  func run(_ mistakes: inout RegisterMistakes) {
    guard !added.isEmpty else { return }
    checkCodes(&mistakes)
    checkParents(&mistakes)
    checkEnds(&mistakes)
    checkCircles(&mistakes)
  }

  // MARK: Codes

  /// A code is one unit's at a time.
  private func checkCodes(_ mistakes: inout RegisterMistakes) {
    var holdings: [UnitCode: [Holding]] = [:]
    let codes = Set(added.map(\.version.code))
    for unit in after.units {
      guard let versions = after.history(of: unit)?.versions else { continue }
      for (index, version) in versions.enumerated() where codes.contains(version.code) {
        let next = index + 1 < versions.count ? versions[index + 1] : nil
        holdings[version.code, default: []].append(Holding(version, next: next))
      }
    }
    for (row, version, _) in added {
      let own = Holding(version, next: nil)
      let other = holdings[version.code]?.first { $0.unit != version.unit && $0.overlaps(own) }
      guard let other else { continue }
      mistakes.add(
        row, .unitCodeTaken,
        """
        \(version.code) is the code of \(other.name) \
        \(other.end.map { "until \($0)." } ?? "and stays so.")
        """,
        "Take another code, or say in valid_from a day on which that unit no longer has it.")
    }
  }

  /// The days on which a unit has a code.
  private struct Holding {
    let unit: Int32
    let name: String
    let first: CivilDate
    /// The last day it is valid by itself.
    let last: CivilDate?
    /// The day on which its next version begins.
    let next: CivilDate?

    init(_ version: UnitVersion, next: UnitVersion?) {
      unit = version.unit
      name = version.name
      first = version.validFrom
      last = version.validTo
      self.next = next?.validFrom
    }

    /// A day up to which it has the code, for messages.
    var end: Message? {
      next.map { "the day before \($0)" } ?? last.map { .verbatim($0) }
    }

    func overlaps(_ later: Holding) -> Bool {
      (later.last.map { first <= $0 } ?? true) && (last.map { later.first <= $0 } ?? true)
        && (next.map { later.first < $0 } ?? true)
    }
  }

  /// The versions in an order in which each code is given up before it is taken.
  ///
  /// The schema looks at one row at a time, so two units cannot exchange their codes on one day.
  func inOrderOfCodes(_ mistakes: inout RegisterMistakes) -> [UnitVersion] {
    var givers: [UnitCode: Int] = [:]
    for (index, entry) in added.enumerated() {
      if let code = entry.before?.code { givers[code] = index }
    }
    var order: [UnitVersion] = []
    var isDone = [Bool](repeating: false, count: added.count)
    for start in added.indices where !isDone[start] {
      var chain: [Int] = []
      var next: Int? = start
      while let index = next, !isDone[index] {
        guard !chain.contains(index) else {
          mistakes.add(
            added[index].row, .unitCodeTaken,
            "\(added[index].version.code) passes from unit to unit in a circle on one day.",
            "Give one of the units another code first, by a file and a day of its own.")
          return []
        }
        chain.append(index)
        let code = added[index].version.code
        next = added[index].before?.code == code ? nil : givers[code]
      }
      for index in chain.reversed() {
        isDone[index] = true
        order.append(added[index].version)
      }
    }
    return order
  }

  // MARK: Parents

  /// No unit is put under one that has ended.
  private func checkParents(_ mistakes: inout RegisterMistakes) {
    for (row, version, before) in added {
      guard let parent = version.parent, before == nil || before?.parent != parent,
        let history = after.history(of: parent), history.hasEnded(by: version.validFrom)
      else { continue }
      refuse(row, under: history, on: version.validFrom, &mistakes)
    }
  }

  private func refuse(
    _ row: UnitRow, under parent: UnitHistory, on day: CivilDate,
    _ mistakes: inout RegisterMistakes
  ) {
    let version = parent.version(on: day)
    let end: Message = version.validTo.map { " on \($0)" } ?? ""
    let successor = version.successor.flatMap { after.history(of: $0)?.last.code.text }
    mistakes.add(
      row, .unitParentClosed, "The parent \(version.code) of \(row.code) ended\(end).",
      successor.map { "Write \($0), which took its place." }
        ?? "Write the unit that \(row.code) belongs to since then.")
  }

  // MARK: Ends

  /// A unit that ends leaves no unit below it behind, and what takes its place is there.
  private func checkEnds(_ mistakes: inout RegisterMistakes) {
    var below: [Int32: Set<Int32>] = [:]
    for version in after.versions {
      if let parent = version.parent { below[parent, default: []].insert(version.unit) }
    }
    for (version, day) in after.ends {
      if version.successor != nil {
        checkSuccessor(of: version, on: day, &mistakes)
        continue
      }
      let open = (below[version.unit] ?? []).sorted().compactMap { after.history(of: $0) }
        .filter { $0.isValid(on: day) && $0.version(on: day).parent == version.unit }
      guard let first = open.first else { continue }
      if let row = rows[version.unit] {
        mistakes.add(
          row, .unitHasOpenUnits,
          """
          \(version.code) ends, but \(open.count) units below it go on, such as \
          \(first.version(on: day).code).
          """,
          "Name its successor, or move or close them in the same file.")
      } else if let child = open.first(where: { rows[$0.unit] != nil }), let row = rows[child.unit],
        let history = after.history(of: version.unit)
      {
        refuse(row, under: history, on: day, &mistakes)
      }
    }
  }

  /// Successors lead to a unit that is valid on the day after.
  private func checkSuccessor(
    of version: UnitVersion, on day: CivilDate, _ mistakes: inout RegisterMistakes
  ) {
    var chain = [version.unit]
    while let unit = chain.last, let next = after.successor(of: unit, on: day) {
      if chain.contains(next) { return }
      chain.append(next)
    }
    guard let last = chain.last, let history = after.history(of: last), !history.isValid(on: day),
      let row = chain.lazy.compactMap({ rows[$0] }).first
    else { return }
    mistakes.add(
      row, .unitSuccessorClosed,
      "\(version.code) gives its place to \(history.last.code), which is not valid on \(day).",
      "Name a unit that is valid on the day after.")
  }

  // MARK: Circles

  /// No unit is above itself, by its parents or by successors, on any day.
  private func checkCircles(_ mistakes: inout RegisterMistakes) {
    let days =
      after.ends.filter { $0.version.successor != nil }
      + after.versions.map { (version: $0, day: $0.validFrom) }
    for (version, day) in days {
      let path = after.path(from: version.unit, on: day)
      guard path.isCircle, let row = rows[version.unit] ?? added.first?.row else { continue }
      if path.hasSuccessor {
        mistakes.add(
          row, .unitSuccessorCircle,
          "\(version.code) is, through its successors and parents, its own successor.",
          "Correct the column successor.")
      } else {
        mistakes.add(
          row, .unitParentCircle, "\(version.code) is, through its parents, its own parent.",
          "Correct the column parent.")
      }
      return
    }
  }
}
