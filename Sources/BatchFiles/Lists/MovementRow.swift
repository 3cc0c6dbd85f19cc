import LedgerCore

/// One row of a movement list while it is read: its values so far, and what is wrong with it.
struct MovementRow {
  private let reader: MovementListReader
  private let readable: Set<Field>
  var faults: [RowFault]
  private(set) var amount: Int64?
  private var chart: ChartCode?
  private var unit: Int32?
  private var fund: Fund?
  private var channel: Channel?
  private var benefit: Benefit?
  private var document: String?

  init(reader: MovementListReader, readable: Set<Field>, faults: [RowFault]) {
    self.reader = reader
    self.readable = readable
    self.faults = faults
  }

  func offset(of field: Field) -> Int {
    let place = reader.list.header.place(of: field)
    return place < 0 ? 0 : reader.list.scanner.offset(ofField: place)
  }

  /// Reads every field that can be read.
  mutating func read() throws {
    faults += reader.list.emptyFields(among: readable)
    readAmount()
    fund = term(.fund, .fundUnknown, Fund.self)
    if let fund, reader.receivingFunds.contains(fund) { faultOwnFund(fund) }
    channel = term(.channel, .channelUnknown, Channel.self)
    benefit = term(.benefit, .benefitUnknown, Benefit.self)
    if let bytes = content(of: .document) { document = bytes.text }
    if reader.event == .opening { readChart() }
    try readUnit()
  }

  /// The movement of a row without faults.
  func movement(line: UInt32) -> Movement {
    guard let fund, let amount else { preconditionFailure("a row without faults is whole") }
    return Movement(
      fileLine: line, chart: chart, unit: unit, fund: fund, amount: amount, channel: channel,
      benefit: benefit, document: document)
  }

  /// A field that is there and not empty.
  private func content(of field: Field) -> FieldBytes? {
    guard readable.contains(field) else { return nil }
    let bytes = reader.list.scanner.field(reader.list.header.place(of: field))
    return bytes.count == 0 ? nil : bytes
  }

  private mutating func fault(_ code: Code, _ field: Field, _ words: @escaping () -> Words) {
    faults.append(RowFault(code, at: offset(of: field), words))
  }

  private mutating func readAmount() {
    guard let bytes = content(of: .amount) else { return }
    let value = AmountField.parse(bytes)
    if value > 0 {
      amount = value
    } else {
      let code = AmountField.fault(bytes)
      fault(code, .amount) { AmountField.words(code, bytes) }
    }
  }

  private mutating func term<Term: Coded>(_ field: Field, _ code: Code, _: Term.Type) -> Term? {
    guard let bytes = content(of: field) else { return nil }
    let term = Term(code: bytes.text)
    if term == nil {
      fault(code, field) { CodeTable.words(.verbatim(field.name), bytes, Term.self) }
    }
    return term
  }

  /// A fund pays nothing to itself.
  private mutating func faultOwnFund(_ fund: Fund) {
    fault(.fundNotAllowed, .fund) { [event = reader.event] in
      Words(
        "“\(event.code)” is paid to the fund “\(fund.code)”, which cannot pay it to itself.",
        "Write the fund that pays, or leave the row out.")
    }
  }

  private mutating func readChart() {
    guard let bytes = content(of: .account) else { return }
    chart = ChartCode(code: bytes.text)
    if chart == nil {
      fault(.chartAccountUnknown, .account) {
        CodeTable.words("account", bytes, ChartCode.self)
      }
    }
    if chart == .fund {
      fault(.chartAccountNotOpened, .account) {
        Words(
          "The account “fund” has no opening balance of its own.",
          "Leave the row out: the fund is the other side of every opening balance.")
      }
    }
  }

  private mutating func readUnit() throws {
    let bytes = content(of: .unit)
    if reader.event == .opening, let chart, chart != .fund {
      let field: Field = reader.list.header.place(of: .unit) >= 0 ? .unit : .account
      if chart.isPerUnit, bytes == nil, field == .account || readable.contains(.unit) {
        fault(.unitRequired, field) {
          Words(
            "The account “\(chart.code)” is kept for each unit, and the row names none.",
            "Write the unit's code into the column “unit”.")
        }
      }
      if !chart.isPerUnit, bytes != nil {
        return fault(.unitNotAllowed, field) {
          Words(
            "The account “\(chart.code)” is not kept for each unit, and the row names one.",
            "Leave the unit empty.")
        }
      }
    }
    guard let bytes else { return }
    let mustPayOut = [.advance, .refund, .shortage, .shortageRecovered].contains(reader.event)
    switch try reader.resolver.standing(bytes, mustPayOut: mustPayOut) {
    case .valid(let answer): unit = answer.unit
    case .faulty(let code, let kind):
      fault(code, .unit) { [resolver = reader.resolver] in resolver.words(code, kind, bytes) }
    }
  }
}
