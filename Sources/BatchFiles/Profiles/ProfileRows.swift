import LedgerCore

/// Says of each row below a header what it is: a payment, a sum, a heading, or nothing of the list.
struct ProfileRows {
  /// What a row is.
  enum Kind {
    /// A row of the list, be it right or wrong.
    case data
    /// A sum of rows; of all of them, or of a part.
    case sum(isOfAll: Bool)
    /// A balance that a bank states of its bookings.
    case balance
    /// Words above a part of the table.
    case heading
    /// The header once more.
    case header
    /// Letters or numbers of the columns, words below the table, signatures.
    case other
  }

  private let key: Int
  private let amounts: [Int]
  /// The fields of which a booking of a bank has one; empty for other lists.
  private let movements: [Int]
  /// The field of each column, 0 for none.
  private let fields: [UInt8]
  private let headerTexts: [String]
  /// What a report of refused rows says of a row is nothing of it.
  private let rejectColumns: [Int]
  let titles: ProfileTitles
  /// The cell of each field in the row, -1 for none.
  private(set) var slots: [Int]
  private var hasData = false
  private var isBelow = false

  init(_ header: ProfileHeader, _ profile: Profile, titles: ProfileTitles) {
    key = Int(profile.list.key.rawValue)
    let ofMoney = profile.list.fields.filter { $0.form == .amount }
    amounts = ofMoney.map { Int($0.rawValue) }
    movements =
      profile.list == .statement
      ? ofMoney.filter { $0 != .balance }.map { Int($0.rawValue) } : []
    var fields = [UInt8](repeating: 0, count: (header.columns.map(\.column).max() ?? 0) + 1)
    for column in header.columns { fields[column.column] = column.spec.field.rawValue }
    self.fields = fields
    headerTexts = header.columns.map { column in
      Fold.header(header.names.first { $0.column == column.column }?.text ?? "")
    }
    rejectColumns = header.rejectColumns
    self.titles = titles
    slots = Array(repeating: -1, count: ProfileField.allCases.count + 1)
  }

  /// What is in a cell, without the spaces around it; empty if there is none.
  func bytes(_ field: Int, _ row: TableRow) -> ArraySlice<UInt8> {
    let slot = slots[field]
    return slot < 0 ? [] : Blank.trimmed(row.buffer[row.cells[slot].bytes])
  }

  /// Looks at the next row.
  mutating func next(_ row: TableRow) -> Kind {
    for index in slots.indices { slots[index] = -1 }
    for (index, cell) in row.cells.enumerated() where cell.column < fields.count {
      slots[Int(fields[cell.column])] = index
    }
    if !movements.isEmpty, beginsWithWords(row) || !hasNumber(row), let stated = stated(row) {
      return stated
    }
    // A row without money moves none.
    if !movements.isEmpty, movements.allSatisfy({ bytes($0, row).isEmpty }), !isSumOrHeader(row) {
      return .other
    }
    if hasNumber(row) {
      hasData = true
      isBelow = false
      return .data
    }
    let kind = careful(row)
    if case .data = kind {
      hasData = true
      isBelow = false
    }
    return kind
  }

  /// What a row of a bank's table states of its bookings; nil if it states nothing.
  private func stated(_ row: TableRow) -> Kind? {
    var head = HeadRow(row)
    if !rejectColumns.isEmpty { head.cells.removeAll { rejectColumns.contains($0.column) } }
    if isHeaderAgain(head) { return nil }
    // The words stand before all else; a text of the bank's may be about anything.
    guard let first = head.cells.first(where: { $0.text.contains { $0.isLetter } }),
      let words = StatedWords.read(HeadRow(number: 0, cells: [first], width: nil)).first?.words
    else { return nil }
    if words == .opening || words == .closing { return .balance }
    if let sum = Self.sum(first.text) { return sum }
    let starts = [["cong", "phat", "sinh"], ["cong", "ps"], ["phat", "sinh"], ["doanh", "so"]]
    return starts.contains { Fold.words(first.text).starts(with: $0) } ? .sum(isOfAll: false) : nil
  }

  /// Whether words stand where a booking has its day.
  private func beginsWithWords(_ row: TableRow) -> Bool {
    guard let first = bytes(key, row).first else { return false }
    return first >= 0x80 || first >= 0x41 && first <= 0x5A || first >= 0x61 && first <= 0x7A
  }

  /// Whether there are five digits in the cell of the key, which no heading has.
  private func hasNumber(_ row: TableRow) -> Bool {
    let slot = slots[key]
    guard slot >= 0 else { return false }
    var digits = 0
    row.buffer.withUnsafeBufferPointer { bytes in
      for byte in bytes[row.cells[slot].bytes] where byte >= 0x30 && byte <= 0x39 { digits += 1 }
    }
    return digits >= 5
  }

  private mutating func careful(_ row: TableRow) -> Kind {
    var head = HeadRow(row)
    if !rejectColumns.isEmpty { head.cells.removeAll { rejectColumns.contains($0.column) } }
    if head.cells.isEmpty { return .other }
    if isHeaderAgain(head) { return .header }
    for cell in head.cells.prefix(2) {
      if let sum = Self.sum(cell.text) { return sum }
    }
    if !hasData, Self.isLetterRow(head) { return .other }
    let hasKey = !bytes(key, row).isEmpty
    let hasAmount = amounts.contains { Self.beginsAmount(bytes($0, row)) }
    let text = Fold.text(head.cells.map(\.text).joined(separator: " "))
    // A row with a number of its own is one of the list, even if nothing else is left of it.
    let isNumbered = head.cells.contains { $0.text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
    if isNumbered, hasAmount || titles.read(head).isEmpty { return .data }
    if !hasAmount, hasData, Self.isSignature(text) {
      isBelow = true
      return .other
    }
    if hasKey, hasAmount { return .data }
    if isBelow, !hasAmount { return .other }
    if hasAmount { return .data }
    if !titles.read(head).isEmpty { return .heading }
    return head.cells.count <= 2 && !hasKey ? .heading : .data
  }

  /// Whether a row without a booking is to be looked at all the same.
  private func isSumOrHeader(_ row: TableRow) -> Bool {
    let head = HeadRow(row)
    return isHeaderAgain(head) || head.cells.prefix(2).contains { Self.sum($0.text) != nil }
  }

  /// Whether something is an amount rather than words, by its first character.
  private static func beginsAmount(_ bytes: ArraySlice<UInt8>) -> Bool {
    for byte in bytes.prefix(3) {
      if byte >= 0x30, byte <= 0x39 { return true }
      guard [0x20, 0x28, 0x2B, 0x2D, 0x3D].contains(byte) else { return false }
    }
    return false
  }

  /// Whether the header stands there once more.
  private func isHeaderAgain(_ row: HeadRow) -> Bool {
    guard headerTexts.count > 1 else { return false }
    let texts = Set(row.cells.map { Fold.header($0.text) })
    return headerTexts.allSatisfy { texts.contains($0) }
  }

  /// A sum by its first words; `Công ty` is none.
  private static func sum(_ text: String) -> Kind? {
    let words = Fold.words(text)
    guard let first = words.first else { return nil }
    if words.starts(with: ["mang", "sang"]) || words.starts(with: ["chuyen", "sang"]) {
      return .sum(isOfAll: true)
    }
    guard ["cong", "tong", "total"].contains(first) else { return nil }
    let word = text.lowercased().prefix { $0.isLetter }
    let marked = Composer.composed(Array(word.unicodeScalars))
    let written = String(String.UnicodeScalarView(marked))
    guard ["cộng", "tổng", "total", "cong", "tong"].contains(written) else { return nil }
    guard written != "cong" || words.count == 1 || words[1] == "trang" else { return nil }
    let isOfAll =
      words.starts(with: ["tong", "cong"]) || words.starts(with: ["cong", "luy", "ke"])
    return .sum(isOfAll: isOfAll)
  }

  /// Letters, numbers or small formulas that name the columns, such as `A`, `1` and `3=1+2`.
  private static func isLetterRow(_ row: HeadRow) -> Bool {
    guard row.cells.count >= 2 else { return false }
    return row.cells.allSatisfy { cell in
      let text = cell.text.utf8
      guard text.count <= 2 || text.contains(UInt8(ascii: "=")) || text.first == 0x28 else {
        return false
      }
      return text.count <= 16
        && text.allSatisfy { byte in
          switch byte {
          case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
          case 0x28, 0x29, 0x2B, 0x2D, 0x2A, 0x3D, 0x20: true
          default: false
          }
        }
    }
  }

  private static func isSignature(_ text: String) -> Bool {
    if text.hasPrefix("ngay "), text.contains(" thang "), text.contains(" nam ") { return true }
    if text.contains(" ngay "), text.contains(" thang "), text.contains(" nam ") { return true }
    return signatures.contains { text.contains($0) }
  }

  private static let signatures = [
    "nguoi lap", "lap bang", "lap bieu", "ke toan", "thu truong", "giam doc", "thu quy",
    "ky ten", "ky ghi ro", "ky ho ten", "bang chu", "kiem soat", "xac nhan", "dai dien",
    "nguoi chi tra", "can bo chi tra",
  ]
}
