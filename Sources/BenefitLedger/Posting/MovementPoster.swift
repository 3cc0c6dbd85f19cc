import BatchFiles
import LedgerCore
import LedgerStore

/// Posts money that moves without a person, and opening balances: a voucher for each row.
struct MovementPoster {
  let request: PostingRequest
  let store: any LedgerStore
  let register: RegisterCache
  let periods: PeriodBook
  let rules: PostingRules

  /// What became of one file: a posted batch, or why not.
  enum Outcome {
    case posted(BatchDraft, BatchHeader, Digest)
    case refused(Diagnosis)
  }

  /// Reads and checks a file that is not in the ledger yet, and posts it unless this is a dry run.
  ///
  /// If it is refused already, what is wrong with its rows is told beside that.
  func post(
    _ index: Int, _ reader: MovementListReader, byteCount: Int64, besides refusal: Diagnosis?
  ) throws -> Outcome {
    let movements = try reader.read()
    let draft = BatchDraft(
      index: index, declared: reader.declared, date: reader.date, period: reader.period,
      byteCount: byteCount)
    draft.digest = reader.digest ?? .zero
    draft.rowCount = reader.rowCount
    draft.total = reader.total
    var diagnosis = reader.faults.diagnosis
    if let refusal { diagnosis.merge(refusal) }
    diagnosis.merge(
      periods.diagnosis(request.inputs[index].name, request, reader.declared, reader.period))
    if request.event == .opening {
      let found = try openedBefore(movements, index)
      if !found.isEmpty {
        diagnosis.merge(
          Diagnosis(
            diagnostics: Array(found.prefix(Diagnosis.listed)),
            counts: [(.alreadyOpened, found.count)]))
      }
    }
    guard diagnosis.total == 0 else { return .refused(diagnosis) }
    for movement in movements {
      let code = try movement.unit.map { try register.code(of: $0, on: draft.date) }
      draft.tree.append(Leaf.movement(movement, unit: code))
    }
    let vouchers = movements.flatMap(vouchers)
    draft.movementCount = Int64(vouchers.count)
    guard !request.isDryRun else {
      return .posted(draft, header(draft, after: JournalEnd()), .zero)
    }
    do {
      return try store.write { transaction in
        try insert(draft, movements, vouchers, transaction)
      }
    } catch let exceeded as Exceeded {
      draft.exceeds = exceeded.account
      return .refused(try exceeded.diagnosis(request.inputs[index].name, store))
    }
  }

  /// Gives the transaction up because an account's counter would exceed what can be kept.
  struct Exceeded: Error {
    let account: AccountKey

    func diagnosis(_ file: String, _ store: any LedgerStore) throws -> Diagnosis {
      let name = try store.read { try $0.name(of: account) }
      return Diagnosis(
        Diagnostic(
          file: file, code: .counterTooLarge,
          message: """
            With this file the turnover of account \(name) would exceed \
            9.223.372.036.854.775.807 đồng.
            """,
          help: "An amount in the file is probably wrong."))
    }
  }

  private func insert(
    _ draft: BatchDraft, _ movements: [Movement], _ vouchers: [NewVoucher],
    _ transaction: any LedgerTransaction
  ) throws -> Outcome {
    let end = try request.stage.begin(transaction)
    let header = header(draft, after: end)
    let root = draft.tree.root
    if case .submitting(let submitter) = request.stage {
      let source = try request.fileAsItCame(request.inputs[draft.index])
      try submitter.store(
        header, root: root, source: source, reading: request.reading, transaction)
      return .posted(draft, header, .zero)
    }
    try request.stage.check(header, root: root)
    let seal = header.seal(previous: end.seal, root: root)
    try transaction.insertBatch(header, root: root, previousSeal: end.seal, seal: seal)
    try transaction.insertVouchers(vouchers, batch: header.number, first: header.firstVoucher)
    if request.event == .opening {
      for (offset, movement) in movements.enumerated() {
        guard
          try transaction.insertOpening(
            account: account(opened: movement), voucher: header.firstVoucher + Int64(offset))
        else { throw LedgerError(.internalFault, "An account was opened meanwhile.") }
      }
    }
    var turnover = Turnover()
    turnover.add(vouchers, period: header.period)
    if let account = try turnover.write(to: transaction) { throw Exceeded(account: account) }
    try request.stage.finish(transaction)
    return .posted(draft, header, seal)
  }

  private func header(_ draft: BatchDraft, after end: JournalEnd) -> BatchHeader {
    BatchHeader(
      draft, event: request.event, name: request.inputs[draft.index].name, maker: request.maker,
      lineCount: 0, voucherCount: draft.movementCount, control: request.control, after: end)
  }

  private func account(opened movement: Movement) -> AccountKey {
    guard let chart = movement.chart else { preconditionFailure("an opening names its account") }
    return AccountKey(chart: chart, fund: movement.fund.rawValue, unit: movement.unit ?? 0)
  }

  /// The vouchers of a row: one, or a pair if it is between two funds.
  private func vouchers(_ movement: Movement) -> [NewVoucher] {
    let rules =
      movement.chart.map { [MovementRule(.opening($0))] }
      ?? self.rules.movement(request.event)
    precondition(!rules.isEmpty, "\(request.event) has no movements")
    let unit = movement.unit ?? 0
    return rules.map { rule in
      let fund = rule.fund?.rawValue ?? movement.fund.rawValue
      return NewVoucher(
        debit: AccountKey(chart: rule.accounts.debit, fund: fund, unit: unit),
        credit: AccountKey(chart: rule.accounts.credit, fund: fund, unit: unit), unit: unit,
        benefit: movement.benefit?.rawValue ?? 0, channel: movement.channel?.rawValue ?? 0,
        month: 0, amount: movement.amount, lineCount: 0, fileLine: movement.fileLine,
        document: movement.document)
    }
  }

  /// The rows of a list of opening balances whose account is open, by their line.
  func openedRows(_ index: Int) throws -> [UInt32: Diagnostic] {
    let reader = MovementListReader(
      source: try request.source(request.inputs[index]), event: request.event,
      options: request.envelope, today: request.today, units: register, mode: .collectFaults)
    guard try reader.open() else { return [:] }
    let found = try openedBefore(try reader.read(), index)
    return Dictionary(found.map { (UInt32($0.line), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What is wrong with rows whose account has its opening balance already.
  private func openedBefore(_ movements: [Movement], _ index: Int) throws -> [Diagnostic] {
    var found: [Diagnostic] = []
    try store.read { snapshot in
      for movement in movements {
        let key = account(opened: movement)
        var holder: (batch: Int64, file: String, line: Int64)?
        try snapshot.query(
          """
          SELECT b.batch_no, b.file_name, v.file_line
          FROM account a JOIN opening o USING (account_id) JOIN voucher v USING (voucher_no)
            JOIN batch b USING (batch_no)
          WHERE a.chart_id = ?1 AND a.fund_id = ?2 AND a.unit_id = ?3
            AND NOT EXISTS (SELECT 1 FROM voucher r WHERE r.corrects_voucher_no = v.voucher_no)
          """,
          [
            .integer(Int64(key.chart.rawValue)), .integer(Int64(key.fund)),
            .integer(Int64(key.unit)),
          ]
        ) { holder = ($0.integer(0), $0.text(1), $0.integer(2)) }
        guard let holder else { continue }
        found.append(
          Diagnostic(
            file: request.inputs[index].name, line: Int(movement.fileLine), column: 1,
            code: .alreadyOpened,
            message: """
              Account \(try snapshot.name(of: key)) has its opening balance from batch \
              \(holder.batch), file \(maskedDigits(holder.file)), line \(holder.line).
              """,
            help: "An account is opened once. Correct a balance by an event of its own."))
      }
    }
    return found
  }
}

extension LedgerSnapshot {
  /// An account as written, such as `payable/retirement/79-00123`.
  func name(of account: AccountKey) throws -> String {
    let fund = Fund(rawValue: account.fund)?.code ?? "?"
    guard account.unit > 0 else { return "\(account.chart.code)/\(fund)" }
    let unit = try unit(account.unit)
    return "\(account.chart.code)/\(fund)/\(unit.versions[unit.versions.count - 1].code)"
  }
}
