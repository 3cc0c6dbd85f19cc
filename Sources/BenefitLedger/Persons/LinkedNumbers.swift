import LedgerCore
import LedgerStore

/// The numbers that are linked: what posting asks of every line.
///
/// Sixteen bytes a number, and a filter before them, so that a line of a person with one number costs
/// one look into memory, and nothing at all if no numbers are linked.
struct LinkedNumbers: Sendable {
  /// A number and the next of its group; the last leads to the first again.
  private struct Entry {
    var number: Int64
    var next: Int64
  }

  private var entries: ContiguousArray<Entry> = []
  private var filter = NumberFilter()
  /// Marks the number under which new obligations of the group are kept.
  private static let headMark: Int64 = 1 << 62

  /// No numbers are linked.
  init() {}

  /// Reads all links.
  init(_ snapshot: any LedgerSnapshot) throws { self.init(try snapshot.allLinks()) }

  /// The groups that links make, in the order in which they were made.
  init(_ pairs: ContiguousArray<NumberPair>) {
    guard !pairs.isEmpty else { return }
    var union = NumberUnion(pairs)
    for (link, pair) in pairs.enumerated() { union.join(pair, link: link) }
    let count = union.numbers.count
    entries.reserveCapacity(count)
    filter = NumberFilter(count: count)
    // A ring of each group: every number is put in behind the root.
    for number in union.numbers {
      entries.append(Entry(number: number, next: number))
      filter.insert(number)
    }
    for place in 0..<count {
      let root = union.root(of: place)
      if root != place {
        entries[place].next = entries[root].next
        entries[root].next = entries[place].number
      }
    }
    for place in 0..<count where union.root(of: place) == place {
      // The number that the first link of the group says is the old one.
      if let head = union.place(of: pairs[union.firstLink(of: place)].old) {
        entries[head].number |= Self.headMark
      }
    }
  }

  /// Whether no numbers are linked.
  var isEmpty: Bool { entries.isEmpty }

  /// Whether a number is linked to another.
  @inline(__always)
  func contains(_ number: Int64) -> Bool {
    filter.mayContain(number) && place(of: number) != nil
  }

  /// The numbers of a person, that under which new obligations are kept first, the rest ascending.
  func group(of number: Int64) -> [Int64] {
    guard let start = place(of: number) else { return [number] }
    var group: [Int64] = []
    var head: Int64 = -1
    var place = start
    repeat {
      let entry = entries[place]
      if entry.number & Self.headMark != 0 {
        head = entry.number & ~Self.headMark
      } else {
        group.append(entry.number)
      }
      guard let next = self.place(of: entry.next) else {
        preconditionFailure("a ring is closed")
      }
      place = next
    } while place != start
    group.sort()
    return [head] + group
  }

  /// The number under which new obligations of a person are kept.
  func head(of number: Int64) -> Int64 { contains(number) ? group(of: number)[0] : number }

  private func place(of number: Int64) -> Int? {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      let isBefore = entries[middle].number & ~Self.headMark < number
      if isBefore { low = middle + 1 } else { high = middle }
    }
    return low < entries.count && entries[low].number & ~Self.headMark == number ? low : nil
  }
}

extension LedgerSnapshot {
  /// All links, in the order in which they were made.
  func allLinks() throws -> ContiguousArray<NumberPair> {
    var pairs: ContiguousArray<NumberPair> = []
    try query(
      "SELECT number_old, number_new FROM person_link ORDER BY record_no, link_no", []
    ) { pairs.append(NumberPair(old: $0.integer(0), new: $0.integer(1))) }
    return pairs
  }

  /// All numbers of the person who has a number, without reading all links; that number first.
  ///
  /// Links of later records than `record` do not count.
  func linkedNumbers(of number: Int64, through record: Int64 = .max) throws -> [Int64] {
    var group = [number]
    var next = 0
    while next < group.count {
      try query(
        """
        SELECT number_old, number_new FROM person_link WHERE number_old = ?1 AND record_no <= ?2
        UNION ALL
        SELECT number_old, number_new FROM person_link WHERE number_new = ?1 AND record_no <= ?2
        """, [.integer(group[next]), .integer(record)]
      ) { row in
        for other in [row.integer(0), row.integer(1)] where !group.contains(other) {
          group.append(other)
        }
      }
      next += 1
    }
    return [number] + group.dropFirst().sorted()
  }
}
