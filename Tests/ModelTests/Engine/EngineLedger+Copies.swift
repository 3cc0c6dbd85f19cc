import BenefitLedger
import Foundation

extension EngineLedger {
  /// Backups, what is made of them, and checkpoints, which lie beside the ledger.
  func copies(_ command: Command) throws -> Outcome {
    switch command {
    case .backUp:
      let answer = try ledger.backUp(to: backup(backups.count), today: today)
      backups.append(keys)
      return Outcome(done: ["backup to batch \(answer.ends.batch)"])
    case .restore(let number):
      guard backups.indices.contains(number) else { return .refused("L0801") }
      let other = newPath("restored.db")
      let answer = try Ledger.restore(backup(number), to: other)
      guard answer.verification.isIntact else {
        return Outcome(done: answer.verification.findings.map { $0.message.description })
      }
      try goOn(with: other)
      keys = backups[number]
      return Outcome(done: ["restored to batch \(answer.ends.batch)"])
    case .checkpoint(let file):
      let answer = try ledger.checkpoint(
        CheckpointRequest(key: checkpointKey, date: today, file: checkpoints(file)))
      let size = answer.checkpoint.checkpoint.size
      return Outcome(done: ["checkpoint of batch \(size) new=\(answer.isAdded)"])
    case .verify(let file): return Outcome(done: try findings(against: file))
    default: throw HarnessFault("no copy: \(command)")
    }
  }

  /// What `verify` finds beside what a file of checkpoints says; nothing of a file that is not there.
  func findings(against file: Int) throws -> [String] {
    guard try CheckpointFile.last(checkpoints(file)) != nil else { return [] }
    let check = CheckpointCheck(
      try CheckpointFile.read(checkpoints(file)), key: checkpointKey.verifierKey)
    return try ledger.verify(against: check).findings.map(\.kind.rawValue).sorted()
  }

  /// Who may sign, and who may not any more.
  func users(_ command: Command) throws -> Outcome {
    switch command {
    case .addUser(let name, let role, let by):
      guard let role = Role.allCases.first(where: { $0.code == role }) else {
        throw HarnessFault("no role \(role)")
      }
      let file = newPath(name + ".key")
      let user = try ledger.addUser(name, role: role, keyFile: file, by: keys[by], date: today)
      keys[name] = try KeyFile.read(file)
      return Outcome(done: ["user \(name) \(user.role.code)"])
    case .revoke(let name, let reason, let by):
      let user = try ledger.revokeUser(name, reason: reason, by: keys[by], date: today)
      return Outcome(done: ["revoked \(name) \(user.role.code)"])
    default: throw HarnessFault("no user: \(command)")
    }
  }

  private func backup(_ number: Int) -> String { folder + "/backup-\(number).db" }
  private func checkpoints(_ file: Int) -> String { folder + "/checkpoints-\(file)" }
}
