import LedgerCore

/// The codes of units by rank: for each of `site`, `commune`, `district` and `province` that a
/// report asks for, which codes there are, in order, and which rank each version of a unit has.
struct UnitCodes: Sendable {
  /// The codes of one key.
  private struct Ranking: Sendable {
    let key: TotalsKey
    let values: [TotalsValue]
    /// By position among the tree's versions: the rank of the code, from 1; 0 if of another kind.
    let ranks: ContiguousArray<Int32>
  }

  private var rankings: [Ranking] = []

  /// Ranks the codes that the keys need.
  init(_ keys: Set<TotalsKey>, _ tree: UnitTree) {
    for key in TotalsKey.allCases where key.isUnit && keys.contains(key) {
      let of = tree.versions.indices.filter {
        key.unitKind == nil || tree.versions[$0].kind == key.unitKind
      }
      let ordered = of.sorted { Self.precedes(tree.versions[$0].code, tree.versions[$1].code) }
      var values: [TotalsValue] = []
      var ranks = ContiguousArray<Int32>(repeating: 0, count: tree.versions.count)
      var previous: UnitCode?
      for version in ordered {
        let code = tree.versions[version].code
        if code != previous { values.append(.code(code.text)) }
        previous = code
        ranks[version] = Int32(values.count)
      }
      rankings.append(Ranking(key: key, values: values, ranks: ranks))
    }
  }

  /// The codes of a key, in order.
  func values(of key: TotalsKey) -> [TotalsValue] {
    rankings.first { $0.key == key }?.values ?? []
  }

  /// The rank, from 1, of what a unit has for a key on a date; 0 for none.
  func rank(of key: TotalsKey, unit: Int32, on date: CivilDate, _ tree: UnitTree) -> Int {
    guard let ranking = rankings.first(where: { $0.key == key }) else { return 0 }
    let version =
      key.unitKind.map { tree.ancestor(of: unit, kind: $0, on: date) }
      ?? tree.standing(of: unit, on: date)
    return version.map { Int(ranking.ranks[$0]) } ?? 0
  }

  /// Zeros follow the last byte of a code, so the order of the words is the order of the bytes.
  private static func precedes(_ left: UnitCode, _ right: UnitCode) -> Bool {
    left.words.0 != right.words.0 ? left.words.0 < right.words.0 : left.words.1 < right.words.1
  }
}

extension TotalsKey {
  /// Whether the values are codes of units.
  var isUnit: Bool { self == .site || unitKind != nil }

  /// The kind of unit looked for, from the voucher's unit upwards; nil for the unit itself.
  var unitKind: UnitKind? {
    switch self {
    case .commune: .commune
    case .district: .district
    case .province: .province
    case .event, .site, .fund, .benefit, .channel, .month, .period, .batch: nil
    }
  }
}
