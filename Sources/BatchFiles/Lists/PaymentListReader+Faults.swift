import LedgerCore

extension PaymentListReader {
  /// Says what is wrong with a row that ``parse(into:)`` refused.
  @inline(never)
  func examineRow() throws {
    let scanner = list.scanner
    let shape = list.shapeFaults()
    var found = shape.faults
    let readable = shape.fields
    found += list.emptyFields(among: readable)
    for field in readable {
      let bytes = scanner.field(list.header.place(of: field))
      guard bytes.count > 0, let fault = try fault(of: field, bytes) else { continue }
      found.append(fault)
    }
    found += crossFaults(readable)
    noteAmount(readable, among: &found)
    precondition(!found.isEmpty, "a row that is refused has a fault")
    // A row whose only fault is its amount is held like one whose person is.
    if gate.leavesOut, found.count == 1, found[0].code == .amountHeld {
      return try leaveOut(found[0])
    }
    list.report(found)
  }

  private func offset(of field: Field) -> Int {
    list.scanner.offset(ofField: list.header.place(of: field))
  }

  private func fault(of field: Field, _ bytes: FieldBytes) throws -> RowFault? {
    switch field {
    case .person where PersonField.parse(bytes) < 0:
      let code = PersonField.fault(bytes)
      return RowFault(code, at: offset(of: field)) { PersonField.words(code, bytes) }
    case .benefit where benefits.number(bytes) == 0:
      return RowFault(.benefitUnknown, at: offset(of: field)) {
        CodeTable.words("benefit", bytes, Benefit.self)
      }
    case .month where MonthField.parse(bytes) < 0:
      let code = MonthField.fault(bytes)
      return RowFault(code, at: offset(of: field)) { MonthField.words(code, bytes) }
    case .amount where AmountField.parse(bytes) == 0:
      let code = AmountField.fault(bytes)
      return RowFault(code, at: offset(of: field)) { AmountField.words(code, bytes) }
    case .channel where channels.number(bytes) == 0:
      return RowFault(.channelUnknown, at: offset(of: field)) {
        CodeTable.words("channel", bytes, Channel.self)
      }
    case .fund where funds.number(bytes) == 0:
      return RowFault(.fundUnknown, at: offset(of: field)) {
        CodeTable.words("fund", bytes, Fund.self)
      }
    case .occurrence where OccurrenceField.parse(bytes) == 0:
      return RowFault(.occurrenceRange, at: offset(of: field)) { OccurrenceField.words(bytes) }
    case .account:
      guard let code = AccountField.fault(bytes) else { return nil }
      return RowFault(code, at: offset(of: field)) { AccountField.words(code, bytes) }
    case .site:
      guard case .faulty(let code, let kind) = try resolver.standing(bytes, mustPayOut: true)
      else { return nil }
      return RowFault(code, at: offset(of: field)) { [resolver] in
        resolver.words(code, kind, bytes)
      }
    default: return nil
    }
  }

  /// What two fields say that cannot both be.
  private func crossFaults(_ readable: Set<Field>) -> [RowFault] {
    var found: [RowFault] = []
    func bytes(_ field: Field) -> FieldBytes? {
      readable.contains(field) ? list.scanner.field(list.header.place(of: field)) : nil
    }
    if let benefit = bytes(.benefit).flatMap({ Benefit(rawValue: benefits.number($0)) }),
      let fund = bytes(.fund).flatMap({ Fund(rawValue: funds.number($0)) }),
      allowedFunds[Int(benefit.rawValue)] & 1 << fund.rawValue == 0
    {
      let allowed = Message.list(
        chart.funds(for: benefit).map { "“\($0.code)”" }, separator: " or ")
      found.append(
        RowFault(.fundNotAllowed, at: offset(of: .fund)) {
          Words(
            "The fund “\(fund.code)” does not pay “\(benefit.code)”.",
            "Write \(allowed), or leave the fund empty.")
        })
    }
    if let fault = limitFault(bytes) { found.append(fault) }
    let hasColumn = list.header.place(of: .account) >= 0
    // An account that cannot be read is neither there nor missing.
    guard let channel = bytes(.channel).map({ channels.number($0) }),
      !hasColumn || readable.contains(.account)
    else { return found }
    let hasAccount = (bytes(.account)?.count ?? 0) > 0
    let isWellFormed = bytes(.account).map { AccountField.fault($0) == nil } ?? true
    guard !isCorrection, !hasAccount || isWellFormed,
      let code = AccountRule.fault(event, channel: channel, hasAccount: hasAccount)
    else { return found }
    found.append(
      RowFault(code, at: offset(of: hasColumn ? .account : .channel)) {
        code == .accountMissing
          ? Words(
            "The row is paid through a bank and has no account.",
            "Write the account as BIN:NUMBER, or choose another channel.")
          : Words(
            "The row has a bank account and is not paid through a bank.",
            "Leave the account empty, or write the channel “bank”.")
      })
    return found
  }

  /// What a limit says of the amount, if the row can be measured.
  private func limitFault(_ bytes: (Field) -> FieldBytes?) -> RowFault? {
    guard let benefit = bytes(.benefit), let month = bytes(.month), let amount = bytes(.amount)
    else { return nil }
    var line = PaymentLine()
    line.benefit = benefits.number(benefit)
    line.month = MonthField.parse(month)
    line.amount = AmountField.parse(amount)
    guard line.benefit > 0, line.month > 0, line.amount > lowestLimit[Int(line.benefit)] else {
      return nil
    }
    // What is only warned of is said of rows that are taken.
    return limitFault(line).flatMap { $0.code == .amountHeld ? $0 : nil }
  }

  /// Keeps the sum right for the check against the declared total.
  private func noteAmount(_ readable: Set<Field>, among found: inout [RowFault]) {
    if found.first?.code == .headerRepeated { return }
    let amount =
      readable.contains(.amount) ? AmountField.parse(list.scanner.field(places.amount)) : 0
    guard amount > 0 else {
      isTotalKnown = false
      return
    }
    let withheld = withheldTotal.addingReportingOverflow(amount)
    let sum = withheld.partialValue.addingReportingOverflow(total)
    guard withheld.overflow || sum.overflow else {
      withheldTotal = withheld.partialValue
      return
    }
    isTotalKnown = false
    found.append(
      RowFault(.totalTooLarge, at: offset(of: .amount)) { [total] in
        Words(
          "With this row the amounts add up to more than \(grouped(Int64.max)) đồng.",
          "Split the list; before this row they were \(grouped(total)).")
      })
  }
}
