import LedgerCore

/// Reads a bank's statement as a table: `date`, `balance` after each booking, and `amount` with its
/// sign, or `debit` and `credit`.
struct TableStatementReader {
  private let list: ListFile
  private var faults: StatementFaults

  init(_ source: BatchSource, _ faults: StatementFaults) {
    list = ListFile(source: source, layout: .statement, mode: .collectFaults, limits: .held)
    self.faults = faults
  }

  /// Reads the file to its end.
  ///
  /// - Returns: The statement, and what is wrong with the file.
  mutating func read() -> ([BankStatement], StatementFaults) {
    var statement = BankStatement(id: "", account: "", line: 1)
    guard list.open(takesEnvelope: false) else { return done(statement) }
    let places = Set(list.header.columns.compactMap { $0 })
    guard places.contains(.amount) || places.isSuperset(of: [.debit, .credit]) else {
      list.reportFile(
        .columnMissing,
        Words(
          "The statement has neither the column “amount” nor “debit” and “credit”.",
          "Name the column with the bookings; money that went out has a minus in “amount”."))
      return done(statement)
    }
    reading: while true {
      switch list.nextRow() {
      case .stuck: return done(statement)
      case .end: break reading
      case .row: readRow(into: &statement)
      }
    }
    list.finish()
    list.warnOfLastLine(nil)
    statement.closingDate = statement.entries.last?.booked
    statement.account = list.source.origin?.account ?? ""
    return done(statement)
  }

  private func done(_ statement: BankStatement) -> ([BankStatement], StatementFaults) {
    var all = faults
    all.take(list.faults)
    return ([statement], all)
  }

  private mutating func readRow(into statement: inout BankStatement) {
    let shape = list.shapeFaults()
    var row = StatementRow(list: list, readable: shape.fields)
    let entry = row.read()
    let balance = row.balance
    list.report(shape.faults + list.emptyFields(among: shape.fields) + row.faults)
    guard shape.faults.isEmpty, let entry, let balance else {
      // What comes after it is not held against the row before it.
      statement.closing = nil
      return
    }
    let (before, overflow) = balance.subtractingReportingOverflow(entry.amount)
    guard let last = statement.closing else {
      statement.opening = overflow ? nil : before
      statement.openingDate = entry.booked
      statement.closing = balance
      statement.entries.append(entry)
      return
    }
    if overflow || before != last {
      faults.add(
        .statementDoesNotAddUp, line: entry.line,
        """
        The balance before this booking of \(grouped(entry.amount)) đ is \
        \(grouped(Int128(balance) - Int128(entry.amount))) đ; the row above ends with \
        \(grouped(last)) đ.
        """,
        "A row is missing here or was changed; rows stand from the oldest to the newest.")
    }
    statement.closing = balance
    statement.entries.append(entry)
  }
}

/// One row of a bank's statement while it is read.
private struct StatementRow {
  let list: ListFile
  let readable: Set<Field>
  private(set) var faults: [RowFault] = []
  private(set) var balance: Int64?

  init(list: ListFile, readable: Set<Field>) {
    self.list = list
    self.readable = readable
  }

  mutating func read() -> StatementEntry? {
    let booked = date(.date)
    let value = date(.valueDate)
    balance = number(.balance)
    let amount = movement()
    guard faults.isEmpty, let booked, let amount else { return nil }
    var entry = StatementEntry(
      line: Int(list.scanner.line), booked: booked, value: value ?? booked, amount: amount)
    entry.details.endToEnd = reference(.endToEnd)
    entry.details.servicer = reference(.reference)
    entry.details.counterparty = reference(.account)
    entry.details.text = content(of: .description).map { StatementValue.oneLine($0.text) }
    entry.details.reason = reference(.reason)
    if entry.details.endToEnd == nil {
      entry.details.endToEnd = entry.details.text.flatMap { PaymentReference.text(in: $0) }
    }
    return faults.isEmpty ? entry : nil
  }

  /// What was booked: a signed amount, or one of debit and credit.
  private mutating func movement() -> Int64? {
    if list.header.place(of: .amount) >= 0 {
      guard let amount = number(.amount) else { return missing(.amount) }
      return amount
    }
    guard readable.isSuperset(of: [.debit, .credit]) else { return nil }
    let debit = number(.debit) ?? 0
    let credit = number(.credit) ?? 0
    guard (debit == 0) != (credit == 0), debit >= 0, credit >= 0 else {
      if faults.isEmpty {
        fault(.statementAmount, .debit) {
          Words(
            "A booking has either a debit or a credit, of 1 đ or more.",
            "Leave the other field empty, or write 0.")
        }
      }
      return nil
    }
    return debit > 0 ? -debit : credit
  }

  private mutating func missing(_ field: Field) -> Int64? {
    if faults.isEmpty, readable.contains(field) {
      fault(.statementAmount, field) {
        Words("The booking has no amount.", "Write whole đồng; a minus if the money went out.")
      }
    }
    return nil
  }

  private mutating func fault(_ code: Code, _ field: Field, _ words: @escaping () -> Words) {
    let place = list.header.place(of: field)
    faults.append(RowFault(code, at: place < 0 ? 0 : list.scanner.offset(ofField: place), words))
  }

  private func content(of field: Field) -> FieldBytes? {
    let place = list.header.place(of: field)
    guard place >= 0, readable.contains(field) else { return nil }
    let bytes = list.scanner.field(place)
    return bytes.count == 0 ? nil : bytes
  }

  private mutating func date(_ field: Field) -> CivilDate? {
    guard let bytes = content(of: field) else { return nil }
    let date = DateField.parse(bytes)
    if date == nil {
      fault(.dateMalformed, field) { [list] in DateField.words(bytes, list.source.origin?.dates) }
    }
    return date
  }

  /// Whole đồng, perhaps with a minus.
  private mutating func number(_ field: Field) -> Int64? {
    guard let bytes = content(of: field) else { return nil }
    let text = bytes.text
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let isPlain = digits == "0" || digits.utf8.first != 0x30
    if isPlain, !digits.isEmpty, digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
      let value = Int64(text), value != 0 || field != .amount, value != .min
    {
      return value
    }
    fault(.statementAmount, field) {
      Words(
        "\(Shown.amount(bytes.buffer)) is not whole đồng.",
        "Write digits only, with a minus in front if it is negative, like -1500000.")
    }
    return nil
  }

  private mutating func reference(_ field: Field) -> String? {
    guard let bytes = content(of: field) else { return nil }
    guard bytes.count <= StatementFile.referenceLimit else {
      fault(.statementFieldTooLong, field) {
        Words("The field “\(field.name)” has more than 140 bytes.", "Shorten it.")
      }
      return nil
    }
    return bytes.text
  }
}
