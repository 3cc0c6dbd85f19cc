/// Which of many counts is the greatest, while some of them fall: of equal ones the first.
///
/// A heap of what each count was when it was last looked at. A count only falls, so the greatest is
/// found once what stands on top is still true.
struct CellQueue {
  private struct Entry {
    var count: Int64
    var place: Int

    func comes(before other: Entry) -> Bool {
      (other.count, place) < (count, other.place)
    }
  }

  private var heap: [Entry]

  /// Begins with the counts as they are.
  init(_ counts: [Int64]) {
    heap = counts.enumerated().map { Entry(count: $1, place: $0) }
    for place in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(place) }
  }

  /// Takes out the place of the greatest count.
  ///
  /// - Parameter count: What the count of a place is now; never more than it was.
  /// - Returns: The place; nil if none is left.
  mutating func next(_ count: (Int) -> Int64) -> Int? {
    while let top = heap.first {
      let now = count(top.place)
      if now == top.count {
        removeTop()
        return top.place
      }
      heap[0].count = now
      sink(0)
    }
    return nil
  }

  private mutating func removeTop() {
    let last = heap.removeLast()
    guard !heap.isEmpty else { return }
    heap[0] = last
    sink(0)
  }

  private mutating func sink(_ start: Int) {
    var place = start
    while true {
      var first = place
      for child in [2 * place + 1, 2 * place + 2]
      where child < heap.count && heap[child].comes(before: heap[first]) {
        first = child
      }
      if first == place { return }
      heap.swapAt(place, first)
      place = first
    }
  }
}
