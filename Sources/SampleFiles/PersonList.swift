/// The two lists of what is owed.
enum PersonList {
  /// Pensions and other monthly benefits, to the same persons month after month: `due.csv`.
  case monthly
  /// Sickness, maternity, unemployment and one-off benefits: `short-term.csv`.
  case shortTerm
}

/// Which lines of a list belong to which paying unit: consecutive ones, so nothing is kept per line.
struct Ranges {
  /// Where the lines of each paying unit begin, and after them the number of all lines.
  private let starts: [Int]

  init(lines: Int, weights: [Int]) { starts = cut(lines, by: weights) }

  /// The lines of a paying unit.
  subscript(unit: Int) -> Range<Int> { starts[unit]..<starts[unit + 1] }
}
