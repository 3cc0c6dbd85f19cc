import LedgerCore

extension TotalsValue {
  /// Whether it comes before another value of the same key: codes byte by byte, months by time.
  fileprivate func precedes(_ other: TotalsValue) -> Bool {
    switch (self, other) {
    case (.code(let left), .code(let right)): left.utf8.lexicographicallyPrecedes(right.utf8)
    case (.month(let left), .month(let right)): left < right
    case (.number(let left), .number(let right)): left < right
    case (.code, _), (.month, .number): true
    case (.month, .code), (.number, _): false
    }
  }
}

/// Whether the values of one row come before those of another, as rows of totals are ordered: key by
/// key, none first.
func precedes(_ left: [TotalsValue?], _ right: [TotalsValue?]) -> Bool {
  for (left, right) in zip(left, right) where left != right {
    guard let left else { return true }
    guard let right else { return false }
    return left.precedes(right)
  }
  return false
}
