/// Months over which the limits of a benefit stay the same amounts.
struct LimitStretch {
  /// The first month; the next stretch ends it.
  var from: Month
  /// The row that holds; nil where none does.
  var row: LimitRow?
  /// What is warned of, in đồng.
  var warn: Int64?
  /// What is held, in đồng.
  var hold: Int64?
}

extension ChartFile {
  /// The stretches of a benefit in order of time: where a row or its parameter changes, one begins.
  func stretches(of benefit: Benefit) -> [LimitStretch] {
    let own = limits.filter { $0.benefit == benefit }
    guard !own.isEmpty else { return [] }
    let names = Set(own.compactMap(\.parameter))
    var starts = Set(own.map(\.from))
    for row in own { if let next = row.to?.next { starts.insert(next) } }
    for parameter in parameters where names.contains(parameter.name) {
      starts.insert(parameter.from)
    }
    return starts.sorted().map { start in
      let row = own.filter { $0.includes(start) }.max { $0.from < $1.from }
      let base = row?.parameter.flatMap { parameter($0, in: start) }?.amount
      return LimitStretch(
        from: start, row: row, warn: row?.warn?.dong(of: base), hold: row?.hold?.dong(of: base))
    }
  }
}

extension Month {
  /// The month after; nil after the last.
  fileprivate var next: Month? { Month(ordinal: ordinal + 1) }
}
