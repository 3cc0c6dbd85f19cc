import LedgerCore

/// A list of deaths, and how it is taken in.
public struct DeathRequest: Sendable {
  /// The file, `person,date` and perhaps `document`.
  public var path: String
  /// How it is to be read, if its columns are others.
  public var reading = ListReading()
  /// Who takes it in; under four eyes, and wherever a key is given, the user of the key.
  public var maker: String
  /// The key of who takes it in; required under four eyes.
  public var key: SigningKey?
  /// Today in Vietnam.
  public var today: CivilDate
  /// The business date of the batches, if it is declared.
  public var date: CivilDate?
  /// The accounting period of the batches, if it is declared.
  public var period: Month?
  /// True to work everything out and post nothing.
  public var isDryRun = false
  /// How many seconds to wait while another process posts.
  public var wait = 30

  /// Makes a request.
  public init(
    path: String, maker: String = UserName.current, today: CivilDate = VietnamClock.today()
  ) {
    self.path = path
    self.maker = maker
    self.today = today
  }
}

/// What became of a list of deaths.
public struct DeathAnswer: Sendable {
  /// What one death led to.
  public struct Entry: Sendable {
    /// Some obligations of one person.
    public struct Sum: Sendable, Hashable {
      /// How many.
      public var count = 0
      /// What is open of them, in đồng.
      public var amount: Int64 = 0

      /// So many, and so much.
      public init(count: Int = 0, amount: Int64 = 0) {
        self.count = count
        self.amount = amount
      }
    }

    /// The person as written; prints masked.
    public var person: PersonNumber
    /// The day of death.
    public var date: CivilDate
    /// The line of the file.
    public var fileLine: Int64
    /// Months after that of the death that were not paid.
    public var cancelled = Sum()
    /// Months after that of the death that were paid: to be recovered.
    public var overpaid = Sum()
    /// Months up to that of the death that were not paid: owed to the heirs.
    public var inherited = Sum()
    /// Months after that of the death that were overpaid for another reason, and only in part: the rest
    /// of what was paid, which no further `overpaid` can claim.
    public var partlyOverpaid = Sum()
    /// What is kept back from months after that of the death, and still owed to a creditor.
    public var withheld = Sum()
    /// True if the hold of this death was released: the person lives, and nothing is done.
    public var isReleased = false
  }

  /// The deaths, in file order, each person once.
  public var deaths: [Entry] = []
  /// What became of the holds.
  public var holds = RecordAnswer()
  /// What became of the batches.
  public var posting = PostingAnswer()
  /// What is wrong with the file; then nothing was done.
  public var diagnosis = Diagnosis()

  /// Nothing yet.
  public init() {}
}
