import LedgerCore

extension PaymentListReader {
  /// Reads the scanner's row into a line; false if anything is wrong with it.
  ///
  /// It only says that something is wrong; ``examineRow()`` says what, by the same field parsers.
  @inline(__always)
  func parse(into line: inout PaymentLine) throws -> Bool {
    let scanner = list.scanner
    guard scanner.shapeFaults.isEmpty, scanner.fieldCount == list.header.columns.count else {
      return false
    }
    line.person = PersonField.parse(scanner.field(places.person))
    line.benefit = benefits.number(scanner.field(places.benefit))
    line.month = MonthField.parse(scanner.field(places.month))
    line.amount = AmountField.parse(scanner.field(places.amount))
    line.obligor = line.person
    guard line.person >= 0, line.benefit > 0, line.month > 0, line.amount > 0 else {
      return false
    }
    if places.occurrence >= 0 {
      line.occurrence = OccurrenceField.parse(scanner.field(places.occurrence))
      if line.occurrence == 0 { return false }
    }
    guard try parseInstruction(into: &line), parseFund(into: &line) else { return false }
    return line.amount <= lowestLimit[Int(line.benefit)] || !isHeld(line)
  }

  /// Unit, channel and bank account: where the money goes.
  @inline(__always)
  private func parseInstruction(into line: inout PaymentLine) throws -> Bool {
    let scanner = list.scanner
    if places.site >= 0 {
      let site = scanner.field(places.site)
      line.unit = try resolver.payingUnit(site)
      if line.unit == 0, saysWhere || site.count > 0 { return false }
    }
    if places.channel >= 0 {
      let channel = scanner.field(places.channel)
      line.channel = channels.number(channel)
      if line.channel == 0, saysWhere || channel.count > 0 { return false }
    }
    var hasAccount = false
    if places.account >= 0 {
      let account = scanner.field(places.account)
      hasAccount = account.count > 0
      if hasAccount, AccountField.fault(account) != nil { return false }
    }
    return isCorrection
      || AccountRule.fault(event, channel: line.channel, hasAccount: hasAccount) == nil
  }

  @inline(__always)
  private func parseFund(into line: inout PaymentLine) -> Bool {
    if saysWhere { line.fund = chart.usualFund[Int(line.benefit)] }
    guard places.fund >= 0 else { return true }
    let fund = list.scanner.field(places.fund)
    if fund.count == 0 { return true }
    line.fund = funds.number(fund)
    return allowedFunds[Int(line.benefit)] & 1 << line.fund != 0
  }

  /// Appends account, name, document and reason, in the order that ``PaymentLine`` has them.
  @inline(__always)
  func appendTexts(of line: inout PaymentLine, to text: inout ContiguousArray<UInt8>) {
    line.textStart = UInt32(truncatingIfNeeded: text.count)
    line.accountLength = append(places.account, to: &text)
    line.nameLength = append(places.name, to: &text)
    line.documentLength = append(places.document, to: &text)
    line.reasonLength = append(places.reason, to: &text)
  }

  @inline(__always)
  private func append(_ place: Int, to text: inout ContiguousArray<UInt8>) -> UInt16 {
    guard place >= 0 else { return 0 }
    let field = list.scanner.field(place)
    guard field.count > 0 else { return 0 }
    text.append(contentsOf: field.buffer)
    return UInt16(truncatingIfNeeded: field.count)
  }
}

/// When a bank account must be given, and when it may not.
enum AccountRule {
  /// The fault of an instruction by its channel (0 if not given).
  ///
  /// A due line, a reissue and a transfer say where the money goes; on later steps an account is taken as
  /// written.
  @inline(__always)
  static func fault(_ event: Event, channel: UInt8, hasAccount: Bool) -> Code? {
    guard event == .due || event == .reissued || event == .transferred, channel != 0 else {
      return nil
    }
    let isBank = channel == Channel.bank.rawValue
    if isBank == hasAccount { return nil }
    return isBank ? .accountMissing : .otherAccount
  }
}
