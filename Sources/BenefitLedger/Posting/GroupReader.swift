import BatchFiles
import Dispatch
import Foundation
import LedgerCore
import LedgerStore

/// The reading half of a posting: files in, sorted and resolved groups out, on a thread of its own.
final class GroupReader: @unchecked Sendable {
  /// What is handed to the posting half.
  enum Item {
    case group(PostingGroup)
    case failed(any Error)
    case done
  }

  let queue = BoundedQueue<Item>()
  private let ended = DispatchSemaphore(value: 0)
  private let request: PostingRequest
  private let store: any LedgerStore
  private let periods: PeriodBook
  private let register: RegisterCache
  private let persons: KnownPersons
  private let reports: HeldReports
  private let resolver: Resolver
  private let undone: UndoneLines
  private var group = PostingGroup()
  /// The steps of a large file, which go in once its last line is in.
  private var fileSteps: FileSteps?
  /// Whether a `due` may be another step than the first: once some due was undone.
  private var looksUp = false

  init(
    _ request: PostingRequest, store: any LedgerStore, periods: PeriodBook, persons: KnownPersons,
    reports: HeldReports
  ) {
    self.request = request
    self.store = store
    self.periods = periods
    self.persons = persons
    self.reports = reports
    register = RegisterCache(store: store)
    undone = UndoneLines(request, store)
    resolver = Resolver(request, store: store, register: register, persons: persons)
  }

  /// Starts reading.
  func start() {
    let ended = ended
    let thread = Thread { [weak self] in
      self?.run()
      ended.signal()
    }
    thread.stackSize = 1 << 20
    thread.start()
  }

  /// Stops reading and waits until the thread has let go of the ledger, so that who closes it then is
  /// the last to leave.
  func stop() {
    queue.close()
    ended.wait()
  }

  private func run() {
    do {
      try readAll()
      _ = queue.put(.done)
    } catch is Abandoned {
    } catch {
      _ = queue.put(.failed(error))
    }
  }

  private struct Abandoned: Error {}

  private func readAll() throws {
    let undone = try store.read {
      try $0.integer(
        "SELECT 1 FROM batch WHERE event_id = ?1 AND is_correction = 1 LIMIT 1",
        [.integer(Int64(Event.due.rawValue))])
    }
    looksUp = undone != nil || request.stage.isSubmitting
    // Files that share obligations with an earlier file of their group are read again in a group
    // of their own before anything else, so that files are decided in their order.
    for index in request.inputs.indices {
      request.inputs.fetchAhead(of: index)
      try read(index)
      if group.isNearlyFull(request.sizes) { try flush() }
    }
    try flush()
  }

  private func flush() throws {
    var deferred = try hand(over: group)
    while !deferred.isEmpty {
      for index in deferred { try read(index) }
      deferred = try hand(over: group)
    }
  }

  /// Resolves a group, hands it over, begins the next.
  ///
  /// The files that have to wait.
  private func hand(over full: PostingGroup) throws -> [Int] {
    group = PostingGroup()
    guard !full.files.isEmpty || !full.unsettled.isEmpty else { return [] }
    try resolver.resolve(full, looksUp: looksUp)
    try resolver.account(for: full)
    let deferred = full.files.filter { $0.draft.isDeferred }.map(\.draft.index)
    try put(.group(full))
    return deferred
  }

  private func put(_ item: Item) throws {
    guard queue.put(item) else { throw Abandoned() }
  }

  /// Reads one file into the current group, or piece by piece if it is large.
  private func read(_ index: Int) throws {
    guard let source = try? request.source(request.inputs[index]) else {
      group.unsettled.append(index)
      return
    }
    let reader = request.reader(source, index, register, persons, mode: .stopAtFirstFault)
    guard try reader.open(), periods.takes(request, reader.declared, reader.period),
      try isNew(index, source, reader.declared),
      try store.read({
        try $0.openSubmission(
          of: request.inputs[index], byteCount: source.fileByteCount, request, reader.declared)
      }) == nil
    else {
      group.unsettled.append(index)
      return
    }
    let draft = BatchDraft(
      index: index, declared: reader.declared, date: reader.date,
      period: periods.period(of: request, reader.declared, reader.period),
      byteCount: source.fileByteCount, textByteCount: source.byteCount)
    let report = try heldReport(of: index, reader)
    var start = group.chunk.lines.count
    var isLarge = false
    while true {
      let progress = try fill(from: reader)
      draft.rowCount = reader.rowCount - reader.leftOut
      draft.total = reader.total
      draft.leftOut = reader.leftOut
      switch progress {
      case .fault:
        if isLarge {
          draft.isFaulty = true
          try handOverPart(draft, source, isLast: true)
        } else {
          group.chunk.drop(from: start)
          group.unsettled.append(index)
        }
        return
      case .end where draft.rowCount == 0:
        // Every row is left out, and a batch has rows.
        group.unsettled.append(index)
        return
      case .end:
        try report?.finish()
        draft.digest = reader.digest ?? .zero
        draft.warnings = reader.faults.diagnosis
        if isLarge {
          try handOverPart(draft, source, isLast: true)
        } else {
          group.files.append((draft, start..<group.chunk.lines.count))
        }
        return
      case .more:
        if start > 0 || !group.files.isEmpty || !group.unsettled.isEmpty {
          // The group was begun by other files: they go first, and this file begins the next.
          let tail = group.chunk.cut(from: start)
          try flush()
          group.chunk.take(tail)
          start = 0
        } else {
          isLarge = true
          try handOverPart(draft, source, isLast: false)
          if draft.isFaulty {
            try handOverPart(draft, source, isLast: true)
            return
          }
        }
      }
    }
  }

  /// Whether no batch has the identity of a file, or nothing of that batch stands.
  private func isNew(_ index: Int, _ source: BatchSource, _ declared: Envelope) throws -> Bool {
    guard
      let batch = try store.read({
        try $0.batch(
          of: request.inputs[index], byteCount: source.fileByteCount, request, declared)
      })
    else { return true }
    return try undone.areAll(of: batch)
  }

  /// Has the rows that a reader leaves out written to a file; nil if it leaves none out.
  private func heldReport(of index: Int, _ reader: PaymentListReader) throws -> RowReport? {
    // What was submitted was reported when it was submitted.
    guard persons.gate.leavesOut, request.stored == nil else { return nil }
    let report = try reports.begin(index, of: request)
    let header = reader.headerBytes
    reader.keepLeftOut = { try report.add($0, header: header) }
    return report
  }

  /// Reads until the group is full or the file ends.
  ///
  /// A thousand lines at a time: a line's texts may have 16 KiB, and memory stays bounded for a file
  /// that is made of such lines.
  private func fill(from reader: PaymentListReader) throws -> PaymentListReader.Progress {
    let chunk = group.chunk
    let capacity = group.capacity(for: request.event, request.sizes)
    // Room that is not used is never touched, so it takes no memory.
    chunk.lines.reserveCapacity(capacity)
    while true {
      let progress = try reader.read(into: chunk, limit: min(capacity, chunk.lines.count + 1_024))
      let isFull =
        chunk.lines.count >= capacity || chunk.text.count >= request.sizes.text
      guard case .more = progress, !isFull else { return progress }
    }
  }

  private func handOverPart(
    _ draft: BatchDraft, _ source: BatchSource, isLast: Bool
  ) throws {
    var part = group
    group = PostingGroup()
    part.beAPart(of: draft, source)
    if !draft.isFaulty {
      try resolver.resolve(part, looksUp: looksUp)
      try resolver.account(for: part)
      try keepSteps(of: part)
    }
    if isLast {
      // Parts without lines follow, which bring the steps of all.
      while !draft.isFaulty, let steps = try fileSteps?.next(request.sizes.duePart), !steps.isEmpty
      {
        try put(.group(part))
        part = PostingGroup()
        part.beAPart(of: draft, source)
        part.steps = steps
      }
      fileSteps = nil
    }
    part.isLastPart = isLast
    try put(.group(part))
  }

  /// Has a part's steps wait for those of the file's other parts.
  private func keepSteps(of part: PostingGroup) throws {
    // What is submitted has no steps yet: they name what is reserved of this part.
    guard !request.stage.isSubmitting else { return }
    var steps = try fileSteps ?? FileSteps(beside: store.location)
    fileSteps = nil
    let before = UInt32(steps.count)
    for index in part.steps.indices { part.steps[index].position += before }
    try steps.keep(part.steps)
    part.steps = []
    fileSteps = steps
  }
}

extension [PostingRequest.Input] {
  /// Has the disk fetch what is read some files later.
  func fetchAhead(of index: Int) {
    guard index + ReadAhead.distance < count,
      case .file(let path) = self[index + ReadAhead.distance]
    else { return }
    ReadAhead.fetch(path)
  }
}

extension PostingRequest {
  /// Opens one of the request's inputs to read its rows: unpacked, if it came compressed; as the list
  /// that a profile makes of it, if it came with one.
  func source(_ input: Input) throws -> BatchSource {
    let file = try fileAsItCame(input)
    guard let made else { return try list(file) }
    return try made.source(file, list)
  }

  private func list(_ file: BatchSource) throws -> BatchSource {
    try file.list(reading, of: event, isCorrection: isCorrection)
  }

  /// Opens one of the request's inputs as it came: the bytes that are its identity.
  func fileAsItCame(_ input: Input) throws -> BatchSource {
    if let stored { return stored.source }
    return switch input {
    case .file(let path): try BatchSource.file(path, followLinks: followsLinks)
    case .memory(let name, let bytes): BatchSource.memory(name: name, bytes: bytes)
    }
  }
}

extension PostingRequest {
  /// The SHA-256 of one of the request's inputs.
  ///
  /// That of stored bytes was just compared; to read them again would be a look-up within a look-up.
  func digest(of input: Input) throws -> Digest {
    if let stored { return stored.digest }
    return try fileAsItCame(input).sha256()
  }
}

extension LineChunk {
  /// Forgets the lines from a position on.
  func drop(from start: Int) {
    guard start < lines.count else { return }
    text.removeSubrange(Int(lines[start].textStart)...)
    lines.removeSubrange(start...)
  }

  /// Takes the lines from a position on out of the chunk.
  func cut(from start: Int) -> LineChunk {
    let tail = LineChunk()
    guard start < lines.count else { return tail }
    let textStart = lines[start].textStart
    tail.text = ContiguousArray(text[Int(textStart)...])
    tail.lines = ContiguousArray(lines[start...])
    for index in tail.lines.indices { tail.lines[index].textStart -= textStart }
    drop(from: start)
    return tail
  }

  /// Takes over the lines of another chunk; this one must be empty.
  func take(_ other: LineChunk) {
    precondition(lines.isEmpty)
    swap(&lines, &other.lines)
    swap(&text, &other.text)
  }
}
