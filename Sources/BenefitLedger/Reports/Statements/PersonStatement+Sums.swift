import LedgerCore
import LedgerStore

extension PersonStatement.Sums {
  /// What one obligation came to, by the steps that no other step has undone.
  init(_ steps: ArraySlice<StoredStep>, state: ObligationState) throws {
    let undone = Set(steps.lazy.map(\.corrects).filter { $0 != 0 })
    let standing = steps.filter { $0.corrects == 0 && !undone.contains($0.number) }
    func sum(_ event: Event) throws -> Int64 {
      try exact(
        standing.reduce(Int128(0)) { $1.event == event.rawValue ? $0 + Int128($1.amount) : $0 })
    }
    let last = steps.last?.remainder ?? 0
    func held(_ asked: ObligationState) -> Int64 { state == asked ? last : 0 }
    let wasPaid = state == .paid || state == .overpaid || state == .recovered
    let payment = standing.last { $0.toState == ObligationState.paid.rawValue }
    let paid = wasPaid ? payment?.remainder ?? 0 : 0
    let withheld = try sum(.withheld)
    // By an early date a payment may be known and the list that it was due by not.
    let isDue = steps.contains { $0.event == Event.due.rawValue }
    let rest = wasPaid ? 0 : last
    self.init(
      due: try isDue ? sum(.due) : exact(Int128(paid) + Int128(withheld) + Int128(rest)),
      open: held(.due), unclaimed: held(.unclaimed), inherited: held(.inherited),
      withheld: withheld, paid: paid, cancelled: held(.cancelled), overpaid: held(.overpaid),
      recovered: try exact(Int128(sum(.recovered)) + Int128(sum(.offset))))
  }

  /// What several obligations came to together.
  ///
  /// - Throws: `LedgerError` with code `totalTooLarge` if a sum does not fit 64 bits.
  init(of obligations: [PersonStatement.Obligation]) throws {
    func total(_ figure: KeyPath<Self, Int64>) throws -> Int64 {
      try exact(obligations.reduce(Int128(0)) { $0 + Int128($1.sums[keyPath: figure]) })
    }
    self.init(
      due: try total(\.due), open: try total(\.open), unclaimed: try total(\.unclaimed),
      inherited: try total(\.inherited), withheld: try total(\.withheld), paid: try total(\.paid),
      cancelled: try total(\.cancelled), overpaid: try total(\.overpaid),
      recovered: try total(\.recovered))
  }
}
