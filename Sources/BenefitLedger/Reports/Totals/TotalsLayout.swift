import LedgerCore
import LedgerStore

/// How the values of a row are packed into one integer whose order is the order of the rows.
///
/// Each key has a field, the first key the most significant. A field holds the rank of the value
/// among all it could be, from 1, or 0 for none. So a voucher's row is found by OR-ing a few words
/// that are looked up, rows are sorted as integers, and codes are written for the answer only.
struct TotalsLayout: Sendable {
  /// One key's field.
  struct Field: Sendable {
    /// The key.
    let key: TotalsKey
    /// What each rank stands for; empty if the rank is the value itself.
    let values: [TotalsValue]
    /// How far left the field is.
    var shift: Int
    /// How wide it is.
    let width: Int

    /// A rank in its place.
    func placed(_ rank: Int) -> UInt128 { UInt128(truncatingIfNeeded: rank) << UInt128(shift) }

    /// The value in a packed key, or nil for none.
    func value(in packed: UInt128) -> TotalsValue? {
      let rank = Int(truncatingIfNeeded: packed >> UInt128(shift) & (UInt128(1) << width - 1))
      guard rank > 0 else { return nil }
      if key == .batch { return .number(Int64(rank)) }
      return values[rank - 1]
    }
  }

  /// The fields, the most significant first.
  let fields: [Field]

  /// Lays out the fields of the keys.
  ///
  /// - Throws: `LedgerError` with code `usage` if they need more than 128 bits.
  init(_ keys: [TotalsKey], codes: UnitCodes, lastBatch: Int64) throws {
    var fields = keys.map { key in
      let values = Self.values(of: key, codes: codes)
      let limit = key == .batch ? Int(lastBatch) : values.count
      return Field(
        key: key, values: values, shift: 0, width: Int.bitWidth - limit.leadingZeroBitCount)
    }
    var shift = 0
    for index in fields.indices.reversed() {
      fields[index].shift = shift
      shift += fields[index].width
    }
    guard shift <= UInt128.bitWidth - 1 else {
      throw LedgerError(.usage, "That is more keys than one report of this ledger can have.")
    }
    self.fields = fields
  }

  /// The field of a key, if the report has the key.
  func field(_ key: TotalsKey) -> Field? { fields.first { $0.key == key } }

  /// The values a key can have, in the order of rows.
  private static func values(of key: TotalsKey, codes: UnitCodes) -> [TotalsValue] {
    switch key {
    case .event: ranked(Event.self)
    case .fund: ranked(Fund.self)
    case .benefit: ranked(Benefit.self)
    case .channel: ranked(Channel.self)
    case .site, .commune, .district, .province: codes.values(of: key)
    case .month, .period: months
    case .batch: []
    }
  }

  /// Every month there is.
  private static let months: [TotalsValue] = (0..<Int32(3600)).compactMap { ordinal in
    Month(ordinal: ordinal).map(TotalsValue.month)
  }

  /// The codes of a term, in order.
  private static func ranked<Term: Coded>(_ term: Term.Type) -> [TotalsValue] {
    Term.allCases.map(\.code).sorted().map(TotalsValue.code)
  }

  /// A term's place in a field, by the term's number; zeros if the report does not have the key.
  func placed<Term: Coded>(_ key: TotalsKey, _ term: Term.Type) -> [UInt128] {
    var placed = [UInt128](repeating: 0, count: 256)
    guard let field = field(key) else { return placed }
    for term in Term.allCases {
      let rank = field.values.firstIndex(of: .code(term.code)).map { $0 + 1 } ?? 0
      placed[Int(term.rawValue)] = field.placed(rank)
    }
    return placed
  }
}
