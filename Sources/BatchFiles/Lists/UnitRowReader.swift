import LedgerCore

/// One row of a list of units while it is read: its values so far, and what is wrong with it.
struct UnitRowReader {
  private let list: ListFile
  private let readable: Set<Field>
  private(set) var faults: [RowFault]
  /// The unit's code, if it is of the form.
  private(set) var code: UnitCode?
  /// The parent's code, if it is given and of the form.
  private(set) var parent: UnitCode?

  init(list: ListFile, readable: Set<Field>, faults: [RowFault]) {
    self.list = list
    self.readable = readable
    self.faults = faults
  }

  mutating func fault(_ code: Code, _ field: Field, _ words: @escaping () -> Words) {
    let offset = list.scanner.offset(ofField: list.header.place(of: field))
    faults.append(RowFault(code, at: offset, words))
  }

  /// Reads every field that can be read; nil if the row is not whole.
  mutating func read(line: UInt32) -> UnitRow? {
    faults += list.emptyFields(among: readable)
    code = readCode(.code)
    parent = readCode(.parent)
    let name = readName()
    let kind = readKind()
    let validFrom = readDate(.validFrom)
    let validTo = readDate(.validTo)
    if let validFrom, let validTo, validTo < validFrom {
      fault(.unitDatesReversed, .validTo) {
        Words(
          "The unit ends on \(validTo), before it begins on \(validFrom).",
          "Check which of the two dates is wrong.")
      }
    }
    let formerly = readCode(.formerly)
    let successor = readCode(.successor)
    if successor != nil, !hasContent(.validTo) {
      fault(.unitSuccessorWithoutEnd, .successor) {
        Words(
          "The row names a successor and no last day.",
          "Say in valid_to on which day the unit ends, or leave successor empty.")
      }
    }
    guard let code, let name, let kind else { return nil }
    return UnitRow(
      code: code, name: name, kind: kind, parent: parent, validFrom: validFrom, validTo: validTo,
      formerly: formerly, successor: successor, fileLine: line)
  }

  private func content(of field: Field) -> FieldBytes? {
    guard readable.contains(field) else { return nil }
    let bytes = list.scanner.field(list.header.place(of: field))
    return bytes.count == 0 ? nil : bytes
  }

  private func hasContent(_ field: Field) -> Bool { content(of: field) != nil }

  private mutating func readCode(_ field: Field) -> UnitCode? {
    guard let bytes = content(of: field) else { return nil }
    let code = UnitCode(bytes.buffer)
    if code == nil {
      fault(.unitCodeMalformed, field) {
        Words(
          "The code \(Shown.plain(bytes.buffer)) is not of the form of a unit's code.",
          "Write 1 to 16 letters, digits, dots, hyphens or underscores, a letter or digit first.")
      }
    }
    return code
  }

  private mutating func readName() -> String? {
    guard let bytes = content(of: .name) else { return nil }
    let name = bytes.text
    if bytes.buffer.contains(where: { $0 == 0x0A || $0 == 0x0D }) {
      fault(.forbiddenCharacter, .name) {
        Words("The name of a unit has a line end.", "Write the name on one line.")
      }
    } else if name.count > UnitListReader.nameLimit {
      fault(.fieldTooLong, .name) {
        Words(
          "The name has \(name.count) characters.",
          "Shorten it to \(UnitListReader.nameLimit).")
      }
    }
    return name
  }

  private mutating func readKind() -> UnitKind? {
    guard let bytes = content(of: .kind) else { return nil }
    let kind = UnitKind(code: bytes.text)
    if kind == nil {
      fault(.unitKindUnknown, .kind) { CodeTable.words("kind", bytes, UnitKind.self) }
    }
    return kind
  }

  private mutating func readDate(_ field: Field) -> CivilDate? {
    guard let bytes = content(of: field) else { return nil }
    let date = CivilDate(bytes.text)
    if date == nil {
      fault(.unitDateMalformed, field) { DateField.words(bytes) }
    }
    return date
  }
}
