import LedgerCore

/// How a payment ends in the generated month.
enum Outcome {
  /// The person has the money.
  case paid
  /// Nobody came for the cash.
  case unpaid
  /// The bank gave it back after it was paid.
  case returned
}

/// A line of a due list, without what is only written and never summed.
struct OwedLine {
  let benefit: Benefit
  let channel: Channel
  let amount: Int64
  let outcome: Outcome
  /// The line of the list that is the first of the same person: this one or the one before.
  let holder: Int
  /// The benefit of that line.
  let holderBenefit: Benefit
}

/// Derives the lines of one list from their index, the same ones whenever asked.
struct Payments {
  let list: PersonList
  private let mixture: BenefitMix
  private let bankShare: Int
  private let lines: Draws
  private let channels: Draws
  private let outcomes: Draws

  init(_ list: PersonList, plan: SamplePlan) {
    self.list = list
    mixture = BenefitMix(list, month: plan.month)
    bankShare = plan.bankShare
    // A pensioner's benefit, amount and channel stay from month to month; what happens does not.
    let month = Int(plan.month.number)
    switch list {
    case .monthly:
      lines = Draws(seed: plan.seed, purpose: "monthly line")
      channels = Draws(seed: plan.seed, purpose: "monthly channel")
      outcomes = Draws(seed: plan.seed, purpose: "monthly outcome", variant: month)
    case .shortTerm:
      lines = Draws(seed: plan.seed, purpose: "short-term line", variant: month)
      channels = Draws(seed: plan.seed, purpose: "short-term channel", variant: month)
      outcomes = Draws(seed: plan.seed, purpose: "short-term outcome", variant: month)
    }
  }

  /// The line at an index that lies in the range of a paying unit.
  func line(at index: Int, in range: Range<Int>, isAgency: Bool) -> OwedLine {
    var draws = lines.at(index)
    let benefit = mixture.benefit(&draws)
    let amount = mixture.amount(of: benefit, &draws)
    let (holder, holderBenefit) = holder(of: benefit, at: index, in: range)
    let channel = isAgency ? .agency : channel(of: holder, benefit: holderBenefit)
    return OwedLine(
      benefit: benefit, channel: channel, amount: amount,
      outcome: outcome(at: index, channel: channel), holder: holder, holderBenefit: holderBenefit)
  }

  /// Some have two benefits: then the line is of the same person as the one before it.
  ///
  /// The line before is never itself a second one, since no second benefit is also a first.
  private func holder(
    of benefit: Benefit, at index: Int, in range: Range<Int>
  ) -> (line: Int, benefit: Benefit) {
    guard benefit == .accident || benefit == .convalescence, index > range.lowerBound else {
      return (index, benefit)
    }
    var draws = lines.at(index - 1)
    let before = mixture.benefit(&draws)
    return BenefitMix.goTogether(before, benefit) ? (index - 1, before) : (index, benefit)
  }

  private func channel(of holder: Int, benefit: Benefit) -> Channel {
    guard bankShare > 0 else { return .cash }
    var draws = channels.at(holder)
    let isThroughEmployer = draws.happens(perMille: 350)
    if isThroughEmployer, benefit.fund == .sickness { return .employer }
    return draws.next(below: 100) < bankShare ? .bank : .cash
  }

  private func outcome(at index: Int, channel: Channel) -> Outcome {
    var draws = outcomes.at(index)
    switch channel {
    case .cash, .agency: return draws.happens(perMille: 8) ? .unpaid : .paid
    case .bank: return draws.happens(perMille: 3) ? .returned : .paid
    case .employer: return .paid
    }
  }
}
