import LedgerCore

@testable import BatchFiles

/// Lists in the program's own columns.
enum ListOracle {
  /// A register in which every code that begins with a digit is a site.
  final class Sites: UnitLookup {
    func unit(_ code: UnitCode, on date: CivilDate) throws -> UnitAnswer? {
      guard let first = code.text.utf8.first, first >= 0x30, first <= 0x39 else { return nil }
      return UnitAnswer(unit: 1 + Int32(first & 15), kind: .site, isValid: true)
    }
  }

  /// What came of a list of payments.
  struct Payments: Equatable {
    var lines: [[Int64]] = []
    var text: [UInt8] = []
    var found: [[Int]] = []
    var total: Int64 = 0
    var rowCount: Int64 = 0
    var refused: [UInt32] = []
    var isAtEnd = false
    var isAccepted = false
    var isOpen = false
  }

  static let today: CivilDate = {
    guard let today = CivilDate("2026-11-22") else { preconditionFailure("a day") }
    return today
  }()

  static func payments(_ bytes: [UInt8]) throws {
    for event in [Event.due, .paid] {
      let whole = try read(file(bytes), event)
      try require(whole == read(file(bytes), event, blockSize: 7), "blocks of 7 bytes")
      try check(whole)
      guard whole.isAccepted, !bytes.contains(0x22) else { continue }
      try require(naiveTotal(bytes) == whole.total, "another total than plain addition")
    }
  }

  /// What must be true of every list of payments, be it accepted or not.
  static func check(_ list: Payments) throws {
    let sum = list.lines.reduce(Int128(0)) { $0 + Int128($1[2]) }
    try require(sum == Int128(list.total), "rows come to \(sum), the list to \(list.total)")
    try require(list.lines.allSatisfy { $0[2] > 0 }, "an amount that is not positive")
    let numbers = list.lines.map { $0[0] }
    try require(numbers == numbers.sorted(), "rows out of order")
    if list.isAccepted {
      try require(list.found.isEmpty && list.refused.isEmpty, "accepted with mistakes")
      try require(list.rowCount == list.lines.count, "a row that was neither read nor refused")
    }
    let both = Set(list.refused).intersection(numbers.map { UInt32($0) })
    try require(both.isEmpty, "rows that are both read and refused")
  }

  static func read(
    _ source: BatchSource, _ event: Event, blockSize: Int = 1 << 20
  ) throws -> Payments {
    var limits = ReadingLimits()
    limits.blockSize = blockSize
    let reader = PaymentListReader(
      source: source, event: event, options: Envelope(), today: today, units: Sites(),
      chart: .builtIn, file: 0, mode: .collectFaults, limits: limits)
    var list = Payments()
    list.isOpen = try reader.open()
    if list.isOpen {
      reader.refusedRows = RefusedRows(lines: 0...(.max)) { _ in
        nil
      } keep: {
        list.refused.append($0.line)
      }
      let chunk = LineChunk()
      var progress = PaymentListReader.Progress.more
      while case .more = progress {
        progress = try reader.read(into: chunk, limit: chunk.lines.count + 3)
      }
      if case .end = progress { list.isAtEnd = true }
      list.text = Array(chunk.text)
      list.lines = chunk.lines.map { line in
        [
          Int64(line.fileLine), line.person, line.amount, Int64(line.month), Int64(line.unit),
          Int64(line.benefit), Int64(line.occurrence), Int64(line.channel), Int64(line.fund),
          Int64(line.textStart), Int64(line.accountLength), Int64(line.nameLength),
          Int64(line.documentLength), Int64(line.reasonLength),
        ]
      }
    }
    list.total = reader.total
    list.rowCount = reader.rowCount
    list.found = reader.faults.listed.filter { !$0.code.isWarning }.map {
      [Int($0.code.rawValue), $0.line, $0.column]
    }
    list.isAccepted = list.isAtEnd && !reader.faults.hasFaults
    return list
  }

  /// The sum of a list without quotes, by cutting it at commas and line ends.
  private static func naiveTotal(_ bytes: [UInt8]) -> Int64? {
    var lines = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    if lines.last == 0x0A { lines.removeLast() }
    var rows = lines.split(separator: 0x0A).map { $0.last == 0x0D ? $0.dropLast() : $0 }
    rows.removeAll { $0.isEmpty }
    if let first = rows.first, first.starts(with: "#batch".utf8) { rows.removeFirst() }
    guard let header = rows.first else { return nil }
    let names = header.split(separator: 0x2C, omittingEmptySubsequences: false)
    guard let place = names.firstIndex(where: { $0.elementsEqual("amount".utf8) }) else {
      return nil
    }
    var total: Int64 = 0
    for row in rows.dropFirst() {
      let fields = row.split(separator: 0x2C, omittingEmptySubsequences: false)
      guard place < fields.count, let amount = Int64(String(decoding: fields[place], as: UTF8.self))
      else { return nil }
      total += amount
    }
    return total
  }

  static func movements(_ bytes: [UInt8]) throws {
    for event in [Event.contribution, .opening] {
      func read(_ blockSize: Int) throws -> (rows: [[Int64]], total: Int64, hasFaults: Bool) {
        var limits = ReadingLimits.held
        limits.blockSize = blockSize
        let reader = MovementListReader(
          source: file(bytes), event: event, options: Envelope(), today: today, units: Sites(),
          mode: .collectFaults, limits: limits)
        guard try reader.open() else { return ([], 0, true) }
        let rows = try reader.read().map {
          [Int64($0.fileLine), $0.amount, Int64($0.unit ?? 0), Int64($0.fund.rawValue)]
        }
        return (rows, reader.total, reader.faults.hasFaults)
      }
      let whole = try read(1 << 20)
      let parts = try read(5)
      try require(
        whole.rows == parts.rows && whole.total == parts.total
          && whole.hasFaults == parts.hasFaults, "blocks of 5 bytes")
      guard !whole.hasFaults else { continue }
      let sum = whole.rows.reduce(Int128(0)) { $0 + Int128($1[1]) }
      try require(sum == Int128(whole.total), "rows come to \(sum), the list to \(whole.total)")
    }
  }

  static func persons(_ bytes: [UInt8]) throws {
    func twice(_ what: String, _ read: () -> ([[Int64]], [[Int]])) throws {
      let (one, other) = (read(), read())
      try require(one == other, "\(what): a second reading differs")
    }
    func found(_ faults: FaultCollector) -> [[Int]] {
      faults.listed.map { [Int($0.code.rawValue), $0.line, $0.column] }
    }
    try twice("holds") {
      let reader = PersonListReader(holds: file(bytes))
      let rows = reader.read().map { [Int64($0.fileLine), $0.person, Int64($0.from.number)] }
      return (rows, found(reader.faults))
    }
    try twice("deaths") {
      let reader = PersonListReader(deaths: file(bytes), today: today)
      let rows = reader.read().map { [Int64($0.fileLine), $0.person, Int64($0.date.number)] }
      return (rows, found(reader.faults))
    }
    try twice("links") {
      let reader = PersonListReader(links: file(bytes))
      return (reader.read().map { [Int64($0.fileLine), $0.old, $0.new] }, found(reader.faults))
    }
    try twice("totals") {
      let reader = TotalsListReader(source: file(bytes))
      return (reader.read().map { [$0.count, $0.amount] }, found(reader.faults))
    }
  }
}
