import Glibc
import LedgerCore

/// Reads a text file with a delimiter row by row, in bounded memory.
///
/// Quotes are as RFC 4180 has them. Every cell is text, UTF-8, composed. Blank lines are passed over.
public final class DelimitedReader: TableReader {
  /// Whether the last row that was read has its line end.
  public private(set) var isLastLineEnded = true
  /// What separates the cells.
  let delimiter: UInt8

  private let splitsPlain: Bool
  private let name: String
  private let decoded: DecodedText
  private var text: [UInt8] = []
  private var start = 0
  private var line = 1
  private var isExhausted = false

  /// The longest row, in bytes.
  private static let rowBytes = 65_536
  /// How many cells of a row are kept; a table of the agencies has some thirty.
  private static let cellLimit = 1_024

  /// Begins at the first row of a file.
  ///
  /// `splitsPlain` is whether lines whose quotes stand at the edges of cells take a short way.
  init(
    _ source: BatchSource, _ encoding: TextEncoding, delimiter: UInt8, splitsPlain: Bool = true
  ) throws(FileFault) {
    self.delimiter = delimiter
    self.splitsPlain = splitsPlain
    name = source.name
    decoded = try DecodedText(source, encoding)
  }

  private enum Step {
    case row
    case blank
    case more
    case end
  }

  /// Reads the next row that is not blank.
  ///
  /// - Parameter row: The row that is filled.
  /// - Returns: False at the end of the file.
  /// - Throws: A ``FileFault`` for what is wrong with it.
  public func read(into row: inout TableRow) throws -> Bool {
    while true {
      row.clear()
      switch try parse(&row) {
      case .row: return true
      case .blank: continue
      case .end: return false
      case .more:
        guard text.count - start <= Self.rowBytes else { throw tooLong }
        text.removeSubrange(..<start)
        start = 0
        isExhausted = try !decoded.read(into: &text)
      }
    }
  }

  private func parse(_ row: inout TableRow) throws -> Step {
    let (delimiter, isExhausted, first, splitsPlain) = (delimiter, isExhausted, start, splitsPlain)
    var end = 0
    var next = 0
    var isSplit = false
    var isEnded = true
    let step = text.withUnsafeBufferPointer { (text: UnsafeBufferPointer<UInt8>) -> Step in
      let rest = text.count - first
      guard rest > 0, let base = text.baseAddress else { return isExhausted ? .end : .more }
      if let found = memchr(base + first, 0x0A, rest) {
        end = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
        next = end + 1
      } else {
        guard isExhausted else { return .more }
        end = text.count
        next = end
        isEnded = false
      }
      if end > first, text[end - 1] == 0x0D { end -= 1 }
      guard end > first else { return .blank }
      let line = UnsafeBufferPointer(rebasing: text[first..<end])
      isSplit =
        splitsPlain
        && CellSplitter.split(line, delimiter, atMost: Self.cellLimit, &row.cells)
      if isSplit { row.buffer.append(contentsOf: line) }
      return .row
    }
    switch step {
    case .more, .end: return step
    case .blank:
      start = next
      line += 1
      return .blank
    case .row: break
    }
    row.number = line
    if !isSplit {
      row.cells.removeAll(keepingCapacity: true)
      return try parseQuoted(&row)
    }
    guard next - first <= Self.rowBytes else { throw tooLong }
    isLastLineEnded = isEnded
    start = next
    line += 1
    compose(&row)
    return .row
  }

  /// A row with quotes that are doubled, misplaced, or have line ends between them.
  private func parseQuoted(_ row: inout TableRow) throws -> Step {
    var at = start
    var lines = 0
    var column = 1
    var from = 0
    var opened: Int?
    var isClosed = false
    func endCell() {
      if row.buffer.count > from, column <= Self.cellLimit {
        row.cells.append(.init(column: column, kind: .text, bytes: from..<row.buffer.count))
      }
      column += 1
      from = row.buffer.count
      isClosed = false
    }
    while true {
      guard at < text.count else {
        if !isExhausted {
          row.clear()
          return .more
        }
        guard let opened else { break }
        throw fault(.quoteNotClosed, row.number, opened - start + 1)
      }
      let byte = text[at]
      if opened != nil {
        if byte == 0x22 {
          if at + 1 < text.count, text[at + 1] == 0x22 {
            row.buffer.append(byte)
            at += 1
          } else if at + 1 >= text.count, !isExhausted {
            row.clear()
            return .more
          } else {
            opened = nil
            isClosed = true
          }
        } else {
          if byte == 0x0A { lines += 1 }
          row.buffer.append(byte)
        }
      } else if byte == delimiter {
        endCell()
      } else if byte == 0x0A {
        break
      } else if byte == 0x22, row.buffer.count == from, !isClosed {
        opened = at
      } else if byte == 0x0D, at + 1 >= text.count || text[at + 1] == 0x0A {
        // The carriage return of the line end.
      } else if byte == 0x22 || isClosed {
        throw fault(.quoteMisplaced, row.number + lines, at - start + 1)
      } else {
        row.buffer.append(byte)
      }
      at += 1
      guard at - start <= Self.rowBytes else { throw tooLong }
    }
    endCell()
    isLastLineEnded = at < text.count
    start = min(at + 1, text.count)
    line += lines + 1
    compose(&row)
    return .row
  }

  /// Puts letters and marks together where a row has any marks.
  private func compose(_ row: inout TableRow) {
    guard row.buffer.withUnsafeBufferPointer(Composer.isNeeded) else { return }
    let bytes = row.buffer
    row.buffer.removeAll(keepingCapacity: true)
    for index in row.cells.indices {
      let cell = bytes[row.cells[index].bytes]
      let from = row.buffer.count
      let isText = cell.withUnsafeBufferPointer(Self.isUtf8)
      if isText {
        let scalars = Array(String(decoding: cell, as: UTF8.self).unicodeScalars)
        var composed = String.UnicodeScalarView()
        composed.append(contentsOf: Composer.composed(scalars))
        row.buffer.append(contentsOf: String(composed).utf8)
      } else {
        row.buffer.append(contentsOf: cell)
      }
      row.cells[index].bytes = from..<row.buffer.count
    }
  }

  private static func isUtf8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    while at < bytes.count {
      let found = Utf8.decode(bytes, at: at)
      if found.scalar == nil { return false }
      at += found.length
    }
    return true
  }

  private var tooLong: FileFault {
    FileFault(
      Diagnostic(
        file: name, line: line, column: 1, code: .lineTooLong,
        message: "The row has more than \(grouped(Int64(Self.rowBytes))) bytes.",
        help: "Check whether line ends are missing, or a double quote is not closed."))
  }

  private func fault(_ code: Code, _ line: Int, _ column: Int) -> FileFault {
    FileFault(
      Diagnostic(
        file: name, line: line, column: column, code: code,
        message: code == .quoteNotClosed
          ? "A double quote is opened here and never closed."
          : "A double quote stands in the middle of a cell.",
        help: code == .quoteNotClosed
          ? "Close it, or double it if it belongs to the text. The file may also have been cut short."
          : "Put the whole cell into double quotes and double those inside: \"a \"\"b\"\" c\"."))
  }
}
