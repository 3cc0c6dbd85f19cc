import BatchFiles
import LedgerCore
import LedgerStore

extension Ledger {
  /// Writes the bank order for the bank payments of a batch that are still open.
  ///
  /// The end-to-end id of each payment is the key of its obligation (``PaymentReference``). The same
  /// ledger, batch, fund and version make the same bytes: the order is made on the batch's business
  /// date and not by the clock.
  ///
  /// - Parameter request: Which payments, and how.
  /// - Returns: What was ordered.
  /// - Throws: `LedgerError`: `notFound`, `orderBatchUnsuitable`, `orderNothingOpen`,
  ///   `orderSeveralFunds`, `orderTooLarge`, `outputExists`, and what the disk did.
  public func writeOrder(_ request: OrderRequest) throws -> OrderAnswer {
    try store.read { snapshot in
      let batch = try snapshot.orderedBatch(request.batch)
      let execution = request.execution ?? batch.header.date
      let payments = try OpenPayments(batch.header, on: execution, snapshot)
      let fund = try Self.fund(of: payments, request)
      guard let sum = payments.open[fund.rawValue] else {
        throw LedgerError(
          .orderNothingOpen,
          """
          No bank payment\(request.fund.map { " of fund \($0.code)" } ?? "") of batch \
          \(request.batch) is still to be paid.
          """,
          help: """
            What is paid, cancelled or held is not ordered: benefit-ledger batch show \
            \(request.batch)
            """)
      }
      guard sum.total <= PaymentOrder.largestTotal else {
        throw LedgerError(
          .orderTooLarge, "The order would come to more than 999.999.999.999.999.999 đ.",
          help: "A bank order cannot say more. Check the list; order it in parts.")
      }
      let messageID = Self.messageID(batch, fund)
      let order = PaymentOrder(
        version: request.version, messageID: messageID, created: batch.header.date,
        execution: execution, count: sum.count, total: sum.total, debtorName: request.debtorName,
        debtorAccount: request.debtorAccount)
      let file = try OutputFile(request.path ?? messageID + ".xml")
      try Self.write(order, batch.header, fund, payments, to: file, snapshot)
      try file.finish()
      return OrderAnswer(
        path: file.path, messageID: messageID, version: request.version, batch: request.batch,
        fund: fund, execution: execution, count: sum.count, total: sum.total,
        notOpen: payments.notOpen[fund.rawValue] ?? 0,
        held: payments.heldCount[fund.rawValue] ?? 0)
    }
  }

  private static func fund(of payments: OpenPayments, _ request: OrderRequest) throws -> Fund {
    if let fund = request.fund { return fund }
    let funds = try payments.open.keys.sorted().map { try promised(Fund(rawValue: $0), "fund") }
    guard funds.count <= 1 else {
      throw LedgerError(
        .orderSeveralFunds,
        """
        Batch \(request.batch) has bank payments of several funds: \
        \(funds.map(\.code).joined(separator: ", ")).
        """,
        help: "Each fund pays from its own account: order them one by one with --fund.")
    }
    return funds.first ?? .retirement
  }

  /// Names an order: batch and fund for people, the seal's beginning so that no other ledger's order
  /// has the same.
  private static func messageID(_ batch: StoredBatch, _ fund: Fund) -> String {
    let name = "BL-\(batch.header.number)-\(fund.code)-"
    return name + batch.seal.description.prefix(min(8, PaymentReference.limit - name.utf8.count))
  }

  private static func write(
    _ order: PaymentOrder, _ batch: BatchHeader, _ fund: Fund, _ payments: OpenPayments,
    to file: OutputFile, _ snapshot: any LedgerSnapshot
  ) throws {
    var writer = OrderWriter(order)
    writer.begin()
    try snapshot.scanLines(
      from: batch.firstLine, through: batch.firstLine + batch.lineCount - 1
    ) { stored in
      let amount = payments.amounts[Int(stored.number - batch.firstLine)]
      guard amount > 0, stored.line.fund == fund.rawValue else { return }
      writer.add(
        try payment(stored, amount, otherAccount: payments.otherAccounts[stored.number]))
      if writer.bytes.count >= 1 << 18 {
        try file.write(writer.bytes)
        writer.removeAll()
      }
    }
    writer.end()
    try file.write(writer.bytes)
  }

  private static func payment(
    _ stored: StoredLine, _ amount: Int64, otherAccount: String?
  ) throws -> OrderedPayment {
    let line = stored.line
    let accountEnd = Int(line.accountLength)
    let nameEnd = accountEnd + Int(line.nameLength)
    let written = String(decoding: stored.text[..<accountEnd], as: UTF8.self)
    let name = String(decoding: stored.text[accountEnd..<nameEnd], as: UTF8.self)
    return OrderedPayment(
      reference: try promised(PaymentReference.text(of: line.key), "obligation"), amount: amount,
      account: try promised(BankAccount(otherAccount ?? written), "bank account"),
      name: name.isEmpty ? nil : name,
      benefit: try promised(Benefit(rawValue: line.benefit), "benefit"),
      month: try promised(Month(number: line.month), "month"))
  }
}

extension LedgerSnapshot {
  /// A batch whose payments the bank can be told to make.
  fileprivate func orderedBatch(_ number: Int64) throws -> StoredBatch {
    var found: StoredBatch?
    try scanBatches(from: number, through: number) { found = $0 }
    guard let batch = found else {
      throw LedgerError(
        .notFound, "There is no batch \(number).",
        help: "`benefit-ledger batch list` shows the batches.")
    }
    let header = batch.header
    let why: Message? =
      if header.event != .due && header.event != .reissued {
        "it is a list of \(header.event.code)"
      } else if header.control.isCorrection {
        "it undoes another"
      } else if let undoing = batch.reversedBy {
        "batch \(undoing) undoes it"
      } else {
        nil
      }
    if let why {
      throw LedgerError(
        .orderBatchUnsuitable, "Batch \(number) cannot be ordered from the bank: \(why).",
        help: "Name a due list or a list of reissues.")
    }
    return batch
  }
}
