import BatchFiles
import LedgerCore

/// Which statements are to be reconciled with the ledger, and how.
public struct BankRequest: Sendable {
  /// The files; none to look again at what is open.
  public var files: [String]
  /// Whose account they are of; nil if the ledger knows it from an earlier statement, or the file
  /// tells by the order that it is about.
  public var fund: Fund?
  /// The number of the account, for files that do not name it.
  public var account: String?
  /// Whether a statement may be of an account that is new to a fund that has one.
  public var isAnotherAccount = false
  /// How tables are to be read that are not in the program's own columns.
  public var reading = ListReading()
  /// How many days a booking and a voucher may lie apart where no reference is given.
  public var window = 5
  /// The list to make of what came back; nil to make none.
  public var returned: String?
  /// Who reconciles; under four eyes, and wherever a key is given, the user of the key.
  public var maker: String
  /// The key of who reconciles; required under four eyes.
  public var key: SigningKey?
  /// The business date.
  public var date: CivilDate
  /// How many seconds to wait while another process posts.
  public var wait = 30

  /// Makes a request.
  public init(
    _ files: [String], maker: String = UserName.current, date: CivilDate = VietnamClock.today()
  ) {
    self.files = files
    self.maker = maker
    self.date = date
  }
}

/// What reconciling came to.
public struct BankAnswer: Sendable {
  /// The statements of this call.
  public var statements: [StatementEntrySums] = []
  /// How many bookings were matched by this call, and their sums in đồng, by rule.
  public var matched: [(rule: MatchRule, count: Int64, amount: Int64)] = []
  /// The exceptions that are open now.
  public var exceptions: [ExceptionEntry] = []
  /// Vouchers that no statement has, by batch.
  public var outstanding: [OutstandingBatch] = []
  /// What came back and is not posted yet.
  public var returned: [ReturnedPayment] = []
  /// The list that was made of them; nil if there are none or none was asked for.
  public var returnedFile: String?
  /// The record of what was matched; nil if nothing was.
  public var record: Int64?
  /// What is wrong with the files; then nothing was recorded.
  public var diagnosis = Diagnosis()

  /// Nothing yet.
  public init() {}

  /// Whether nothing is left to be seen to.
  public var agrees: Bool { exceptions.isEmpty && !outstanding.contains(where: \.isLate) }
}

/// What a statement says, added up.
public struct StatementEntrySums: Sendable {
  /// The file.
  public var file: String
  /// Its number in the ledger.
  public var number: Int64
  /// Its format.
  public var format: StatementFormat
  /// The bank's id of it.
  public var id: String
  /// Whose account it is.
  public var fund: Fund
  /// The account as the bank or the call names it; empty if neither does.
  public var account = ""
  /// The booked balance before, in đồng; nil of a notice.
  public var opening: Int64?
  /// What came in, in đồng.
  public var credits: Int64 = 0
  /// What went out, in đồng, as a negative amount.
  public var debits: Int64 = 0
  /// The booked balance after, in đồng; nil of a notice.
  public var closing: Int64?
  /// How many bookings and payments it has.
  public var entries: Int64 = 0
  /// How many of them have a value date that is not the day of booking, and their sum in
  /// đồng.
  public var otherValueDate: (count: Int64, amount: Int64) = (0, 0)
  /// How many bookings it only announces.
  public var pending: Int64 = 0
  /// Whether it was recorded before.
  public var isKnown = false
}

/// What the books have on a bank account of one batch and no statement has.
public struct OutstandingBatch: Sendable, Equatable {
  /// Whose account.
  public var fund: Fund
  /// The batch.
  public var batch: Int64
  /// Its event.
  public var event: Event
  /// Its business date.
  public var date: CivilDate
  /// Whole đồng; into the account is positive.
  public var amount: Int64
  /// Whether a statement should have had it by now.
  public var isLate: Bool
}

/// A payment that came back and is still to be posted as returned.
public struct ReturnedPayment: Sendable, Equatable {
  /// The obligation.
  public var key: ObligationKey
  /// Whole đồng.
  public var amount: Int64
  /// Why, as a code of ISO 20022.
  public var reason: String
  /// The day it came back.
  public var date: CivilDate
  /// The exception that it is.
  public var exception: Int64
}

/// An exception as reports show it.
public struct ExceptionEntry: Sendable, Equatable {
  /// Its number.
  public var number: Int64
  /// Why it is one.
  public var kind: ExceptionKind
  /// What became of it.
  public var state: ExceptionState
  /// Whose account.
  public var fund: Fund
  /// Whole đồng; into the account is positive.
  public var amount: Int64
  /// The day it was booked.
  public var booked: CivilDate
  /// How many days ago that is.
  public var age: Int
  /// Who sees to it; nil if nobody was named.
  public var owner: String?
  /// What to do, as it was found when the booking came.
  public var suggestion: Message
  /// Why nothing is left to do, if a note closed it.
  public var note: String?
  /// The match that it is part of now.
  public var match: Int64?
  /// The rule of that match.
  public var rule: MatchRule?
  /// How its statement was taken back; nil if it stands.
  public var withdrawal: StatementWithdrawal?
  /// The booking's number in the ledger.
  public var entry: Int64
  /// The file that its statement came in.
  public var file: String?
  /// The line of that file.
  public var fileLine: Int64
  /// The end-to-end id, masked.
  public var endToEnd: String?
  /// The text, masked.
  public var bankText: String?
  /// Why it came back, if the bank says so.
  public var reason: String?
  /// The record in which it was found.
  public var record: Int64
}
