/// Writes a month's made-up but realistic files into a directory: the same plan, the same bytes.
///
/// The files are `sites.csv`, `contribution.csv`, `budget.csv`, `advance.csv`, `due.csv`,
/// `short-term.csv`, `paid/SITE.csv` for each unit that pays cash, `bank-paid.csv`, `returned.csv`,
/// `unpaid.csv` and `refund.csv`. A list without lines has no file. Posted in the nightly order they
/// leave no cash at any site and no fund overdrawn. Every file but `sites.csv` begins with its
/// envelope. Memory does not grow with the number of persons.
///
/// A failure leaves the files written so far, the last one incomplete.
///
/// - Parameters:
///   - plan: What to generate.
///   - directory: Where to; it must not exist, or be empty. Its parent must exist.
///   - progress: Called now and then with the lines done and the lines to do, every line being
///     drawn twice.
/// - Returns: What was generated.
/// - Throws: ``SampleError``.
public func generateSample(
  _ plan: SamplePlan, into directory: String, progress: ((Int, Int) -> Void)? = nil
) throws(SampleError) -> SampleSummary {
  try plan.check()
  let output = try OutputDirectory(directory)
  let sample = Sample(plan)
  try sample.tree.write(to: output)

  var steps = Progress(total: 2 * (plan.persons + plan.shortTermLines), report: progress)
  let tally = Tally(sample, progress: &steps)
  try UnitMovements(sample, tally).write(to: output)
  var payments = PaymentWriter(sample, tally)
  try payments.write(to: output, progress: &steps)

  var summary = SampleSummary()
  summary.files = output.files
  summary.persons = plan.persons
  summary.sites = plan.sites
  summary.dueLines = tally.due.count + tally.shortTerm.count
  summary.dueTotal = tally.due.total + tally.shortTerm.total
  summary.shortTermLines = tally.shortTerm.count
  summary.unpaidLines = tally.unpaid.count
  summary.returnedLines = tally.returned.count
  summary.paidLines = summary.dueLines - tally.unpaid.count
  return summary
}
