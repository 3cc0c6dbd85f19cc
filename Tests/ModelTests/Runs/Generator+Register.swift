extension Generator {
  /// Who makes a list: nobody says so where one person keeps the ledger.
  mutating func maker() -> String {
    guard theme == .fourEyes else { return "" }
    return random.chance(94)
      ? random.pick("lan", "mai", "hoa") : random.pick("", "minh", "quan", "tra")
  }

  /// Something about persons: who is not payable, and who is who.
  mutating func personCommand(_ model: Model) -> Command {
    let person = random.pick(Self.persons, or: "")
    switch random.below(theme == .fourEyes ? 5 : 10) {
    case 0..<5:
      let from = random.chance(50) ? date : random.pick("2025-09-15", "2025-12-01", "2026-02-01")
      return .hold(
        person: person, kind: random.pick("suspended", "unverified", "inspection"),
        reason: random.pick("letter 1", "letter 2", "letter 3"), from: from,
        to: random.chance(30) ? random.pick("2025-12-31", "2026-02-28", "2025-09-20") : "",
        by: theme == .fourEyes ? random.pick("lan", "minh", "quan", "tra", "") : "")
    case 5..<8: return .release(person: person, from: date, reason: "found nothing", by: "")
    default: return .link(old: person, new: random.pick(Self.persons, or: ""), by: "")
    }
  }

  /// Somebody decides on what waits.
  mutating func decision(_ model: Model) -> Command {
    let open = model.control?.open.map(\.number) ?? []
    let any = 1 + random.below(model.control?.submissions.count ?? 0)
    let number = random.chance(92) ? random.pick(open, or: any) : random.chance(90) ? any : 99
    if random.chance(82) {
      return .approve(
        submission: number,
        by: random.chance(85)
          ? random.pick("minh", "an") : random.pick("lan", "hoa", "quan", "tra", ""))
    }
    return .reject(
      submission: number, reason: random.chance(92) ? "not right" : "",
      by: random.pick("minh", "lan", "mai", "hoa", "tra", ""))
  }
}
