import BatchFiles
import LedgerCore
import LedgerStore

/// The other side's lists, read and sorted: several files are one list.
///
/// They are read as lists that undo something: what is required of a row is what names the payment and
/// its amount, no limit is measured, and a unit need not be valid any more. They are compared, never
/// posted.
struct TheirLines {
  /// What is wrong with the files; nothing is compared if anything is.
  private(set) var diagnosis = Diagnosis()
  /// How many lines there are.
  private(set) var count: Int64 = 0
  /// Their sum.
  private(set) var amount: Int128 = 0
  /// The lines in order; nil if they are not all read.
  private(set) var lines: SortedLines?

  /// So many rows are read at a time: a row's texts may have 16 KiB.
  private static let chunkLength = 4_096

  /// Reads the lists of a request.
  ///
  /// - Throws: `LedgerError` for what the disk or the database did.
  init(_ request: LinesRequest, _ links: LinkedNumbers, _ store: any LedgerStore) throws {
    let units = UnitsOfAnyDay(RegisterCache(store: store))
    let sorter = LineSorter(beside: store.location)
    for (index, input) in request.inputs.enumerated() {
      request.inputs.fetchAhead(of: index)
      do {
        let reader = PaymentListReader(
          source: try request.source(input), event: request.event, isCorrection: true,
          options: Envelope(event: request.event), today: request.today, units: units,
          chart: .builtIn, file: Int32(index), mode: .collectFaults)
        try read(reader, index, links, into: sorter)
        diagnosis.append(reader.faults.diagnosis)
      } catch let fault as FileFault {
        diagnosis.append(Diagnosis(fault.diagnostic))
      }
    }
    if diagnosis.total == 0 { lines = try sorter.sorted() }
  }

  private mutating func read(
    _ reader: PaymentListReader, _ index: Int, _ links: LinkedNumbers, into sorter: LineSorter
  ) throws {
    guard try reader.open() else { return }
    let chunk = LineChunk()
    var progress = PaymentListReader.Progress.more
    while case .more = progress {
      progress = try reader.read(into: chunk, limit: Self.chunkLength)
      for line in chunk.lines {
        guard let month = Month(number: line.month) else { continue }
        let person = links.isEmpty ? line.person : links.head(of: line.person)
        count += 1
        amount += Int128(line.amount)
        try sorter.append(
          ComparedLine(
            key: ObligationKey(
              month: month, person: person, benefit: line.benefit, occurrence: line.occurrence
            ).packed, amount: line.amount, unit: line.unit, source: Int32(index),
            line: line.fileLine, channel: line.channel))
      }
      chunk.removeAll()
    }
  }
}

/// Units by a code that they have or had on whatever day: an old list names the sites of its day.
private final class UnitsOfAnyDay: UnitLookup {
  private let register: RegisterCache

  init(_ register: RegisterCache) { self.register = register }

  func unit(_ code: UnitCode, on date: CivilDate) throws -> UnitAnswer? {
    var answer = try register.unit(code, on: date)
    answer?.isValid = true
    return answer
  }
}

extension LinesRequest {
  /// Opens one of the lists to read its rows.
  fileprivate func source(_ input: PostingRequest.Input) throws -> BatchSource {
    let file =
      switch input {
      case .file(let path): try BatchSource.file(path)
      case .memory(let name, let bytes): BatchSource.memory(name: name, bytes: bytes)
      }
    return try file.list(reading, of: event, isCorrection: true)
  }
}
