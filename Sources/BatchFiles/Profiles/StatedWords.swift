import LedgerCore

/// What a row of a bank's table says it states of the bookings, by its words.
enum StatedWords: Equatable {
  /// The sum of what went out, of what came in, or of both, each in its column.
  case debits
  case credits
  case movements
  /// What was in the account before the bookings, and after them.
  case opening
  case closing

  /// What a row states, and the amount that stands beside the words; nil if none does.
  static func read(_ row: HeadRow) -> [(words: StatedWords, amount: String?)] {
    var found: [(StatedWords, String?)] = []
    for (index, cell) in row.cells.enumerated() {
      guard let words = words(cell.text) else { continue }
      var rest = row.cells[(index + 1)...].map(\.text)[...]
      var amount = behind(cell.text)
      if amount == nil, let next = rest.first, isAmount(next) { amount = rest.removeFirst() }
      // Where commas separate cells, they take an amount without quotes apart.
      let isTorn = rest.first.map { $0.utf8.count == 3 && isDigits($0) } ?? false
      found.append((words, isTorn ? nil : amount))
    }
    return found
  }

  private static func words(_ text: String) -> StatedWords? {
    let words = Fold.words(text)
    // What may be drawn, or what the year came to, is nothing that the bookings come to.
    guard !words.contains(where: { others.contains($0) }) else { return nil }
    for (kind, all) in balances where all.contains(where: { words.starts(with: $0) }) {
      // What the period before closed with is what this one opens with.
      return words.contains("truoc") || words.contains("previous") ? .opening : kind
    }
    guard sums.contains(where: { words.starts(with: $0) }), !words.contains("du") else {
      return nil
    }
    let isCount = words.contains { counts.contains($0) }
    if isCount, !words.contains("tien"), !words.contains("amount") { return nil }
    let isDebit = words.contains { ["no", "debit", "debits", "withdrawals"].contains($0) }
    let isCredit = words.contains { ["co", "credit", "credits", "deposits"].contains($0) }
    if isDebit == isCredit { return .movements }
    return isDebit ? .debits : .credits
  }

  /// The amount behind a colon in the same cell.
  private static func behind(_ text: String) -> String? {
    guard let colon = text.lastIndex(of: ":") else { return nil }
    let rest = String(text[text.index(after: colon)...].drop { $0.isWhitespace })
    return isAmount(rest) ? rest : nil
  }

  private static func isDigits(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  private static func isAmount(_ text: String) -> Bool {
    text.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
      && !text.unicodeScalars.contains { scalar in
        scalar.properties.isAlphabetic && !"VNDvndĐđ".unicodeScalars.contains(scalar)
      }
  }

  private static let balances: [(StatedWords, [[String]])] = [
    (
      .opening,
      [
        ["so", "du", "dau"], ["so", "du", "ban", "dau"], ["du", "dau"], ["opening", "balance"],
        ["beginning", "balance"], ["balance", "brought", "forward"],
      ]
    ),
    (
      .closing,
      [
        ["so", "du", "cuoi"], ["du", "cuoi"], ["closing", "balance"], ["ending", "balance"],
        ["balance", "carried", "forward"],
      ]
    ),
  ]

  private static let others: Set<String> = [
    "luy", "kha", "phong", "available", "blocked", "cumulative",
  ]

  /// Words of how many bookings there are, rather than of how much.
  private static let counts: Set<String> = [
    "dich", "toan", "mon", "lenh", "count", "number", "transactions", "items", "entries",
  ]

  private static let sums = [
    ["cong"], ["tong"], ["total"], ["phat", "sinh"], ["doanh", "so"],
  ]
}
