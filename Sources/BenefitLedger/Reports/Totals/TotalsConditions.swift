import LedgerCore
import LedgerStore

/// The filters of a query in the form in which vouchers are tested.
struct TotalsConditions: Sendable {
  private let query: TotalsQuery
  /// The accepted values of each key that has a filter.
  private let accepted: [TotalsKey: Set<TotalsValue>]
  /// Which events are accepted, by their number: asked for each of many thousand batches.
  private let events: [Bool]

  /// Takes the filters and sees that what they name exists.
  ///
  /// A mistyped code would otherwise answer with zero, which looks like a finding.
  ///
  /// - Throws: `LedgerError` with code `notFound` if a unit or a batch does not exist.
  init(_ query: TotalsQuery, _ tree: UnitTree, lastBatch: Int64) throws {
    self.query = query
    let accepted = Dictionary(grouping: query.filters, by: \.key)
      .mapValues { Set($0.map(\.value)) }
    self.accepted = accepted
    events = Self.numbers(of: Event.self, in: accepted[.event])
    for filter in query.filters {
      switch filter.value {
      case .code(let code) where filter.key.isUnit:
        let isKnown = tree.versions.contains {
          $0.code.text == code && (filter.key.unitKind == nil || $0.kind == filter.key.unitKind)
        }
        guard isKnown else {
          let name: Message = filter.key == .site ? "unit" : .verbatim(filter.key.code)
          throw LedgerError(
            .notFound,
            query.asKnownAt.map { "No \(name) has the code \(code) as known at batch \($0)." }
              ?? "No \(name) has the code \(code).",
            help: "`benefit-ledger sites list` shows every unit.")
        }
      case .number(let number):
        guard number <= lastBatch else {
          throw LedgerError(.notFound, "There is no batch \(number).")
        }
      case .code, .month: break
      }
    }
  }

  /// Whether a batch is looked at.
  func includes(_ batch: BatchOutline) -> Bool {
    if let period = query.period, batch.period != period { return false }
    guard batch.number > query.after, query.asOf.includes(batch) else { return false }
    return events[Int(batch.event.rawValue)] && accepts(.period, .month(batch.period))
      && accepts(.batch, .number(batch.number))
  }

  /// Whether a key may have a value.
  func accepts(_ key: TotalsKey, _ value: TotalsValue?) -> Bool {
    guard let values = accepted[key] else { return true }
    return value.map(values.contains) ?? false
  }

  /// The keys among some that have a filter.
  func filtered(_ keys: [TotalsKey]) -> [TotalsKey] { keys.filter { accepted[$0] != nil } }

  /// Which numbers of a term are accepted; at 0 whether its absence is.
  func accepted<Term: Coded>(_ key: TotalsKey, _ term: Term.Type) -> [Bool] {
    Self.numbers(of: term, in: accepted[key])
  }

  private static func numbers<Term: Coded>(
    of term: Term.Type, in values: Set<TotalsValue>?
  ) -> [Bool] {
    var numbers = [Bool](repeating: values == nil, count: 256)
    guard let values else { return numbers }
    for term in Term.allCases { numbers[Int(term.rawValue)] = values.contains(.code(term.code)) }
    return numbers
  }
}
