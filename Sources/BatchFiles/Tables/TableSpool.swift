import LedgerCore

/// Makes the text of a list of a table, so that all lists are read by the same readers.
///
/// The first row with something in it is the envelope or the header; the header says where the list
/// begins and ends and what its cells may be. Rows keep their numbers.
struct TableSpool {
  private let table: any TableReader
  private let spool: Spool
  private var line: [UInt8] = []
  private var lastLine = 0
  private var columns: [TableColumn] = []
  private var firstColumn = 1
  private var isFirst = true

  init(_ table: any TableReader, for name: String) throws(FileFault) {
    self.table = table
    spool = try Spool(for: name)
  }

  /// Writes all rows.
  mutating func fill() throws {
    var row = TableRow()
    while try table.read(into: &row) {
      guard let first = row.cells.first else { continue }
      try beginLine(row.number)
      if !columns.isEmpty {
        appendRow(row)
      } else if isFirst, row.buffer[first.bytes].starts(with: EnvelopeLine.mark) {
        appendEnvelope(row)
      } else {
        appendHeader(row)
      }
      isFirst = false
      line.append(0x0A)
      try line.withUnsafeBytes { try spool.append($0) }
    }
  }

  /// Ends the list made of the table in a file, and gives it out at its beginning.
  func finish(_ origin: SourceOrigin) throws(FileFault) -> BatchSource {
    var origin = origin
    origin.places = FieldPlaces(
      columns: columns.indices.map { firstColumn + $0 }, isSheet: true)
    return try spool.finish(origin)
  }

  /// Blank lines for the rows that have nothing in them.
  private mutating func beginLine(_ number: Int) throws(FileFault) {
    line.removeAll(keepingCapacity: true)
    line.append(contentsOf: repeatElement(0x0A, count: max(0, number - lastLine - 1)))
    lastLine = number
  }

  private mutating func appendEnvelope(_ row: TableRow) {
    for (index, cell) in row.cells.enumerated() {
      if index > 0 { line.append(0x20) }
      line.append(contentsOf: row.buffer[cell.bytes].map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 })
    }
  }

  private mutating func appendHeader(_ row: TableRow) {
    firstColumn = row.cells.first?.column ?? 1
    var next = firstColumn
    for cell in row.cells {
      while next < cell.column {
        line.append(0x2C)
        columns.append(.text)
        next += 1
      }
      if next > firstColumn { line.append(0x2C) }
      let bytes = row.buffer[cell.bytes]
      columns.append(TableColumn(named: Array(bytes)))
      append(cell.kind == .formula ? .formula : nil, bytes)
      next += 1
    }
  }

  private mutating func appendRow(_ row: TableRow) {
    var next = firstColumn
    // What stands left of the list has no column; it comes last, so that the row has too many.
    for cell in row.cells where cell.column >= firstColumn {
      while next < cell.column {
        line.append(0x2C)
        next += 1
      }
      appendCell(cell, row)
    }
    let end = firstColumn + columns.count
    while next < end - 1 {
      line.append(0x2C)
      next += 1
    }
    for cell in row.cells where cell.column < firstColumn {
      line.append(0x2C)
      appendCell(cell, row)
    }
  }

  private mutating func appendCell(_ cell: TableRow.Cell, _ row: TableRow) {
    let index = cell.column - firstColumn
    let column = index >= 0 && index < columns.count ? columns[index] : .text
    let content = column.content(of: cell.kind, row.buffer[cell.bytes])
    append(content.mark, content.bytes)
  }

  private mutating func append(_ mark: CellMark?, _ bytes: ArraySlice<UInt8>) {
    var needsQuotes = false
    var hasBreak = false
    for byte in bytes where byte < 0x2D {
      if byte == 0x2C || byte == 0x22 { needsQuotes = true }
      if byte == 0x0A || byte == 0x0D { hasBreak = true }
    }
    if needsQuotes { line.append(0x22) }
    if let mark { line.append(mark.rawValue) }
    if hasBreak, mark == nil { line.append(CellMark.lineBreak.rawValue) }
    if needsQuotes || hasBreak {
      for byte in bytes {
        if byte == 0x22 { line.append(0x22) }
        line.append(byte == 0x0A || byte == 0x0D ? 0x20 : byte)
      }
    } else {
      line.append(contentsOf: bytes)
    }
    if needsQuotes { line.append(0x22) }
  }
}
