/// What was generated.
public struct SampleSummary: Hashable, Sendable {
  /// How many files were written, `sites.csv` included.
  public internal(set) var files = 0
  /// How many lines `due.csv` has: the plan's persons.
  public internal(set) var persons = 0
  /// How many payment sites there are, agency offices not counted.
  public internal(set) var sites = 0
  /// How many obligations arise, in `due.csv` and `short-term.csv` together.
  public internal(set) var dueLines = 0
  /// What the obligations come to, in đồng.
  public internal(set) var dueTotal: Int64 = 0
  /// How many of them are in `short-term.csv`.
  public internal(set) var shortTermLines = 0
  /// How many are paid: in cash, into accounts and through employers.
  public internal(set) var paidLines = 0
  /// How many nobody came for.
  public internal(set) var unpaidLines = 0
  /// How many the bank gave back after they were paid.
  public internal(set) var returnedLines = 0
}
