import BatchFiles
import LedgerCore
import LedgerStore

/// Writes the rows of a refused list that are at fault to a file, all of them.
///
/// A list that a profile reads is written as the clerk has it, see `OriginalRows`.
///
/// The list is read again: row by row, with its own faults from its reader and those that only the
/// ledger knows from ``PaymentDiagnosis``. Of the latter a window is kept at a time, so that memory does
/// not grow with the list; a list with more of them is gone through again for the next window.
struct Rejects {
  let request: PostingRequest
  let store: any LedgerStore
  let register: RegisterCache
  let persons: KnownPersons
  let rules: PostingRules
  let report: RowReport
  /// The rows as the clerk wrote them, if a profile read them.
  private let original: OriginalRows?

  init(_ index: Int, of posting: Posting, _ report: RowReport) throws {
    request = posting.request
    store = posting.store
    register = posting.register
    persons = posting.persons
    rules = posting.chart.rules
    self.report = report
    original =
      request.reading.profile == nil
      ? nil : try OriginalRows(try request.fileAsItCame(request.inputs[index]), request.reading)
  }

  /// Writes the rows at fault of one file.
  ///
  /// - Parameters:
  ///   - index: The file.
  ///   - opened: The rows of a list of opening balances whose account is open, by their line.
  /// - Throws: `LedgerError`: `outputExists`, `diskFull`, `inputOutput`; `FileFault` if the list cannot
  ///   be read any more.
  func write(_ index: Int, opened: () throws -> [UInt32: Diagnostic]) throws {
    if request.event.list == .payments {
      try writePayments(index)
    } else {
      let known = request.event == .opening ? try opened() : [:]
      try writeMovements(index, known)
    }
    if let original { try report.end { try original.ending() } }
    try report.finish()
  }

  /// Writes a row as it was.
  private func add(_ row: RefusedRow, header: [UInt8]) throws {
    guard let original else { return try report.add(row, header: header) }
    // What stands above the rows is read first, with what stands above the first of them.
    let beginning = report.count == 0 ? try original.beginning() : []
    guard let text = try original.row(row.line, row.code, row.reason.description) else {
      throw request.fileChanged(row)
    }
    try report.add(text) { beginning }
  }

  private func writePayments(_ index: Int) throws {
    let words = FaultWords(request: request, store: store)
    var first: UInt32 = 0
    while true {
      let window = FaultWindow(from: first, size: request.rejectsWindow)
      var diagnosis = PaymentDiagnosis(
        request: request, store: store, register: register, persons: persons)
      diagnosis.every = window.add
      try diagnosis.findFaults(index)
      let faults = window.sorted
      let last = window.last
      var next = 0
      let reader = request.reader(
        try request.source(request.inputs[index]), index, register, persons)
      guard try reader.open() else { return }
      let header = reader.headerBytes
      let rows = RefusedRows(lines: first...last) { [store] line in
        while next < faults.count, faults[next].fileLine < line { next += 1 }
        guard next < faults.count, faults[next].fileLine == line else { return nil }
        let fault = faults[next]
        return (fault.code, try store.read { try words.words(fault, $0) }.message)
      } keep: {
        try add($0, header: header)
      }
      reader.refusedRows = rows
      let chunk = LineChunk()
      while case .more = try reader.read(into: chunk, limit: 1_024), rows.failure == nil {
        chunk.removeAll()
      }
      if let failure = rows.failure { throw failure }
      guard last < .max else { return }
      first = last + 1
    }
  }

  private func writeMovements(_ index: Int, _ known: [UInt32: Diagnostic]) throws {
    let reader = MovementListReader(
      source: try request.source(request.inputs[index]), event: request.event,
      options: request.envelope, today: request.today, units: register, mode: .collectFaults)
    reader.receivingFunds = rules.receivingFunds(request.event)
    guard try reader.open() else { return }
    let header = reader.headerBytes
    let rows = RefusedRows(lines: 0...(.max)) { line in
      known[line].map { ($0.code, $0.message) }
    } keep: {
      try add($0, header: header)
    }
    reader.refusedRows = rows
    _ = try reader.read()
    if let failure = rows.failure { throw failure }
  }
}

/// The first faults of a file from a line on, as many as are kept at a time.
final class FaultWindow {
  private let first: UInt32
  private let size: Int
  private var kept: [PaymentDiagnosis.Fault] = []
  /// The last line of which every fault is kept.
  private(set) var last = UInt32.max

  init(from first: UInt32, size: Int) {
    self.first = first
    self.size = size
  }

  /// Adds a fault, and forgets the last ones if there are too many.
  func add(_ fault: PaymentDiagnosis.Fault) {
    guard fault.fileLine >= first, fault.fileLine <= last else { return }
    kept.append(fault)
    guard kept.count >= 2 * size else { return }
    kept = Array(sorted.prefix(size))
    last = kept[size - 1].fileLine
  }

  /// The faults in file order; a row has one.
  var sorted: [PaymentDiagnosis.Fault] { kept.sorted { $0.fileLine < $1.fileLine } }
}

extension Posting {
  /// Writes the rows of a refused file that are at fault, if that was asked for.
  func writeRejects(_ index: Int) throws {
    guard let path = request.rejects else { return }
    let report = RowReport(path, option: "--rejects")
    do {
      let rejects = try Rejects(index, of: self, report)
      try rejects.write(index) {
        try MovementPoster(
          request: request, store: store, register: register, periods: periods, rules: chart.rules
        ).openedRows(index)
      }
      guard report.isMade else { return }
      receipts[index]?.rejects = path
      receipts[index]?.rejected = report.count
    } catch {
      report.remove()
      // A file that cannot be read has no rows to show.
      if error is FileFault { return }
      throw error
    }
  }
}

extension PostingRequest {
  /// The fault of a file that has no such row any more.
  fileprivate func fileChanged(_ row: RefusedRow) -> FileFault {
    FileFault(
      Diagnostic(
        file: inputs[0].name, line: Int(row.line), column: 1, code: .fileChanged,
        message: "The file changed while it was read.",
        help: "Wait until whoever writes it has finished, then run the same command again."))
  }

  /// Refuses to go on if the report of refused rows could not be made in the end.
  func checkRejects() throws {
    guard let rejects else { return }
    guard inputs.count == 1 else {
      throw LedgerError(.usage, "The refused rows of one file are written, not of several.")
    }
    try RowReport(rejects, option: "--rejects").checkIsNew()
  }
}
