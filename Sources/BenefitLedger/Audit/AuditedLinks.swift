import LedgerStore

/// The links of numbers as an audit follows them: only those that were there when a batch was posted
/// join anything.
struct AuditedLinks: Sendable {
  private var pairs: ContiguousArray<NumberPair> = []
  /// The record of each link.
  private var records: ContiguousArray<Int32> = []
  private var union: NumberUnion
  private var joined = 0

  /// Reads all links.
  init(_ snapshot: any LedgerSnapshot) throws {
    var pairs: ContiguousArray<NumberPair> = []
    var records: ContiguousArray<Int32> = []
    try snapshot.query(
      "SELECT number_old, number_new, record_no FROM person_link ORDER BY record_no, link_no", []
    ) { row in
      pairs.append(NumberPair(old: row.integer(0), new: row.integer(1)))
      records.append(Int32(clamping: row.integer(2)))
    }
    self.pairs = pairs
    self.records = records
    union = NumberUnion(pairs)
  }

  /// Whether the register of so many records has two numbers as those of one person.
  ///
  /// Batches come in their order, so a register never has fewer records than the one before.
  mutating func joins(_ one: Int64, _ other: Int64, records known: Int) -> Bool {
    while joined < pairs.count, Int(records[joined]) <= known {
      union.join(pairs[joined], link: joined)
      joined += 1
    }
    return union.joins(one, other)
  }
}
