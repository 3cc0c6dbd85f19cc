import BatchFiles
import LedgerCore
import LedgerStore

/// Reads the files of open submissions again, and compares what is reserved with what they say.
///
/// Reservations are kept beside the journal and nothing seals them; but the bytes that they were made
/// of are sealed, and how these are read.
struct ReservationAudit {
  private let store: any LedgerStore
  private let register: RegisterCache
  private let chart: LedgerChart
  private var links = NumberUnion([])

  /// A reservation: its line of the file, and the obligation.
  fileprivate struct Entry: Equatable {
    var line: Int64
    var month: Int64
    var person: Int64
    var benefit: Int64
    var occurrence: Int64
  }

  /// Goes over the open submissions.
  ///
  /// - Throws: What the store does; `ledgerDamaged` for a submission that cannot be read.
  static func run(
    _ store: any LedgerStore, _ chart: LedgerChart, _ findings: inout FindingList
  ) throws {
    let open = try store.read { snapshot in
      try snapshot.submissions(
        """
        SELECT * FROM submission s WHERE NOT EXISTS (SELECT 1 FROM decision d
          WHERE d.submission_no = s.submission_no AND d.outcome <> 'approved')
        ORDER BY submission_no
        """, [])
    }.filter { $0.event.list == .payments }
    guard !open.isEmpty else { return }
    var audit = ReservationAudit(store: store, register: RegisterCache(store: store), chart: chart)
    try audit.readLinks()
    for submission in open where try !audit.agrees(submission) {
      findings.add(
        Finding(
          .reservationDiffers,
          "What is reserved for submission \(submission.number) is not what its lines say."))
    }
  }

  private init(store: any LedgerStore, register: RegisterCache, chart: LedgerChart) {
    self.store = store
    self.register = register
    self.chart = chart
  }

  /// An obligation may have been reserved under one number and be kept under another since.
  private mutating func readLinks() throws {
    var pairs: ContiguousArray<NumberPair> = []
    try store.read { snapshot in
      try snapshot.query("SELECT number_old, number_new FROM person_link", []) { row in
        pairs.append(NumberPair(old: row.integer(0), new: row.integer(1)))
      }
    }
    links = NumberUnion(pairs)
    for (link, pair) in pairs.enumerated() { links.join(pair, link: link) }
  }

  private mutating func agrees(_ submission: Submission) throws -> Bool {
    let entries = try entries(of: submission.number)
    if let batch = submission.control.reversesBatch {
      return try entries == lines(of: batch)
    }
    do {
      return try agrees(entries, with: submission)
    } catch is FileFault {
      // Its bytes are checked elsewhere; those that were submitted can be read.
      return false
    }
  }

  private func entries(of submission: Int64) throws -> ContiguousArray<Entry> {
    var entries: ContiguousArray<Entry> = []
    try store.read { snapshot in
      try snapshot.query(
        """
        SELECT file_line, month, person, benefit_id, occurrence FROM reservation
        WHERE submission_no = ?1 ORDER BY file_line, month, person, benefit_id, occurrence
        """, [.integer(submission)]
      ) { entries.append(Entry($0)) }
    }
    return entries
  }

  private func lines(of batch: Int64) throws -> ContiguousArray<Entry> {
    var entries: ContiguousArray<Entry> = []
    try store.read { snapshot in
      try snapshot.query(
        """
        SELECT l.file_line, l.month, ifnull(l.obligor, l.person), l.benefit_id, l.occurrence
        FROM batch b JOIN line l ON l.line_no >= b.first_line_no
          AND l.line_no < b.first_line_no + b.line_count
        WHERE b.batch_no = ?1 ORDER BY 1, 2, 3, 4, 5
        """, [.integer(batch)]
      ) { entries.append(Entry($0)) }
    }
    return entries
  }

  /// Whether each reservation is of a line of the file.
  ///
  /// That there are as many as the file had lines is known by counting. A line without a reservation is
  /// one that was left out.
  private mutating func agrees(
    _ entries: ContiguousArray<Entry>, with submission: Submission
  ) throws -> Bool {
    let request = try submission.posting(store)
    var persons = try KnownPersons(request, store, chart.payments)
    // Who is held since does not matter: what was reserved then is reserved.
    persons.gate = LineGate()
    let reader = request.reader(try request.source(request.inputs[0]), 0, register, persons)
    guard try reader.open() else { return false }
    let chunk = LineChunk()
    var next = 0
    while true {
      let progress = try reader.read(into: chunk, limit: 1_024)
      for line in chunk.lines {
        guard next < entries.count, entries[next].line == Int64(line.fileLine) else { continue }
        guard isReserved(line, by: entries[next]) else { return false }
        next += 1
      }
      chunk.removeAll()
      switch progress {
      case .more: continue
      // A unit that ended since makes a row one that could not be read any more.
      case .fault: return true
      case .end: return next == entries.count || reader.faults.diagnosis.total > 0
      }
    }
  }

  private mutating func isReserved(_ line: PaymentLine, by entry: Entry) -> Bool {
    entry.month == Int64(line.month) && entry.benefit == Int64(line.benefit)
      && entry.occurrence == Int64(line.occurrence)
      && (entry.person == line.person || links.joins(entry.person, line.person))
  }
}

extension ReservationAudit.Entry {
  fileprivate init(_ row: any ResultRow) {
    self.init(
      line: row.integer(0), month: row.integer(1), person: row.integer(2), benefit: row.integer(3),
      occurrence: row.integer(4))
  }
}
