import LedgerCore

extension ListFile {
  /// The faults of the scanner's row that do not depend on what its fields mean.
  ///
  /// - Returns: The faults, and the fields that may still be looked at; none if the row cannot be
  ///   told into fields.
  func shapeFaults() -> (faults: [RowFault], fields: Set<Field>) {
    if let repeated = repeatedHeader() {
      rowCount -= 1
      return ([repeated], [])
    }
    var found = scanner.shapeFaults.map(rowFault)
    if !scanner.isRowWhole {
      if scanner.shapeFaults.contains(where: { $0.code == .quoteNotClosed }) {
        isCountKnown = false
      }
      return (found, [])
    }
    guard scanner.fieldCount == header.columns.count else {
      found.append(raggedRow())
      return (found, [])
    }
    let broken = Set(scanner.shapeFaults.compactMap(\.field))
    let whole = header.columns.indices.filter { !broken.contains($0) }
    return (found, Set(whole.compactMap { header.columns[$0] }))
  }

  /// A mistake in the shape of the scanner's row, as it is reported.
  func rowFault(_ fault: ShapeFault) -> RowFault {
    if let mark = CellMark(fault, in: scanner) {
      return RowFault(mark.code, at: fault.offset) { mark.words }
    }
    return RowFault(fault.code, at: fault.offset) { [scanner] in
      ShapeWords.words(fault, in: scanner)
    }
  }

  /// Fields that are required and empty; one fault for a row of nothing but commas.
  func emptyFields(among fields: Set<Field>) -> [RowFault] {
    let empty = layout.required.filter {
      // The parent of the topmost unit is empty.
      $0 != .parent && fields.contains($0) && scanner.field(header.place(of: $0)).count == 0
    }
    let isAllEmpty = (0..<scanner.fieldCount).allSatisfy { scanner.field($0).count == 0 }
    return (isAllEmpty ? Array(empty.prefix(1)) : empty).map { field in
      RowFault(.fieldEmpty, at: scanner.offset(ofField: header.place(of: field))) {
        isAllEmpty
          ? Words("All fields of this row are empty.", "Delete the row.")
          : Words("The field “\(field.name)” is empty.", "Every row needs it.")
      }
    }
  }

  private func raggedRow() -> RowFault {
    let count = scanner.fieldCount
    let columns = header.columns.count
    let offset =
      count > columns
      ? scanner.offset(ofField: columns) : scanner.rowEnd - scanner.rowStart
    return RowFault(.rowRagged, at: offset) {
      Words(
        "The row has \(count) fields, the header has \(columns) columns.",
        """
        Put a field that holds a comma into double quotes, write whole đồng without a decimal comma, \
        and do not leave out empty fields.
        """)
    }
  }

  /// A second header, where two files were put one after the other.
  private func repeatedHeader() -> RowFault? {
    let isEnvelope =
      scanner.row.count >= EnvelopeLine.mark.count
      && scanner.row.starts(with: EnvelopeLine.mark)
    let count = scanner.fieldCount
    let isHeader =
      count >= 2 && count <= RowScanner.storedFields
      && (0..<count).allSatisfy { index in
        let text = scanner.field(index).text
        return layout.known.contains { $0.name == text }
      }
    guard isEnvelope || isHeader else { return nil }
    return RowFault(.headerRepeated, at: 0) {
      Words(
        "The \(isEnvelope ? "envelope" : "header") is there again among the rows.",
        "Two files were put one after the other: post each by itself.")
    }
  }
}

/// What diagnostics say of a row's shape.
enum ShapeWords {
  static func words(_ fault: ShapeFault, in scanner: RowScanner) -> Words {
    switch fault.code {
    case .lineTooLong:
      return Words(
        "The row has more than \(grouped(scanner.limits.rowBytes)) bytes.",
        scanner.isStuck
          ? "A double quote is opened on it and not closed; the rest of the file was not read."
          : "Check whether line ends are missing.")
    case .fieldTooLong:
      return Words(
        "A field has more than \(grouped(scanner.limits.fieldBytes)) bytes.",
        scanner.isStuck
          ? "A double quote is opened on the row and not closed; the rest of the file was not read."
          : scanner.row.dropFirst(fault.offset).first == 0x22
            ? "Check whether its closing double quote is missing."
            : "Check whether line ends are missing.")
    case .quoteNotClosed:
      return Words(
        "A double quote is opened here and never closed.",
        "Close it, or double it if it belongs to the text. The file may also have been cut short.")
    case .quoteMisplaced:
      return Words(
        "A double quote stands in the middle of a field.",
        "Put the whole field into double quotes and double those inside: \"a \"\"b\"\" c\".")
    case .nulByte:
      return Words(
        "There is a NUL byte.", "The file is damaged or no text: export the list again.")
    case .invalidUTF8:
      return Words(
        "The text is not UTF-8.",
        "It may be in Windows-1258, TCVN3 or VNI: save it as “CSV UTF-8 (comma delimited)”.")
    case .loneCarriageReturn:
      return Words(
        "A carriage return stands without a line feed.",
        "Save the file with Windows or Unix line ends.")
    default: return forbidden(fault, in: scanner)
    }
  }

  private static func forbidden(_ fault: ShapeFault, in scanner: RowScanner) -> Words {
    let value = Utf8.decode(scanner.row, at: fault.offset).scalar?.value ?? 0
    let digits = String(value, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return Words(
      "There is a control or invisible character, U+\(padded).",
      "Delete it; it often comes along when text is pasted from elsewhere.")
  }
}
