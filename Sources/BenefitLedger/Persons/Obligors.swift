import LedgerCore
import LedgerStore

/// Finds under which of a person's numbers each line's obligation is kept.
struct Obligors {
  private let register: LinkRegister
  private let snapshot: any LedgerSnapshot

  init(_ register: LinkRegister, _ snapshot: any LedgerSnapshot) {
    self.register = register
    self.snapshot = snapshot
  }

  /// A number under which a line's obligation may be kept.
  private struct Candidate {
    var key: UInt64
    var position: Int
    /// The place in the person's group; 0 is the number under which new obligations are kept.
    var rank: Int
    /// Whether it is the number that is written.
    var isWritten: Bool
    /// 0 while something can happen to it, 1 once it is cancelled, 2 once its due was undone.
    var closed = 0
  }

  /// Gives each line of a person with several numbers the one under which its obligation is kept:
  /// that under which it has steps, or else the oldest.
  ///
  /// Where it has steps under several, which a link may bring to light, it is one that is not closed,
  /// and of these the one that is written.
  func adopt(_ lines: inout ContiguousArray<PaymentLine>) throws {
    let links = try register.links(ofSome: lines.count, snapshot) { lines.map(\.person) }
    guard !links.isEmpty else { return }
    var candidates: ContiguousArray<Candidate> = []
    for position in lines.indices where links.contains(lines[position].person) {
      for (rank, number) in links.group(of: lines[position].person).enumerated() {
        lines[position].obligor = number
        candidates.append(
          Candidate(
            key: lines[position].key.packed, position: position, rank: rank,
            isWritten: number == lines[position].person))
      }
    }
    guard !candidates.isEmpty else { return }
    candidates.sort { ($0.key, $0.position) < ($1.key, $1.position) }
    let keys = candidates.map(\.key)
    var holders: ContiguousArray<Candidate> = []
    try keys.withUnsafeBufferPointer { keys in
      try snapshot.lastSteps(of: keys) { index, step in
        guard let step else { return }
        var holder = candidates[index]
        if step.toState == ObligationState.cancelled.rawValue { holder.closed = 1 }
        if step.toState == ObligationState.reversed.rawValue { holder.closed = 2 }
        holders.append(holder)
      }
    }
    for candidate in candidates where candidate.rank == 0 {
      lines[candidate.position].obligor = ObligationKey(packed: candidate.key).person
    }
    holders.sort {
      ($0.position, $0.closed, $0.isWritten ? 0 : 1, $0.rank)
        < ($1.position, $1.closed, $1.isWritten ? 0 : 1, $1.rank)
    }
    var previous = -1
    for holder in holders where holder.position != previous {
      lines[holder.position].obligor = ObligationKey(packed: holder.key).person
      previous = holder.position
    }
  }
}
