import LedgerCore

/// A file as a table, which can be gone through more than once.
struct ProfileTable {
  /// The file, unpacked if it was compressed.
  let source: BatchSource
  /// What the file was when it came.
  let origin: SourceOrigin
  /// How its letters are written; nil for a workbook.
  let encoding: TextEncoding?
  /// What separates its cells; nil for a workbook.
  private(set) var delimiter: Delimiter?
  /// The sheet to read.
  let sheet: String?
  /// The first rows.
  private(set) var head: [HeadRow] = []

  var isSheet: Bool { encoding == nil }

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - file: The file as it came.
  ///   - profile: What is known of it.
  ///   - sheet: The sheet of a workbook, if the command names it.
  /// - Throws: A ``FileFault`` if it is no table or nothing says how its letters are written.
  init(_ file: BatchSource, _ profile: Profile, sheet: String?) throws(FileFault) {
    let magic = try file.bytes(Int(min(file.byteCount, 8)), at: 0) ?? []
    try file.rewind()
    self.sheet = sheet ?? profile.sheet
    if file.origin == nil, magic.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      source = file
      encoding = nil
      origin = SourceOrigin(byteCount: file.byteCount, digest: try file.sha256())
      head = try firstRows(try reader())
      return
    }
    // Gzip; what is no table at all is refused here.
    source = file.origin == nil ? try file.unpacked() : file
    let evidence = try EncodingEvidence(source, given: profile.encoding)
    guard let found = evidence.encoding else {
      throw evidence.fault
        ?? FileFault(.encodingUnknown, file: file.name, "The file's encoding is not known.")
    }
    encoding = found
    origin = SourceOrigin(
      byteCount: source.fileByteCount, digest: source.origin?.digest ?? evidence.digest)
    try chooseDelimiter(profile)
  }

  /// Reads the table from its beginning.
  func reader() throws(FileFault) -> any TableReader {
    guard let encoding else { return try XlsxReader(source, sheet: sheet) }
    return try DelimitedReader(source, encoding, delimiter: (delimiter ?? .comma).byte)
  }

  /// The separator with which the most columns of the profile are found.
  private mutating func chooseDelimiter(_ profile: Profile) throws(FileFault) {
    var best: (delimiter: Delimiter, head: [HeadRow], score: Int)?
    var stray: FileFault?
    for candidate in profile.delimiter.map({ [$0] }) ?? Delimiter.allCases {
      delimiter = candidate
      var rows: [HeadRow] = []
      do throws(FileFault) {
        rows = try firstRows(try reader())
      } catch {
        // A stray quote may be one for the wrong separator only.
        guard error.diagnostic.code == .quoteMisplaced, profile.delimiter == nil else {
          throw error
        }
        stray = error
      }
      let score =
        (ProfileHeader.find(rows, profile)?.columns.count ?? 0) * 1_000
        + (rows.map(\.cells.count).max() ?? 0)
      if score > best?.score ?? -1 { best = (candidate, rows, score) }
    }
    if let stray, best?.score ?? 0 < 1_000 { throw stray }
    delimiter = best?.delimiter
    head = best?.head ?? []
  }

  private func firstRows(_ reader: any TableReader) throws(FileFault) -> [HeadRow] {
    var rows: [HeadRow] = []
    var row = TableRow()
    while rows.count < HeadRow.limit, try reader.next(&row) {
      let head = HeadRow(row)
      if !head.cells.isEmpty { rows.append(head) }
    }
    return rows
  }
}

extension TableReader {
  /// Reads the next row; what is wrong with a table is wrong with its file.
  func next(_ row: inout TableRow) throws(FileFault) -> Bool {
    do {
      return try read(into: &row)
    } catch let fault as FileFault {
      throw fault
    } catch {
      preconditionFailure("a table of a file fails by a fault of the file")
    }
  }
}
