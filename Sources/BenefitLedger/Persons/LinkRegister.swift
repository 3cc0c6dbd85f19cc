import Foundation
import LedgerCore
import LedgerStore

/// The linked numbers of a call, read as far as they are needed.
///
/// A village's list asks for its own persons; a national one, or many small ones, for all links at
/// once. So a small list does not wait for millions of links that it has nothing to do with.
final class LinkRegister: @unchecked Sendable {
  /// Whether no numbers are linked at all.
  let isEmpty: Bool

  private let lock = NSLock()
  private var all: LinkedNumbers?
  private var asked = 0
  /// So many persons are looked up one by one before all links are read.
  static let few = 16_384

  /// No numbers are linked.
  init() { isEmpty = true }

  /// Looks whether there are links.
  init(_ snapshot: any LedgerSnapshot) throws {
    isEmpty = try snapshot.integer("SELECT 1 FROM person_link LIMIT 1") == nil
  }

  /// The links of some persons, at least.
  ///
  /// - Parameters:
  ///   - count: How many persons are asked for.
  ///   - snapshot: The ledger.
  ///   - numbers: Their numbers, made only if they are few.
  /// - Returns: Links that have all numbers of these persons.
  /// - Throws: `LedgerError` for what the database did.
  func links(
    ofSome count: Int, _ snapshot: any LedgerSnapshot, _ numbers: () -> [Int64]
  ) throws -> LinkedNumbers {
    guard !isEmpty else { return LinkedNumbers() }
    return try lock.withLock {
      if let all { return all }
      asked += count
      if asked <= Self.few { return LinkedNumbers(try snapshot.links(of: numbers())) }
      let read = try LinkedNumbers(snapshot)
      all = read
      return read
    }
  }
}

/// Where a link stands in the order in which they were made.
private struct LinkPlace: Hashable {
  var record: Int64
  var link: Int64
}

extension LedgerSnapshot {
  /// The links of the groups of some numbers, in the order in which they were made.
  fileprivate func links(of numbers: [Int64]) throws -> ContiguousArray<NumberPair> {
    var found: [LinkPlace: NumberPair] = [:]
    var seen: Set<Int64> = []
    var waiting = numbers
    while let number = waiting.popLast() {
      guard seen.insert(number).inserted else { continue }
      try query(
        """
        SELECT record_no, link_no, number_old, number_new FROM person_link WHERE number_old = ?1
        UNION ALL
        SELECT record_no, link_no, number_old, number_new FROM person_link WHERE number_new = ?1
        """, [.integer(number)]
      ) { row in
        let pair = NumberPair(old: row.integer(2), new: row.integer(3))
        found[LinkPlace(record: row.integer(0), link: row.integer(1))] = pair
        waiting.append(pair.old)
        waiting.append(pair.new)
      }
    }
    return ContiguousArray(
      found.sorted { ($0.key.record, $0.key.link) < ($1.key.record, $1.key.link) }.map(\.value))
  }
}
