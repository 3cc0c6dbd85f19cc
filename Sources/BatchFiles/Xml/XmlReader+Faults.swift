import LedgerCore

extension XmlReader {
  /// Where a byte of the window stands in the document.
  func place(of offset: Int) -> XmlPlace {
    var place = place
    place.pass(UnsafeBufferPointer(start: base, count: min(offset, limit)))
    return place
  }

  /// What is wrong with the token that is being read.
  func malformed(_ why: Message) -> FileFault {
    fault(
      .xmlMalformed, why,
      help: part == nil
        ? "Ask whoever made the file for a new one."
        : "Open the workbook in Excel and save it again."
    )
  }

  /// What is not read though it may be well formed.
  func refused(_ why: Message) -> FileFault {
    fault(
      .xmlRefused, why,
      help: "Programs that write such files do not need it: save the file with another program.")
  }

  private func fault(_ code: Code, _ why: Message, help: Message) -> FileFault {
    let place = place(of: cursor)
    guard let part else {
      return FileFault(
        Diagnostic(
          file: file, line: place.line, column: place.column, code: code,
          message: "The XML cannot be read: \(why).", help: help))
    }
    return FileFault(
      code, file: file,
      """
      The workbook's part \(Shown.path(part)) cannot be read: \(why) \
      (line \(place.line), column \(place.column)).
      """, help: help)
  }
}
