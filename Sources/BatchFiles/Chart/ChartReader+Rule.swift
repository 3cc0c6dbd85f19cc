import LedgerCore

extension ChartReader {
  static func rule(_ form: TomlForm) -> ChartRule? {
    let event = form.term("event", Event.self)
    let from = form.term("from", ObligationState.self, isOptional: true)
    let channels = form.terms("channel", Channel.self, isOptional: true)
    let priorYear = form.boolean("prior_year")
    let debit = form.term("debit", ChartCode.self)
    let credit = form.term("credit", ChartCode.self)
    form.finish(aboutFunds)
    guard let event, let debit, let credit else { return nil }
    if priorYear, !RuleSlot.takesPriorYear(event) {
      form.fault(
        "prior_year", "\(event.code) is the same in a later year.",
        "Only what takes back an expense has other accounts then: delete the line.",
        code: .chartRuleInvalid)
    }
    if PostingRules.builtIn.movement(event).count == 1 {
      return movement(form, event, debit: debit, credit: credit)
    }
    // What becomes due anew is posted as the first time.
    let left = event == .due && from == .reversed ? ObligationState.none : from
    guard let state = state(form, event, left) else { return nil }
    // In the order of the terms, so that equal rules are equal values.
    let named = channels ?? Channel.allCases
    return ChartRule(
      event: event, from: state, channels: Channel.allCases.filter(named.contains),
      priorYear: priorYear, debit: debit, credit: credit)
  }

  private static func movement(
    _ form: TomlForm, _ event: Event, debit: ChartCode, credit: ChartCode
  ) -> ChartRule {
    for key in ["from", "channel"] where form.has(key) {
      form.fault(
        key, "\(event.code) moves money without a person, so it has no \(key).", "Delete the line.",
        code: .chartRuleInvalid)
    }
    return ChartRule(event: event, from: nil, channels: [], debit: debit, credit: credit)
  }

  /// The state that a rule is for; it may be left out where there is only one.
  private static func state(
    _ form: TomlForm, _ event: Event, _ from: ObligationState?
  ) -> ObligationState? {
    let states = RuleSlot.states(leftBy: event)
    let words = states.map(\.code).joined(separator: ", ")
    if states.isEmpty {
      form.fault(
        "event", "The accounts of \(event.code) are those of its file.",
        "Delete the rule.", code: .chartRuleInvalid)
    } else if let from, !states.contains(from) {
      form.fault(
        "from", "\(event.code) never comes from \(from.code).", "It comes from: \(words).",
        code: .chartRuleInvalid)
    } else if from == nil, states.count > 1, !form.has("from"), !form.table.isDamaged {
      form.fault(
        at: form.table.position, "\(event.code) has other accounts for each state it comes from.",
        "Add a line from = …: \(words).", code: .tomlKeyMissing)
    } else {
      return from ?? (states.count == 1 ? states.first : nil)
    }
    return nil
  }

  private static func aboutFunds(_ key: String) -> Words? {
    guard ["fund", "debit_fund", "credit_fund"].contains(key) else { return nil }
    return Words(
      "A rule names no fund: a voucher lies inside one fund, that of the payment.",
      """
      What one fund owes another is a pair of vouchers, through due-to and due-from: \
      delete the line.
      """)
  }
}
