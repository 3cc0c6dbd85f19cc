/// What made the batches and the records of a ledger, in order.
///
/// Two ledgers of one beginning have the same seals as far as their trails are the same.
struct Trail: Equatable {
  /// A batch: by which command, and after which records, which its seal covers.
  struct Batch: Equatable {
    var command: Command
    var records: [Command]
  }

  var batches: [Batch] = []
  var records: [Command] = []

  /// Notes a command by what it made.
  mutating func note(_ command: Command, batches: Int, records: Int) {
    let command = command.sealed
    self.records += Array(repeating: command, count: records)
    self.batches += Array(repeating: Batch(command: command, records: self.records), count: batches)
  }
}

extension Command {
  /// The command without what a ledger does not keep of it.
  fileprivate var sealed: Command {
    guard case .post(var posting) = self else { return self }
    posting.count = nil
    posting.total = nil
    posting.leavesOut = false
    return .post(posting)
  }
}

/// What lies beside a ledger: copies of it, and files of checkpoints.
struct Outside {
  /// Each backup, as the ledger was then.
  var backups: [Model] = []
  /// The checkpoints of each file.
  var checkpoints: [Int: [Trail]] = [:]
}

extension Model {
  mutating func backUp() -> Outcome {
    var copy = self
    copy.outside = Outside()
    outside.backups.append(copy)
    return Outcome(done: ["backup to batch \(batches.count)"])
  }

  /// A ledger that is made of a backup takes this one's place.
  mutating func restore(_ backup: Int) -> Outcome {
    guard outside.backups.indices.contains(backup) else { return .refused("L0801") }
    let beside = outside
    self = beside.backups[backup]
    outside = beside
    return Outcome(done: ["restored to batch \(batches.count)"])
  }

  /// Signs where the ledger ends, unless a checkpoint of the file says something else.
  mutating func checkpoint(_ file: Int) -> Outcome {
    let earlier = outside.checkpoints[file] ?? []
    if !verification(against: file).isEmpty { return .refused("L0912") }
    let isNew = earlier.last != trail
    if isNew { outside.checkpoints[file] = earlier + [trail] }
    return Outcome(done: ["checkpoint of batch \(batches.count) new=\(isNew)"])
  }

  /// What holding the ledger against a file of checkpoints finds.
  func verification(against file: Int) -> [String] {
    (outside.checkpoints[file] ?? []).flatMap { checkpoint in
      let (size, records) = (checkpoint.batches.count, checkpoint.records.count)
      var found: [String] = []
      if size > trail.batches.count {
        found.append("checkpoint-ahead")
      } else if checkpoint.batches[...] != trail.batches.prefix(size) {
        found.append("checkpoint-differs")
      }
      if checkpoint.records[...] != trail.records.prefix(records) {
        found.append("checkpoint-register")
      }
      return found
    }.sorted()
  }
}
