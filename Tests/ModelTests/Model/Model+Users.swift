extension Model {
  /// An administrator gives somebody a role and a key.
  mutating func addUser(_ name: String, role: String, by user: String) -> Outcome {
    guard let control else { return Outcome() }
    var codes = control.refusal(user, "administrator")?.refused ?? []
    if let known = control.users[name], !known.isRevoked { codes.insert("L1005") }
    if !codes.isEmpty { return Outcome(refused: codes) }
    records += 1
    self.control?.users[name] = FourEyes.User(role: role, record: records)
    return Outcome(done: ["user \(name) \(role)"])
  }

  /// An administrator takes somebody's key out of use.
  mutating func revoke(_ name: String, reason: String, by user: String) -> Outcome {
    guard let control else { return Outcome() }
    var codes = control.refusal(user, "administrator")?.refused ?? []
    if reason.isEmpty { codes.insert("L0534") }
    let known = control.users[name]
    if known == nil { codes.insert("L1006") }
    if known?.isRevoked ?? false { codes.insert("L1007") }
    let isLast = !control.users.contains {
      $0.key != name && $0.value.role == "administrator" && !$0.value.isRevoked
    }
    if known?.role == "administrator", isLast { codes.insert("L1009") }
    if !codes.isEmpty { return Outcome(refused: codes) }
    records += 1
    self.control?.users[name]?.isRevoked = true
    self.control?.users[name]?.record = records
    return Outcome(done: ["revoked \(name) \(known?.role ?? "")"])
  }

  func userList() -> [String] {
    control?.users.map { "\($0.key) \($0.value.role) revoked=\($0.value.isRevoked)" }.sorted() ?? []
  }

  /// Asks a second person, where two are needed.
  ///
  /// - Returns: The answer if nothing may be done yet; nil if it may.
  mutating func consent(to meaning: String, _ command: Command, by user: String) -> Outcome? {
    guard let control else { return nil }
    let same = control.proposals.filter { $0.meaning == meaning && control.stands($0.by) }
    let isOthers = same.contains { $0.by.user != user }
    if isOthers, control.users[user]?.role == "approver" {
      records += 1
      self.control?.proposals.removeAll { $0.meaning == meaning }
      return nil
    }
    if same.contains(where: { $0.by.user == user }) { return .refused("L0329") }
    records += 1
    self.control?.proposals.append(
      FourEyes.Proposal(
        meaning: meaning, by: FourEyes.Request(user: user, record: records), command: command))
    return Outcome(done: ["proposed by \(user)"])
  }
}
