/// A time during which a person is not payable.
public struct Hold: Sendable, Hashable {
  /// The person, encoded as in ``PersonNumber/encoded``.
  public var person: Int64
  /// The first day, as in ``CivilDate/number``.
  public var from: Int32
  /// The hold is over on this day and after; greater than any day if it is open.
  public var before: Int32
  /// The number of the hold, from 1.
  public var number: Int32
  /// Why.
  public var kind: HoldKind

  /// Makes a hold of a person under a number of theirs.
  public init(person: Int64, from: Int32, before: Int32, number: Int32, kind: HoldKind) {
    self.person = person
    self.from = from
    self.before = before
    self.number = number
    self.kind = kind
  }

  /// The `before` of a hold without an end.
  public static let open: Int32 = .max
}

/// The persons who are not payable, and when: what posting asks of every line.
///
/// Sorted, with a filter before it, so that a line of somebody who is not held costs one look into
/// memory, and nothing at all if nobody is held.
public struct HeldPersons: Sendable {
  private var holds: ContiguousArray<Hold> = []
  private var filter = NumberFilter()

  /// Nobody is held.
  public init() {}

  /// Puts the holds into order; those that are over before they begin hold nothing.
  public init(_ all: ContiguousArray<Hold>) {
    holds = all
    holds.removeAll { $0.before <= $0.from }
    holds.sort { ($0.person, $0.from, $0.number) < ($1.person, $1.from, $1.number) }
    filter = NumberFilter(count: holds.count)
    for hold in holds { filter.insert(hold.person) }
  }

  /// Whether nobody is held.
  public var isEmpty: Bool { holds.isEmpty }

  /// The hold of a person on a day, the earliest if there are several; nil if there is none.
  @inline(__always)
  public func hold(of person: Int64, on day: Int32) -> Hold? {
    guard filter.mayContain(person) else { return nil }
    return search(person, day)
  }

  @inline(never)
  private func search(_ person: Int64, _ day: Int32) -> Hold? {
    var low = 0
    var high = holds.count
    while low < high {
      let middle = (low + high) / 2
      if holds[middle].person < person { low = middle + 1 } else { high = middle }
    }
    while low < holds.count, holds[low].person == person {
      if holds[low].from <= day, day < holds[low].before { return holds[low] }
      low += 1
    }
    return nil
  }
}
