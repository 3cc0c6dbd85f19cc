import BatchFiles
import LedgerCore
import LedgerStore

/// Goes over the differences once all are known: lists the first, writes all, and plans corrections.
struct LinesReport {
  private let names: FindingNames
  private let file: DifferenceFile?
  private let lists: CorrectionLists?

  /// Names the files; none of them may exist.
  init(
    _ request: LinesRequest, _ names: FindingNames, _ snapshot: any LedgerSnapshot,
    _ tree: UnitTree, _ chart: PaymentChart
  ) throws {
    self.names = names
    file = try request.csv.map { try DifferenceFile($0) }
    lists = request.correct == nil ? nil : try CorrectionLists(request, snapshot, tree, chart)
  }

  /// Fills in the answer; if that fails, no file is left.
  func write(_ comparison: LineComparison, to result: inout LinesReconciliation) throws {
    do {
      let grouping = LineGrouping(comparison)
      result.groups = grouping.groups.map { names.group($0) }
      var findings = comparison.findings.reader(0..<comparison.findings.count)
      while let finding = try findings.next() {
        let group = grouping.place(of: finding)
        if group == nil { result.singleCount += 1 }
        let isListed =
          result.differences.count < LinesReconciliation.listed
          || group == nil && result.singles.count < LinesReconciliation.listed
        if file != nil || isListed {
          let difference = try names.difference(finding, group: group)
          try file?.add(difference)
          result.list(difference)
        }
        try lists?.add(finding)
      }
      try file?.finish()
      result.correction = try lists?.finish()
    } catch {
      file?.remove()
      lists?.remove()
      throw error
    }
  }
}

extension LinesReconciliation {
  /// Lists a difference, if it is one of the first.
  fileprivate mutating func list(_ difference: LineDifference) {
    if differences.count < Self.listed { differences.append(difference) }
    if difference.group == nil, singles.count < Self.listed { singles.append(difference) }
  }
}
