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
  private var follower = StepFollower()

  /// Makes an audit of the steps of a scope.
  ///
  /// - Parameters:
  ///   - mix: The keys of this run.
  ///   - scope: What is gone over.
  ///   - lastLine: The last line that the steps may point to; batches may have been posted since the
  ///     scope was fixed.
  init(_ mix: StepMix, _ scope: AuditScope, lastLine: Int64) {
    self.mix = mix
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

  private mutating func note(_ kind: Finding.Kind, _ step: StoredStep, _ text: String) {
    findings.add(Finding(kind, line: step.line, "\(step.name) \(text)."))
  }
}

/// Follows the steps of each obligation and says what its line and voucher must be.
struct StepFollower {
  private var key: UInt64 = 0
  private var isFirst = true
  private var number: Int32 = 0
  private var state: UInt8 = 0
  private var amount: Int64 = 0
  private var unit: Int32 = 0
  private var channel: UInt8 = 0
  private var fund: UInt8 = 0
  private var line: Int64 = 0

  /// Takes the next step in the order of keys.
  ///
  /// - Returns: What is to be compared with the line, and what is wrong with the step, if anything.
  @inline(__always)
  mutating func take(_ step: StoredStep) -> (content: StepMix.Content, fault: String?) {
    let isSame = !isFirst && step.key.packed == key
    var fault: String?
    let event = Event(rawValue: step.event)
    let from = ObligationState(rawValue: step.fromState)
    if !isFirst && step.key.packed < key {
      fault = "is out of order"
    } else if step.number != (isSame ? number + 1 : 1) {
      fault = "does not follow step \(isSame ? number : 0)"
    } else if step.fromState != (isSame ? state : 0) {
      fault = "does not begin in the state that the step before led to"
    } else if isSame && (step.amount != amount || step.line <= line || step.fund != fund) {
      fault = "has another amount or fund than the first step, or an earlier line"
    } else if isSame && step.event != Event.reissued.rawValue
      && (step.unit != unit || step.channel != channel)
    {
      fault = "has another unit or channel than the step before"
    }
    var content = StepMix.Content(
      key: step.key.packed,
      detail: StepMix.Content.detail(
        event: step.event, channel: step.channel, fund: step.fund, unit: step.unit),
      amount: step.amount, line: step.line, debit: .max, credit: .max)
    if let event, let from, event.list == .payments,
      let channel = Channel(rawValue: step.channel), Fund(rawValue: step.fund) != nil,
      StateTable.state(after: event, from: from)?.rawValue == step.toState
    {
      let rule = PostingRule.step(event, from: from, channel: channel)
      let debitUnit = event == .reissued && isSame ? unit : step.unit
      content.debit = AccountKey(chart: rule.debit, fund: step.fund, unit: debitUnit).packed
      content.credit = AccountKey(chart: rule.credit, fund: step.fund, unit: step.unit).packed
    } else {
      fault = fault ?? "is a step that the state table does not have"
    }
    if step.amount <= 0 || step.unit <= 0 || step.key.occurrence == 0
      || Benefit(rawValue: step.key.benefit) == nil
    {
      fault = fault ?? "holds what no posting writes"
    }
    if !isSame { amount = step.amount }
    isFirst = false
    key = step.key.packed
    number = step.number
    state = step.toState
    unit = step.unit
    channel = step.channel
    fund = step.fund
    line = step.line
    return (content, fault)
  }
}

extension StoredStep {
  /// How a step is called in messages; the person's number is masked.
  var name: String {
    let benefit = Benefit(rawValue: key.benefit)?.code ?? "benefit \(key.benefit)"
    let person = PersonNumber(encoded: key.person)?.description ?? "an impossible person"
    return "Step \(number) of \(benefit) \(key.month) of \(person)"
  }
}
