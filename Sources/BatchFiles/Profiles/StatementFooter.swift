import LedgerCore

/// What a bank's own table states of its sums and balances, held against its bookings.
///
/// A balance after each booking tells of a row that is missing between two others; only what is stated
/// above or below the bookings tells of the first and the last.
struct StatementFooter {
  /// Something stated that the bookings are not.
  struct Difference {
    var row: Int
    var field: ProfileField
    var code: Code
    var message: Message
  }

  private var debits = StatedSums()
  private var credits = StatedSums()
  /// What was in the account before the first booking and after the last, in đồng; nil if a row cannot be
  /// read.
  private var before: Int64?
  private var after: Int64?
  private var hasRows = false
  /// Balances that were stated above the bookings, in đồng.
  private var announced: [(words: StatedWords, row: Int, amount: Int64)] = []
  private var balances: [Difference] = []
  private var checkedBalances = 0

  /// How much was held against the bookings.
  var checked: Int { debits.checked + credits.checked + checkedBalances }

  /// Adds a booking; what cannot be read is nil.
  mutating func add(debit: Int64?, credit: Int64?, balance: Int64?) {
    debits.add(debit)
    credits.add(credit)
    if !hasRows, let debit, let credit, let balance {
      before = Self.sum(balance, debit, -credit)
    }
    hasRows = true
    after = balance
  }

  /// Checks a sum.
  mutating func check(_ stated: Int64?, of field: ProfileField, isOfAll: Bool, row: Int) {
    if field == .debit {
      debits.check(stated, isOfAll: isOfAll, row: row)
    } else {
      credits.check(stated, isOfAll: isOfAll, row: row)
    }
  }

  /// Checks a balance.
  mutating func check(_ stated: Int64, as words: StatedWords, row: Int) {
    guard hasRows else {
      announced.append((words, row, stated))
      return
    }
    // A balance before may also be that of the page that begins here.
    guard let after, words == .closing || before != nil else { return }
    checkedBalances += 1
    let isRight = stated == after || words == .opening && stated == before
    if !isRight { differs(words, row, stated, found: words == .closing ? after : before ?? after) }
  }

  /// Checks what was announced above the bookings.
  mutating func finish() -> [Difference] {
    debits.finish()
    credits.finish()
    for (words, row, stated) in announced {
      guard let found = words == .opening ? before : after else { continue }
      checkedBalances += 1
      if stated != found { differs(words, row, stated, found: found) }
    }
    let sums = [(ProfileField.debit, debits), (.credit, credits)].flatMap { field, sums in
      // A sum of all that rows come after is right for a column in which they have nothing.
      sums.faults.filter { $0.stated != $0.found }.map {
        Difference(row: $0.row, field: field, code: .subtotalDiffers, message: $0.message)
      }
    }
    return sums + balances
  }

  private mutating func differs(
    _ words: StatedWords, _ row: Int, _ stated: Int64, found: Int64
  ) {
    guard balances.count < 1_000 else { return }
    let message: Message =
      words == .opening
      ? """
      The balance before the bookings is \(grouped(stated)) đ in this row; the first booking \
      begins with \(grouped(found)) đ.
      """
      : """
      The balance after the bookings is \(grouped(stated)) đ in this row; the last booking ends \
      with \(grouped(found)) đ.
      """
    balances.append(
      Difference(row: row, field: .balance, code: .statementDoesNotAddUp, message: message))
  }

  private static func sum(_ values: Int64...) -> Int64? {
    var sum: Int64 = 0
    for value in values {
      let (next, overflow) = sum.addingReportingOverflow(value)
      if overflow { return nil }
      sum = next
    }
    return sum
  }
}

extension StatedSums.Difference {
  /// What is stated and what was found.
  var message: Message {
    stated.map {
      """
      The sum in this row is \(grouped($0)) đ, its rows come to \(grouped(found)) đ; the \
      difference is \(grouped(Int128(found) - Int128($0))).
      """
    } ?? "The sum in this row cannot be read."
  }
}
