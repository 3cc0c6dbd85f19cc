import LedgerCore

extension FileFault {
  /// What tells from its first bytes that a file is no CSV; steps over the byte order mark if it is.
  static func content(_ scanner: RowScanner, name: String) -> FileFault? {
    let first = UnsafeBufferPointer(start: UnsafePointer(scanner.base), count: scanner.limit)
    if first.isEmpty {
      return FileFault(
        .fileEmpty, file: name, "The file is empty.",
        help: "Export the list again; the copy may have failed.")
    }
    if isUTF16(first) {
      return FileFault(
        .fileIsUTF16, file: name, "The file is UTF-16 (“Unicode text”), not UTF-8.",
        help: "Save it as “CSV UTF-8 (comma delimited)”.")
    }
    if let fault = otherFormat(first, name: name) { return fault }
    if first.starts(with: [0xEF, 0xBB, 0xBF]) { scanner.cursor = 3 }
    return nil
  }

  /// What tells from its first bytes that a file is no text at all.
  static func otherFormat(_ first: some Collection<UInt8>, name: String) -> FileFault? {
    guard let format = formats.first(where: { first.starts(with: $0.magic) }) else { return nil }
    return FileFault(
      .fileIsOtherFormat, file: name, "The file is \(format.name), not a CSV file.",
      help: "Open it and save it as “CSV UTF-8 (comma delimited)”.")
  }

  private static func isUTF16(_ first: UnsafeBufferPointer<UInt8>) -> Bool {
    if first.starts(with: [0xFF, 0xFE]) || first.starts(with: [0xFE, 0xFF]) { return true }
    let head = first.prefix(16)
    guard head.count >= 4 else { return false }
    func isNul(_ rest: Int) -> Bool {
      head.indices.allSatisfy { $0 % 2 != rest || head[$0] == 0 }
    }
    return isNul(0) != isNul(1)
  }

  private static let formats: [(magic: [UInt8], name: Message)] = [
    (Array("PK\u{03}\u{04}".utf8), "an Excel workbook (XLSX) or a ZIP archive"),
    (Array("PK\u{05}\u{06}".utf8), "an empty ZIP archive"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old or a protected Excel workbook"),
    ([0x1F, 0x8B], "compressed (gzip)"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "compressed (xz)"),
    ([0x37, 0x7A, 0xBC, 0xAF], "a 7-Zip archive"),
    (Array("Rar!".utf8), "a RAR archive"),
    (Array("%PDF".utf8), "a PDF document"),
    (Array("<html".utf8), "a web page"),
    (Array("<!DOCTYPE".utf8), "a web page"),
    (Array("<?xml".utf8), "an XML document"),
  ]
}
