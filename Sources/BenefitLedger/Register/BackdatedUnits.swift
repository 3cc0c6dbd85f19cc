import BatchFiles
import LedgerCore
import LedgerStore

/// Which rows of a file of units say something of days on which batches are posted already, or that
/// lie in a closed period.
///
/// Reports of those days will show the units as the file says. That may be meant, and is said once.
struct BackdatedUnits {
  /// A row that changes a unit, and the batches that will be shown otherwise.
  fileprivate struct Row {
    var file: UnitRow
    var changes: [RegisterChange]
    /// The first day that is otherwise than before.
    var start: CivilDate
    var batches: Int64 = 0
    var lastBatch: Int64 = 0
    var periods: Set<Month> = []

    /// Whether units below it are shown elsewhere for it.
    var movesOthers: Bool { changes.contains { $0.kind != .renamed } }
  }

  /// A unit on a business date.
  private struct Place: Hashable {
    var unit: Int32
    var date: CivilDate
  }

  private var rows: [Row] = []
  private var rowOfUnit: [Int32: Int] = [:]
  private let before: UnitTree
  private let after: UnitTree

  /// Takes the rows that change units; new ones have no batches yet.
  init(_ plan: RegisterImport, register: [UnitHistory]) throws {
    before = try UnitTree(register)
    after = try UnitTree(plan.after)
    for (row, version, previous) in plan.added {
      guard let previous else { continue }
      let changes = RegisterChange.changes(version, after: previous) { [after] in
        after.latest($0)?.code.text
      }
      let onlyEnds = changes.allSatisfy { $0.kind == .closed || $0.kind == .merged }
      guard let start = onlyEnds ? version.validTo?.next : version.validFrom else { continue }
      rowOfUnit[version.unit] = rows.count
      rows.append(Row(file: row, changes: changes, start: start))
    }
  }

  /// The warnings, one for each row that batches will be shown otherwise for, or that begins in a
  /// period that is closed.
  mutating func warnings(_ snapshot: any LedgerSnapshot, file: String) throws -> Diagnosis {
    guard let first = rows.map(\.start).min() else { return Diagnosis() }
    let batches = try BatchIndex(snapshot)
    var known: [Place: [Int]] = [:]
    try batches.scanVouchers(snapshot, reading: .dimensions, where: { $0.date >= first }) {
      voucher, batch in
      guard voucher.unit > 0 else { return }
      let place = Place(unit: voucher.unit, date: batch.date)
      let rows = known[place] ?? self.rows(for: place)
      known[place] = rows
      for row in rows { add(batch, to: row) }
    }
    let book = try PeriodBook(snapshot)
    let found = rows.filter { $0.batches > 0 || book.state(of: $0.start.month).isClosed }
    return Diagnosis(
      diagnostics: found.prefix(Diagnosis.listed).map {
        $0.warning(file: file, book, lastBatch: batches.last)
      }, counts: found.isEmpty ? [] : [(.unitChangesPast, found.count)])
  }

  private mutating func add(_ batch: BatchOutline, to row: Int) {
    guard rows[row].lastBatch != batch.number else { return }
    rows[row].lastBatch = batch.number
    rows[row].batches += 1
    rows[row].periods.insert(batch.period)
  }

  /// The rows that change how a unit is shown on a date: its own, and those of units above it.
  private func rows(for place: Place) -> [Int] {
    let old = before.chain(of: place.unit, on: place.date)
    let new = after.chain(of: place.unit, on: place.date)
    let isMoved = old.map(\.code) != new.map(\.code) || old.map(\.kind) != new.map(\.kind)
    let units = Set(old.map(\.unit)).union(new.map(\.unit)).union([place.unit])
    return units.compactMap { unit in
      guard let row = rowOfUnit[unit], rows[row].start <= place.date,
        unit == place.unit || isMoved && rows[row].movesOthers
      else { return nil }
      return row
    }
  }
}

extension BackdatedUnits.Row {
  fileprivate func warning(
    file path: String, _ book: PeriodBook, lastBatch: Int64
  ) -> Diagnostic {
    Diagnostic(
      file: path, line: Int(file.fileLine), column: 1, code: .unitChangesPast,
      message: batches > 0
        ? """
        \(file.code) changes from \(start) on, and \(whatIsPosted(book)); as known at batch \
        \(lastBatch) they stay as they are.
        """
        : """
        \(file.code) changes from \(start) on, and period \(start.month) is closed. No batch is \
        shown otherwise, but lists of units of those days will show \(file.code) \(appearance).
        """,
      help: "If the day is right, nothing is wrong. If it is not, correct valid_from or valid_to.")
  }

  /// How reports show the unit from then on.
  private var appearance: Message { changes.map(\.appearance).joined(separator: ", ") }

  /// How many batches are shown otherwise, and reports of which periods.
  private func whatIsPosted(_ book: PeriodBook) -> Message {
    let named: [Message] = periods.sorted().prefix(6).map {
      book.state(of: $0).isClosed ? "\($0) (closed)" : "\($0)"
    }
    let more = periods.count - named.count
    let closed = periods.count { book.state(of: $0).isClosed }
    let listed = named.joined(separator: ", ")
    let which: Message =
      more > 0 ? "\(listed) and \(more) more, \(closed) of them all closed," : listed
    return """
      \(counted(batches, "batch of such business dates is", "batches of such business dates are")) \
      posted. Reports of \(which) will show \(file.code) \(appearance)
      """
  }
}

extension RegisterChange {
  /// How reports show a unit once this is so.
  fileprivate var appearance: Message {
    switch kind {
    case .opened, .reopened: "as open"
    case .renamed: "as \(to ?? "")"
    case .moved: to.map { "under \($0)" } ?? "at the top"
    case .recoded, .merged: "as \(to ?? "")"
    case .reclassified: "as a \(to ?? "")"
    case .closed: "as closed"
    }
  }
}

extension UnitTree {
  /// What stands for a unit on a date and for each unit above it, from below.
  fileprivate func chain(of unit: Int32, on date: CivilDate) -> [UnitVersion] {
    var chain: [UnitVersion] = []
    var next: Int32? = unit
    while let unit = next, chain.count < Self.maximumDepth,
      let position = standing(of: unit, on: date)
    {
      chain.append(versions[position])
      next = versions[position].parent
    }
    return chain
  }
}
