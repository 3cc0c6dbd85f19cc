/// Splits a number over shares in proportion to their weights, each getting at least one.
///
/// Largest remainders, ties to the earlier share, so that the parts sum to the whole exactly.
func apportion(_ total: Int, by weights: [Int]) -> [Int] {
  precondition(total >= weights.count, "each share needs one")
  let rest = total - weights.count
  let sum = weights.reduce(0, +)
  var parts = weights.map { 1 + rest * $0 / sum }
  let missing = total - parts.reduce(0, +)
  let byRemainder = weights.indices.sorted { left, right in
    let (leftRest, rightRest) = (rest * weights[left] % sum, rest * weights[right] % sum)
    return leftRest == rightRest ? left < right : leftRest > rightRest
  }
  for share in byRemainder.prefix(missing) { parts[share] += 1 }
  return parts
}

/// Cuts `0..<total` into ranges in proportion to weights and gives where each begins, and the end.
func cut(_ total: Int, by weights: [Int]) -> [Int] {
  let sum = weights.reduce(0, +)
  var seen = 0
  return [0]
    + weights.map { weight in
      seen += weight
      return total * seen / sum
    }
}
