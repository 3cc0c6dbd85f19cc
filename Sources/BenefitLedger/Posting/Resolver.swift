import LedgerCore
import LedgerStore

/// Completes a group's lines: states, step numbers, and what a later step takes from the obligation.
struct Resolver {
  let event: Event
  let isCorrection: Bool
  let store: any LedgerStore
  let register: RegisterCache
  let links: LinkRegister
  let closed: ClosedUnits

  init(
    _ request: PostingRequest, store: any LedgerStore, register: RegisterCache,
    persons: KnownPersons
  ) {
    event = request.event
    isCorrection = request.isCorrection
    self.store = store
    self.register = register
    links = persons.links
    closed = persons.closed
  }

  /// Sorts a group's lines and settles which of its files can go together.
  ///
  /// - Parameters:
  ///   - group: The group.
  ///   - looksUp: True to look every obligation up. A `due` is otherwise assumed to be the first step;
  ///     the schema refuses it if it is not.
  /// - Throws: `LedgerError` for what the database did.
  func resolve(_ group: PostingGroup, looksUp: Bool) throws {
    if !links.isEmpty {
      try store.read { try Obligors(links, $0).adopt(&group.chunk.lines) }
    }
    let (keys, order) = KeyOrder.sorted(group.chunk.lines)
    separate(group, keys, order)
    defer { gather(group, keys, order) }
    if event == .due && !isCorrection && !looksUp {
      for position in group.chunk.lines.indices {
        group.chunk.lines[position].stepNumber = 1
        group.chunk.lines[position].remainder = group.chunk.lines[position].amount
        group.chunk.lines[position].fromState = ObligationState.none.rawValue
        group.chunk.lines[position].toState = ObligationState.due.rawValue
        group.chunk.lines[position].previousUnit = group.chunk.lines[position].unit
      }
      return
    }
    // A group may be looked up twice; a part of a large file adds to the parts before it.
    if group.isWhole {
      for (draft, _) in group.files {
        draft.backdating = Backdating()
        draft.otherAccounts = OtherAccounts()
      }
    }
    try store.read { snapshot in
      let lookup = ObligationLookup(event: event, isCorrection: isCorrection, closed: closed) {
        group.files[group.fileIndex(ofLine: $0)].draft.date
      }
      let later = try LaterLines(after: group.files.map(\.draft.date).min(), snapshot)
      try lookup.check(group.chunk, keys, order, snapshot) { _, position, fault, last in
        if fault != nil {
          group.files[group.fileIndex(ofLine: position)].draft.isFaulty = true
          return
        }
        if isCorrection { try findVoucher(of: &group.chunk.corrections[position], snapshot) }
        if let last, !isCorrection, OtherAccounts.concerns(group.chunk.lines[position], event) {
          try group.files[group.fileIndex(ofLine: position)].draft.otherAccounts.note(
            group.chunk.lines[position], in: group.chunk.text, after: last, snapshot)
        }
        if let last, last.line >= later.first {
          let draft = group.files[group.fileIndex(ofLine: position)].draft
          draft.backdating.note(
            group.chunk.lines[position], of: draft.date, after: last.line, later)
        }
      }
    }
  }

  private func findVoucher(
    of correction: inout LineCorrection, _ snapshot: any LedgerSnapshot
  ) throws {
    guard
      let voucher = try snapshot.integer(
        "SELECT voucher_no FROM line WHERE line_no = ?1", [.integer(correction.line)])
    else {
      throw LedgerError(.ledgerDamaged, "Line \(correction.line) is missing.")
    }
    correction.voucher = voucher
  }

  /// The same obligation twice in a file makes the file faulty; in two files, the later one waits
  /// until the earlier one is decided.
  private func separate(_ group: PostingGroup, _ keys: [UInt64], _ order: [UInt32]) {
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count && keys[end] == keys[start] { end += 1 }
      if end - start > 1 {
        var earlier = group.fileIndex(ofLine: Int(order[start]))
        for sorted in (start + 1)..<end {
          let file = group.fileIndex(ofLine: Int(order[sorted]))
          if file == earlier {
            group.files[file].draft.isFaulty = true
          } else {
            group.files[file].draft.isDeferred = true
          }
          earlier = file
        }
      }
      start = end
    }
  }

  /// Lays the steps side by side in the order of their keys.
  private func gather(_ group: PostingGroup, _ keys: [UInt64], _ order: [UInt32]) {
    let lines = group.chunk.lines
    let corrections = group.chunk.corrections
    group.steps = ContiguousArray(unsafeUninitializedCapacity: keys.count) { steps, count in
      for sorted in keys.indices {
        let position = order[sorted]
        var step = NewStep(lines[Int(position)], key: keys[sorted], position: position)
        if !corrections.isEmpty { step.corrects = corrections[Int(position)].step }
        steps.initializeElement(at: sorted, to: step)
      }
      count = keys.count
    }
  }

  /// Adds every line to its voucher and its leaf to its tree.
  func account(for group: PostingGroup) throws {
    var canonical = CanonicalBytes()
    var unit: Int32 = 0
    var code: UnitCode?
    try group.chunk.text.withUnsafeBytes { text in
      for (draft, range) in group.files where draft.isIncluded {
        code = nil
        for position in range {
          var line = group.chunk.lines[position]
          let correction = isCorrection ? group.chunk.corrections[position] : LineCorrection()
          let added =
            isCorrection
            ? draft.corrected.add(line, correction.voucher) : draft.vouchers.add(line)
          guard let voucher = added else {
            draft.isFaulty = true
            break
          }
          line.voucher = voucher
          group.chunk.lines[position].voucher = voucher
          if code == nil || line.unit != unit {
            unit = line.unit
            code = try register.code(of: unit, on: draft.date)
          }
          guard let code else { continue }
          let start = Int(line.textStart)
          let length =
            Int(line.accountLength) + Int(line.nameLength) + Int(line.documentLength)
            + Int(line.reasonLength)
          draft.tree.append(
            Leaf.payment(
              line, site: code,
              text: UnsafeRawBufferPointer(rebasing: text[start..<start + length]),
              corrects: correction.line, using: &canonical))
        }
      }
    }
  }
}
