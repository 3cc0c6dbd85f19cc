/// Sorts lines by key in bounded memory; lines of one key stay in the order in which they came.
///
/// A million lines (32 MiB) are sorted at a time. If there are more, each such run goes into a private
/// file, and the runs are merged as they are read.
final class LineSorter {
  /// How many lines are sorted at a time.
  static let runLength = 1 << 20

  private let location: String
  private let runLength: Int
  private var waiting: ContiguousArray<ComparedLine> = []
  private var spool: Spool<ComparedLine>?
  private var runs: [Range<Int64>] = []
  /// How many lines there are.
  private(set) var count: Int64 = 0

  /// Begins with no line; a file is made beside the ledger if one is needed.
  init(beside location: String, runLength: Int = LineSorter.runLength) {
    self.location = location
    self.runLength = runLength
  }

  /// Adds a line.
  @inline(__always)
  func append(_ line: ComparedLine) throws {
    waiting.append(line)
    count += 1
    if waiting.count == runLength { try writeRun() }
  }

  /// The lines in order; nothing can be added after.
  func sorted() throws -> SortedLines {
    guard let spool else {
      let order = KeyOrder.sorted(keys: waiting.map(\.key)).order
      defer { waiting = [] }
      return SortedLines(waiting, order)
    }
    if !waiting.isEmpty { try writeRun() }
    waiting = []
    return try SortedLines(runs.map { spool.reader($0) })
  }

  private func writeRun() throws {
    let spool = try self.spool ?? Spool(beside: location)
    self.spool = spool
    let start = spool.count
    for place in KeyOrder.sorted(keys: waiting.map(\.key)).order {
      try spool.append(waiting[Int(place)])
    }
    try spool.flush()
    runs.append(start..<spool.count)
    waiting.removeAll(keepingCapacity: true)
  }
}

/// Lines in the order of their keys, one after the other.
struct SortedLines {
  /// The line that comes next; nil after the last.
  private(set) var next: ComparedLine?
  private var lines: ContiguousArray<ComparedLine> = []
  private var order: [UInt32] = []
  private var place = 0
  private var runs: [SpoolReader<ComparedLine>] = []
  private var heads: ContiguousArray<ComparedLine?> = []

  /// Lines in memory.
  init(_ lines: ContiguousArray<ComparedLine>, _ order: [UInt32]) {
    self.lines = lines
    self.order = order
    next = order.first.map { lines[Int($0)] }
    place = 1
  }

  /// Runs in a file, each sorted.
  init(_ runs: [SpoolReader<ComparedLine>]) throws {
    self.runs = runs
    for run in self.runs.indices { heads.append(try self.runs[run].next()) }
    try mergeNext()
  }

  /// Goes on to the line after.
  @inline(__always)
  mutating func advance() throws {
    if runs.isEmpty {
      next = place < order.count ? lines[Int(order[place])] : nil
      place += 1
    } else {
      try mergeNext()
    }
  }

  /// The first of the runs' heads; of equal keys that of the earliest run.
  private mutating func mergeNext() throws {
    var best = -1
    var bestKey = UInt64.max
    for (run, head) in heads.enumerated() {
      guard let head, best < 0 || head.key < bestKey else { continue }
      best = run
      bestKey = head.key
    }
    guard best >= 0 else {
      next = nil
      return
    }
    next = heads[best]
    heads[best] = try runs[best].next()
  }
}
