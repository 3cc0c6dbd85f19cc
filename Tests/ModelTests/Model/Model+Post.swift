extension Model {
  /// Posts a list, or undoes single lines by one.
  ///
  /// With a submission, it comes by it and was approved just now.
  mutating func post(_ posting: Posting, approved: FourEyes.Submission? = nil) -> Outcome {
    if posting.undoes, posting.reason.isEmpty { return .refused("L0534") }
    if !posting.isDryRun, approved == nil,
      let refusal = control?.refusal(posting.by, "clerk", "controller")
    {
      return refusal
    }
    let date = posting.date.isEmpty ? today : posting.date
    let own = posting.undoes ? correctionPeriod(Terms.month(date)) : Terms.month(date)
    let period = approved?.period ?? (posting.period.isEmpty ? own : posting.period)
    var list = CheckedList(posting, date: date, period: period)
    switch ListKind(posting.event) {
    case .payments: checkPayments(&list)
    case .movements: checkMovements(&list)
    case .openings: checkOpenings(&list)
    }
    checkEnvelope(&list)
    if approved == nil, meets(posting), let waiting = openSubmission(posting) {
      return Outcome(done: ["again submitted " + waiting.text])
    }
    let first = approved == nil ? repeated(posting) : nil
    if let first, meets(posting) {
      let isAgain = list.faults.isEmpty && ListKind(posting.event) == .payments
      if !isAgain { return receipt(again: first) }
      if stands(batches[first - 1]) { return Outcome(done: ["refused"], faults: ["L0310@1"]) }
    }
    if first == nil, approved == nil, let fault = referenceFault(posting) {
      list.faults.append(fault)
    }
    if let fault = periodFault(period, correction: posting.undoes) {
      list.faults.append(fault + "@0")
    }
    guard list.faults.isEmpty else {
      return list.refusal
    }
    list.warnings += warnings(list, isApproved: approved != nil)
    if posting.isDryRun {
      let text = "checked lines=\(list.rowCount) total=\(list.total) out=\(list.leftOut)"
      return Outcome(done: [text], faults: list.warnings)
    }
    if control != nil, approved == nil { return submit(list) }
    let number = commit(list)
    return Outcome(done: [receipt(number)], faults: list.warnings)
  }

  /// What a receipt says.
  func receipt(_ number: Int) -> String {
    let batch = batches[number - 1]
    return "posted batch=\(number) \(batch.event) lines=\(batch.rows) total=\(batch.total)"
      + " vouchers=\(batch.vouchers.count) date=\(batch.date) period=\(batch.period)"
      + " out=\(batch.leftOut)"
  }

  private func receipt(again number: Int) -> Outcome {
    let batch = batches[number - 1]
    let isTouched = batch.steps.contains { name, place in
      obligations[name]?[place].undoneBy != nil
    }
    return Outcome(done: [again(batch)], faults: isTouched ? ["L0593@0"] : [])
  }

  /// What the receipt of a batch that was posted before says.
  func again(_ batch: ModelBatch) -> String {
    "again batch=\(batch.number) \(batch.event) lines=\(batch.rows) total=\(batch.total)"
      + " date=\(batch.date) period=\(batch.period)"
  }

  /// Whether a batch still stands: it was not reversed, and not every line of it was undone.
  func stands(_ batch: ModelBatch) -> Bool {
    if batch.reversedBy != nil { return false }
    return batch.steps.isEmpty
      || batch.steps.contains { name, place in obligations[name]?[place].undoneBy == nil }
  }

  /// The batch that was posted from the same bytes under the same declared envelope.
  private func repeated(_ posting: Posting) -> Int? {
    batches.last { batch in
      batch.event == posting.event && batch.undoes == posting.undoes && batch.reverses == nil
        && batch.reference == posting.reference && batch.declaredDate == posting.date
        && batch.declaredPeriod == posting.period && batch.text == posting.text
        && batch.reversedBy == nil
    }?.number
  }

  private func referenceFault(_ posting: Posting) -> String? {
    guard !posting.reference.isEmpty else { return nil }
    let used = batches.contains {
      $0.event == posting.event && $0.undoes == posting.undoes && $0.reverses == nil
        && $0.reference == posting.reference && stands($0)
    }
    let waits = control?.open.contains { submission in
      guard case .post(let other) = submission.command else { return false }
      return other.event == posting.event && other.undoes == posting.undoes
        && other.reference == posting.reference
    }
    return used || waits == true ? "L0309@1" : nil
  }

  private func checkEnvelope(_ list: inout CheckedList) {
    let rows = list.posting.rows
    let amounts = rows.compactMap(\.value)
    if let count = list.posting.count, count != Int64(rows.count) { list.faults.append("L0307@0") }
    guard amounts.count == rows.count else { return }
    if let total = list.posting.total, total != amounts.reduce(0, +) {
      list.faults.append("L0308@0")
    }
  }

  /// Whether a list has as many rows, and as much money, as it declares.
  private func meets(_ posting: Posting) -> Bool {
    let total = posting.rows.reduce(0) { $0 + ($1.value ?? 0) }
    return (posting.count ?? Int64(posting.rows.count)) == Int64(posting.rows.count)
      && (posting.total ?? total) == total
  }

  /// Warnings about a list as a whole.
  private func warnings(_ list: CheckedList, isApproved: Bool) -> [String] {
    var found: [String] = []
    if list.checks.contains(where: { ($0.restsOn ?? "") > list.date }) { found.append("L0594@0") }
    if list.checks.contains(where: \.paysElsewhere) { found.append("L0595@0") }
    let posting = list.posting
    let canRepeat =
      ListKind(posting.event) == .movements
      || Terms.repeatable.contains(posting.event)
    if canRepeat, !posting.undoes,
      batches.contains(where: { batch in
        batch.event == posting.event && !batch.undoes && batch.text == posting.text && stands(batch)
          && (batch.reference.isEmpty || posting.reference.isEmpty
            || batch.reference == posting.reference)
      }) || !isApproved && waitsLike(posting)
    {
      found.append("L0592@0")
    }
    return found
  }

  /// Whether a list with the same rows waits for approval, and nothing tells the two apart.
  private func waitsLike(_ posting: Posting) -> Bool {
    control?.open.contains { submission in
      guard case .post(let other) = submission.command, !posting.isDryRun else { return false }
      return other.event == posting.event && other.undoes == posting.undoes
        && other.text == posting.text
        && (other.reference.isEmpty || posting.reference.isEmpty
          || other.reference == posting.reference)
    } ?? false
  }

  private func checkPayments(_ list: inout CheckedList) {
    var seen: Set<ObligationName> = []
    for (index, row) in list.posting.rows.enumerated() {
      // The program writes an envelope above the rows that it makes.
      let line = index + (list.posting.isMade ? 3 : 2)
      var check =
        list.posting.undoes
        ? undo(row, list.posting.event, date: list.date)
        : check(row, list.posting.event, date: list.date, period: list.period)
      if list.posting.leavesOut, check.isHeld {
        list.leftOut += 1
        list.warnings += check.warnings.map { "\($0)@\(line)" }
        continue
      }
      if let name = check.name {
        if !seen.insert(name).inserted {
          check.faults.removeAll { $0 == "L0443" }
          check.faults.append("L0501")
        }
        if control?.isReserved(name) ?? false, check.faults.isEmpty { check.faults.append("L1011") }
      }
      list.take(check, line: line)
    }
    if list.leftOut == list.posting.rows.count { list.faults.append("L0542@0") }
  }
}

/// A list whose rows were looked at one by one.
struct CheckedList {
  var posting: Posting
  var date: String
  var period: String
  var checks: [RowCheck] = []
  var lines: [Int] = []
  var movements: [ModelVoucher] = []
  var opened: [ModelAccount] = []
  var faults: [String] = []
  var warnings: [String] = []
  var leftOut = 0
  var unsaid: Set<String> = []

  init(_ posting: Posting, date: String, period: String) {
    self.posting = posting
    self.date = date
    self.period = period
  }

  mutating func take(_ check: RowCheck, line: Int) {
    faults += check.faults.map { "\($0)@\(line)" }
    warnings += check.warnings.map { "\($0)@\(line)" }
    checks.append(check)
    lines.append(line)
  }

  /// The answer if it has a mistake.
  var refusal: Outcome {
    Outcome(done: ["refused"], faults: faults + warnings, unsaid: unsaid)
  }

  var rowCount: Int { posting.rows.count - leftOut }

  var total: Int64 {
    let sign: Int64 = posting.undoes ? -1 : 1
    return ListKind(posting.event) == .payments
      ? checks.reduce(0) { $0 + ($1.step?.amount ?? 0) }
      : posting.rows.reduce(0) { $0 + ($1.value ?? 0) } * sign
  }
}
