import LedgerCore

extension PaymentListReader {
  /// How many rows of a file are warned of one by one; the rest is counted.
  static let listedWarnings = 100

  /// Measures an amount that is above some month's limit; true if the row is held for it.
  @inline(never)
  func isHeld(_ line: PaymentLine) -> Bool {
    switch chart.limits.check(benefit: line.benefit, month: line.month, amount: line.amount) {
    case .fine: return false
    case .hold: return true
    case .warn:
      if list.faults.count(of: .amountUnusual) >= Self.listedWarnings {
        list.faults.count(.amountUnusual)
      } else if let fault = limitFault(line) {
        list.report([fault])
      }
      return false
    }
  }

  /// What a limit of the chart says of an amount, if anything.
  func limitFault(_ line: PaymentLine) -> RowFault? {
    guard let benefit = Benefit(rawValue: line.benefit), let month = Month(number: line.month),
      let limit = chart.limits.limit(benefit, in: month)
    else { return nil }
    let verdict = chart.limits.check(
      benefit: line.benefit, month: line.month, amount: line.amount)
    let subject: Message = "The \(benefit.code) of \(month) is \(grouped(line.amount)) đ"
    let source: Message =
      limit.row.label.map { "\($0) (\(limit.row.source))" }
      ?? "a limit of the chart (\(limit.row.source))"
    let at = list.scanner.offset(ofField: places.amount)
    switch verdict {
    case .fine: return nil
    case .warn:
      let most = limit.warn ?? 0
      return RowFault(.amountUnusual, at: at) {
        Words(
          "\(subject), more than \(grouped(most)) đ. Limit: \(source).",
          "Look at it again. The file is posted all the same.")
      }
    case .hold:
      let most = limit.hold ?? 0
      return RowFault(.amountHeld, at: at) {
        Words(
          "\(subject); more than \(grouped(most)) đ is held. Limit: \(source).",
          "Correct the amount. If it is right, the limit is changed with a new chart.")
      }
    }
  }
}
