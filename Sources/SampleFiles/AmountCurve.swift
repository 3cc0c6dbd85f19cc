/// How the amounts of a benefit are spread: straight pieces between a few known quantiles.
///
/// Integers only, because the last digits of logarithms differ between C libraries.
struct AmountCurve: Sendable {
  private let knots: [(share: UInt64, amount: Int64)]

  /// Makes a curve from amounts in thousands of đồng and the shares, in a thousand, below each.
  init(_ knots: (perMille: Int, thousands: Int64)...) {
    self.knots = knots.map { knot in
      (UInt64(knot.perMille) << 32 / 1000, knot.thousands * 1000)
    }
  }

  /// An amount in whole đồng; two of five are rounded to a hundred, as some rules round.
  func amount(_ draws: inout SplitMix64) -> Int64 {
    let bits = draws.next()
    let share = bits >> 32
    var upper = 1
    while knots[upper].share < share { upper += 1 }
    let (low, high) = (knots[upper - 1], knots[upper])
    let amount =
      low.amount + (high.amount - low.amount) * Int64(share - low.share)
      / Int64(high.share - low.share)
    return bits & 0xFFFF < 26_214 ? (amount + 50) / 100 * 100 : amount
  }
}
