import BatchFiles
import LedgerCore
import LedgerStore

extension Ledger {
  /// Takes in a list of persons who are not payable: `person,reason,from`, and perhaps `to` and `kind`.
  ///
  /// A row that the register has already adds nothing.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - kind: The kind of rows that name none.
  ///   - reading: How it is to be read, if its columns are others.
  ///   - request: Who takes it in, and when.
  /// - Returns: How many rows are new, or what is wrong with the file.
  /// - Throws: `LedgerError` for what the disk or another process did.
  public func importHolds(
    from path: String, kind: HoldKind = .suspended, reading: ListReading = ListReading(),
    _ request: RecordRequest = RecordRequest()
  ) throws -> RecordAnswer {
    let list: (rows: ContiguousArray<HoldRow>, digest: Digest)
    let warnings: Diagnosis
    do {
      let reader = PersonListReader(
        holds: try BatchSource.file(path).list(.holds, reading))
      list.rows = reader.read()
      guard !reader.faults.hasFaults else { return RecordAnswer(reader.faults.diagnosis) }
      list.digest = reader.digest ?? .zero
      warnings = reader.faults.diagnosis
    } catch {
      return RecordAnswer(Diagnosis(error.diagnostic))
    }
    var answer = try addHolds(list.rows, kind, file: (path, list.digest), reason: nil, request)
    answer.diagnosis = warnings
    return answer
  }

  /// Holds one person.
  ///
  /// - Parameters:
  ///   - person: The person.
  ///   - kind: The kind.
  ///   - reason: Why, as written; not empty.
  ///   - from: The first day.
  ///   - to: The last day; nil if it is open.
  ///   - request: Who holds, and when.
  /// - Returns: The record; none if the register has this hold already.
  /// - Throws: `LedgerError`: `usage` if the hold ends before it begins, and what the disk did.
  public func addHold(
    of person: PersonNumber, kind: HoldKind = .suspended, reason: String, from: CivilDate,
    to: CivilDate? = nil, _ request: RecordRequest = RecordRequest()
  ) throws -> RecordAnswer {
    if let to, to < from {
      throw LedgerError(.usage, "The hold ends on \(to), before it begins on \(from).")
    }
    let row = HoldRow(person: person.encoded, reason: reason, from: from, to: to, kind: kind)
    return try addHolds([row], kind, file: nil, reason: reason, request)
  }

  /// Writes a record of holds.
  func addHolds(
    _ rows: ContiguousArray<HoldRow>, _ kind: HoldKind, file: (name: String, digest: Digest)?,
    reason: String?, _ request: RecordRequest
  ) throws -> RecordAnswer {
    var answer = RecordAnswer()
    return try asWriter(wait: request.wait) {
      try store.write { transaction in
        let maker = try RecordMaker(request, toDo: "hold persons", transaction)
        if let file, let record = try transaction.record(.hold, of: file.digest) {
          answer.record = record
          answer.alreadyImported = true
          answer.known = Int64(rows.count)
          return answer
        }
        var isNew = ContiguousArray<Bool>(repeating: false, count: rows.count)
        for (index, row) in rows.enumerated() {
          isNew[index] = try !transaction.hasHold(row, row.kind ?? kind)
        }
        guard isNew.contains(true) else {
          answer.known = Int64(rows.count)
          return answer
        }
        answer.record = try transaction.appendRecord(
          .hold, date: request.date, maker: maker.name, reason: reason,
          fileName: file.map { baseName($0.name) }, fileDigest: file?.digest, sign: maker.sign
        ) { record in
          for (index, row) in rows.enumerated() {
            // The same row may be in the list twice.
            if isNew[index], try !transaction.hasHold(row, row.kind ?? kind) {
              try transaction.insertHold(row, row.kind ?? kind, record)
              answer.added += 1
            } else {
              answer.known += 1
            }
          }
        }
        return answer
      }
    }
  }

  /// Releases holds, so that the persons are payable from a day on.
  ///
  /// Under four eyes two persons release: the first asks, and an approver agrees by the same call.
  ///
  /// - Parameters:
  ///   - holds: Which.
  ///   - reason: Why, as written.
  ///   - from: The first day on which the person is payable again.
  ///   - request: Who releases, and when.
  /// - Returns: How many holds were released; or that another person has to agree.
  /// - Throws: `LedgerError`: `notFound` if there is no such hold, `holdReleasedBefore` if all of
  ///   them are over by that day, `otherPersonNeeded`; `keyMissing`, `userUnknown`, `userRevoked`,
  ///   `roleNotAllowed`; `ledgerDamaged`, and what the disk did.
  public func release(
    _ holds: ReleasedHolds, reason: String, from: CivilDate,
    _ request: RecordRequest = RecordRequest()
  ) throws -> RecordAnswer {
    try asWriter(wait: request.wait) {
      try store.write { transaction in
        let maker = try RecordMaker(
          request.key, otherwise: request.maker, .release, transaction)
        let found = try transaction.holds(holds)
        guard !found.isEmpty else {
          switch holds {
          case .person(let person):
            throw LedgerError(.notFound, "Person \(person) has no hold.")
          case .number(let number):
            throw LedgerError(.notFound, "There is no hold \(number).")
          }
        }
        let standing = found.filter { hold in
          (hold.released ?? .distantFuture) > from && (hold.to ?? .distantFuture) >= from
        }
        guard !standing.isEmpty else {
          throw LedgerError(
            .holdReleasedBefore,
            found.count == 1
              ? "There is nothing to release: by \(from) the hold is over."
              : "There is nothing to release: by \(from) all holds are over.",
            help: "A later release can only end a hold earlier.")
        }
        var answer = RecordAnswer()
        if case .asked(let proposal) = try transaction.consent(
          to: .release(standing.map(\.number), from: from, reason: reason), by: maker,
          date: request.date)
        {
          answer.record = proposal.proposal.record
          answer.proposal = proposal
          return answer
        }
        answer.added = Int64(standing.count)
        answer.record = try transaction.appendRecord(
          .release, date: request.date, maker: maker.name, reason: reason, sign: maker.sign
        ) { record in
          for hold in standing {
            try transaction.execute(
              """
              INSERT INTO hold_release (record_no, hold_no, released_from) VALUES (?1, ?2, ?3)
              """, [.integer(record), .integer(hold.number), .integer(Int64(from.number))])
          }
        }
        return answer
      }
    }
  }

  /// Lists holds, in the order in which they were made.
  ///
  /// - Parameters:
  ///   - asAt: Only those that hold on this day; nil for all.
  ///   - batch: As they were known at this batch; nil for now.
  ///   - person: Only those of this person, under any of their numbers; nil for all.
  /// - Returns: The holds.
  /// - Throws: What the store did.
  public func holds(
    asAt: CivilDate? = nil, asKnownAt batch: Int64? = nil, of person: PersonNumber? = nil
  ) throws -> [HoldEntry] {
    try store.read { snapshot in
      let record = try snapshot.lastRecord(asKnownAt: batch)
      let entries =
        try person.map { try snapshot.holds(.person($0), through: record) }
        ?? snapshot.allHolds(through: record)
      guard let asAt else { return entries }
      return entries.filter { hold in
        hold.from <= asAt && (hold.to ?? .distantFuture) >= asAt
          && (hold.released ?? .distantFuture) > asAt
      }
    }
  }
}

extension RecordAnswer {
  /// The answer to a file with mistakes.
  init(_ diagnosis: Diagnosis) { self.diagnosis = diagnosis }
}

extension CivilDate {
  /// The last day there is.
  fileprivate static let distantFuture: CivilDate = {
    guard let last = CivilDate(year: 2199, month: 12, day: 31) else {
      preconditionFailure("the calendar ends with the year 2199")
    }
    return last
  }()
}
