import LedgerCore

/// What a bank's table states of itself, while it is converted.
extension ProfileConversion {
  /// Holds what a row of a bank's table states against the bookings.
  mutating func checkStated(_ row: TableRow, _ rows: ProfileRows, isOfAll: Bool) {
    guard footer != nil else { return }
    var isRead: Set<ProfileField> = []
    for (words, beside) in StatedWords.read(HeadRow(row)) {
      switch words {
      case .movements, .debits, .credits:
        // Both columns are read once; words for one of them only with what stands in it.
        let fields = [ProfileField.debit, .credit].filter { field in
          words != (field == .debit ? .credits : .debits) && isStated(field, row, rows)
        }
        if fields.isEmpty { checkBeside(words, beside, row: row.number) }
        for field in fields where !isRead.contains(field) {
          isRead.insert(field)
          let stated = value(field, row, rows)
          footer?.check(stated, of: field, isOfAll: isOfAll, row: row.number)
        }
      case .opening, .closing:
        guard isStated(.balance, row, rows) else {
          checkBeside(words, beside, row: row.number)
          continue
        }
        if let balance = value(.balance, row, rows) {
          footer?.check(balance, as: words, row: row.number)
        }
      }
    }
  }

  /// The same of the rows above the header, whose cells are in no column yet.
  mutating func checkHead() {
    guard footer != nil else { return }
    for row in table.head where row.number < survey.header.row {
      for (words, beside) in StatedWords.read(row) { checkBeside(words, beside, row: row.number) }
    }
  }

  /// The account that a bank's table names above its rows; nil if it names none, or is no bank's.
  var statedAccount: String? {
    guard footer != nil else { return nil }
    return StatedAccount.read(table.head.filter { $0.number < survey.header.row })
  }

  /// What stands beside the words counts if it can be read: it is in no column of the table.
  private mutating func checkBeside(_ words: StatedWords, _ text: String?, row: Int) {
    guard let text, let stated = stated(.text, Array(text.utf8)[...]) else { return }
    switch words {
    case .debits: footer?.check(stated, of: .debit, isOfAll: false, row: row)
    case .credits: footer?.check(stated, of: .credit, isOfAll: false, row: row)
    case .opening, .closing: footer?.check(stated, as: words, row: row)
    case .movements: break
    }
  }

  private func isStated(_ field: ProfileField, _ row: TableRow, _ rows: ProfileRows) -> Bool {
    !rows.bytes(Int(field.rawValue), row).isEmpty
  }

  /// An amount in a column: nothing is 0, and nil is what cannot be read.
  private func value(_ field: ProfileField, _ row: TableRow, _ rows: ProfileRows) -> Int64? {
    let slot = rows.slots[Int(field.rawValue)]
    let bytes = rows.bytes(Int(field.rawValue), row)
    return bytes.isEmpty ? 0 : stated(row.cells[slot].kind, bytes)
  }

  /// Adds a booking of a bank's table to what its sums and balances are of.
  mutating func addBooking(_ row: TableRow, _ rows: ProfileRows) {
    guard footer != nil else { return }
    var debit = value(.debit, row, rows)
    var credit = value(.credit, row, rows)
    if rows.slots[Int(ProfileField.amount.rawValue)] >= 0 {
      let amount = value(.amount, row, rows)
      debit = amount.map { max(0, -$0) }
      credit = amount.map { max(0, $0) }
    }
    let balance = isStated(.balance, row, rows) ? value(.balance, row, rows) : nil
    footer?.add(debit: debit, credit: credit, balance: balance)
  }
}
