import Foundation
import LedgerCore
import LedgerStore
import SQLiteStore

extension Ledger {
  /// Moves the lines of a closed year into a file of their own, beside the ledger.
  ///
  /// The file is written whole, read again and held against the seals, and has its name before a line is
  /// removed from the ledger. Then one transaction records it and removes the lines. Whoever opens the
  /// ledger reads both as one. A call that was interrupted is completed by the next one.
  ///
  /// - Parameter request: Which year.
  /// - Returns: What was moved; a year that was archived before is not changed.
  /// - Throws: `LedgerError`: `yearNotArchivable`, `submissionsOpen`, `outputExists`, `ledgerDamaged`;
  ///   `keyMissing`, `userUnknown`, `userRevoked`, `roleNotAllowed`; `busy`, and what the disk did.
  public func archive(_ request: ArchiveRequest) throws -> ArchiveAnswer {
    if request.isDryRun {
      return try store.read { snapshot in
        var answer = try known(request, snapshot)
        if answer.state == .archived { answer.state = .dryRun }
        return answer
      }
    }
    return try asWriter(wait: request.wait) {
      let maker = try store.read { snapshot in
        try RecordMaker(
          request.key, otherwise: request.maker, toDo: "archive a year", snapshot
        ) { $0 == .administrator }
      }
      let plan = try store.read { try ArchivePlan($0, year: request.year) }
      var answer = try store.read { try known(request, $0) }
      guard answer.state == .archived, let label = plan.label, let name = answer.file else {
        return answer
      }
      let path = ArchiveFile.path(name, beside: store.location)
      try put(plan, label, at: path)
      let digest = try ArchiveFile.digest(of: path)
      let bytes = try Self.bytes(of: path)
      answer.record = try store.write { transaction in
        let record = try transaction.appendArchive(
          label, file: name, bytes: bytes, digest: digest, by: maker, date: request.today)
        guard try transaction.removeLines(plan.runs) == label.lines else {
          throw LedgerError(.internalFault, "Other lines than those of the archive are removed.")
        }
        return record
      }
      answer.digest = digest
      answer.bytes = bytes
      answer.ledger.after = try store.read { try $0.size() }
      return answer
    }
  }

  /// What can be said before anything is done: `archived` if there is something to do.
  private func known(
    _ request: ArchiveRequest, _ snapshot: any LedgerSnapshot
  ) throws -> ArchiveAnswer {
    let size = try snapshot.size()
    var answer = ArchiveAnswer(year: request.year, state: .archived, ledger: (size, size))
    let plan = try ArchivePlan(snapshot, year: request.year)
    if let archived = try snapshot.archivedYear(request.year) {
      answer.state = .archivedBefore
      answer.file = archived.file
      answer.record = archived.record
      answer.batches = archived.label.batches
      answer.lines = archived.label.lines
      answer.bytes = archived.bytes
      answer.digest = archived.digest
      answer.vouchers = plan.vouchers
      answer.kept = plan.kept
      return answer
    }
    try ArchiveDemands(year: request.year, today: request.today).check(snapshot)
    answer.kept = plan.kept
    guard let label = plan.label else {
      answer.state = .nothing
      return answer
    }
    answer.file = ArchiveFile.name(of: request.year, ledger: store.location)
    answer.batches = label.batches
    answer.vouchers = plan.vouchers
    answer.lines = label.lines
    return answer
  }

  /// Sees that the archive is there, whole, and what was sealed.
  ///
  /// A file that an interrupted call left is taken if it is; the drafts that it left are removed.
  private func put(_ plan: ArchivePlan, _ label: ArchiveLabel, at path: String) throws {
    Self.removeDrafts(of: path)
    let check = ArchiveCheck(plan: plan, ledger: store.location)
    var status = stat()
    if lstat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFREG,
        let file = try? ArchiveFile(path), (try? file.label()) == label
      else {
        throw LedgerError(
          .outputExists,
          "\(path) exists already, and is no archive of \(label.year) of this ledger.",
          help: "Move that file away, then run the same command again.")
      }
      try store.read { try check.run(file, $0) }
      // Whoever left it may not have waited for the folder.
      return try Self.synchronize(directoryOf: path)
    }
    let copy = try CopiedLedger(path)
    defer { copy.clean() }
    try ArchiveFile.write(label, plan.runs, of: store.location, to: copy.draft)
    try store.read { try check.run(try ArchiveFile(copy.draft), $0) }
    guard chmod(copy.draft, 0o400) == 0 else { throw Self.systemError("write", path) }
    try copy.finish()
  }

  /// Removes what interrupted calls left behind; nobody else archives while the writer's lock is held.
  private static func removeDrafts(of path: String) {
    let place = LedgerPlace(of: path)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place.folder)) ?? []
    for draft in names where draft.hasPrefix(name + ".new-") {
      unlink(ArchiveFile.path(draft, beside: path))
    }
  }

  static func bytes(of path: String) throws -> Int64 {
    var status = stat()
    guard stat(path, &status) == 0 else { throw systemError("find", path) }
    return Int64(status.st_size)
  }
}

extension LedgerTransaction {
  /// Records that a year is archived.
  fileprivate func appendArchive(
    _ label: ArchiveLabel, file: String, bytes: Int64, digest: Digest, by maker: RecordMaker,
    date: CivilDate
  ) throws -> Int64 {
    try appendRecord(
      .archive, date: date, maker: maker.name, fileName: file, fileDigest: digest, sign: maker.sign
    ) { record in
      try execute(
        """
        INSERT INTO archive (record_no, year, file_bytes, batch_count, line_count, first_line_no,
          last_line_no, batches_root)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        """,
        [
          .integer(record), .integer(Int64(label.year)), .integer(bytes), .integer(label.batches),
          .integer(label.lines), .integer(label.firstLine), .integer(label.lastLine),
          .digest(label.root),
        ])
    }
  }
}
