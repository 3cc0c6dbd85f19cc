import BatchFiles
import LedgerCore
import LedgerStore

extension Ledger {
  /// Takes in a list of numbers of the same persons: `old,new`.
  ///
  /// Links are not undone. Under four eyes two persons link: the first asks, and an approver agrees by
  /// the same call.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - reading: How it is to be read, if its columns are others.
  ///   - request: Who takes it in, and when.
  /// - Returns: How many links are new and what they show to be owed twice, or what is wrong with
  ///   the file.
  /// - Throws: `LedgerError` for what the disk or another process did.
  public func importLinks(
    from path: String, reading: ListReading = ListReading(),
    _ request: RecordRequest = RecordRequest()
  ) throws -> LinksAnswer {
    var answer = LinksAnswer()
    let list: (rows: ContiguousArray<LinkRow>, digest: Digest)
    do {
      let reader = PersonListReader(links: try BatchSource.file(path).list(.links, reading))
      list.rows = reader.read()
      answer.record.diagnosis = reader.faults.diagnosis
      guard !reader.faults.hasFaults else { return answer }
      list.digest = reader.digest ?? .zero
    } catch {
      answer.record.diagnosis = Diagnosis(error.diagnostic)
      return answer
    }
    return try addLinks(list.rows, file: (path, list.digest), reason: nil, request)
  }

  /// Links two numbers of one person; under four eyes two persons do, as they take in a list.
  ///
  /// - Parameters:
  ///   - old: The number that another takes the place of.
  ///   - new: The number that takes its place.
  ///   - reason: Why, as written.
  ///   - request: Who links, and when.
  /// - Returns: The record, none if they are linked already; what is owed twice.
  /// - Throws: `LedgerError`: `linkedToItself`, `otherPersonNeeded`, and what the disk did.
  public func linkNumbers(
    _ old: PersonNumber, _ new: PersonNumber, reason: String,
    _ request: RecordRequest = RecordRequest()
  ) throws -> LinksAnswer {
    guard old != new else {
      throw LedgerError(.linkedToItself, "The two numbers are the same.")
    }
    return try addLinks(
      [LinkRow(old: old.encoded, new: new.encoded)], file: nil, reason: reason, request)
  }

  private func addLinks(
    _ rows: ContiguousArray<LinkRow>, file: (name: String, digest: Digest)?, reason: String?,
    _ request: RecordRequest
  ) throws -> LinksAnswer {
    try asWriter(wait: request.wait) {
      try store.write { transaction in
        let maker = try RecordMaker(
          request.key, otherwise: request.maker, .link, transaction)
        var answer = LinksAnswer()
        if let file, let record = try transaction.record(.link, of: file.digest) {
          answer.record.record = record
          answer.record.alreadyImported = true
          answer.record.known = Int64(rows.count)
          return answer
        }
        var pairs = try transaction.allLinks()
        let known = pairs.count
        for row in rows { pairs.append(NumberPair(old: row.old, new: row.new)) }
        var union = NumberUnion(pairs)
        for link in 0..<known { union.join(pairs[link], link: link) }
        let added = rows.indices.filter { union.join(pairs[known + $0], link: known + $0) }
        answer.record.added = Int64(added.count)
        answer.record.known = Int64(rows.count - added.count)
        guard !added.isEmpty else { return answer }
        if case .asked(let proposal) = try transaction.consent(
          to: .link(added.lazy.map { rows[$0] }, file: file?.digest, reason: reason), by: maker,
          date: request.date)
        {
          answer.record.added = 0
          answer.record.record = proposal.proposal.record
          answer.record.proposal = proposal
          return answer
        }
        answer.record.record = try transaction.appendRecord(
          .link, date: request.date, maker: maker.name, reason: reason,
          fileName: file.map { baseName($0.name) }, fileDigest: file?.digest, sign: maker.sign
        ) { record in
          for (place, index) in added.enumerated() {
            let row = rows[index]
            try transaction.execute(
              """
              INSERT INTO person_link (record_no, link_no, number_old, number_new, file_line)
              VALUES (?1, ?2, ?3, ?4, ?5)
              """,
              [
                .integer(record), .integer(Int64(place) + 1), .integer(row.old), .integer(row.new),
                row.fileLine > 0 ? .integer(Int64(row.fileLine)) : .null,
              ])
          }
        }
        var search = DoubleSearch(union, linked: added.map { pairs[known + $0] })
        try search.run(transaction)
        answer.doubles = search.found
        answer.doubleCount = search.count
        return answer
      }
    }
  }

  /// Lists the links, in the order in which they were made.
  ///
  /// - Parameter batch: Those that were known at this batch; nil for all.
  /// - Returns: The links.
  /// - Throws: What the store did.
  public func links(asKnownAt batch: Int64? = nil) throws -> [LinkEntry] {
    try store.read { snapshot in
      let record = try snapshot.lastRecord(asKnownAt: batch)
      var entries: [LinkEntry] = []
      try snapshot.query(
        """
        SELECT l.record_no, r.record_date, l.number_old, l.number_new, r.reason, r.file_name,
          l.file_line
        FROM person_link l JOIN record r USING (record_no) WHERE l.record_no <= ?1
        ORDER BY l.record_no, l.link_no
        """, [.integer(record)]
      ) { row in
        entries.append(
          LinkEntry(
            record: row.integer(0),
            date: try promised(CivilDate(number: Int32(clamping: row.integer(1))), "record date"),
            old: try promised(PersonNumber(encoded: row.integer(2)), "old number"),
            new: try promised(PersonNumber(encoded: row.integer(3)), "new number"),
            reason: row.optionalText(4), file: row.optionalText(5),
            fileLine: row.optionalInteger(6)))
      }
      return entries
    }
  }
}
