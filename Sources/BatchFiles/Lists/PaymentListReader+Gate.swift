import LedgerCore

extension PaymentListReader {
  /// Whether a row that is well written is not to be given out.
  ///
  /// Whether money may be sent depends on the state as well, so such a row only takes note of the hold.
  func isStopped(_ line: inout PaymentLine) throws -> Bool {
    guard !isCorrection else { return false }
    if event.sendsMoney {
      line.hold = gate.hold(of: line.person, on: date)
      return false
    }
    guard event == .due else { return false }
    let faults = gate.faults(of: line) { list.scanner.offset(ofField: list.header.place(of: $0)) }
    if faults.isEmpty { return false }
    return try stop(line, faults)
  }

  private func stop(_ line: PaymentLine, _ faults: [RowFault]) throws -> Bool {
    guard let first = faults.first(where: { !$0.code.isWarning }) else {
      list.report(faults)
      return false
    }
    withhold(line.amount)
    if gate.leavesOut { try leaveOut(first) } else { list.report(faults) }
    return true
  }

  /// Leaves the scanner's row out of the list, and hands it to those who keep such rows.
  func leaveOut(_ fault: RowFault) throws {
    leftOut += 1
    try keepLeftOut?(
      RefusedRow(
        line: list.scanner.line, bytes: list.keptRow, code: fault.code,
        reason: fault.words().message))
  }

  /// Counts the amount of a row that is not given out, for the check against the declared total.
  private func withhold(_ amount: Int64) {
    let sum = withheldTotal.addingReportingOverflow(amount)
    withheldTotal = sum.partialValue
    if sum.overflow { isTotalKnown = false }
  }
}
