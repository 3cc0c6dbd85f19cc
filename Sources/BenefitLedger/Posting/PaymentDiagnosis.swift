import BatchFiles
import LedgerCore
import LedgerStore

/// Finds everything that is wrong with a payment list, in memory that does not grow with it.
///
/// The file is read once for its own mistakes, then its obligations are looked at a part at a time:
/// those whose key falls into the part are sorted, compared with one another and with the ledger. A
/// file of up to about a million rows is one part.
struct PaymentDiagnosis {
  let request: PostingRequest
  let store: any LedgerStore
  let register: RegisterCache
  let persons: KnownPersons
  /// Obligations that files before this one in a dry run would take, by file.
  var takenInDryRun: [UInt64: Int32] = [:]
  /// Gets every fault of an obligation, not only those that are listed.
  var every: ((Fault) -> Void)?

  /// What the reading found.
  struct Result {
    var diagnosis: Diagnosis
    var rowCount: Int64
    var total: Int64
    var leftOut: Int64 = 0
    var voucherCount: Int64
    /// What is dated before the step it follows.
    var backdating = Backdating()
    /// What pays into another account than was due.
    var otherAccounts = OtherAccounts()
    /// The keys of a dry run's file, to hold against the files after it.
    var keys: [UInt64]
  }

  /// An obligation fault before it is put into words.
  struct Fault {
    var fileLine: UInt32
    var code: Code
    var key: ObligationKey
    /// The person as written, who may have other numbers.
    var person: Int64
    /// The line of the file, or the file of the request, that has the obligation first; the hold of a
    /// person who is not payable; the day on which a unit is closed.
    var holder: Int64
    var amount: Int64
  }

  private static let partSize = 1 << 20

  /// Looks at one file and says what is wrong with it.
  func diagnose(_ index: Int, keepsKeys: Bool) throws -> Result {
    var (result, found) = try findFaults(index, keepsKeys: keepsKeys)
    let words = FaultWords(request: request, store: store)
    if let same = try words.sameListAgain(found, index, rowCount: result.rowCount) {
      result.diagnosis.merge(same)
    }
    result.diagnosis.merge(try words.diagnosis(found, index))
    return result
  }

  /// Looks at one file; the faults of its obligations are found and not put into words.
  @discardableResult
  func findFaults(_ index: Int, keepsKeys: Bool = false) throws -> (Result, FirstFaults) {
    let input = request.inputs[index]
    let source = try request.source(input)
    let parts = UInt64(max(1, source.byteCount / 32 / Int64(Self.partSize)))
    var result = Result(
      diagnosis: Diagnosis(), rowCount: 0, total: 0, voucherCount: 0, keys: [])
    var found = FirstFaults()
    var vouchers = VoucherTable()
    // Of a file in parts all links are known, for a person's numbers belong into one part.
    let links =
      parts == 1
      ? LinkedNumbers()
      : try store.read { try persons.links.links(ofSome: .max / 2, $0) { [] } }
    for part in 0..<parts {
      let reader = request.reader(source, index, register, persons)
      guard try reader.open() else {
        result.diagnosis = reader.faults.diagnosis
        return (result, found)
      }
      let mine = LineChunk()
      let chunk = LineChunk()
      reading: while true {
        let progress = try reader.read(into: chunk, limit: 1_024)
        for line in chunk.lines where parts == 1 || Self.part(of: line, parts, links) == part {
          mine.keep(line, of: chunk, withAccount: OtherAccounts.concerns(line, request.event))
        }
        chunk.removeAll()
        switch progress {
        case .more: continue
        case .end, .fault: break reading
        }
      }
      if part == 0 {
        result.diagnosis = reader.faults.diagnosis
        result.rowCount = reader.rowCount - reader.leftOut
        result.total = reader.total
        result.leftOut = reader.leftOut
        if result.leftOut > 0, result.rowCount == 0 {
          result.diagnosis.merge(Diagnosis(everyRowHeld(input.name, result.leftOut)))
        }
      }
      try compare(mine, reader.date, &found, &result, &vouchers)
      if keepsKeys { result.keys += mine.lines.map(\.key.packed) }
    }
    result.voucherCount = Int64(vouchers.entries.count)
    return (result, found)
  }

  /// The part that a line is looked at in: one for all numbers of a person.
  private static func part(
    of line: PaymentLine, _ parts: UInt64, _ links: LinkedNumbers
  ) -> UInt64 {
    var line = line
    line.obligor = links.head(of: line.person)
    return line.key.packed % parts
  }

  private func everyRowHeld(_ file: String, _ count: Int64) -> Diagnostic {
    Diagnostic(
      file: file, code: .everyRowHeld,
      message:
        count == 1
        ? "Nothing is posted: its one row is held."
        : "Nothing is posted: all of its \(grouped(count)) rows are held.",
      help: "Post it without leaving held rows out to see each of them.")
  }

  private func compare(
    _ chunk: LineChunk, _ date: CivilDate, _ found: inout FirstFaults,
    _ result: inout Result, _ vouchers: inout VoucherTable
  ) throws {
    if !persons.links.isEmpty {
      try store.read { try Obligors(persons.links, $0).adopt(&chunk.lines) }
    }
    let (keys, order) = KeyOrder.sorted(chunk.lines)
    func note(_ fault: Fault) {
      found.add(fault)
      every?(fault)
    }
    var previous: (key: UInt64, fileLine: UInt32)?
    try store.read { snapshot in
      let lookup = ObligationLookup(
        event: request.event, isCorrection: request.isCorrection, closed: persons.closed
      ) { _ in date }
      let reservations = try Reservations(snapshot, except: request.stage.approved)
      let later = try LaterLines(after: date, snapshot)
      try lookup.check(chunk, keys, order, snapshot) { sorted, position, code, last in
        let line = chunk.lines[position]
        let key = keys[sorted]
        if let first = previous, first.key == key {
          note(fault(line, .twiceInFile, holder: Int64(first.fileLine)))
          return
        }
        previous = (key, line.fileLine)
        if let holder = takenInDryRun[key] {
          note(fault(line, .alreadyPosted, holder: -1 - Int64(holder)))
        } else if let code {
          let holder =
            switch code {
            case .personHeld: Int64(line.hold)
            case .unitNotValid: Int64(date.number)
            default: Int64(0)
            }
          note(fault(line, code, holder: holder))
        } else if try reservations.holder(of: line.key) != nil {
          note(fault(line, .reservedBySubmission, holder: 0))
        } else if let last {
          result.backdating.note(line, of: date, after: last.line, later)
          if !request.isCorrection, OtherAccounts.concerns(line, request.event) {
            try result.otherAccounts.note(line, in: chunk.text, after: last, snapshot)
          }
        }
      }
    }
    if request.isDryRun {
      for line in chunk.lines where line.toState != 0 { _ = vouchers.add(line) }
    }
  }

  private func fault(_ line: PaymentLine, _ code: Code, holder: Int64) -> Fault {
    Fault(
      fileLine: line.fileLine, code: code, key: line.key, person: line.person, holder: holder,
      amount: line.amount)
  }

  /// Whether every line of a file could be taken as a next step of its obligation, so that the same
  /// bytes may mean a second return and not a second posting of the first.
  func couldBeTakenAgain(_ index: Int) throws -> Bool {
    let reader = request.reader(
      try request.source(request.inputs[index]), index, register, persons)
    guard try reader.open() else { return false }
    let chunk = LineChunk()
    // Of a file whose rows are all left out nothing could be taken.
    var hasLine = false
    while true {
      let progress = try reader.read(into: chunk, limit: 1_024)
      hasLine = hasLine || !chunk.lines.isEmpty
      if !persons.links.isEmpty {
        try store.read { try Obligors(persons.links, $0).adopt(&chunk.lines) }
      }
      let (keys, order) = KeyOrder.sorted(chunk.lines)
      var allowed = true
      try store.read { snapshot in
        let lookup = ObligationLookup(
          event: request.event, isCorrection: request.isCorrection, closed: persons.closed
        ) { _ in reader.date }
        try lookup.check(chunk, keys, order, snapshot) { _, _, fault, _ in
          if fault != nil { allowed = false }
        }
      }
      guard allowed else { return false }
      chunk.removeAll()
      if case .more = progress { continue }
      return hasLine && reader.faults.diagnosis.total == 0
    }
  }
}

extension LineChunk {
  /// Takes over a line of another chunk, and of its texts no more than the account.
  fileprivate func keep(_ line: PaymentLine, of other: LineChunk, withAccount: Bool) {
    var line = line
    if withAccount {
      let start = Int(line.textStart)
      line.textStart = UInt32(text.count)
      text.append(contentsOf: other.text[start..<start + Int(line.accountLength)])
    }
    lines.append(line)
  }
}

/// The faults that come first in the file, as many as are listed, and the number of all by code.
struct FirstFaults {
  private var kept: [PaymentDiagnosis.Fault] = []
  private(set) var counts: [Code: Int] = [:]

  /// Adds a fault.
  mutating func add(_ fault: PaymentDiagnosis.Fault) {
    counts[fault.code, default: 0] += 1
    kept.append(fault)
    if kept.count >= 8 * Diagnosis.listed { kept = first }
  }

  /// The first faults in file order.
  var first: [PaymentDiagnosis.Fault] {
    Array(kept.sorted { $0.fileLine < $1.fileLine }.prefix(Diagnosis.listed))
  }
}
