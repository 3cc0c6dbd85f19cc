import LedgerCore

extension ChartReader {
  static func account(_ form: TomlForm) -> ChartAccount? {
    let code = form.term("code", ChartCode.self)
    let name = form.text("name")
    form.finish()
    guard let code, let name else { return nil }
    return ChartAccount(code: code, name: name)
  }

  static func mapping(_ form: TomlForm) -> AccountMapping? {
    let account = form.term("account", ChartCode.self)
    let fund = form.term("fund", Fund.self, isOptional: true)
    let number = form.text("number")
    let regime = form.text("regime")
    let from = form.date("from")
    let to = form.date("to", isOptional: true)
    form.finish()
    if let from, let to, to < from { reversed(form) }
    guard let account, let number, let regime, let from else { return nil }
    return AccountMapping(
      account: account, fund: fund, number: number, regime: regime, from: from, to: to)
  }

  static func reversed(_ form: TomlForm) {
    form.fault("to", "It ends before it begins.", "Correct from or to; to is the last it holds.")
  }

  static func funds(_ form: TomlForm) -> BenefitFunds? {
    let benefit = form.term("benefit", Benefit.self)
    let funds = form.terms("funds", Fund.self)
    form.finish()
    guard let benefit, let funds else { return nil }
    return BenefitFunds(benefit: benefit, funds: funds)
  }

  static func parameter(_ form: TomlForm) -> ChartParameter? {
    let name = parameterName(form, "name")
    let from = form.month("from")
    let amount = form.integer("amount", in: amounts)
    let source = form.text("source")
    let isUnsure = confidence(form)
    form.finish()
    guard let name, let from, let amount, let source else { return nil }
    return ChartParameter(
      name: name, from: from, amount: amount, source: source, isUnsure: isUnsure)
  }

  static func approval(_ form: TomlForm) -> ApprovalThreshold? {
    let above = form.integer("above", in: 0...Int64.max)
    let approvers = form.integer(
      "approvers",
      in: Int64(ApprovalThreshold.range.lowerBound)...Int64(ApprovalThreshold.range.upperBound))
    form.finish()
    guard let above, let approvers else { return nil }
    return ApprovalThreshold(above: above, approvers: Int(approvers))
  }

  /// The amounts that a chart may name, in đồng.
  static let amounts: ClosedRange<Int64> = 1...1_000_000_000_000_000

  /// The name of a parameter: lower-case letters, digits and hyphens.
  static func parameterName(_ form: TomlForm, _ key: String) -> String? {
    guard let name = form.text(key) else { return nil }
    let allowed = name.utf8.allSatisfy {
      $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z")
        || $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") || $0 == UInt8(ascii: "-")
    }
    guard allowed, name.utf8.count <= 40 else {
      form.fault(
        key, "\(Shown.plain(name)) is no name of a parameter.",
        "Write at most 40 lower-case letters, digits and hyphens, such as \"reference-level\".")
      return nil
    }
    return name
  }

  /// Whether a row says that its source is unsure.
  static func confidence(_ form: TomlForm) -> Bool {
    guard let text = form.text("confidence", isOptional: true) else { return false }
    if text != "low" && text != "high" {
      form.fault(
        "confidence", "confidence cannot be \(Shown.plain(text)).",
        "Write \"low\" where the source is unsure; leave it out otherwise.")
    }
    return text == "low"
  }
}
