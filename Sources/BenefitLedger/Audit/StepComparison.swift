import LedgerCore
import LedgerStore

/// A closer look at lines and steps where their sums differ: which line, and what about it.
struct StepComparison {
  /// At most so many runs of lines are looked at; more than that is not a change but a ruin.
  static let mostRuns = 64

  /// What is wrong.
  private(set) var findings = FindingList()
  private let runs: [ClosedRange<Int64>]
  private let suspects: Set<Int64>
  private let lastLine: Int64
  private var lines: [Int64: Line] = [:]
  private var follower: StepFollower

  private struct Line {
    var content: StepMix.Content?
    var batch: Int64
    var voucher: Int64
    var isMatched = false
  }

  /// Reads the lines of the runs.
  ///
  /// - Parameters:
  ///   - runs: The runs whose sums differ, ascending.
  ///   - suspects: The batches whose root differs: there the line is what was changed.
  ///   - accounts: The accounts.
  ///   - follower: What knows the rules.
  ///   - lastLine: The last line of the audit.
  ///   - snapshot: The ledger.
  /// - Throws: What the database does.
  init(
    _ runs: [ClosedRange<Int64>], suspects: Set<Int64>, _ accounts: AuditedAccounts,
    _ follower: StepFollower, lastLine: Int64, _ snapshot: any LedgerSnapshot
  ) throws {
    self.follower = follower
    self.runs = Array(runs.prefix(Self.mostRuns))
    self.suspects = suspects
    self.lastLine = lastLine
    if runs.count > Self.mostRuns {
      findings.add(
        Finding(
          .stepDiffers, line: runs[Self.mostRuns].lowerBound,
          """
          Lines and steps differ in \(runs.count) runs of lines; the first \(Self.mostRuns) were \
          looked at one by one.
          """))
    }
    for run in self.runs {
      try readLines(run.lowerBound...min(run.upperBound, lastLine), accounts, snapshot)
    }
  }

  private mutating func readLines(
    _ run: ClosedRange<Int64>, _ accounts: AuditedAccounts, _ snapshot: any LedgerSnapshot
  ) throws {
    var read: [StoredLine] = []
    try snapshot.scanLines(from: run.lowerBound, through: run.upperBound) { read.append($0) }
    var vouchers: [Int64: AuditedVoucher] = [:]
    var events: [Int64: UInt8] = [:]
    for stored in read {
      if vouchers[stored.voucher] == nil {
        vouchers[stored.voucher] =
          try AuditedVoucher.load(
            snapshot, from: stored.voucher, before: stored.voucher &+ 1, accounts
          ).first ?? AuditedVoucher()
      }
      if events[stored.batch] == nil {
        let event = try snapshot.integer(
          "SELECT event_id FROM batch WHERE batch_no = ?1", [.integer(stored.batch)])
        events[stored.batch] = UInt8(exactly: event ?? 0) ?? 0
      }
      let line = stored.line
      let voucher = vouchers[stored.voucher]
      lines[stored.number] = Line(
        content: !stored.hasPossibleValues
          ? nil
          : StepMix.Content(
            key: line.key.packed,
            detail: StepMix.Content.detail(
              event: events[stored.batch] ?? 0, channel: line.channel, fund: line.fund,
              unit: line.unit),
            amount: line.amount, line: stored.number, debit: voucher?.debit ?? 0,
            credit: voucher?.credit ?? 0, corrects: stored.corrects),
        batch: stored.batch, voucher: stored.voucher)
    }
  }

  /// Takes the next of all steps, in the order of keys.
  mutating func take(_ step: StoredStep) {
    let content = follower.take(step).content
    guard step.line <= lastLine, runs.contains(where: { $0.contains(step.line) }) else { return }
    guard let line = lines[step.line] else {
      findings.add(
        Finding(
          .stepExtra, line: step.line,
          "\(step.name) points to line \(step.line), which does not exist."))
      return
    }
    // What is wrong with the line itself has been said.
    guard let expected = line.content else {
      lines[step.line]?.isMatched = true
      return
    }
    if content.key != expected.key || line.isMatched {
      findings.add(
        Finding(
          .stepExtra, batch: line.batch, line: step.line,
          "\(step.name) points to line \(step.line), which is another obligation's or has a step."))
      return
    }
    lines[step.line]?.isMatched = true
    compare(content, expected, step, line)
  }

  private mutating func compare(
    _ content: StepMix.Content, _ expected: StepMix.Content, _ step: StoredStep, _ line: Line
  ) {
    let isSuspect = suspects.contains(line.batch)
    var differing: [Message] = []
    if content.amount != expected.amount {
      differing.append("the amount (line \(expected.amount), step \(content.amount))")
    }
    if content.corrects != expected.corrects { differing.append("what it undoes") }
    if content.detail != expected.detail { differing.append("event, unit, channel or fund") }
    if !differing.isEmpty {
      findings.add(
        Finding(
          isSuspect ? .lineChanged : .stepDiffers, batch: line.batch, voucher: line.voucher,
          line: step.line,
          isSuspect
            ? """
            Line \(step.line) and its step differ in \(differing.joined(separator: " and ")); the \
            line is not what was sealed.
            """
            : """
            Line \(step.line) and its step differ in \(differing.joined(separator: " and ")); the \
            line is as sealed, so the step is wrong.
            """))
    } else if content.debit != expected.debit || content.credit != expected.credit {
      findings.add(
        Finding(
          .voucherAccount, batch: line.batch, voucher: line.voucher, line: step.line,
          """
          Voucher \(line.voucher) does not move the money of line \(step.line) between the accounts \
          that its event and state say.
          """))
    }
  }

  /// Says which lines no step pointed to.
  mutating func finish() {
    for (number, line) in lines.sorted(by: { $0.key < $1.key })
    where !line.isMatched && line.content != nil {
      let isSuspect = suspects.contains(line.batch)
      findings.add(
        Finding(
          isSuspect ? .lineChanged : .stepMissing, batch: line.batch, voucher: line.voucher,
          line: number,
          isSuspect
            ? "Line \(number) is not what was sealed: no step is of its person, benefit and month."
            : "Line \(number) has no step."))
    }
  }
}
