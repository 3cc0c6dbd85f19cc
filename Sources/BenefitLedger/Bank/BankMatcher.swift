import LedgerCore

/// Finds which bookings of a bank are which vouchers: one to one, one to many, many to one.
///
/// Rules are tried from the surest on, each over all bookings, so that a guess never takes what a
/// reference names. A rule that goes by amount and date matches only if there is one answer both
/// ways: one thing that the booking can be, and one booking that the thing can be. Nothing depends on
/// the order in which bookings or vouchers come.
struct BankMatcher {
  private let items: any OpenItems
  /// How many days the two dates may lie apart where no reference is given.
  private let window: Int
  private var all: [BankEntry] = []
  private var matched: Set<Int64> = []
  private var remaining: [Int64: Int64] = [:]
  private var usedLines: Set<Int64> = []
  private var vouchers: [Int64: BankItem] = [:]
  private(set) var matches: [NewMatch] = []
  private var notes: [Int64: Unmatched] = [:]
  /// Batches and movements by what is open of them, as it was when the rule began.
  private var batchesByTotal: [Int128: [OpenBatch]] = [:]
  private var movementsByAmount: [Int64: [BankItem]] = [:]

  init(_ items: any OpenItems, window: Int) {
    self.items = items
    self.window = window
    for voucher in items.vouchers {
      vouchers[voucher.voucher] = voucher
      remaining[voucher.voucher] = voucher.amount
    }
  }

  /// Matches bookings of one kind: of statements, or of notices.
  ///
  /// - Returns: Those that are matched with nothing, with what is known of them.
  mutating func run(_ entries: [BankEntry]) throws -> [Unmatched] {
    all = entries.sorted { ($0.booked, $0.number) < ($1.booked, $1.number) }
    index()
    try matchReferences()
    index()
    try matchOrders()
    index()
    matchDocuments()
    index()
    matchBatches()
    matchSeveral()
    try matchNotExecuted()
    try matchAmounts()
    return open.map { notes[$0.number] ?? Unmatched(entry: $0) }
  }

  // MARK: by reference

  private mutating func matchReferences() throws {
    for entry in open {
      guard let key = entry.key else { continue }
      let lines = try items.lines(of: key).filter {
        entry.amount == 0 ? $0.amount > 0 : ($0.amount > 0) == (entry.amount > 0)
      }
      let free = lines.filter { isOpen($0) }
      let fitting = free.filter { entry.amount == 0 || $0.amount == entry.amount }
        .sorted { ($0.line ?? 0) < ($1.line ?? 0) }
      if let line = fitting.first {
        let others = fitting.dropFirst().map(\.words) + others(than: [line], for: entry)
        take(.endToEnd, [entry], [line], instead: others)
      } else if let other = free.first {
        notes[entry.number] = Unmatched(entry: entry, differs: other)
      } else if !lines.isEmpty {
        notes[entry.number] = Unmatched(entry: entry, isTwice: true)
      }
    }
  }

  private mutating func matchOrders() throws {
    let groups = Dictionary(grouping: open.filter { $0.key == nil && $0.order != nil }) {
      $0.order ?? ""
    }
    for (id, entries) in groups.sorted(by: { $0.key < $1.key }) {
      let lines = try items.lines(ofOrder: id).filter { isOpen($0) }
      guard !lines.isEmpty, sum(lines.map(\.amount)) == sum(entries.map(\.amount)) else { continue }
      let others = entries.count == 1 ? others(than: lines, for: entries[0]) : []
      take(.order, entries, whole(lines), instead: others)
    }
  }

  private mutating func matchDocuments() {
    let named = openVouchers.filter { ($0.document ?? "").utf8.count >= 4 }
    guard !named.isEmpty else { return }
    for entry in open where entry.key == nil {
      let fitting = named.filter { voucher in
        guard isOpen(voucher), left(voucher) == entry.amount, let document = voucher.document else {
          return false
        }
        return document == entry.endToEnd || document == entry.servicer
          || document == entry.order || entry.text?.contains(document) == true
      }
      guard let first = fitting.first else { continue }
      guard fitting.count == 1 else {
        notes[entry.number] = Unmatched(entry: entry, candidates: fitting.map(\.words))
        continue
      }
      take(.document, [entry], [first], instead: others(than: [first], for: entry))
    }
  }

  // MARK: by amount and date

  /// A batch with all that is open of it in one direction.
  private struct OpenBatch {
    var number: Int64
    var date: CivilDate
    var total: Int128
    var vouchers: [BankItem]
    var hasLines: Bool { vouchers.contains { !$0.isMovement } }
  }

  /// Batches with lines, or with several movements: a single movement is a voucher by itself.
  private var openBatches: [OpenBatch] {
    struct Side: Hashable {
      var batch: Int64
      var isIn: Bool
    }
    let groups = Dictionary(grouping: openVouchers) {
      Side(batch: $0.batch, isIn: left($0) > 0)
    }
    return groups.map { side, vouchers in
      OpenBatch(
        number: side.batch, date: vouchers[0].date, total: sum(vouchers.map { left($0) }),
        vouchers: vouchers.sorted { $0.voucher < $1.voucher })
    }.filter { $0.hasLines || $0.vouchers.count > 1 }
      .sorted { ($0.number, $0.total) < ($1.number, $1.total) }
  }

  private mutating func matchBatches() {
    let entries = Dictionary(grouping: open.filter { $0.key == nil }) { Int128($0.amount) }
    for (amount, candidates) in entries.sorted(by: { $0.key < $1.key }) {
      guard let batches = batchesByTotal[amount] else { continue }
      for entry in candidates {
        let near = batches.filter { isNear($0.date, entry.booked) }
        guard let batch = near.first else { continue }
        let rivals = candidates.filter { isNear(batch.date, $0.booked) }
        guard near.count == 1, rivals.count == 1 else {
          notes[entry.number] = Unmatched(
            entry: entry, candidates: near.map { "batch \($0.number)" })
          continue
        }
        take(
          .batchTotal, [entry], batch.vouchers,
          instead: others(than: batch.vouchers, for: entry))
      }
    }
  }

  /// All bookings of a day and a direction that name nothing, as one payment.
  private mutating func matchSeveral() {
    struct Day: Hashable {
      var booked: CivilDate
      var isIn: Bool
      var order: String?
      var rank: (Int32, Int, String) { (booked.number, isIn ? 1 : 0, order ?? "") }
    }
    let unnamed = open.filter { $0.key == nil && $0.amount != 0 }
    var groups: [Day: [BankEntry]] = [:]
    for entry in unnamed {
      groups[Day(booked: entry.booked, isIn: entry.amount > 0), default: []].append(entry)
      guard let order = entry.order else { continue }
      groups[
        Day(booked: entry.booked, isIn: entry.amount > 0, order: order), default: []
      ].append(entry)
    }
    let days = groups.filter { $0.value.count > 1 }.sorted { $0.key.rank < $1.key.rank }
    for (day, entries) in days where entries.allSatisfy({ isOpen($0) }) {
      let total = sum(entries.map(\.amount))
      let batches = openBatches.filter { $0.total == total && isNear($0.date, day.booked) }
      let single = openVouchers.filter { voucher in
        voucher.isMovement && Int128(left(voucher)) == total && isNear(voucher.date, day.booked)
          && !batches.contains { $0.vouchers.contains { $0.voucher == voucher.voucher } }
      }
      guard batches.count + single.count == 1 else { continue }
      take(.severalEntries, entries, batches.first?.vouchers ?? single)
    }
  }

  /// A batch of which the bank left out what it rejected: the booking is the rest.
  private mutating func matchNotExecuted() throws {
    let rejected = try items.notExecuted()
    guard !rejected.isEmpty else { return }
    for batch in openBatches where batch.total < 0 {
      let back = (rejected[batch.number] ?? []).filter { isOpen($0) }
      let rest = batch.total + sum(back.map(\.amount))
      let entries = open.filter {
        $0.key == nil && Int128($0.amount) == rest && isNear(batch.date, $0.booked)
      }
      guard !back.isEmpty, entries.count == 1 else { continue }
      take(.notExecuted, entries, batch.vouchers + back)
    }
  }

  private mutating func matchAmounts() throws {
    let entries = open.filter { $0.key == nil && $0.amount != 0 }
    guard let first = entries.first, let last = entries.last else { return }
    let lines = try items.lines(
      Set(entries.map(\.amount)), from: first.booked, through: last.booked
    ).filter { isOpen($0) }
    let movements = openVouchers.filter(\.isMovement)
    let all = Dictionary(grouping: lines + movements) { $0.line == nil ? left($0) : $0.amount }
    let byAmount = Dictionary(grouping: entries, by: \.amount)
    for (amount, entries) in byAmount.sorted(by: { $0.key < $1.key }) {
      guard let candidates = all[amount] else { continue }
      for entry in entries {
        let near = candidates.filter { isNear($0.date, entry.booked) }
          .sorted { ($0.voucher, $0.line ?? 0) < ($1.voucher, $1.line ?? 0) }
        guard let item = near.first else { continue }
        let rivals = entries.filter { isNear(item.date, $0.booked) }
        guard near.count == 1, rivals.count == 1, isOpen(item) else {
          if notes[entry.number] == nil {
            notes[entry.number] = Unmatched(entry: entry, candidates: near.map(\.words))
          }
          continue
        }
        take(.amountAndDate, [entry], [item])
      }
    }
  }

  // MARK: what is open

  private var openVouchers: [BankItem] {
    vouchers.values.filter { left($0) != 0 }.sorted { $0.voucher < $1.voucher }
  }

  private func left(_ item: BankItem) -> Int64 { remaining[item.voucher] ?? 0 }

  private var open: [BankEntry] { all.filter(isOpen) }

  private func isOpen(_ entry: BankEntry) -> Bool { !matched.contains(entry.number) }

  private func isOpen(_ item: BankItem) -> Bool {
    let left = left(item)
    guard !item.isUsed, left != 0 else { return false }
    guard let line = item.line else { return true }
    return !usedLines.contains(line) && (left > 0) == (item.amount > 0)
      && left.magnitude >= item.amount.magnitude
  }

  private func isNear(_ one: CivilDate, _ other: CivilDate) -> Bool {
    abs(one.days(since: other)) <= window
  }

  private func sum(_ amounts: [Int64]) -> Int128 { amounts.reduce(0) { $0 + Int128($1) } }

  /// Lines as their voucher, where they are all that is left of it.
  private func whole(_ lines: [BankItem]) -> [BankItem] {
    Dictionary(grouping: lines, by: \.voucher).sorted { $0.key < $1.key }.flatMap {
      voucher, lines in
      guard let item = vouchers[voucher], sum(lines.map(\.amount)) == Int128(left(item)) else {
        return lines.sorted { ($0.line ?? 0) < ($1.line ?? 0) }
      }
      return [item]
    }
  }

  /// What else has the amount of a booking near its day: batches and movements.
  private func others(than items: [BankItem], for entry: BankEntry) -> [Message] {
    let taken = Set(items.map(\.voucher))
    let batches = (batchesByTotal[Int128(entry.amount)] ?? []).filter {
      isNear($0.date, entry.booked) && !$0.vouchers.contains { taken.contains($0.voucher) }
    }
    let movements = (movementsByAmount[entry.amount] ?? []).filter {
      left($0) == entry.amount && isNear($0.date, entry.booked) && !taken.contains($0.voucher)
    }
    return batches.map { "batch \($0.number)" } + movements.map(\.words)
  }

  private mutating func index() {
    batchesByTotal = Dictionary(grouping: openBatches, by: \.total)
    movementsByAmount = Dictionary(grouping: openVouchers.filter(\.isMovement)) { left($0) }
  }

  private mutating func take(
    _ rule: MatchRule, _ entries: [BankEntry], _ items: [BankItem], instead: [Message] = []
  ) {
    var taken: [BankItem] = []
    for var item in items {
      if let line = item.line {
        usedLines.insert(line)
        remaining[item.voucher, default: 0] -= item.amount
      } else {
        item.amount = left(item)
        remaining[item.voucher] = 0
      }
      taken.append(item)
    }
    let numbers = Set(entries.map(\.number))
    matched.formUnion(numbers)
    for number in numbers { notes[number] = nil }
    matches.append(NewMatch(rule: rule, entries: entries, items: taken, instead: instead))
  }
}
