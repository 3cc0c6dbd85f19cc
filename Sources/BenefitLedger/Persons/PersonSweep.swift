import LedgerCore
import LedgerStore

extension LedgerSnapshot {
  /// Hands over every step of many persons' obligations, in the order of keys and step numbers.
  ///
  /// Steps are clustered by month and then by person: a few persons are looked up in each month, for
  /// many it is cheaper to go over all steps once.
  ///
  /// - Parameters:
  ///   - numbers: The persons' numbers, ascending, each once.
  ///   - body: Gets each step.
  /// - Throws: What `body` throws; `LedgerError` for what the database did.
  func scanSteps(
    ofAny numbers: ContiguousArray<Int64>, _ body: (StoredStep) throws -> Void
  ) throws {
    let months = try entitlementMonths()
    guard let first = months.first, let last = months.last, !numbers.isEmpty else { return }
    if numbers.count <= 1_000 {
      for month in months {
        for number in numbers {
          try scanSteps(
            from: ObligationKey(month: month, person: number, benefit: 0, occurrence: 0),
            through: ObligationKey(month: month, person: number, benefit: 15, occurrence: 255), body
          )
        }
      }
      return
    }
    var filter = NumberFilter(count: numbers.count)
    for number in numbers { filter.insert(number) }
    try scanSteps(
      from: ObligationKey(month: first, person: 0, benefit: 0, occurrence: 0),
      through: ObligationKey(
        month: last, person: PersonNumber.encodedRange.upperBound - 1, benefit: 15, occurrence: 255)
    ) { step in
      let person = step.key.person
      if filter.mayContain(person), numbers.place(of: person) != nil { try body(step) }
    }
  }
}

extension ContiguousArray where Element == Int64 {
  /// The place of a number in an ascending array.
  func place(of number: Int64) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == number ? low : nil
  }

  /// The numbers ascending, each once.
  func ascendingOnce() -> ContiguousArray<Int64> {
    var all = self
    all.sort()
    var last: Int64?
    all.removeAll { number in
      defer { last = number }
      return number == last
    }
    return all
  }
}
