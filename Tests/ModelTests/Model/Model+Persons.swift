extension Model {
  /// Holds one person, unless the register says the same already.
  mutating func hold(_ person: String, kind: String, reason: String, from: String, to: String)
    -> Outcome
  {
    let end = to.isEmpty ? nil : to
    let isKnown = holds.contains {
      $0.person == person && $0.kind == kind && $0.reason == reason && $0.from == from
        && $0.to == end
    }
    if !isKnown {
      holds.append(ModelHold(person: person, kind: kind, reason: reason, from: from, to: end))
    }
    return Outcome(done: ["held added=\(isKnown ? 0 : 1) known=\(isKnown ? 1 : 0)"])
  }

  /// Ends all holds of a person that are not over by a day.
  mutating func release(_ person: String, from: String) -> Outcome {
    let all = numbers(of: person)
    let theirs = holds.indices.filter { all.contains(holds[$0].person) }
    if theirs.isEmpty { return .refused("L0851") }
    let standing = theirs.filter {
      holds[$0].released ?? "9999" > from && holds[$0].to ?? "9999" >= from
    }
    if standing.isEmpty { return .refused("L0546") }
    for place in standing { holds[place].released = from }
    return Outcome(done: ["released \(standing.count)"])
  }

  /// Two numbers are one person from now on.
  mutating func link(_ old: String, _ new: String) -> Outcome {
    if old == new { return .refused("L0547") }
    let isKnown = numbers(of: old).contains(new)
    if !isKnown { links.append((old, new)) }
    return Outcome(done: ["linked added=\(isKnown ? 0 : 1)"])
  }

  func holdList() -> [String] {
    holds.map { hold in
      "\(hold.person) \(hold.kind) \(hold.isDeath ? "-" : hold.reason) \(hold.from) \(hold.to ?? "-")"
        + " \(hold.released ?? "-")"
    }
  }
}
