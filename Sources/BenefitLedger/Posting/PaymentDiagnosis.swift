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
  let chart: PaymentChart
  /// Obligations that files before this one in a dry run would take, by file.
  var takenInDryRun: [UInt64: Int32] = [:]

  /// What the reading found.
  struct Result {
    var diagnosis: Diagnosis
    var rowCount: Int64
    var total: Int64
    var voucherCount: Int64
    /// The keys of a dry run's file, to hold against the files after it.
    var keys: [UInt64]
  }

  /// An obligation fault before it is put into words.
  struct Fault {
    var fileLine: UInt32
    var code: Code
    var key: ObligationKey
    /// The line of the file, or the file of the request, that has the obligation first.
    var holder: Int64
    var amount: Int64
  }

  private static let partSize = 1 << 20

  /// Looks at one file.
  func diagnose(_ index: Int, keepsKeys: Bool) throws -> Result {
    let input = request.inputs[index]
    let source = try request.source(input)
    let parts = UInt64(max(1, source.byteCount / 32 / Int64(Self.partSize)))
    var result = Result(
      diagnosis: Diagnosis(), rowCount: 0, total: 0, voucherCount: 0, keys: [])
    var found = FirstFaults()
    var vouchers = VoucherTable()
    for part in 0..<parts {
      let reader = PaymentListReader(
        source: part == 0 ? source : try request.source(input), event: request.event,
        isCorrection: request.isCorrection, options: request.envelope, today: request.today,
        units: register, chart: chart, file: Int32(index), mode: .collectFaults)
      guard try reader.open() else {
        result.diagnosis = reader.faults.diagnosis
        return result
      }
      let mine = LineChunk()
      let chunk = LineChunk()
      reading: while true {
        let progress = try reader.read(into: chunk, limit: 1_024)
        for line in chunk.lines where parts == 1 || line.key.packed % parts == part {
          mine.lines.append(line)
        }
        chunk.removeAll()
        switch progress {
        case .more: continue
        case .end, .fault: break reading
        }
      }
      if part == 0 {
        result.diagnosis = reader.faults.diagnosis
        result.rowCount = reader.rowCount
        result.total = reader.total
      }
      try compare(mine, &found, &vouchers)
      if keepsKeys { result.keys += mine.lines.map(\.key.packed) }
    }
    result.voucherCount = Int64(vouchers.entries.count)
    let words = FaultWords(request: request, store: store)
    if let same = try words.sameListAgain(found, index, rowCount: result.rowCount) {
      result.diagnosis.merge(same)
    }
    result.diagnosis.merge(try words.diagnosis(found, index))
    return result
  }

  private func compare(
    _ chunk: LineChunk, _ found: inout FirstFaults, _ vouchers: inout VoucherTable
  ) throws {
    let (keys, order) = KeyOrder.sorted(chunk.lines)
    var previous: (key: UInt64, fileLine: UInt32)?
    try store.read { snapshot in
      let lookup = ObligationLookup(event: request.event, isCorrection: request.isCorrection)
      try lookup.check(chunk, keys, order, snapshot) { sorted, position, code in
        let line = chunk.lines[position]
        let key = keys[sorted]
        if let first = previous, first.key == key {
          found.add(fault(line, .twiceInFile, holder: Int64(first.fileLine)))
          return
        }
        previous = (key, line.fileLine)
        if let holder = takenInDryRun[key] {
          found.add(fault(line, .alreadyPosted, holder: -1 - Int64(holder)))
        } else if let code {
          found.add(fault(line, code, holder: 0))
        }
      }
    }
    if request.isDryRun {
      for line in chunk.lines where line.toState != 0 { _ = vouchers.add(line) }
    }
  }

  private func fault(_ line: PaymentLine, _ code: Code, holder: Int64) -> Fault {
    Fault(
      fileLine: line.fileLine, code: code, key: line.key, holder: holder, amount: line.amount)
  }

  /// Whether every line of a file could be taken as a next step of its obligation, so that the same
  /// bytes may mean a second return and not a second posting of the first.
  func couldBeTakenAgain(_ index: Int) throws -> Bool {
    let reader = PaymentListReader(
      source: try request.source(request.inputs[index]), event: request.event,
      isCorrection: request.isCorrection, options: request.envelope, today: request.today,
      units: register, chart: chart, file: Int32(index), mode: .collectFaults)
    guard try reader.open() else { return false }
    let chunk = LineChunk()
    while true {
      let progress = try reader.read(into: chunk, limit: 1_024)
      let (keys, order) = KeyOrder.sorted(chunk.lines)
      var allowed = true
      try store.read { snapshot in
        let lookup = ObligationLookup(event: request.event, isCorrection: request.isCorrection)
        try lookup.check(chunk, keys, order, snapshot) { _, _, fault in
          if fault != nil { allowed = false }
        }
      }
      guard allowed else { return false }
      chunk.removeAll()
      if case .more = progress { continue }
      return reader.faults.diagnosis.total == 0
    }
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
