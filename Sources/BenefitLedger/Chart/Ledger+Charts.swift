import BatchFiles
import LedgerCore
import LedgerStore

/// What became of a chart file.
public struct ChartAnswer: Sendable {
  /// The record of the chart in force now, or by which it was asked for; nil if there is something wrong
  /// with the file.
  public var record: Int64?
  /// What the chart in force is called.
  public var name = ""
  /// Whether the file says something that the chart before it did not.
  public var isNew = false
  /// What was asked for, if another person has to agree before the chart is recorded.
  public var proposal: ProposalAnswer?
  /// What is wrong with the file; then nothing was recorded.
  public var diagnosis = Diagnosis()
}

/// A chart of a ledger among the others.
public struct ChartEntry: Hashable, Sendable {
  /// The number of its record.
  public let record: Int64
  /// The day it was recorded.
  public let date: CivilDate
  /// Who recorded it.
  public let maker: String
  /// Why.
  public let reason: String?
  /// The file it was read from; nil for the built-in chart.
  public let fileName: String?
  /// What it is called.
  public let name: String
}

extension Ledger {
  /// Records a chart that holds from now on.
  ///
  /// Everything may differ from the chart before it but the posting rules: what is posted is verified
  /// by them. A chart that says the same as the one in force is not recorded again. Under four eyes two
  /// persons record a chart: the first asks, and an approver agrees by the same call.
  ///
  /// - Parameters:
  ///   - path: The chart file.
  ///   - reason: Why it changes; not empty.
  ///   - key: The key of who changes it; required under four eyes.
  ///   - maker: Who changes it, where no key says so.
  ///   - today: Today in Vietnam.
  ///   - wait: How many seconds to wait while another process posts.
  /// - Returns: The record, or what is wrong with the file.
  /// - Throws: `LedgerError`: `otherPersonNeeded`; `keyMissing`, `userUnknown`, `userRevoked`,
  ///   `roleNotAllowed`; `ledgerDamaged`, and what the disk or another process did.
  public func importChart(
    from path: String, reason: String, key: SigningKey? = nil, maker: String = UserName.current,
    today: CivilDate = VietnamClock.today(), wait: Int = 30
  ) throws -> ChartAnswer {
    let source = ChartSource(path)
    var diagnosis = source.diagnosis
    if reason.allSatisfy(\.isWhitespace) {
      diagnosis.merge(
        Diagnosis(
          Diagnostic(
            file: path, code: .reasonMissing, message: "A new chart needs a reason.",
            help: "Say with --reason why the chart changes.")))
    }
    guard let chart = source.chart, diagnosis.total == 0 else {
      return ChartAnswer(diagnosis: diagnosis)
    }
    return try asWriter(wait: wait) {
      try store.write { transaction in
        let maker = try RecordMaker(key, otherwise: maker, .chart, transaction)
        let inForce = try self.chart(in: transaction)
        if let fault = chart.ruleFault(after: inForce, file: path) {
          return ChartAnswer(diagnosis: Diagnosis(fault))
        }
        guard chart.canonicalText != inForce.file.canonicalText else {
          return ChartAnswer(record: inForce.record, name: chart.name)
        }
        let request = ProposedRequest.chart(
          chart.canonicalText, file: source.digest, reason: reason, after: inForce.record)
        if case .asked(let proposal) = try transaction.consent(
          to: request, by: maker, date: today)
        {
          return ChartAnswer(
            record: proposal.proposal.record, name: chart.name, isNew: true, proposal: proposal)
        }
        let record = try transaction.append(source, date: today, maker: maker, reason: reason)
        return ChartAnswer(record: record, name: chart.name, isNew: true)
      }
    }
  }

  /// The charts that were recorded, in order.
  public func chartList() throws -> [ChartEntry] {
    try store.read { snapshot in
      var entries: [ChartEntry] = []
      try snapshot.query(
        """
        SELECT record_no, record_date, maker, reason, file_name, content
        FROM record JOIN chart_file USING (record_no) ORDER BY record_no
        """, []
      ) { row in
        guard let date = Int32(exactly: row.integer(1)).flatMap({ CivilDate(number: $0) }),
          let chart = ChartFile(recorded: row.text(5))
        else {
          throw LedgerError(
            .ledgerDamaged, "The chart of record \(row.integer(0)) cannot be read.",
            help: "Run `benefit-ledger verify`.")
        }
        entries.append(
          ChartEntry(
            record: row.integer(0), date: date, maker: row.text(2), reason: row.optionalText(3),
            fileName: row.optionalText(4), name: chart.name))
      }
      return entries
    }
  }
}

/// A chart on its way into a ledger: a file, or the built-in one.
struct ChartSource {
  /// The chart; nil if something is wrong with the file.
  var chart: ChartFile?
  /// What is wrong with the file.
  var diagnosis = Diagnosis()
  /// The name of the file, without its folders; nil for the built-in chart.
  var fileName: String?
  /// The SHA-256 of the file.
  var digest: Digest?

  /// Reads a file, or takes the built-in chart.
  init(_ path: String?) {
    guard let path else {
      chart = DefaultChart.chart
      return
    }
    do {
      let source = try BatchSource.file(path)
      fileName = baseName(path)
      let read = readChart(source: source)
      (chart, diagnosis, digest) = (read.chart, read.diagnosis, read.digest)
    } catch {
      diagnosis = Diagnosis(error.diagnostic)
    }
  }
}

extension LedgerTransaction {
  /// Records a chart.
  @discardableResult
  func append(
    _ source: ChartSource, date: CivilDate, maker: RecordMaker, reason: String? = nil
  ) throws -> Int64 {
    guard let chart = source.chart else { preconditionFailure("a chart with mistakes is refused") }
    return try appendRecord(
      .chart, date: date, maker: maker.name, reason: reason, fileName: source.fileName,
      fileDigest: source.digest, sign: maker.sign
    ) { record in
      try execute(
        "INSERT INTO chart_file (record_no, content) VALUES (?1, ?2)",
        [.integer(record), .text(chart.canonicalText)])
    }
  }
}

extension ChartFile {
  /// What forbids a chart to follow another: it would post by other rules.
  func ruleFault(after chart: LedgerChart, file: String) -> Diagnostic? {
    let rules = postingRules
    guard rules != chart.rules else { return nil }
    let changed = RuleSlot.all.filter { posting($0) != chart.file.posting($0) }
    var names: [Message] = []
    for slot in changed where !names.contains(slot.ofAnyChannel) { names.append(slot.ofAnyChannel) }
    return Diagnostic(
      file: file, code: .chartRulesChanged,
      message: "This chart has other rules than the ledger for: \(names.joined(separator: "; ")).",
      help: """
        What is posted is verified by the rules of the ledger's first chart: keep its rules. \
        `benefit-ledger chart show` prints them.
        """)
  }
}
