import LedgerCore

/// The counts and sums of every file, taken before the first is written.
///
/// An envelope stands on the first line of a file and names its count and total; the lines are too
/// many to keep. So they are drawn twice: here, without names and numbers, and when they are written.
struct Tally {
  private(set) var due = ControlTotal()
  private(set) var shortTerm = ControlTotal()
  private(set) var bankPaid = ControlTotal()
  private(set) var returned = ControlTotal()
  private(set) var unpaid = ControlTotal()
  /// What each paying unit paid out in cash.
  private(set) var cashPaid: [ControlTotal]
  /// The cash owed at each paying unit, by fund.
  private(set) var cashDue: [FundAmounts]
  /// The part of it that nobody came for.
  private(set) var cashLeft: [FundAmounts]
  /// All that is owed in each province, by its place in ``Province/all``.
  private(set) var owed: [FundAmounts]

  /// Draws every line of a sample once.
  init(_ sample: Sample, progress: inout Progress) {
    let units = sample.tree.paying
    cashPaid = Array(repeating: ControlTotal(), count: units.count)
    cashDue = Array(repeating: FundAmounts(), count: units.count)
    cashLeft = cashDue
    owed = Array(repeating: FundAmounts(), count: Province.all.count)
    for unit in units.indices {
      for list in [PersonList.monthly, .shortTerm] {
        let portion = sample.portion(of: unit, in: list)
        for index in portion.range {
          let line = portion.payments.line(
            at: index, in: portion.range, isAgency: units[unit].isAgency)
          add(line, of: list, unit: unit, province: units[unit].province)
        }
        progress.add(portion.range.count)
      }
    }
  }

  private mutating func add(_ line: OwedLine, of list: PersonList, unit: Int, province: Int) {
    let fund = line.benefit.fund
    switch list {
    case .monthly: due.add(line.amount)
    case .shortTerm: shortTerm.add(line.amount)
    }
    owed[province][fund] += line.amount
    guard line.channel.isCash else {
      bankPaid.add(line.amount)
      if line.outcome == .returned { returned.add(line.amount) }
      return
    }
    cashDue[unit][fund] += line.amount
    if line.outcome == .unpaid {
      unpaid.add(line.amount)
      cashLeft[unit][fund] += line.amount
    } else {
      cashPaid[unit].add(line.amount)
    }
  }
}

/// An amount for each fund.
struct FundAmounts {
  private var amounts: (Int64, Int64, Int64, Int64, Int64, Int64) = (0, 0, 0, 0, 0, 0)

  /// The amount of a fund.
  subscript(fund: Fund) -> Int64 {
    get {
      switch fund {
      case .sickness: amounts.0
      case .accident: amounts.1
      case .retirement: amounts.2
      case .unemployment: amounts.3
      case .health: amounts.4
      case .budget: amounts.5
      }
    }
    set {
      switch fund {
      case .sickness: amounts.0 = newValue
      case .accident: amounts.1 = newValue
      case .retirement: amounts.2 = newValue
      case .unemployment: amounts.3 = newValue
      case .health: amounts.4 = newValue
      case .budget: amounts.5 = newValue
      }
    }
  }
}
