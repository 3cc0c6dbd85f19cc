import LedgerCore

/// One row of a list of persons while it is read: its values, and what is wrong with them.
struct PersonRowReader {
  private let list: ListFile
  /// The fields that can be looked at; nil for all.
  private let readable: Set<Field>?
  private(set) var faults: [RowFault] = []

  init(list: ListFile, readable: Set<Field>?) {
    self.list = list
    self.readable = readable
  }

  /// The line of the file the row begins on.
  var line: UInt32 { list.scanner.line }

  mutating func fault(_ code: Code, _ field: Field, _ words: @escaping () -> Words) {
    let offset = list.scanner.offset(ofField: list.header.place(of: field))
    faults.append(RowFault(code, at: offset, words))
  }

  /// What a field holds; nil if it is empty or not there.
  private func content(of field: Field) -> FieldBytes? {
    let place = list.header.place(of: field)
    guard place >= 0, readable.map({ $0.contains(field) }) ?? true else { return nil }
    let bytes = list.scanner.field(place)
    return bytes.count == 0 ? nil : bytes
  }

  mutating func person(_ field: Field) -> Int64? {
    guard let bytes = content(of: field) else { return nil }
    let person = PersonField.parse(bytes)
    if person >= 0 { return person }
    let code = PersonField.fault(bytes)
    fault(code, field) { PersonField.words(code, bytes) }
    return nil
  }

  mutating func date(_ field: Field) -> CivilDate? {
    guard let bytes = content(of: field) else { return nil }
    let date = DateField.parse(bytes)
    if date == nil {
      fault(.dateMalformed, field) { [list] in DateField.words(bytes, list.source.origin?.dates) }
    }
    return date
  }

  mutating func kind(_ field: Field, _ kinds: CodeTable) -> HoldKind? {
    guard let bytes = content(of: field) else { return nil }
    let kind = HoldKind(rawValue: kinds.number(bytes))
    if kind == nil {
      fault(.holdKindUnknown, field) { CodeTable.words("kind", bytes, HoldKind.self) }
    }
    return kind
  }

  func text(_ field: Field) -> String? { content(of: field)?.text }
}
