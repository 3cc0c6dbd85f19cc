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
      records += 1
    }
    return Outcome(done: ["held added=\(isKnown ? 0 : 1) known=\(isKnown ? 1 : 0)"])
  }

  /// Ends all holds of a person that are not over by a day; under four eyes two persons do.
  mutating func release(
    _ person: String, from: String, reason: String, _ command: Command, by user: String
  ) -> Outcome {
    if let refusal = control?.refusal(user, besides: "auditor") { return refusal }
    let all = numbers(of: person)
    let theirs = holds.indices.filter { all.contains(holds[$0].person) }
    if theirs.isEmpty { return .refused("L0851") }
    let standing = theirs.filter {
      holds[$0].released ?? "9999" > from && holds[$0].to ?? "9999" >= from
    }
    if standing.isEmpty { return .refused("L0546") }
    if let answer = consent(to: "release \(standing) \(from) \(reason)", command, by: user) {
      return answer
    }
    for place in standing { holds[place].released = from }
    records += 1
    return Outcome(done: ["released \(standing.count)"])
  }

  /// Two numbers are one person from now on; under four eyes two persons say so.
  mutating func link(
    _ old: String, _ new: String, _ command: Command, by user: String
  ) -> Outcome {
    if old == new { return .refused("L0547") }
    if let refusal = control?.refusal(user, besides: "auditor") { return refusal }
    let isKnown = numbers(of: old).contains(new)
    if !isKnown {
      if let answer = consent(to: "link \(old) \(new)", command, by: user) { return answer }
      links.append((old, new))
      records += 1
    }
    return Outcome(done: ["linked added=\(isKnown ? 0 : 1)"])
  }

  func holdList() -> [String] {
    holds.map { hold in
      "\(hold.person) \(hold.kind) \(hold.isDeath ? "-" : hold.reason) \(hold.from) \(hold.to ?? "-")"
        + " \(hold.released ?? "-")"
    }
  }
}
