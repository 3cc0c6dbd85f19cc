/// The words of the contract that the model knows, and the tables it is written from.
///
/// Everything here is text as a file has it: dates and months compare as texts, and no value type of
/// the program takes part in what the model says.
enum Terms {
  /// The fund that pays a benefit where the row names none.
  static let funds = [
    "pension": "retirement", "survivor": "retirement", "lump-sum": "retirement",
    "funeral": "retirement", "disability": "budget", "accident": "accident",
    "sickness": "sickness", "maternity": "sickness", "convalescence": "sickness",
    "unemployment": "unemployment", "training": "unemployment", "support": "unemployment",
    "medical": "health",
  ]

  static let allFunds = Set(funds.values)
  static let channels: Set = ["cash", "bank", "agency", "employer"]

  /// Events of a payment list, each with the states it may come from and the state it leads to.
  static let steps: [String: [String: String]] = [
    "due": ["none": "due", "reversed": "due"],
    "paid": ["due": "paid", "unclaimed": "paid", "inherited": "paid"],
    "unpaid": ["due": "unclaimed"],
    "returned": ["paid": "unclaimed"],
    "reissued": ["unclaimed": "paid"],
    "cancelled": ["due": "cancelled", "unclaimed": "cancelled", "inherited": "cancelled"],
    "withheld": ["due": "due"],
    "transferred": [
      "due": "due", "unclaimed": "unclaimed", "inherited": "inherited", "overpaid": "overpaid",
    ],
    "inherited": ["due": "inherited", "unclaimed": "inherited"],
    "overpaid": ["paid": "overpaid"],
    "recovered": ["overpaid": "overpaid"],
    "offset": ["overpaid": "overpaid"],
  ]

  /// What says that a payment is in a state that does not allow the step.
  static let stateCodes = [
    "none": "L0511", "due": "L0512", "paid": "L0513", "unclaimed": "L0514", "cancelled": "L0515",
    "reversed": "L0516", "overpaid": "L0517", "recovered": "L0518", "inherited": "L0519",
  ]

  /// Where the money of an obligation lies in a state.
  static let stateAccounts = [
    "due": "payable", "unclaimed": "unclaimed", "inherited": "heirs", "overpaid": "receivable",
  ]

  /// Events that may take a part of what is open.
  static let partial: Set = ["withheld", "overpaid", "recovered", "offset"]

  /// Steps that can happen to a payment again, so that the same rows may mean another time.
  static let repeatable: Set = ["withheld", "recovered", "offset", "transferred"]

  /// Events of a movement list: debit and credit, whether the accounts are kept per unit.
  static let movements: [String: [(debit: String, credit: String)]] = [
    "contribution": [("bank", "income")], "budget": [("bank", "income")],
    "advance": [("advance", "bank")], "refund": [("bank", "advance")],
    "shortage": [("shortage", "advance")], "shortage-recovered": [("bank", "shortage")],
    "remitted": [("withheld", "bank")],
    "premium": [("expense", "due-to"), ("due-from", "income")],
    "premium-settled": [("due-to", "bank"), ("bank", "due-from")],
  ]

  /// Movements of cash at a site, whose unit has to pay out.
  static let siteMovements: Set = ["advance", "refund", "shortage", "shortage-recovered"]

  /// Accounts that are kept for each unit.
  static let unitAccounts: Set = [
    "advance", "shortage", "receivable", "payable", "unclaimed", "withheld", "heirs",
  ]

  /// Accounts whose balances are debits.
  static let debitAccounts: Set = [
    "bank", "advance", "shortage", "receivable", "expense", "due-from",
  ]

  static let allAccounts: Set = debitAccounts.union([
    "payable", "unclaimed", "withheld", "fund", "income", "heirs", "due-to",
  ])

  /// Accounts that `reconcile totals` finds on their wrong side; the others may be on either.
  static let sidedAccounts: Set = [
    "shortage", "receivable", "payable", "unclaimed", "withheld", "heirs", "due-from", "due-to",
  ]

  /// What the built-in chart holds, from a month on, in đồng.
  static let limits = [
    "pension": 200_000_000, "funeral": 23_400_000, "convalescence": 7_020_000,
    "support": 3_300_000,
  ]

  /// The unemployment benefit, which rose in 2026.
  static func limit(_ benefit: String, _ month: String) -> Int64? {
    if benefit == "unemployment" { return month < "2026-01" ? 24_800_000 : 26_550_000 }
    return limits[benefit].map(Int64.init)
  }

  /// What the built-in chart warns of, in đồng.
  static let warnings: [String: Int64] = ["pension": 25_000_000, "training": 1_500_000]

  /// The first day of a month, the last, and the month after.
  static func firstDay(_ month: String) -> String { month + "-01" }
  static func month(_ date: String) -> String { String(date.prefix(7)) }
  static func year(_ text: String) -> String { String(text.prefix(4)) }

  static func lastDay(_ month: String) -> String {
    let days = ["04", "06", "09", "11"].contains(month.suffix(2)) ? "30" : "31"
    return month + "-" + (month.hasSuffix("-02") ? "28" : days)
  }

  static func dayAfter(_ date: String) -> String {
    if date == lastDay(month(date)) { return next(month(date)) + "-01" }
    let day = (Int(date.suffix(2)) ?? 0) + 1
    return month(date) + (day < 10 ? "-0" : "-") + "\(day)"
  }

  static func next(_ month: String) -> String {
    guard let year = Int(month.prefix(4)), let number = Int(month.suffix(2)) else { return month }
    return number == 12
      ? "\(year + 1)-01" : "\(year)-" + (number < 9 ? "0" : "") + "\(number + 1)"
  }
}
