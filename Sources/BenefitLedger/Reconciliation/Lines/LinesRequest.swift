import LedgerCore

/// Which of our lines are compared with which list of the other side.
public struct LinesRequest: Sendable {
  /// What both sides say happened.
  public var event: Event
  /// The other side's lists; several are one.
  public var inputs: [PostingRequest.Input]
  /// How the lists are to be read, if they are not the program's own.
  public var reading = ListReading()
  /// Only lines of this unit, on either side; a row that names no unit is of it.
  public var site: UnitCode?
  /// Only our lines of this accounting period.
  public var period: Month?
  /// Only batches whose business date is not later.
  public var asAt: CivilDate?
  /// Only batches up to this number.
  public var asKnownAt: Int64?
  /// Where every difference goes, a row for each; nil for nowhere.
  public var csv: String?
  /// Where the lists go that would make the two sides agree; nil for nowhere.
  ///
  /// `OUT.csv` is the list of the event; `OUT.reverse.csv` and `OUT.transferred.csv` come before it.
  public var correct: String?
  /// Today in Vietnam.
  public var today: CivilDate

  /// Makes a request.
  public init(
    _ event: Event, _ inputs: [PostingRequest.Input], today: CivilDate = VietnamClock.today()
  ) {
    self.event = event
    self.inputs = inputs
    self.today = today
  }
}

extension LinesRequest {
  /// The lists of a correction: what is undone, what is sent elsewhere, what is posted.
  var correctionPaths: [String] {
    guard let correct else { return [] }
    let stem = correct.hasSuffix(".csv") ? String(correct.dropLast(4)) : correct
    return ["\(stem).reverse.csv", "\(stem).transferred.csv", correct]
  }

  /// Every file that may be written; none of them may exist.
  var outputs: [String] { correctionPaths + [csv].compactMap { $0 } }
}
