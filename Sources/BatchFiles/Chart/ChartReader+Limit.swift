import LedgerCore

extension ChartReader {
  static func limit(_ form: TomlForm) -> LimitRow? {
    let benefit = form.term("benefit", Benefit.self)
    if let event = form.term("event", Event.self, isOptional: true), event != .due {
      form.fault(
        "event", "A limit is for due: the steps after it have its amount.",
        "Delete the line.", code: .chartLimitInvalid)
    }
    let from = form.month("from")
    let to = form.month("to", isOptional: true)
    let warn = amount(form, "warn")
    let hold = amount(form, "hold")
    let shares = ["warn", "hold"].flatMap { ["\($0)_times", "\($0)_per_cent"] }
    let isShare = shares.contains { form.table[$0] != nil }
    let parameter = isShare || form.table["of"] != nil ? parameterName(form, "of") : nil
    let source = form.text("source")
    let label = form.text("label", isOptional: true)
    let isUnsure = confidence(form)
    _ = form.has("of")
    form.finish()
    if let from, let to, to < from { reversed(form) }
    if !isShare, form.has("of") {
      form.fault(
        "of", "The limit is in đồng and has no share of a parameter.",
        "Delete the line, or write warn_times or hold_times.", code: .chartLimitInvalid)
    }
    if !form.table.isDamaged, !(shares + ["warn", "hold"]).contains(where: form.has) {
      form.fault(
        at: form.table.position, "The limit has no amount.",
        "Add warn or hold in đồng, or warn_times or hold_times of a parameter.",
        code: .tomlKeyMissing)
    }
    guard let benefit, let from, let source, form.isSound else { return nil }
    return LimitRow(
      benefit: benefit, from: from, to: to, warn: warn, hold: hold, parameter: parameter,
      source: source, label: label, isUnsure: isUnsure)
  }

  /// What is warned of or held: in đồng, in times or in hundredths of a parameter, but only one.
  private static func amount(_ form: TomlForm, _ key: String) -> LimitAmount? {
    let times = key + "_times"
    let perCent = key + "_per_cent"
    let dong = form.integer(key, in: amounts, isOptional: true)
    let whole = form.integer(times, in: 1...LimitAmount.mostPerCent / 100, isOptional: true)
    let share = form.integer(perCent, in: 1...LimitAmount.mostPerCent, isOptional: true)
    let given = [key, times, perCent].filter(form.has)
    if given.count > 1 {
      form.fault(
        given[1], "The limit says \(Message.list(given, separator: " and ")).", "Keep one of them.",
        code: .chartLimitInvalid)
    }
    if let dong { return .dong(dong) }
    return (whole.map { $0 * 100 } ?? share).map(LimitAmount.perCent)
  }
}
