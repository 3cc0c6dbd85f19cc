import LedgerCore
import LedgerStore

extension SQLiteSnapshot {
  func scanSteps(
    from first: ObligationKey, through last: ObligationKey, _ body: (StoredStep) throws -> Void
  ) throws {
    try withoutActuallyEscaping(body) { body in
      var taker = StepRange(first: first, last: last, body: body)
      var from = first.month
      if first.person > 0 || from == last.month {
        try withLoop(StepRow.ofMonth) { try $0.scanMonth(first, &taker) }
        guard from < last.month, let next = Month(ordinal: from.ordinal + 1) else { return }
        from = next
      }
      try withLoop(StepRow.fromMonth) { loop in
        // Before the first month that can be, nothing can be either: what is there is damage.
        loop.bind(1, from.ordinal == 0 ? .min : Int64(from.number))
        try loop.scan(sink: 2, &taker)
      }
    }
  }

  func lastSteps(
    of keys: UnsafeBufferPointer<UInt64>, _ body: (Int, StoredStep?) throws -> Void
  ) throws {
    // The file's keys and the table's are both in order, so walking on is cheaper than searching
    // while the next key is near; a small file in a full month searches.
    try withoutActuallyEscaping(body) { body in
      var taker = LastSteps(keys: keys, body: body)
      try withLoop(StepRow.ofMonth) { loop in
        while let start = taker.start() {
          try loop.scanMonth(start, &taker)
          if taker.isFar { continue }
          // The month is at its end: what is left of its keys has no more steps.
          let next = Month(ordinal: start.month.ordinal + 1).map {
            ObligationKey(month: $0, person: 0, benefit: 0, occurrence: 0).packed
          }
          try taker.finish(before: next ?? .max)
        }
      }
    }
  }

  func histories(
    of keys: UnsafeBufferPointer<UInt64>, _ body: (Int, [StoredStep]) throws -> Void
  ) throws {
    var steps: [StoredStep] = []
    for position in 0..<keys.count {
      if position == 0 || keys[position] != keys[position - 1] {
        steps.removeAll(keepingCapacity: true)
        let key = ObligationKey(packed: keys[position])
        try scanSteps(from: key, through: key) { steps.append($0) }
      }
      try body(position, steps)
    }
  }
}

extension StatementLoop {
  /// Hands over the rows of a month from a key's person on; the statement is `StepRow.ofMonth`.
  fileprivate func scanMonth<Taker: RowTaker>(
    _ first: ObligationKey, _ taker: inout Taker
  ) throws {
    bind(1, Int64(first.month.number))
    bind(2, first.person)
    try scan(sink: 3, &taker)
  }
}
