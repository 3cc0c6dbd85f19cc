import LedgerCore

/// Writes the cells of an agency's table as the fields of the program's own list.
///
/// What it cannot read it writes as it is, so that the list's reader says what is wrong with it.
struct CellWriter {
  let number: NumberStyle
  let date: DateStyle
  let values: [ProfileField: [String: String]]

  /// The field that is being written, without quotes.
  private(set) var field: [UInt8] = []
  /// Rows in which a letter was mended, and rows in which zeros were put back.
  private(set) var mended = RowCount()
  private(set) var padded = RowCount()
  /// The đồng of the amount that was written last; nil if it could not be read.
  private(set) var amount: Int64?

  private var amountText = AmountText()
  private var known: [ProfileField: [[UInt8]: [UInt8]]] = [:]
  /// By field.
  private var terms = [TermMemory](repeating: TermMemory(), count: ProfileField.allCases.count + 1)

  /// How many rows, and the first of them.
  struct RowCount {
    private(set) var rows = 0
    private(set) var first = 0

    mutating func add(_ row: Int) {
      if rows == 0 { first = row }
      rows += 1
    }
  }

  init(number: NumberStyle, date: DateStyle, values: [ProfileField: [String: String]]) {
    self.number = number
    self.date = date
    self.values = values
  }

  /// Writes a cell as a field.
  mutating func write(
    _ kind: TableRow.Kind, _ bytes: ArraySlice<UInt8>, as spec: ProfileColumn, row: Int
  ) {
    field.removeAll(keepingCapacity: true)
    if spec.field == .amount { amount = nil }
    switch kind {
    case .text: text(Blank.trimmed(bytes), spec, row)
    case .formula: mark(.formula, bytes)
    case .error: mark(.error, bytes)
    case .boolean: mark(.boolean, bytes)
    case .date:
      switch spec.field.form {
      case .month: field.append(contentsOf: bytes.prefix(7))
      case .day: field.append(contentsOf: bytes)
      default: mark(.date, bytes)
      }
    case .number: number(bytes, spec, row)
    }
  }

  /// Writes a cell of text if it is what cells of its field mostly are.
  ///
  /// - Parameters:
  ///   - cell: The cell.
  ///   - field: Its field.
  ///   - line: Where it goes.
  /// - Returns: False, with nothing written, if it is anything else.
  @inline(__always)
  func writePlain(
    _ cell: UnsafeBufferPointer<UInt8>, _ field: PlainField, to line: inout [UInt8]
  ) -> Bool {
    switch field.form {
    case .words: return PlainCell.words(cell, to: &line)
    case .digits: return PlainCell.digits(cell, atLeast: field.digits, to: &line)
    case .code: return PlainCell.code(cell, to: &line)
    case .term: return terms[field.number].write(cell, to: &line)
    case .compact: return PlainCell.compact(cell, to: &line)
    case .month, .day: return writePlainDay(cell, isMonth: field.form == .month, to: &line)
    case .amount, .number: return PlainCell.amount(cell, number.group, to: &line) != nil
    }
  }

  private func writePlainDay(
    _ cell: UnsafeBufferPointer<UInt8>, isMonth: Bool, to line: inout [UInt8]
  ) -> Bool {
    guard let found = PlainCell.day(cell),
      date.day(found.first, found.second, year: found.year) != nil
    else { return false }
    func append(_ value: Int) {
      line.append(0x30 + UInt8(value / 10 % 10))
      line.append(0x30 + UInt8(value % 10))
    }
    append(found.year / 100)
    append(found.year)
    line.append(UInt8(ascii: "-"))
    append(date == .dayFirst ? found.second : found.first)
    if isMonth { return true }
    line.append(UInt8(ascii: "-"))
    append(date == .dayFirst ? found.first : found.second)
    return true
  }

  /// Writes what is the same for many rows.
  mutating func write(_ text: String, as field: ProfileField) {
    write(.text, Array(text.utf8)[...], as: ProfileColumn(field: field), row: 0)
  }

  /// Puts a bank's six digits before the account that was written.
  mutating func put(bank: [UInt8]) {
    guard !field.isEmpty, !bank.isEmpty, !field.contains(UInt8(ascii: ":")) else { return }
    field.insert(contentsOf: bank + [UInt8(ascii: ":")], at: 0)
  }

  /// Goes back to a field that was written before.
  mutating func restore(_ field: [UInt8]) { self.field = field }

  private mutating func number(_ bytes: ArraySlice<UInt8>, _ spec: ProfileColumn, _ row: Int) {
    guard let value = WholeNumber.value(bytes) else { return mark(.fraction, bytes) }
    let digits = Array(String(value).utf8)
    switch spec.field.form {
    case .amount:
      amount = value
      field += digits
    case .number: field += digits
    case .month: month(digits[...])
    case .day: day(digits[...])
    case .digits where spec.digits != nil: personal(digits[...], spec, row)
    case .compact where spec.field == .bank: field += digits
    case .digits, .compact, .code, .term, .words: mark(.number, bytes)
    }
  }

  private mutating func text(_ bytes: ArraySlice<UInt8>, _ spec: ProfileColumn, _ row: Int) {
    switch spec.field.form {
    case .amount:
      amountText.take(bytes)
      guard amountText.append(number, to: &field) else { return raw(bytes) }
      amount = Self.value(field)
    case .number:
      amountText.take(bytes)
      if !amountText.append(number, to: &field) { raw(bytes) }
    case .month: month(bytes)
    case .day: day(bytes)
    case .digits: personal(bytes, spec, row)
    case .compact: compact(bytes, spec.field)
    case .code, .term: term(bytes, spec.field)
    case .words: words(bytes, row)
    }
  }

  private mutating func month(_ bytes: ArraySlice<UInt8>) {
    guard let month = MonthText(bytes, isWhole: true)?.month(date) else { return raw(bytes) }
    field.append(contentsOf: month.description.utf8)
  }

  private mutating func day(_ bytes: ArraySlice<UInt8>) {
    guard let day = MonthText(Self.withoutTime(bytes), isWhole: true)?.day(date) else {
      return raw(bytes)
    }
    field.append(contentsOf: day.description.utf8)
  }

  /// A day as banks write it, with the time behind it: `06/10/2026 14:33:05`.
  static func withoutTime(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let space = bytes.firstIndex(of: 0x20) else { return bytes }
    let time = bytes[(space + 1)...]
    let isTime =
      (4...8).contains(time.count) && time.contains(0x3A)
      && time.allSatisfy { (0x30...0x3A).contains($0) }
    return isTime ? bytes[..<space] : bytes
  }

  /// Digits without the spaces between them; zeros that were dropped are put back if the profile says
  /// how many digits there are.
  private mutating func personal(_ bytes: ArraySlice<UInt8>, _ spec: ProfileColumn, _ row: Int) {
    var at = bytes.startIndex
    while at < bytes.endIndex {
      if let length = Blank.length(bytes, at) {
        at += length
      } else {
        field.append(Self.safe(bytes[at]))
        at += 1
      }
    }
    // A province's number begins with one zero, or with two: more are not lost but missing.
    guard let digits = spec.digits, field.count < digits, field.count >= digits - 2,
      field.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    else { return }
    field.insert(contentsOf: repeatElement(0x30, count: digits - field.count), at: 0)
    padded.add(row)
  }

  private mutating func compact(_ bytes: ArraySlice<UInt8>, _ field: ProfileField) {
    if field == .bank, values[.bank] != nil { return term(bytes, field) }
    var at = bytes.startIndex
    while at < bytes.endIndex {
      if let length = Blank.length(bytes, at) {
        at += length
      } else {
        let byte = bytes[at]
        if byte != 0x2E && byte != 0x2D { self.field.append(Self.safe(byte)) }
        at += 1
      }
    }
  }

  /// One of the program's terms for what the table calls it.
  private mutating func term(_ bytes: ArraySlice<UInt8>, _ field: ProfileField) {
    guard let names = values[field] else { return raw(bytes) }
    let from = Array(bytes)
    let to: [UInt8]
    if let found = known[field]?[from] {
      to = found
    } else {
      let name = Fold.text(String(decoding: bytes, as: UTF8.self))
      to = names[name].map { Array($0.utf8) } ?? from.map(Self.safe)
      if known[field, default: [:]].count < 4_096 { known[field, default: [:]][from] = to }
      terms[Int(field.rawValue)].keep(bytes, as: to)
    }
    self.field += to
  }

  /// Words with single spaces; Eth, which looks the same, is made D with stroke.
  private mutating func words(_ bytes: ArraySlice<UInt8>, _ row: Int) {
    var isMended = false
    var at = bytes.startIndex
    while at < bytes.endIndex {
      if let length = Blank.length(bytes, at) {
        if field.last != 0x20 { field.append(0x20) }
        at += length
        continue
      }
      let byte = bytes[at]
      let next = at + 1 < bytes.endIndex ? bytes[at + 1] : 0
      switch (byte, next) {
      case (0xC3, 0x90), (0xC6, 0x89): field += [0xC4, 0x90]
      case (0xC3, 0xB0), (0xC9, 0x96): field += [0xC4, 0x91]
      default:
        field.append(Self.safe(byte))
        at += 1
        continue
      }
      isMended = true
      at += 2
    }
    if isMended { mended.add(row) }
  }

  private mutating func raw(_ bytes: ArraySlice<UInt8>) {
    field.removeAll(keepingCapacity: true)
    for byte in bytes { field.append(Self.safe(byte)) }
  }

  private mutating func mark(_ mark: CellMark, _ bytes: ArraySlice<UInt8>) {
    field.append(mark.rawValue)
    for byte in bytes { field.append(Self.safe(byte)) }
  }

  /// A byte that is neither a line end nor one of the marks of a cell.
  private static func safe(_ byte: UInt8) -> UInt8 {
    if byte == 0x0A || byte == 0x0D || byte == 0x09 { return 0x20 }
    return CellMark(rawValue: byte) == nil ? byte : 0x1F
  }

  /// The number that digits are; nil if they are none, or too many.
  static func value(_ digits: [UInt8]) -> Int64? { Int64(String(decoding: digits, as: UTF8.self)) }
}

/// What has to be known of a field to write a plain cell of it.
struct PlainField: BitwiseCopyable {
  /// Its number, see ``ProfileField``.
  let number: Int
  /// How its cells are written; a term that has no names is a code.
  let form: ProfileField.Form
  /// How many digits a person's number has at least.
  let digits: Int

  init(_ spec: ProfileColumn, _ values: [ProfileField: [String: String]]) {
    let field = spec.field
    number = Int(field.rawValue)
    let hasNames = values[field] != nil
    form =
      switch field.form {
      case .term where !hasNames: .code
      case .compact where field == .bank && hasNames: .term
      default: field.form
      }
    digits = spec.digits ?? 1
  }
}
