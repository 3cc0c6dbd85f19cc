import BatchFiles
import LedgerCore
import LedgerStore

extension LedgerTransaction {
  /// Keeps how a submitted file is read, unless it is one of the program's own lists.
  ///
  /// It needs no signature: what is read is, line by line, in the root that the maker signed.
  func keep(_ reading: ListReading, of submission: Int64) throws {
    guard reading.profile != nil || reading.sheet != nil else { return }
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
