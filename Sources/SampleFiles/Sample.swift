import LedgerCore

/// Everything a plan determines before the first line is drawn.
struct Sample {
  /// The lines of one list that a paying unit has.
  struct Portion {
    let payments: Payments
    let range: Range<Int>
    /// The index of the first line of the unit's province.
    let provinceStart: Int
  }

  let plan: SamplePlan
  let tree: UnitTree
  private let monthly: (payments: Payments, ranges: Ranges)
  private let shortTerm: (payments: Payments, ranges: Ranges)
  private let firstOfProvince: [Int]

  init(_ plan: SamplePlan) {
    self.plan = plan
    let tree = UnitTree(plan)
    self.tree = tree
    var first = 0
    firstOfProvince = tree.paying.indices.map { unit in
      if tree.paying[unit].province != tree.paying[first].province { first = unit }
      return first
    }
    monthly = (
      Payments(.monthly, plan: plan),
      Ranges(lines: plan.persons, weights: tree.paying.map(\.weight))
    )
    shortTerm = (
      Payments(.shortTerm, plan: plan),
      Ranges(lines: plan.shortTermLines, weights: Self.shortTermWeights(tree.paying, plan: plan))
    )
  }

  /// What a paying unit has of a list.
  func portion(of unit: Int, in list: PersonList) -> Portion {
    let (payments, ranges) = list == .monthly ? monthly : shortTerm
    return Portion(
      payments: payments, range: ranges[unit],
      provinceStart: ranges[firstOfProvince[unit]].lowerBound)
  }

  /// An agency's counter pays one in twenty-five of the province's short-term benefits, none if all
  /// is to be paid at the sites or all into accounts.
  private static func shortTermWeights(_ paying: [PayingUnit], plan: SamplePlan) -> [Int] {
    let hasCounters = plan.bankShare > 0 && plan.bankShare < 100
    var ofProvince = 0
    return paying.map { unit in
      guard unit.isAgency else {
        ofProvince += unit.weight
        return unit.weight
      }
      defer { ofProvince = 0 }
      return hasCounters ? ofProvince / 24 : 0
    }
  }
}
