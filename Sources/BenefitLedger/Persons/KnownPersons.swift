import BatchFiles
import LedgerCore
import LedgerStore

/// What rows are held against beside the ledger's payments, read once for a call: holds, linked
/// numbers, the chart, and the units that end.
struct KnownPersons: Sendable {
  /// What a row without faults must pass.
  var gate = LineGate()
  /// What the chart says of funds and amounts.
  let chart: PaymentChart
  /// Which numbers are of one person.
  var links = LinkRegister()
  /// Which units send nobody money any more, if the request sends any.
  var closed = ClosedUnits()

  /// Reads what the lists of a request need; nothing of it for money that moves without a person.
  init(_ request: PostingRequest, _ store: any LedgerStore, _ chart: PaymentChart) throws {
    self.chart = chart
    guard request.event.list == .payments else { return }
    try store.read { snapshot in
      links = try LinkRegister(snapshot)
      if request.event.sendsMoney, !request.isCorrection { closed = try ClosedUnits(snapshot) }
      if request.event == .due || request.event.sendsMoney {
        gate.holds = try HeldPersons(
          snapshot, hasLinks: !links.isEmpty, after: request.heldAfter)
      }
    }
    gate.leavesOut = request.heldRows == .leftOut
    gate.origin = { HoldOrigin.words($0, store) }
  }
}

extension PostingRequest {
  /// A reader of one of the request's inputs.
  func reader(
    _ source: BatchSource, _ index: Int, _ register: RegisterCache, _ persons: KnownPersons,
    mode: PaymentListReader.Mode = .collectFaults
  ) -> PaymentListReader {
    PaymentListReader(
      source: source, event: event, isCorrection: isCorrection, options: envelope, today: today,
      units: register, gate: persons.gate, chart: persons.chart, file: Int32(index), mode: mode)
  }
}
