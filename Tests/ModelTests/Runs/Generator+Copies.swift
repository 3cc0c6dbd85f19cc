extension Generator {
  /// A backup is taken or takes the ledger's place, or a checkpoint is made or held against it.
  mutating func copyCommand(_ model: Model) -> Command {
    let backups = model.outside.backups.count
    let files = model.outside.checkpoints.keys.sorted()
    switch random.below(10) {
    case 0..<3 where backups > 0: return .restore(backup: random.below(backups))
    case 0..<5: return .backUp
    case 5..<9: return .checkpoint(file: random.chance(80) ? 1 : 2)
    default: return files.isEmpty ? .backUp : .verify(against: random.pick(files, or: 1))
    }
  }
}
