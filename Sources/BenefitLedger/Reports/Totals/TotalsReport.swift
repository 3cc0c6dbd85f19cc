import LedgerCore

/// Totals of the ledger, as asked for.
public struct TotalsReport: Sendable {
  /// One row: the values of the keys, and what they add up to.
  public struct Row: Hashable, Sendable {
    /// The values in the order of the report's keys; nil where the vouchers have none.
    public let values: [TotalsValue?]
    /// How many payments or movements, less those reversed.
    public let count: Int64
    /// Whole đồng, less what was reversed.
    public let amount: Int64
  }

  /// The rows of a report, put into words one at a time: there may be half a million.
  public struct Rows: RandomAccessCollection, Sendable {
    /// A row that is still packed.
    struct Packed {
      let key: UInt128
      let count: Int64
      let amount: Int64
    }

    let layout: TotalsLayout
    let packed: ContiguousArray<Packed>

    /// The position of the first row.
    public var startIndex: Int { 0 }

    /// One more than the position of the last row.
    public var endIndex: Int { packed.count }

    /// The row at a position.
    public subscript(position: Int) -> Row {
      let row = packed[position]
      return Row(
        values: layout.fields.map { $0.value(in: row.key) }, count: row.count, amount: row.amount)
    }
  }

  /// What the rows are for.
  public let keys: [TotalsKey]
  /// The rows, ordered by their values in the order of the keys; codes byte by byte, none first.
  public let rows: Rows
  /// The counts of all rows together.
  public let count: Int64
  /// The amounts of all rows together.
  public let amount: Int64

  /// Orders and closes what was added up.
  init(_ keys: [TotalsKey], _ groups: GroupTable, _ layout: TotalsLayout) throws {
    let order = groups.keys.indices.sorted { groups.keys[$0] < groups.keys[$1] }
    var whole = Sum()
    var packed: ContiguousArray<Rows.Packed> = []
    packed.reserveCapacity(order.count)
    for position in order {
      let sum = groups.sums[position]
      whole.count += sum.count
      whole.amount += sum.amount
      packed.append(
        Rows.Packed(
          key: groups.keys[position], count: try exact(sum.count), amount: try exact(sum.amount)))
    }
    self.keys = keys
    rows = Rows(layout: layout, packed: packed)
    count = try exact(whole.count)
    amount = try exact(whole.amount)
  }
}
