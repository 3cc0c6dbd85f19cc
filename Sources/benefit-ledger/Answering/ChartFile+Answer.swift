import LedgerCore

extension ChartFile {
  /// The chart for programs: the tables and keys of a chart file.
  var members: [(String, JSON)] {
    [
      ("name", .string(name)), ("source", .string(source)),
      (
        "accounts",
        .rows(accounts) {
          .object([("code", .string($0.code.code)), ("name", .string($0.name))])
        }
      ), ("mappings", .rows(mappings) { $0.json }), ("rules", .rows(rules) { $0.json }),
      (
        "funds",
        .rows(funds) {
          .object([
            ("benefit", .string($0.benefit.code)), ("funds", .rows($0.funds) { .string($0.code) }),
          ])
        }
      ), ("parameters", .rows(parameters) { $0.json }), ("limits", .rows(limits) { $0.json }),
      (
        "approvals",
        .rows(approvals) {
          .object([("above", .integer($0.above)), ("approvers", .integer($0.approvers))])
        }
      ),
    ]
  }
}

extension AccountMapping {
  fileprivate var json: JSON {
    .object([
      ("account", .string(account.code)), ("fund", .optional(fund?.code)),
      ("number", .string(number)), ("regime", .string(regime)),
      ("from", .string(from.description)), ("to", .optional(to?.description)),
    ])
  }
}

extension ChartRule {
  fileprivate var json: JSON {
    .object([
      ("event", .string(event.code)), ("from", .optional(from?.code)),
      ("channel", .rows(channels) { .string($0.code) }), ("priorYear", .bool(priorYear)),
      ("debit", .string(debit.code)), ("credit", .string(credit.code)),
    ])
  }
}

extension ChartParameter {
  fileprivate var json: JSON {
    .object([
      ("name", .string(name)), ("from", .string(from.description)), ("amount", .integer(amount)),
      ("source", .string(source)), ("confidence", .string(isUnsure ? "low" : "high")),
    ])
  }
}

extension LimitRow {
  fileprivate var json: JSON {
    .object([
      ("benefit", .string(benefit.code)), ("from", .string(from.description)),
      ("to", .optional(to?.description)), ("warn", .optional(warn?.dong(of: nil))),
      ("warnPerCent", .optional(warn?.perCent)), ("hold", .optional(hold?.dong(of: nil))),
      ("holdPerCent", .optional(hold?.perCent)), ("of", .optional(parameter)),
      ("label", .optional(label)), ("source", .string(source)),
      ("confidence", .string(isUnsure ? "low" : "high")),
    ])
  }
}

extension LimitAmount {
  /// The hundredths of a parameter; nil if it is in đồng.
  fileprivate var perCent: Int64? {
    if case .perCent(let share) = self { share } else { nil }
  }
}
