extension Model {
  /// Our lines of what became due against the other side's, one by one.
  func reconcileDue(_ rows: [Row]) -> Outcome {
    var ours: [ObligationName: Int64] = [:]
    for (name, steps) in obligations {
      ours[name] = steps.last { $0.event == "due" && $0.counts }?.amount
    }
    var found = ["matched": 0]
    var seen: Set<ObligationName> = []
    for row in rows {
      let name = name(of: row)
      let isFirst = seen.insert(name).inserted
      let kind =
        !isFirst
        ? "duplicate"
        : ours[name] == nil ? "missing-ours" : ours[name] == row.value ? "matched" : "amount"
      found[kind, default: 0] += 1
    }
    let missing = ours.keys.filter { !seen.contains($0) }.count
    if missing > 0 { found["missing-theirs"] = missing }
    return Outcome(done: found.map { "\($0.key) \($0.value)" }.sorted())
  }
}
