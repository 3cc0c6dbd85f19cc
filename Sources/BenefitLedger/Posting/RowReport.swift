import BatchFiles
import LedgerCore

/// One file of rows that were not posted: as they were, with the columns `reject_code` and
/// `reject_reason`.
final class RowReport {
  let path: String
  /// How many rows it has.
  private(set) var count: Int64 = 0
  private let option: String
  /// Named with the first row: a report that has none is in nobody's way.
  private var file: OutputFile?

  /// Prepares a report; its file is made with the first row.
  ///
  /// - Parameters:
  ///   - path: The file to be made.
  ///   - option: The option that names it, for a message.
  init(_ path: String, option: String) {
    self.path = path
    self.option = option
  }

  /// Whether there is a file.
  var isMade: Bool { file?.isMade ?? false }

  /// Adds a row, and the header before the first.
  func add(_ row: RefusedRow, header: [UInt8]) throws {
    let reason = row.reason.description.replacing("\"", with: "\"\"")
    try add(row.bytes + Array(",\(row.code.text),\"\(reason)\"\n".utf8)) {
      header + Array(",reject_code,reject_reason\n".utf8)
    }
  }

  /// Adds a row with its line end, and what stands above all rows before the first.
  func add(_ row: [UInt8], after beginning: () throws -> [UInt8]) throws {
    let file = try self.file ?? OutputFile(path, option: option)
    self.file = file
    if count == 0 { try file.write(try beginning()) }
    count += 1
    try file.write(row)
  }

  /// Adds what stands below all rows, if there are any.
  func end(with ending: () throws -> [UInt8]) throws {
    if count > 0 { try file?.write(try ending()) }
  }

  /// Writes what is left, and waits for the disk.
  func finish() throws { try file?.finish() }

  /// Forgets the rows so far: the list is read again.
  func restart() throws {
    count = 0
    try file?.restart()
  }

  /// Removes the file, if it was made here.
  func remove() { file?.remove() }

  /// Refuses a path that is taken, before anything is read.
  func checkIsNew() throws { _ = try OutputFile(path, option: option) }
}
