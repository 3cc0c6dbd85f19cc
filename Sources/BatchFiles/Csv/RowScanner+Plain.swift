extension RowScanner {
  enum PlainStep {
    case row
    case careful
    case needsMore
    case end
  }

  /// Splits a row of nothing but plain characters and commas.
  @inline(__always)
  func scanPlainRow() -> PlainStep {
    let base = self.base
    let start = rowStart
    var at = start
    var fieldStart = start
    var count = 0
    var seen: UInt64 = 0
    var end = 0
    var after = 0
    scan: while true {
      let word = loadWord(base + at)
      var marks = specialBytes(word)
      while marks != 0 {
        let bits = marks.trailingZeroBitCount & ~7
        let here = at + bits >> 3
        let byte = base[here]
        if byte == 0x2C {
          fields[count] = FieldSpan(
            start: Int32(truncatingIfNeeded: fieldStart),
            count: Int32(truncatingIfNeeded: here - fieldStart),
            raw: Int32(truncatingIfNeeded: fieldStart))
          count += 1
          if count == Self.storedFields { return .careful }
          fieldStart = here + 1
          marks &= marks &- 1
          continue
        }
        if here >= limit {
          if !isExhausted { return .needsMore }
        } else if byte == 0x0D {
          guard base[here + 1] == 0x0A, here + 1 < limit else {
            return here + 1 < limit || isExhausted ? .careful : .needsMore
          }
        } else if byte != 0x0A {
          return .careful
        }
        seen |= word & lowBytes(bits >> 3)
        end = here
        after = here >= limit ? limit : here + (byte == 0x0D ? 2 : 1)
        break scan
      }
      seen |= word
      at += 8
    }
    if end == limit && start == limit { return .end }
    // A blank line is skipped; whoever looks at it sees one empty field.
    if end - start > limits.fieldBytes { return .careful }
    if seen & 0x8080_8080_8080_8080 != 0,
      !Utf8.isPlain(UnsafeBufferPointer(start: base + start, count: end - start))
    {
      return .careful
    }
    fields[count] = FieldSpan(
      start: Int32(truncatingIfNeeded: fieldStart),
      count: Int32(truncatingIfNeeded: end - fieldStart),
      raw: Int32(truncatingIfNeeded: fieldStart))
    fieldCount = count + 1
    rowEnd = end
    cursor = after
    isLastLineEnded = end < limit
    return .row
  }
}

/// The high bit of each byte that is a comma, a quote or an ASCII control.
@inline(__always)
func specialBytes(_ word: UInt64) -> UInt64 {
  let every: UInt64 = 0x0101_0101_0101_0101
  let low = word & (every &* 0x7F)
  // Adding carries into the high bit exactly where the low bits are not zero, never into a neighbour.
  let notComma = (low ^ (every &* 0x2C)) &+ (every &* 0x7F)
  let notQuote = (low ^ (every &* 0x22)) &+ (every &* 0x7F)
  let notDelete = (low ^ (every &* 0x7F)) &+ (every &* 0x7F)
  let notControl = low &+ (every &* 0x60)
  return ~((notComma & notQuote & notDelete & notControl) | word) & (every &* 0x80)
}
