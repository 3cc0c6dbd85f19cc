import BatchFiles
import LedgerCore
import LedgerStore

extension ListReading {
  /// The digest of what is kept of it; nil if nothing is.
  var digest: Digest? { Self.digest(profile: whole?.text, sheet: sheet) }

  /// The digest of a reading that is kept as a profile file and a sheet.
  static func digest(profile: String?, sheet: String?) -> Digest? {
    guard profile != nil || sheet != nil else { return nil }
    var canonical = CanonicalBytes()
    canonical.append(profile)
    canonical.append(sheet)
    return canonical.sha256()
  }
}

extension LedgerTransaction {
  /// Keeps how a submitted file is read, unless it is one of the program's own lists.
  ///
  /// The submission has its digest, so that its maker signs it with the rest.
  func keep(_ reading: ListReading, of submission: Int64) throws {
    guard reading.digest != nil else { return }
    try execute(
      "INSERT INTO submission_reading (submission_no, profile, sheet) VALUES (?1, ?2, ?3)",
      [
        .integer(submission), reading.whole.map { .text($0.text) } ?? .null,
        reading.sheet.map { .text($0) } ?? .null,
      ])
  }
}

extension LedgerSnapshot {
  /// How a submitted file is read.
  func reading(of submission: Int64) throws -> ListReading {
    var reading = ListReading()
    var text: String?
    try query(
      "SELECT profile, sheet FROM submission_reading WHERE submission_no = ?1",
      [.integer(submission)]
    ) {
      text = $0.optionalText(0)
      reading.sheet = $0.optionalText(1)
    }
    guard let text else { return reading }
    let read = readProfile(source: .memory(name: "the stored profile", bytes: Array(text.utf8)))
    guard let profile = read.profile else {
      throw LedgerError(
        .ledgerDamaged, "The profile of submission \(submission) cannot be read.")
    }
    reading.profile = profile
    return reading
  }
}
