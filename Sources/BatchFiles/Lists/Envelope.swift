import LedgerCore

/// What a batch says of itself, in its first line or in the options of a command.
public struct Envelope: Equatable, Sendable {
  /// The maker's name for the batch: 1 to 64 printable ASCII characters.
  public var reference: String?
  /// What the batch records.
  public var event: Event?
  /// The accounting period.
  public var period: Month?
  /// The business date.
  public var date: CivilDate?
  /// How many rows there are.
  public var count: Int64?
  /// What the amounts add up to, in đồng.
  public var total: Int64?

  /// Makes an envelope; nil is not declared.
  public init(
    reference: String? = nil, event: Event? = nil, period: Month? = nil, date: CivilDate? = nil,
    count: Int64? = nil, total: Int64? = nil
  ) {
    self.reference = reference
    self.event = event
    self.period = period
    self.date = date
    self.count = count
    self.total = total
  }

  /// Whether text can be a reference.
  public static func isReference(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x2C && $0 != 0x22 }
  }
}

/// The names of what an envelope declares.
enum EnvelopeKey: String, CaseIterable {
  case reference, event, period, date, count, total

  /// The form of its values, for a message.
  var form: Message {
    switch self {
    case .reference: "1 to 64 letters, digits or signs, without spaces, commas and quotes"
    case .event:
      "one of \(Event.allCases.filter(\.isPostedFromFiles).map(\.code).joined(separator: ", "))"
    case .period: "a month as YYYY-MM"
    case .date: "a date as YYYY-MM-DD"
    case .count, .total: "a whole number, digits only"
    }
  }

  /// What an envelope declares under this key, as it would be written.
  func value(in envelope: Envelope) -> String? {
    switch self {
    case .reference: envelope.reference
    case .event: envelope.event?.code
    case .period: envelope.period?.description
    case .date: envelope.date?.description
    case .count: envelope.count.map { String($0) }
    case .total: envelope.total.map { String($0) }
    }
  }

  /// Takes a written value over into an envelope; false if it is not of the form.
  func set(_ text: String, in envelope: inout Envelope) -> Bool {
    switch self {
    case .reference:
      envelope.reference = Envelope.isReference(text) ? text : nil
      return envelope.reference != nil
    case .event:
      envelope.event = Event(code: text)
      return envelope.event != nil
    case .period:
      envelope.period = Month(text)
      return envelope.period != nil
    case .date:
      envelope.date = CivilDate(text)
      return envelope.date != nil
    case .count:
      envelope.count = wholeNumber(text)
      return envelope.count != nil
    case .total:
      envelope.total = wholeNumber(text)
      return envelope.total != nil
    }
  }

  private func wholeNumber(_ text: String) -> Int64? {
    guard !text.isEmpty, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    return Int64(text)
  }
}
