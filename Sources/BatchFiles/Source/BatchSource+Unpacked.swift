import LedgerCore

extension BatchSource {
  /// What is to be read of a file: the file itself; what is in it if it was compressed by gzip; or,
  /// of a workbook (XLSX), the rows of its sheet as the text of a list.
  ///
  /// What a file is, its first bytes say, not its name. What is unpacked lies in a ``Spool``, made
  /// once and checked to its last byte before anything is read. The identity of the file stays that
  /// of its own bytes, lines are its own lines or rows, and columns its own columns.
  ///
  /// - Parameter sheet: The sheet of a workbook; without one, it must have one that is not hidden.
  /// - Returns: What is to be read, at its beginning.
  /// - Throws: A ``FileFault`` with a code from 230 to 243, or that the file cannot be read or its
  ///   content not be written.
  public func unpacked(sheet: String? = nil) throws(FileFault) -> BatchSource {
    guard origin == nil else { return self }
    let magic = try bytes(Int(min(byteCount, 8)), at: 0) ?? []
    position = 0
    if magic.starts(with: [0x1F, 0x8B]) { return try Gunzip(self).unpack() }
    if magic.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return try workbookRows(sheet) }
    if magic.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      throw try isEncryptedWorkbook()
        ? .protected(name) : .notAWorkbook(name, "a workbook of Excel 2003 or older (XLS)")
    }
    return self
  }

  private func workbookRows(_ sheet: String?) throws(FileFault) -> BatchSource {
    let digest = try sha256()
    let reader = try XlsxReader(self, sheet: sheet)
    var spool = try TableSpool(reader, for: name)
    var origin = SourceOrigin(byteCount: byteCount, digest: digest)
    do {
      try spool.fill()
      origin.warnings = reader.hiddenWarnings(file: name)
      return try spool.finish(origin)
    } catch let fault as FileFault {
      throw fault
    } catch {
      preconditionFailure("a table of a file fails by a fault of the file")
    }
  }

  /// Whether an old container has an encrypted workbook in it, which its directory names.
  private func isEncryptedWorkbook() throws(FileFault) -> Bool {
    let name = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), 0] }
    let block = 1 << 20
    var start: Int64 = 0
    while start < byteCount {
      let count = Int(min(Int64(block), byteCount - start))
      if let found = try bytes(count, at: start), found.firstRange(of: name) != nil { return true }
      if count < block { return false }
      start += Int64(block - name.count)
    }
    return false
  }
}
