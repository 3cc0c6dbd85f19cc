import LedgerCore

extension RowScanner {
  private enum Pass {
    case complete
    case needsMore
    case tooLong(inQuotes: Bool)
  }

  private enum FieldEnd {
    /// The byte after the field: a comma, a line end, or the end of the file.
    case at(Int)
    /// The bytes at hand, or those allowed to a row, end inside the field.
    case ranOut(inQuotes: Bool)
  }

  /// Splits any row, noting what is wrong with it.
  func scanCarefully() throws(FileFault) -> Step {
    while true {
      scratchUsed = 0
      fieldCount = 0
      shapeFaults.removeAll(keepingCapacity: true)
      nextLine = line + 1
      switch passOverRow() {
      case .complete: return .row
      case .needsMore: try refill()
      case .tooLong(let inQuotes):
        giveUpOnRow(inQuotes: inQuotes)
        return .row
      }
    }
  }

  private func passOverRow() -> Pass {
    let stop = min(limit, rowStart + limits.rowBytes + 1)
    var at = rowStart
    while true {
      let raw = at
      let isQuoted = at < stop && base[at] == 0x22
      let faultsBefore = shapeFaults.count
      let found = isQuoted ? quotedField(from: raw, stop: stop) : bareField(from: raw, stop: stop)
      switch found {
      case .at(let end): at = end
      case .ranOut(let inQuotes):
        if limit - rowStart > limits.rowBytes {
          // Kept, so that a field that is too long is told from a row that is.
          store(start: raw, count: stop - raw, raw: raw)
          return .tooLong(inQuotes: inQuotes)
        }
        if !isExhausted { return .needsMore }
        if inQuotes {
          shapeFaults.append(ShapeFault(code: .quoteNotClosed, offset: raw - rowStart, field: nil))
          store(start: raw + 1, count: limit - raw - 1, raw: raw)
        } else if isQuoted {
          preconditionFailure("a quoted field at the end of the file is open or ended")
        } else {
          store(start: raw, count: limit - raw, raw: raw)
        }
        at = limit
      }
      keepLowestFault(ofField: fieldCount - 1, raw: raw, end: at, isQuoted, since: faultsBefore)
      guard at < limit, base[at] == 0x2C else {
        rowEnd = at
        isLastLineEnded = at < limit
        cursor = at == limit ? limit : at + (base[at] == 0x0D ? 2 : 1)
        return .complete
      }
      at += 1
    }
  }

  private func store(start: Int, count: Int, raw: Int) {
    if fieldCount < Self.storedFields {
      fields[fieldCount] = FieldSpan(start: Int32(start), count: Int32(count), raw: Int32(raw))
    }
    fieldCount += 1
  }

  private func note(_ code: Code, at: Int) {
    shapeFaults.append(ShapeFault(code: code, offset: at - rowStart, field: fieldCount))
  }

  /// A field without quotes: up to the comma or line end.
  private func bareField(from start: Int, stop: Int) -> FieldEnd {
    let end = bareEnd(from: start, stop: stop)
    if case .at(let end) = end { store(start: start, count: end - start, raw: start) }
    return end
  }

  private func bareEnd(from start: Int, stop: Int) -> FieldEnd {
    var at = start
    while at < stop {
      switch base[at] {
      case 0x2C, 0x0A: return .at(at)
      case 0x22: note(.quoteMisplaced, at: at)
      case 0x0D:
        if at + 1 < stop {
          if base[at + 1] == 0x0A { return .at(at) }
        } else if !(isExhausted && stop == limit) {
          return .ranOut(inQuotes: false)
        }
        note(.loneCarriageReturn, at: at)
      default: break
      }
      at += 1
    }
    return isExhausted && stop == limit ? .at(at) : .ranOut(inQuotes: false)
  }

  /// A field in quotes: up to the quote that is not doubled.
  private func quotedField(from raw: Int, stop: Int) -> FieldEnd {
    var at = raw + 1
    var hasDoubled = false
    while at < stop {
      if base[at] == 0x0A { nextLine += 1 }
      guard base[at] == 0x22 else {
        at += 1
        continue
      }
      if at + 1 >= stop, !(isExhausted && stop == limit) { return .ranOut(inQuotes: true) }
      guard at + 1 < stop, base[at + 1] == 0x22 else { break }
      hasDoubled = true
      at += 2
    }
    if at >= stop { return .ranOut(inQuotes: true) }
    let close = at
    var end = close + 1
    if end < stop, !endsField(end, stop: stop) {
      if base[end] == 0x0D, end + 1 >= stop, !(isExhausted && stop == limit) {
        return .ranOut(inQuotes: false)
      }
      note(.quoteMisplaced, at: end)
      guard case .at(let found) = bareEnd(from: end, stop: stop) else {
        return .ranOut(inQuotes: false)
      }
      end = found
    }
    if hasDoubled {
      storeUndoubled(from: raw + 1, to: close, raw: raw)
    } else {
      store(start: raw + 1, count: close - raw - 1, raw: raw)
    }
    return .at(end)
  }

  private func endsField(_ at: Int, stop: Int) -> Bool {
    switch base[at] {
    case 0x2C, 0x0A: true
    case 0x0D: at + 1 < stop && base[at + 1] == 0x0A
    default: false
    }
  }

  private func storeUndoubled(from: Int, to: Int, raw: Int) {
    let start = scratch + scratchUsed
    var out = start
    var at = from
    while at < to {
      base[out] = base[at]
      out += 1
      at += base[at] == 0x22 ? 2 : 1
    }
    store(start: start, count: out - start, raw: raw)
    scratchUsed = out - scratch
  }

  /// Leaves each field the one fault with the lowest code.
  private func keepLowestFault(
    ofField field: Int, raw: Int, end: Int, _ isQuoted: Bool, since: Int
  ) {
    if let known = shapeFaults[since...].first(where: { $0.field == nil }) {
      shapeFaults.replaceSubrange(since..., with: [known])
      return
    }
    let bytes = UnsafeBufferPointer(start: UnsafePointer(base + raw), count: end - raw)
    if let found = Utf8.fault(in: bytes, isQuoted: isQuoted) {
      shapeFaults.append(
        ShapeFault(code: found.code, offset: raw - rowStart + found.offset, field: field))
    }
    let length = field < Self.storedFields ? Int(fields[field].count) : end - raw
    if length > limits.fieldBytes {
      shapeFaults.append(ShapeFault(code: .fieldTooLong, offset: raw - rowStart, field: field))
    }
    guard shapeFaults.count > since + 1 else { return }
    let lowest = shapeFaults[since...].min { $0.code.rawValue < $1.code.rawValue }
    shapeFaults.replaceSubrange(since..., with: lowest.map { [$0] } ?? [])
  }

  /// A row longer than allowed: said once, and skipped to its line end if that can be found.
  private func giveUpOnRow(inQuotes: Bool) {
    rowEnd = rowStart + limits.rowBytes + 1
    let tooLong = (0..<min(fieldCount, Self.storedFields)).first {
      Int(fields[$0].count) > limits.fieldBytes
    }
    shapeFaults = [
      ShapeFault(
        code: tooLong == nil ? .lineTooLong : .fieldTooLong,
        offset: tooLong.map { offset(ofField: $0) } ?? 0, field: nil)
    ]
    if inQuotes { isStuck = true } else { discardFrom = rowEnd }
    cursor = rowEnd
  }
}
