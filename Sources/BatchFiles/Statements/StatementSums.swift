import LedgerCore

/// Whether statements add up: opening and entries make the closing balance, and one goes on where the
/// one before it ended.
///
/// Balances are by the day of booking. An entry counts on the day it was booked, whatever its value
/// date says.
enum StatementSums {
  static func check(_ file: StatementFile, _ faults: inout StatementFaults) {
    var last: [String: BankStatement] = [:]
    for statement in file.statements {
      checkParts(statement, &faults)
      guard file.format.hasBalances else { continue }
      checkClosing(statement, &faults)
      if let before = last[statement.account], let opening = statement.opening,
        let closing = before.closing, opening != closing
      {
        faults.add(
          .statementNotContinued, line: statement.line,
          """
          Statement \(Shown.plain(statement.id)) begins with \(grouped(opening)) đ; the one \
          before it in the file, \(Shown.plain(before.id)), ends with \(grouped(closing)) đ.
          """,
          "A page or a statement between the two is missing, or they are in the wrong order.")
      }
      last[statement.account] = statement
    }
    for statement in last.values.sorted(by: { $0.line < $1.line }) where statement.isIntermediate {
      faults.add(
        .statementNotContinued, line: statement.line,
        "The last page of the file says that another follows.",
        "The file was cut: ask the bank for the whole statement.")
    }
  }

  private static func checkClosing(_ statement: BankStatement, _ faults: inout StatementFaults) {
    guard let opening = statement.opening, let closing = statement.closing else {
      faults.add(
        .statementBalanceMissing, line: statement.line,
        """
        Statement \(Shown.plain(statement.id)) has no \
        \(statement.opening == nil ? "opening" : "closing") balance.
        """,
        "Ask the bank for a statement with booked balances (OPBD and CLBD, or :60F: and :62F:).")
      return
    }
    let sum = statement.entries.reduce(Int128(opening)) { $0 + Int128($1.amount) }
    guard sum != Int128(closing) else { return }
    faults.add(
      .statementDoesNotAddUp, line: statement.line,
      """
      Statement \(Shown.plain(statement.id)): \(grouped(opening)) đ and \
      \(grouped(statement.entries.count)) entries come to \(grouped(sum)) đ; it says that it \
      closes with \(grouped(closing)) đ. The difference is \(grouped(Int128(closing) - sum)) đ.
      """,
      help(statement, missing: Int128(closing) - sum))
  }

  /// A bank that gives the balance by value date leaves out what is booked and not yet valued.
  private static func help(_ statement: BankStatement, missing: Int128) -> Message {
    if let closing = statement.closingDate {
      let later = statement.entries.filter { $0.value > closing }
      let sum = later.reduce(Int128(0)) { $0 + Int128($1.amount) }
      if !later.isEmpty, sum == -missing {
        return """
          It is what the \(grouped(later.count)) entries with a value date after \(closing) come \
          to: the closing balance is by value date. Ask the bank for booked balances.
          """
      }
    }
    return """
      Balances are by the day of booking. An entry is missing or was changed: ask the bank for \
      the statement again.
      """
  }

  /// A batch booking whose payments all have an amount comes to their sum.
  private static func checkParts(_ statement: BankStatement, _ faults: inout StatementFaults) {
    for entry in statement.entries where !entry.parts.isEmpty {
      if let count = entry.count, count != Int64(entry.parts.count) {
        faults.add(
          .statementControlSum, line: entry.line,
          """
          The batch booking says it has \(grouped(count)) payments, and lists \
          \(grouped(entry.parts.count)).
          """,
          "The file was cut or changed: ask the bank for it again.")
      }
      let known = entry.parts.compactMap(\.amount)
      guard known.count == entry.parts.count else { continue }
      let sum = known.reduce(Int128(0)) { $0 + Int128($1) }
      if sum != Int128(entry.amount) {
        faults.add(
          .statementControlSum, line: entry.line,
          "The booking of \(grouped(entry.amount)) đ lists payments that come to \(grouped(sum)) đ.",
          "The file was cut or changed: ask the bank for it again.")
      }
    }
  }
}
