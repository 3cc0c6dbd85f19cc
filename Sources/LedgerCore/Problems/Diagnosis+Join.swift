extension Diagnosis {
  /// Adds the mistakes of the next file.
  public mutating func append(_ other: Diagnosis) {
    diagnostics += other.diagnostics.prefix(max(0, Self.listed - diagnostics.count))
    count(other)
  }

  /// Adds what another pass over the same file found, and keeps the first in file order.
  public mutating func merge(_ other: Diagnosis) {
    diagnostics = (diagnostics + other.diagnostics).enumerated().sorted { left, right in
      (left.element.line, left.element.column, left.offset)
        < (right.element.line, right.element.column, right.offset)
    }.map(\.element)
    if diagnostics.count > Self.listed { diagnostics.removeSubrange(Self.listed...) }
    count(other)
  }

  private mutating func count(_ other: Diagnosis) {
    for (code, count) in other.counts {
      if let index = counts.firstIndex(where: { $0.code == code }) {
        counts[index].count += count
      } else {
        counts.append((code, count))
      }
    }
    counts.sort { $0.code.rawValue < $1.code.rawValue }
  }
}
