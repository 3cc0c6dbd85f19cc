extension ChartFile {
  /// Limits of a parameter that has no rows, and limits that hold what they do not warn of.
  public var limitFaults: [ChartFault] {
    var faults: [ChartFault] = []
    let names = Set(parameters.map(\.name))
    for (row, limit) in limits.enumerated() {
      guard let parameter = limit.parameter, !names.contains(parameter) else { continue }
      faults.append(
        ChartFault(
          table: .limit, row: row, key: "of", code: .chartLimitInvalid,
          message: "There is no [[parameter]] named \(parameter).",
          help: names.isEmpty
            ? "Add its rows." : "There is: \(names.sorted().joined(separator: ", ")).")
      )
    }
    var reported: Set<LimitRow> = []
    for benefit in Benefit.allCases {
      for stretch in stretches(of: benefit) {
        guard let row = stretch.row, let warn = stretch.warn, let hold = stretch.hold, warn > hold,
          reported.insert(row).inserted, let index = limits.firstIndex(of: row)
        else { continue }
        faults.append(
          ChartFault(
            table: .limit, row: index, key: nil, code: .chartLimitInvalid,
            message: """
              From \(stretch.from) on, more than \(grouped(hold)) đ is held \
              and only more than \(grouped(warn)) đ is warned of.
              """,
            help: "What is warned of is less than what is held.")
        )
      }
    }
    return faults
  }
}
