import LedgerCore

/// A row of a list that is not posted, as it stands in the file.
public struct RefusedRow: Sendable {
  /// The line of the file it begins on.
  public let line: UInt32
  /// The row without its line end, and without what an earlier report of refused rows added.
  public let bytes: [UInt8]
  /// What is wrong with it.
  public let code: Code
  /// What is wrong with it, in words; personal data masked.
  public let reason: Message
}

/// Gathers the rows of a list that are at fault while the list is read, without keeping any.
///
/// The list's own faults come from its reader; what only the ledger knows of a row, the caller says.
public final class RefusedRows {
  /// What stopped the gathering, if anything did.
  public private(set) var failure: (any Error)?
  private let lines: ClosedRange<UInt32>
  private let known: (UInt32) throws -> (code: Code, reason: Message)?
  private let keep: (RefusedRow) throws -> Void

  /// Prepares to gather rows.
  ///
  /// - Parameters:
  ///   - lines: The lines of the file whose rows are wanted.
  ///   - known: What is wrong with a row that the reader takes; asked in file order.
  ///   - keep: Gets each row that is at fault, in file order.
  public init(
    lines: ClosedRange<UInt32>, known: @escaping (UInt32) throws -> (code: Code, reason: Message)?,
    keep: @escaping (RefusedRow) throws -> Void
  ) {
    self.lines = lines
    self.known = known
    self.keep = keep
  }

  /// Takes a row that the reader refuses.
  func add(_ line: UInt32, _ row: () -> [UInt8], _ faults: [RowFault]) {
    guard failure == nil, lines.contains(line) else { return }
    let faults = faults.filter { !$0.code.isWarning }.sorted {
      ($0.offset, $0.code.rawValue) < ($1.offset, $1.code.rawValue)
    }
    guard let first = faults.first else { return }
    let reasons = faults.map { $0.words().message }
    do {
      try keep(
        RefusedRow(
          line: line, bytes: row(), code: first.code, reason: reasons.joined(separator: " ")))
    } catch {
      failure = error
    }
  }

  /// Takes a row that the reader takes, if something else is wrong with it.
  func offer(_ line: UInt32, _ row: () -> [UInt8]) {
    guard failure == nil, lines.contains(line) else { return }
    do {
      guard let (code, reason) = try known(line) else { return }
      try keep(RefusedRow(line: line, bytes: row(), code: code, reason: reason))
    } catch {
      failure = error
    }
  }
}

extension ListFile {
  /// The scanner's row as it stands in the file, without the columns that a report of refused rows
  /// added to an earlier file.
  var keptRow: [UInt8] {
    let added = [Field.rejectCode, .rejectReason].map(header.place(of:))
    guard added.contains(where: { $0 >= 0 }), scanner.fieldCount == header.columns.count else {
      return withoutMarks(row(of: 0..<scanner.fieldCount))
    }
    return withoutMarks(row(of: header.columns.indices.filter { !added.contains($0) }))
  }

  /// Fields as they stand in the file, but none that a spreadsheet would compute: this is a file that
  /// somebody opens there to see what is wrong.
  private func row(of fields: some Sequence<Int>) -> [UInt8] {
    Array(
      fields.map { [UInt8].inert(scanner.row[scanner.rawRange(ofField: $0)]) }
        .joined(separator: [0x2C]))
  }

  /// The row with a question mark where a cell of a workbook is not to be trusted, so that it is
  /// refused again unless somebody corrects it.
  private func withoutMarks(_ row: [UInt8]) -> [UInt8] {
    guard source.origin?.places != nil else { return row }
    return row.compactMap { byte in
      guard let mark = CellMark(rawValue: byte) else { return byte }
      return mark == .lineBreak ? nil : UInt8(ascii: "?")
    }
  }

  /// Hands a row that was taken to those who know more of it.
  @inline(never)
  func offerRow() { refused?.offer(scanner.line) { keptRow } }
}

extension [UInt8] {
  /// A field of a CSV, its quotes included, with an apostrophe where it begins like a formula.
  ///
  /// A number with its sign is left alone: a spreadsheet reads it as that number.
  static func inert(_ field: some Collection<UInt8>) -> [UInt8] {
    let isQuoted = field.first == UInt8(ascii: "\"")
    let content = field.dropFirst(isQuoted ? 1 : 0)
    guard let first = content.first, "=+-@\t\r".utf8.contains(first) else { return Array(field) }
    let isSign = first == UInt8(ascii: "+") || first == UInt8(ascii: "-")
    let rest = content.dropFirst().filter { $0 != UInt8(ascii: "\"") }
    let isNumber = isSign && !rest.isEmpty && rest.allSatisfy { (0x30...0x39).contains($0) }
    if isNumber { return Array(field) }
    return (isQuoted ? [UInt8(ascii: "\"")] : []) + [UInt8(ascii: "'")] + content
  }
}
