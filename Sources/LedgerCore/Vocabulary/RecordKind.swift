/// What a record of the register is.
public enum RecordKind: UInt8, CaseIterable, Sendable {
  /// Units, or new versions of units.
  case units = 1
  /// A chart of accounts with rules, limits and thresholds.
  case chart = 2
  /// A person of the agency with a role and a key, or the end of one.
  case user = 3
  /// The state of an accounting period.
  case period = 4
  /// Persons who are not to be paid.
  case hold = 5
  /// The end of holds.
  case release = 6
  /// Numbers that are of the same person.
  case link = 7
  /// A file that waits for approval.
  case submission = 8
  /// Somebody's agreement to a submission.
  case approval = 9
  /// Somebody's refusal of a submission.
  case rejection = 10
  /// A change of the rules that another person has to agree to.
  case proposal = 11
  /// Another person's agreement to such a change.
  case agreement = 12
  /// Cash that was counted at a site.
  case cashCount = 13
  /// What a bank says happened to an account.
  case statement = 14
  /// Which bookings of a bank are which vouchers, and which are none.
  case bankMatch = 15
  /// What was done about a booking that is none.
  case exception = 16
  /// A closed year whose lines were moved into a file of their own.
  case archive = 17
  /// Statements of a bank that were taken back.
  case withdrawal = 18
}

extension RecordKind: Coded {}
