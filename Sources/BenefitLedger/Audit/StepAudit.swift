import LedgerCore
import LedgerStore

/// Recomputes the steps in the order of their keys: each continues from the one before, and says of
/// its line what the line says.
struct StepAudit {
  /// What is wrong.
  private(set) var findings = FindingList()
  /// The sums of the steps, to be compared with those of the lines.
  private(set) var buckets: LineBuckets

  private let mix: StepMix
  private let scope: AuditScope
  private let lastLine: Int64
  private var follower: StepFollower

  /// Makes an audit of the steps of a scope.
  ///
  /// - Parameters:
  ///   - mix: The keys of this run.
  ///   - follower: What knows the rules.
  ///   - scope: What is gone over.
  ///   - lastLine: The last line that the steps may point to; batches may have been posted since the
  ///     scope was fixed.
  init(_ mix: StepMix, _ follower: StepFollower, _ scope: AuditScope, lastLine: Int64) {
    self.mix = mix
    self.follower = follower
    self.scope = scope
    self.lastLine = lastLine
    buckets = LineBuckets(after: scope.lineBefore)
  }

  /// Takes the next step.
  @inline(__always)
  mutating func take(_ step: StoredStep) {
    let (content, fault) = follower.take(step)
    if let fault { note(.stepIllegal, step, fault) }
    if step.line > scope.lastLine || step.line <= scope.lineBefore {
      if step.line > lastLine || step.line < 1 {
        note(.stepExtra, step, "points to line \(step.line), which does not exist")
      }
      return
    }
    buckets.add(mix(content), line: step.line)
  }

  private mutating func note(_ kind: Finding.Kind, _ step: StoredStep, _ text: Message) {
    findings.add(Finding(kind, line: step.line, "\(step.name) \(text)."))
  }
}

/// Follows the steps of each obligation and says what its line and voucher must be.
struct StepFollower {
  private let rules: PostingRules
  private let closedYears: ClosedYears
  private var last: StoredStep?
  /// The steps of the obligation that still count, each with the accounts of its voucher.
  private var standing: ContiguousArray<(step: StoredStep, debit: UInt64, credit: UInt64)> = []

  init(_ rules: PostingRules, _ closedYears: ClosedYears) {
    self.rules = rules
    self.closedYears = closedYears
  }

  /// Takes the next step in the order of keys.
  ///
  /// - Returns: What is to be compared with the line, and what is wrong with the step, if anything.
  @inline(__always)
  mutating func take(_ step: StoredStep) -> (content: StepMix.Content, fault: Message?) {
    var before: StoredStep?
    var fault: Message?
    if let last, last.key.packed == step.key.packed {
      before = last
    } else {
      if let last, step.key.packed < last.key.packed { fault = "is out of order" }
      standing.removeAll(keepingCapacity: true)
    }
    last = step
    fault = fault ?? orderFault(step, before)
    if step.unit <= 0 || step.key.occurrence == 0 || Benefit(rawValue: step.key.benefit) == nil {
      fault = fault ?? "holds what no posting writes"
    }
    var content = StepMix.Content(
      key: step.key.packed,
      detail: StepMix.Content.detail(
        event: step.event, channel: step.channel, fund: step.fund, unit: step.unit),
      amount: step.amount, line: step.line, debit: .max, credit: .max)
    let wrong =
      step.corrects == 0 ? advance(step, before, &content) : undo(step, &content)
    return (content, fault ?? wrong)
  }

  @inline(__always)
  private func orderFault(_ step: StoredStep, _ before: StoredStep?) -> Message? {
    if step.number != (before?.number ?? 0) + 1 {
      return "does not follow step \(before?.number ?? 0)"
    }
    if step.fromState != before?.toState ?? 0 {
      return "does not begin in the state that the step before led to"
    }
    if let before, step.line <= before.line {
      return "has an earlier line than the step before"
    }
    return nil
  }

  /// A step that goes on: its state, amount and instruction follow from the step before.
  @inline(__always)
  private mutating func advance(
    _ step: StoredStep, _ before: StoredStep?, _ content: inout StepMix.Content
  ) -> Message? {
    let open = before?.remainder ?? 0
    guard let event = Event(rawValue: step.event), event.list == .payments, step.amount > 0,
      let from = ObligationState(rawValue: step.fromState),
      let channel = Channel(rawValue: step.channel), Fund(rawValue: step.fund) != nil,
      StateTable.state(after: event, from: from, settles: step.amount == open)?.rawValue
        == step.toState
    else { return "is a step that the state table does not have" }
    let due = standing.first?.step.line
    let isPriorYear =
      event.givesBack && !closedYears.isEmpty
      && (due.map { closedYears.contains(line: $0, at: step.line) } ?? false)
    let rule = rules.step(event, from: from, channel: channel, isPriorYear: isPriorYear)
    let units = StepUnits(
      event, from: from, before: event == .due ? step.unit : before?.unit ?? step.unit,
      after: step.unit)
    content.debit = AccountKey(chart: rule.debit, fund: step.fund, unit: units.debit).packed
    content.credit = AccountKey(chart: rule.credit, fund: step.fund, unit: units.credit).packed
    standing.append((step, content.debit, content.credit))
    if step.remainder != Self.remainder(event, step.amount, open: open) {
      return "has another amount than what is open, or leaves another"
    }
    guard event != .due, let before else { return nil }
    if step.fund != before.fund { return "has another fund than the step before" }
    let mayRedirect = event == .reissued || event == .transferred
    if !mayRedirect && (step.unit != before.unit || step.channel != before.channel) {
      return "has another unit or channel than the step before"
    }
    return nil
  }

  /// What a step leaves open; -1 if it may not have such an amount.
  @inline(__always)
  private static func remainder(_ event: Event, _ amount: Int64, open: Int64) -> Int64 {
    switch event {
    case .due: amount
    case .withheld: amount < open ? open - amount : -1
    case .recovered, .offset: amount <= open ? open - amount : -1
    case .overpaid: amount <= open ? amount : -1
    default: amount == open ? amount : -1
    }
  }

  /// A step that undoes the last one that counts: the same money, back.
  private mutating func undo(_ step: StoredStep, _ content: inout StepMix.Content) -> Message? {
    guard let undone = standing.popLast() else { return "undoes a step that does not count" }
    content.debit = undone.debit
    content.credit = undone.credit
    content.corrects = undone.step.line
    let restored = standing.last?.step
    let state = StateTable.state(undoing: ObligationState(rawValue: undone.step.fromState) ?? .none)
    guard step.corrects == undone.step.number, step.event == undone.step.event,
      step.amount == -undone.step.amount, step.toState == state.rawValue,
      step.fund == undone.step.fund
    else { return "does not undo the last step that counts" }
    guard step.remainder == restored?.remainder ?? 0,
      step.unit == restored?.unit ?? undone.step.unit,
      step.channel == restored?.channel ?? undone.step.channel
    else { return "does not lead back to what was before" }
    return nil
  }
}

extension StoredStep {
  /// How a step is called in messages; the person's number is masked.
  var name: Message {
    let benefit =
      Benefit(rawValue: key.benefit).map { Message.verbatim($0.code) }
      ?? "benefit \(key.benefit)"
    let person =
      PersonNumber(encoded: key.person).map { Message.verbatim($0) }
      ?? "an impossible person"
    return "Step \(number) of \(benefit) \(key.month) of \(person)"
  }
}
