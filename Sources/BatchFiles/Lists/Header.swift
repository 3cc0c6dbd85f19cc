import LedgerCore

/// The first row of a list: which column stands where.
struct Header {
  /// The column at each place; nil where it is not known.
  private(set) var columns: [Field?] = []
  /// The place of each column, by ``Field/rawValue``; -1 if it is not there.
  private(set) var places = [Int](repeating: -1, count: Field.allCases.count)
  /// What is wrong with it.
  private(set) var faults: [RowFault] = []
  /// Whether rows can be read by it.
  private(set) var isUsable = true

  init() {}

  /// Reads the scanner's row as a header.
  init(_ scanner: RowScanner, layout: ListLayout) {
    for place in 0..<min(scanner.fieldCount, RowScanner.storedFields) {
      read(
        scanner.field(place).text, at: place, offset: scanner.offset(ofField: place), layout)
    }
    if scanner.fieldCount > RowScanner.storedFields { isUsable = false }
    let missing = layout.required.filter { places[Int($0.rawValue)] < 0 }
    guard !missing.isEmpty || !faults.isEmpty else { return }
    let names = (0..<min(scanner.fieldCount, RowScanner.storedFields)).map {
      scanner.field($0).text
    }
    if let other = OtherList.found(names, readAs: layout) {
      isUsable = false
      faults = [RowFault(.otherList, at: 0) { other.words }]
      return
    }
    guard !missing.isEmpty else { return }
    isUsable = false
    adviseProfile(scanner, layout)
    // A first row of data rather than names says so once, not for each of its fields.
    let isNoHeader =
      columns.allSatisfy { $0 == nil }
      && (0..<columns.count).contains { scanner.field($0).isDigits }
    if isNoHeader { faults.removeAll() }
    let end = scanner.rowEnd - scanner.rowStart
    for field in missing {
      faults.append(
        RowFault(.columnMissing, at: isNoHeader ? 0 : end) {
          Words(
            "The column “\(field.name)” is missing.",
            """
            \(isNoHeader ? "The first line must name the columns. " : "")This list needs: \
            \(Self.list(layout.required)).
            """)
        })
    }
  }

  /// A table of which no column is one of the list's is an agency's own, or a bank's: a profile reads it.
  private mutating func adviseProfile(_ scanner: RowScanner, _ layout: ListLayout) {
    guard columns.count > 2, columns.allSatisfy({ $0 == nil }), let first = faults.first,
      first.code == .columnUnknown,
      layout.known.contains(.person) || layout.known.contains(.amount)
    else { return }
    faults[0] = RowFault(first.code, at: first.offset) {
      Words(
        first.words().message,
        """
        Known columns: \(Self.list(layout.known)). A table with columns of its own is read by a \
        profile: `benefit-ledger profile guess` proposes one.
        """)
    }
  }

  func place(of field: Field) -> Int { places[Int(field.rawValue)] }

  private mutating func read(_ text: String, at place: Int, offset: Int, _ layout: ListLayout) {
    guard let field = (layout.known + layout.ignored).first(where: { $0.name == text })
    else {
      columns.append(nil)
      let nearest = Self.nearest(to: text, in: layout.known)
      faults.append(
        RowFault(.columnUnknown, at: offset) {
          Words(
            text.isEmpty
              ? "A column has no name." : "The column \(Shown.plain(text)) is not known here.",
            """
            \(nearest.map { "Is “\($0.name)” meant? " } ?? "")Known columns: \
            \(Self.list(layout.known)).
            """)
        })
      return
    }
    columns.append(field)
    guard places[Int(field.rawValue)] < 0 else {
      isUsable = false
      faults.append(
        RowFault(.columnDuplicate, at: offset) {
          Words("The column “\(field.name)” is there twice.", "Remove or rename one of the two.")
        })
      return
    }
    places[Int(field.rawValue)] = place
  }

  /// The fault of a header whose columns are separated by something else than commas.
  static func delimiterFault(_ row: UnsafeBufferPointer<UInt8>) -> RowFault? {
    guard !row.contains(0x2C), let at = row.firstIndex(where: { $0 == 0x3B || $0 == 0x09 }) else {
      return nil
    }
    let sign: Message = row[at] == 0x09 ? "tabs" : "semicolons"
    return RowFault(.wrongDelimiter, at: at) {
      Words(
        "The columns are separated by \(sign), not by commas.",
        "Save the file as “CSV UTF-8 (comma delimited)”.")
    }
  }

  private static func list(_ fields: [Field]) -> String {
    fields.map(\.name).joined(separator: ", ")
  }

  /// The column whose name differs least, if it differs little.
  private static func nearest(to text: String, in known: [Field]) -> Field? {
    let letters = Array(text.lowercased().utf8.filter { $0 > 0x20 })
    guard !letters.isEmpty, letters.count <= 32 else { return nil }
    let ranked = known.map { (field: $0, distance: distance(letters, Array($0.name.utf8))) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= min(2, letters.count / 3) ? best.field : nil
  }

  /// Levenshtein's distance: letters to insert, remove or change.
  private static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var row = Array(0...other.count)
    for (index, letter) in one.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in other.indices {
        let changed = diagonal + (letter == other[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(changed, diagonal + 1, row[column] + 1)
      }
    }
    return row[other.count]
  }
}
