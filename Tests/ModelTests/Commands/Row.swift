/// A row of a list, each field as it is written; empty is not given.
struct Row: Hashable {
  var person = ""
  var benefit = ""
  var month = ""
  var amount = ""
  var site = ""
  var channel = ""
  var occurrence = ""
  var account = ""
  var fund = ""
  var document = ""

  /// The amount, if it is one.
  var value: Int64? {
    guard let value = Int64(amount), value > 0, !amount.hasPrefix("+") else { return nil }
    return value
  }
}

/// The kinds of lists, by their columns.
enum ListKind {
  case payments, movements, openings

  init(_ event: String) {
    self = event == "opening" ? .openings : Terms.movements[event] == nil ? .payments : .movements
  }

  var header: String {
    switch self {
    case .payments:
      "person,benefit,month,amount,site,channel,occurrence,account,fund,document"
    case .movements: "unit,fund,amount,channel,benefit,document"
    case .openings: "account,unit,fund,amount"
    }
  }

  func text(_ row: Row) -> String {
    switch self {
    case .payments:
      [
        row.person, row.benefit, row.month, row.amount, row.site, row.channel, row.occurrence,
        row.account, row.fund, row.document,
      ].joined(separator: ",")
    case .movements:
      [row.site, row.fund, row.amount, row.channel, row.benefit, row.document]
        .joined(separator: ",")
    case .openings: [row.account, row.site, row.fund, row.amount].joined(separator: ",")
    }
  }

  func text(_ rows: [Row]) -> String {
    header + "\n" + rows.map { text($0) + "\n" }.joined()
  }
}
