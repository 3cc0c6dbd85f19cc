import LedgerCore

/// The statement of one person: everything that was ever owed to them, and what became of it.
public struct PersonStatement: Sendable {
  /// One step in the life of an obligation.
  public struct Step: Hashable, Sendable {
    /// The number of the step, from 1.
    public let number: Int32
    /// What happened.
    public let event: Event
    /// The state before.
    public let from: ObligationState
    /// The state after.
    public let to: ObligationState
    /// Whole đồng; negative if it undoes another step.
    public let amount: Int64
    /// What the state after it holds, in đồng: still to be paid, paid, or to be recovered.
    public let remainder: Int64
    /// The number of the step that it undoes, if it does.
    public let corrects: Int32?
    /// The number of the step that undoes it, if one does.
    public let undoneBy: Int32?
    /// The code that the unit had on the business date.
    public let site: String
    /// The way of the money.
    public let channel: Channel
    /// The fund it is paid from.
    public let fund: Fund
    /// The batch it was posted in.
    public let batch: Int64
    /// The voucher it is attached to.
    public let voucher: Int64
    /// The business date of the batch.
    public let date: CivilDate
    /// The reference of the batch, if it declared one.
    public let reference: String?
    /// The file.
    public let file: String
    /// The line of the file, from 1.
    public let fileLine: Int64
    /// The number of the line in the ledger.
    public let line: Int64
    /// The payee's bank account, masked to its last three characters.
    public let account: String?
    /// The document, as written.
    public let document: String?
    /// The reason, as written.
    public let reason: String?
  }

  /// One obligation, from its due line on.
  public struct Obligation: Hashable, Sendable {
    /// The number under which it is kept; prints masked.
    public let person: PersonNumber
    /// The month of entitlement.
    public let month: Month
    /// The benefit.
    public let benefit: Benefit
    /// Which of several such obligations in that month, from 1.
    public let occurrence: Int
    /// Where it stands after the last step.
    public let state: ObligationState
    /// What became due, in đồng, also if that was undone.
    public let amount: Int64
    /// What the last step left open, in đồng: owed to the person or the heirs, or, if the state is
    /// overpaid, still to be recovered; 0 if nothing is.
    public let open: Int64
    /// What the amount came to.
    public let sums: Sums
    /// Its steps, from the first.
    public let steps: [Step]
  }

  /// What an amount came to, in đồng: what became due is all the rest together but the last two.
  public struct Sums: Hashable, Sendable {
    /// What became due and was not undone.
    public let due: Int64
    /// What is due and not yet paid.
    public let open: Int64
    /// What is owed and whose money came back.
    public let unclaimed: Int64
    /// What is owed to the heirs.
    public let inherited: Int64
    /// What was kept back from the person.
    public let withheld: Int64
    /// What the person was paid, what was not owed included.
    public let paid: Int64
    /// What is void.
    public let cancelled: Int64
    /// Of what was paid: not owed and still to be recovered.
    public let overpaid: Int64
    /// Of what was paid: not owed and recovered.
    public let recovered: Int64
  }

  /// The person; prints masked.
  public let person: PersonNumber
  /// The other numbers of the person; they print masked.
  public let others: [PersonNumber]
  /// The obligations, by month, benefit and occurrence.
  public let obligations: [Obligation]

  /// What all of them came to.
  public let sums: Sums
}
