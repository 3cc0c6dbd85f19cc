import Foundation
import LedgerCore

/// The note of the last backup that lies beside a ledger, so that `doctor` knows of it.
///
/// ```text
/// benefit-ledger-backup 1
/// date 2026-11-22
/// batch 15
/// head 64 hexadecimal digits
/// record 14
/// register 64 hexadecimal digits
/// file /backups/2026-11-22.db
/// ```
///
/// It is not in the ledger: a backup changes nothing, and what is restored was never backed up itself.
struct BackupNote: Equatable {
  private static let title = "benefit-ledger-backup 1"

  /// The day of the backup.
  var date: CivilDate
  /// Where it ends.
  var ends: LedgerEnds
  /// Where it was written.
  var path: String

  /// Where the note of a ledger lies.
  static func path(_ location: String) -> String { location + ".backup" }

  init(date: CivilDate, ends: LedgerEnds, path: String) {
    self.date = date
    self.ends = ends
    self.path = path
  }

  /// Reads the note beside a ledger; nil if there is none that can be read.
  init?(beside location: String) {
    guard let bytes = FileManager.default.contents(atPath: Self.path(location)),
      bytes.count <= 16_384
    else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 8, lines[0] == Self.title else { return nil }
    func value(_ index: Int, _ name: String) -> String? {
      lines[index].hasPrefix(name + " ") ? String(lines[index].dropFirst(name.count + 1)) : nil
    }
    guard let date = value(1, "date").flatMap({ CivilDate($0) }),
      let batch = value(2, "batch").flatMap({ Int64($0) }),
      let head = value(3, "head").flatMap({ Digest(hex: $0) }),
      let record = value(4, "record").flatMap({ Int64($0) }),
      let register = value(5, "register").flatMap({ Digest(hex: $0) }),
      let path = value(6, "file")
    else { return nil }
    self.init(
      date: date,
      ends: LedgerEnds(batch: batch, head: head, record: record, register: register), path: path)
  }

  /// Puts the note beside a ledger, in the place of the one before.
  ///
  /// - Throws: `LedgerError` for what the disk did.
  func write(beside location: String) throws {
    let note = Self.path(location)
    let draft = "\(note).new-\(getpid())"
    let shown = String(path.map { $0.isNewline ? " " : $0 })
    let text = """
      \(Self.title)
      date \(date)
      batch \(ends.batch)
      head \(ends.head)
      record \(ends.record)
      register \(ends.register)
      file \(shown)

      """
    let file = try OutputFile(draft)
    try file.write(Array(text.utf8))
    try file.finish()
    guard rename(draft, note) == 0 else {
      let error = Ledger.systemError("write", note)
      unlink(draft)
      throw error
    }
    try Ledger.synchronize(directoryOf: note)
  }
}
