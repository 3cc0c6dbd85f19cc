import LedgerCore

/// One row of a list of totals while it is read: its values so far, and what is wrong with it.
struct TotalsRowReader {
  private let list: ListFile
  private let readable: Set<Field>
  private(set) var faults: [RowFault]

  init(list: ListFile, readable: Set<Field>, faults: [RowFault]) {
    self.list = list
    self.readable = readable
    self.faults = faults
  }

  mutating func fault(_ code: Code, _ field: Field, _ words: @escaping () -> Words) {
    let place = list.header.place(of: field)
    let offset = place < 0 ? 0 : list.scanner.offset(ofField: place)
    faults.append(RowFault(code, at: offset, words))
  }

  /// Reads every field that can be read; nil if the row is not whole.
  mutating func read() -> TotalsRow? {
    faults += list.emptyFields(among: readable)
    let site = readSite()
    let event = term(.event, .eventUnknown, Event.self)
    let benefit = term(.benefit, .benefitUnknown, Benefit.self)
    let month = readMonth()
    let count = readNumber(.count)
    let amount = readNumber(.amount)
    if let event { requirePerson(event) }
    guard faults.isEmpty, let site, let event, let count, let amount else { return nil }
    return TotalsRow(
      site: site, benefit: benefit, month: month, event: event, count: count, amount: amount)
  }

  /// Payments are totalled by benefit and month; movements need have neither.
  private mutating func requirePerson(_ event: Event) {
    guard event.list == .payments else { return }
    for field in [Field.benefit, .month]
    where content(of: field) == nil
      && (readable.contains(field) || list.header.place(of: field) < 0)
    {
      fault(.fieldEmpty, field) {
        Words(
          "The field “\(field.name)” is empty.",
          "Totals of “\(event.code)” are by site, benefit and month.")
      }
    }
  }

  private func content(of field: Field) -> FieldBytes? {
    guard readable.contains(field) else { return nil }
    let bytes = list.scanner.field(list.header.place(of: field))
    return bytes.count == 0 ? nil : bytes
  }

  private mutating func readSite() -> UnitCode? {
    guard let bytes = content(of: .site) else { return nil }
    let code = UnitCode(bytes.buffer)
    if code == nil {
      fault(.unitCodeMalformed, .site) {
        Words(
          "The code \(Shown.plain(bytes.buffer)) is not of the form of a unit's code.",
          "Write 1 to 16 letters, digits, dots, hyphens or underscores, a letter or digit first.")
      }
    }
    return code
  }

  private mutating func term<Term: Coded>(_ field: Field, _ code: Code, _: Term.Type) -> Term? {
    guard let bytes = content(of: field) else { return nil }
    let term = Term(code: bytes.text)
    if term == nil {
      fault(code, field) { CodeTable.words(.verbatim(field.name), bytes, Term.self) }
    }
    return term
  }

  private mutating func readMonth() -> Month? {
    guard let bytes = content(of: .month) else { return nil }
    let month = Month(number: MonthField.parse(bytes))
    if month == nil {
      let code = MonthField.fault(bytes)
      fault(code, .month) { MonthField.words(code, bytes) }
    }
    return month
  }

  /// A count or an amount; zero is a total too.
  private mutating func readNumber(_ field: Field) -> Int64? {
    guard let bytes = content(of: field) else { return nil }
    let value = AmountField.parse(bytes, upTo: .max)
    if value > 0 || (bytes.count == 1 && bytes[0] == 0x30) { return value }
    let code = AmountField.fault(bytes)
    fault(code, field) {
      field == .amount
        ? AmountField.words(code, bytes, upTo: .max)
        : Words(
          "The count \(Shown.amount(bytes.buffer)) is not a whole number.",
          "Write digits only, like 1250.")
    }
    return nil
  }
}
